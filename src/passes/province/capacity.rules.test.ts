// Goal: the pace of an office and the odd hours of its staff are said by working days and the border's clock. Method: tables on the shipped holidays, and properties.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isWorkingDay } from '../../instruments/calendar.rules.ts'
import { readCalendar } from '../../instruments/calendar-file.ts'
import { addDays, type CivilDate } from '../../kernel/time.ts'
import { daysToClear, isOddTime, lastWorkingDays } from './capacity.rules.ts'

const calendar = readCalendar('KH')

test('the last working days pass over Khmer New Year and the weekend; today is not over', () => {
  assert.deepEqual(lastWorkingDays(calendar, '2024-04-18' as CivilDate, 3), ['2024-04-11', '2024-04-12', '2024-04-17'])
  assert.deepEqual(lastWorkingDays(calendar, '1800-01-01' as CivilDate, 3), [], 'no calendar, no day')
})
test('of any day: so many working days, in order, all before it', () => {
  const day = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2025-02-01' as CivilDate, n))
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 20 }), (today, count) => {
      const days = lastWorkingDays(calendar, today, count)
      assert.equal(days.length, count)
      for (const [index, each] of days.entries()) {
        const works = isWorkingDay(calendar, each)
        assert.ok(works.ok && works.value && each < today && (index === 0 || (days[index - 1] ?? '') < each))
      }
    }),
  )
})
const paces: [waiting: number, perDay: number[], days: number | null][] = [
  [0, [], 0],
  [0, [0, 0], 0],
  [5, [], null],
  [5, [0, 0], null],
  [5, [1, 1], 5],
  [5, [2, 2], 3],
  [1000, [200, 200, 200], 5],
  [1, [0, 1], 2],
]
for (const [waiting, perDay, days] of paces) test(`${waiting} wait, ${perDay} a day: ${days}`, () => assert.equal(daysToClear(waiting, perDay), days))

const hours = { opens: 7, closes: 18 }
const times: [day: string, hour: number, odd: boolean][] = [
  ['2026-11-20', 6, true],
  ['2026-11-20', 7, false],
  ['2026-11-20', 17, false],
  ['2026-11-20', 18, true],
  ['2026-11-20', 2, true],
  ['2026-11-21', 10, true],
  ['2026-11-24', 10, true],
  ['2090-11-20', 10, false],
]
for (const [day, hour, odd] of times)
  test(`${day} at ${hour}: ${odd ? 'odd' : 'as usual'}`, () => assert.equal(isOddTime(calendar, { day: day as CivilDate, hour }, hours), odd))
