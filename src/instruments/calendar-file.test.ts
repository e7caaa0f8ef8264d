// Goal: the committed holidays are those of the published lists, and a faulty file stops the start. Method: lists typed from publications, the committed files, and small files with one fault each.
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { StateCode } from '../kernel/code.ts'
import { addDays, type CivilDate, weekdayOf } from '../kernel/time.ts'
import { ConfigFault, projectRoot } from '../platform/config.ts'
import { dueDate, isProvisional, isWorkingDay } from './calendar.rules.ts'
import { parseCalendars, readCalendar, readCalendars } from './calendar-file.ts'

/** Holidays from Monday to Friday, typed by hand: what each list stands on is said in docs/sources.md. */
const published: [state: StateCode, year: number, days: string][] = [
  ['KH', 2024, '01-01 03-08 04-15 04-16 05-01 05-14 05-22 06-18 09-24 10-01 10-02 10-03 10-15 10-29 11-14 11-15'],
  ['KH', 2025, '01-01 01-07 04-14 04-15 04-16 05-01 05-14 05-15 06-18 09-22 09-23 09-24 10-15 10-29 11-04 11-05 11-06 12-29'],
  ['TH', 2024, '01-01 02-26 04-08 04-12 04-15 04-16 05-06 05-10 05-22 06-03 07-22 07-29 08-12 10-14 10-23 12-05 12-10 12-30 12-31'],
  ['TH', 2025, '01-01 02-12 04-07 04-14 04-15 04-16 05-05 05-09 05-12 06-02 06-03 07-10 07-11 07-28 08-11 08-12 10-13 10-23 12-05 12-10 12-31'],
  ['TH', 2026, '01-01 01-02 03-03 04-06 04-13 04-14 04-15 05-04 05-13 06-01 06-03 07-28 07-29 07-30 08-12 10-13 10-23 12-07 12-10 12-31'],
]
for (const [state, year, days] of published)
  test(`${state} ${year}: offices rest on the published days, and on no other weekday`, () => {
    const calendar = readCalendar(state)
    const resting: string[] = []
    for (let day = `${year}-01-01` as CivilDate; day.startsWith(`${year}`); day = addDays(day, 1)) {
      const works = isWorkingDay(calendar, day)
      assert.ok(works.ok)
      if (!works.value && !['sat', 'sun'].includes(weekdayOf(day))) resting.push(day.slice(5))
    }
    assert.equal(resting.join(' '), days)
  })

test('a year counts as checked only when its published list stands above', () => {
  for (const [state, { firstYear, checkedUntil }] of readCalendars())
    for (let year = firstYear; year <= checkedUntil; year += 1)
      assert.ok(
        published.some((row) => row[0] === state && row[1] === year),
        `${state} ${year}`,
      )
})

test('Khmer New Year 2024 is 13 to 16 April', () => {
  const { holidays } = readCalendar('KH')
  assert.deepEqual(
    [...holidays].filter((day) => day.startsWith('2024-04')),
    ['2024-04-13', '2024-04-14', '2024-04-15', '2024-04-16'],
  )
})

const read = (...path: string[]): string => readFileSync(join(projectRoot, 'data', ...path), 'utf8')

test('every row of ours names an instrument of the reference data', () => {
  const known = (JSON.parse(read('instruments.json')) as { id: string }[]).map(({ id }) => id)
  const { states, changes } = JSON.parse(read('holidays', 'calendar.json')) as Record<'states' | 'changes', { instrument: string }[]>
  assert.deepEqual(
    [...states, ...changes].map(({ instrument }) => instrument).filter((id) => !known.includes(id)),
    [],
  )
})

test('a state without holidays cannot be an instance', () => {
  assert.throws(() => readCalendar('LA'), /no LA/)
})

const library = { name: 'test', version: '1', licence: 'MIT', home: 'test' }
const days = { KH: { '2024-01-01': 'New Year', '2025-01-01': 'New Year' } }
const base = { library, firstYear: 2024, lastYear: 2025, days }
const row = { state: 'KH', weekend: ['sat', 'sun'], checkedUntil: 2024, instrument: 'test' }
const change = { state: 'KH', kind: 'added', day: '2024-06-04', instrument: 'test', source: 'test' }
const own = { states: [row], changes: [change] }
const parse = (ours: object, theirs: object = base) => parseCalendars(JSON.stringify(theirs), JSON.stringify(ours))

