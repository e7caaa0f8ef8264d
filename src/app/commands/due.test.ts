// Goal: the shell tells a due day and nothing else, and says in one line why it cannot. Method: a table of questions, most of them bad.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StateCode } from '../../kernel/code.ts'
import { due } from './due.ts'

async function ask(line: string, state: StateCode = 'KH') {
  const [printed, warned]: [string[], string[]] = [[], []]
  const code = await due(line === '' ? [] : line.split(' '), { state, print: (each) => printed.push(each), warn: (each) => warned.push(each) })
  return { code, printed, warned }
}

const answered: [line: string, day: string][] = [
  ['2024-04-11 --state KH', '2024-04-22'],
  ['--state KH 2024-04-11', '2024-04-22'],
  ['2024-04-11', '2024-04-22'],
  ['2024-04-11 --state TH', '2024-04-23'],
  ['2025-12-30 --state TH', '2026-01-09'],
]
for (const [line, day] of answered)
  test(`spean due ${line} prints ${day}`, async () => assert.deepEqual(await ask(line), { code: 0, printed: [day], warned: [] }))

test('without --state it is the instance’s own', async () => assert.deepEqual((await ask('2024-04-11', 'TH')).printed, ['2024-04-23']))

test('a year whose holidays are only computed is answered, with a line beside it', async () => {
  const { code, printed, warned } = await ask('2027-06-01 --state KH')
  assert.deepEqual([code, printed, warned.length], [0, ['2027-06-08'], 1])
  assert.match(warned.join(), /holidays of 2027 in KH are computed/)
})

const refused: [line: string, says: RegExp][] = [
  ['', /usage: spean due/],
  ['2024-02-30 --state KH', /"2024-02-30" is no day of the calendar/],
  ['2025-02-29', /is no day/],
  ['2024-13-01', /is no day/],
  ['2567-04-11', /2567 are not on record/],
  ['11.4.2024', /is no day/],
  ['2024-4-11', /is no day/],
  ['2024-04-11T09:00', /is no day/],
  ['today', /is no day/],
  ['2024-04-11 --state XX', /no holidays are on record for the state "XX"; known are KH and TH/],
  ['2024-04-11 --state kh', /"kh"/],
  ['2024-04-11 --state LA', /"LA"/],
  ['2024-04-11 --state', /usage/],
  ['2024-04-11 2024-04-12', /usage/],
  ['2024-04-11 --days 3', /usage/],
  ['2031-01-06', /2031 are not on record/],
  ['2030-12-30', /2031 are not on record/],
  ['1999-06-01 --state TH', /1999 are not on record/],
  ['2023-12-31 --state KH', /no number of working days for KH on 2023-12-31/],
  ['1996-01-01 --state TH', /no number of working days for TH/],
]
for (const [line, says] of refused)
  test(`spean due ${line} is refused in one line`, async () => {
    const { code, printed, warned } = await ask(line)
    assert.deepEqual([code, printed, warned.length], [2, [], 1])
    assert.match(warned.join(), says)
    assert.doesNotMatch(warned.join(), /\n/)
  })