test('a calendar of another land’s week is data alone', () => {
  const calendar = parse({ ...own, states: [{ ...row, weekend: ['fri'] }] }).get('KH') ?? assert.fail()
  const works = (day: string) => isWorkingDay(calendar, day as CivilDate)
  assert.deepEqual(
    [works('2024-06-07'), works('2024-06-08'), works('2024-06-04')],
    [true, false, true].map((rests) => ({ ok: true, value: !rests })),
  )
})

const faulty: [fault: string, ours: unknown, theirs: unknown, said: RegExp][] = [
  ['no list of states', { changes: [] }, base, /calendar.json has not the agreed form/],
  ['an unknown state', { ...own, states: [{ ...row, state: 'XX' }] }, base, /calendar.json has not the agreed form/],
  ['a weekday nobody knows', { ...own, states: [{ ...row, weekend: ['sunday'] }] }, base, /calendar.json has not the agreed form/],
  ['a week without a working day', { ...own, states: [{ ...row, weekend: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] }] }, base, /agreed form/],
  ['a change without its instrument', { ...own, changes: [{ ...change, instrument: '' }] }, base, /calendar.json has not the agreed form/],
  ['an exchange without the day worked', { ...own, changes: [{ ...change, kind: 'swapped' }] }, base, /calendar.json has not the agreed form/],
  ['a state twice', { ...own, states: [row, row] }, base, /KH stands twice/],
  ['30 February', { ...own, changes: [{ ...change, day: '2024-02-30' }] }, base, /2024-02-30 is no day/],
  ['a change of a state without a calendar', { ...own, changes: [{ ...change, state: 'TH' }] }, base, /TH added 2024-06-04/],
  ['a change outside the years', { ...own, changes: [{ ...change, day: '2026-06-04' }] }, base, /outside 2024 to 2025/],
  ['a removed day that is none', { ...own, changes: [{ ...change, kind: 'removed' }] }, base, /no holiday/],
  ['a year without holidays', own, { ...base, lastYear: 2026 }, /KH has no holidays in 2026/],
  ['a state the library does not carry', { ...own, states: [row, { ...row, state: 'TH' }] }, base, /TH has no holidays in 2024/],
  ['a library’s day that is none', own, { ...base, days: { KH: { ...days.KH, '2025-02-29': 'x' } } }, /2025-02-29 is no day/],
  ['a library’s date of another form', own, { ...base, days: { KH: { '1/1/2024': 'x' } } }, /1.1.2024 is no day/],
  ['no years', own, { library, days }, /library.json has not the agreed form/],
]
for (const [fault, ours, theirs, said] of faulty) test(`refused: ${fault}`, () => assert.throws(() => parse(ours as object, theirs as object), said))

test('an operator’s row in the file, dated and with its instrument, moves a due day at the next start; a year said to be announced is provisional no more', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spean-holidays-'))
  try {
    cpSync(join(projectRoot, 'data', 'holidays'), folder, { recursive: true })
    const due = () => {
      const calendar = readCalendars(folder).get('TH') ?? assert.fail()
      const day = dueDate(calendar, '2027-02-01' as CivilDate, 5)
      return day.ok ? [day.value, isProvisional(calendar, day.value)] : day
    }
    assert.deepEqual(due(), ['2027-02-08', true])
    const file = join(folder, 'calendar.json')
    const rows = JSON.parse(readFileSync(file, 'utf8')) as { states: { state: string; checkedUntil: number }[]; changes: object[] }
    for (const each of rows.states) if (each.state === 'TH') each.checkedUntil = 2027
    rows.changes.push({ state: 'TH', kind: 'added', day: '2027-02-05', instrument: 'th/public-holidays', source: 'a special day of the Cabinet' })
    writeFileSync(file, JSON.stringify(rows))
    assert.deepEqual(due(), ['2027-02-09', false])
    writeFileSync(file, '{')
    assert.throws(due, (error) => error instanceof ConfigFault && error.message === 'data/holidays/calendar.json is no JSON')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
