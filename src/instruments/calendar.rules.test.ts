// Goal: what is paid is due on the right day, and a day nobody knows is refused. Method: real cases counted by hand from published lists; properties over made-up calendars.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { StateCode } from '../kernel/code.ts'
import { addDays, type CivilDate, parseCivilDate, weekdayOf } from '../kernel/time.ts'
import { changedCalendar, changeFaults, dueDate, type HolidayChange, isWorkingDay, type WorkingCalendar } from './calendar.rules.ts'
import { readCalendar } from './calendar-file.ts'

const day = (text: string): CivilDate => parseCivilDate(text) ?? assert.fail(text)
const calendars: Readonly<Record<'KH' | 'TH', WorkingCalendar>> = { KH: readCalendar('KH'), TH: readCalendar('TH') }
const due = (calendar: WorkingCalendar, paidOn: string, days = 5): string => {
  const found = dueDate(calendar, day(paidOn), days)
  return found.ok ? found.value : `${found.refusal.code} ${found.refusal.about?.['year']}`
}

const cases: [state: 'KH' | 'TH', why: string, paidOn: string, dueOn: string][] = [
  ['KH', 'Khmer New Year 2024, 13 to 16 April', '2024-04-11', '2024-04-22'],
  ['KH', 'the last working day before it', '2024-04-12', '2024-04-23'],
  ['KH', 'paid within it', '2024-04-13', '2024-04-23'],
  ['KH', 'its last day', '2024-04-16', '2024-04-23'],
  ['KH', 'a plain week', '2024-06-03', '2024-06-10'],
  ['KH', 'paid on a Saturday', '2024-06-08', '2024-06-14'],
  ['KH', 'paid on a Sunday', '2024-06-09', '2024-06-14'],
  ['KH', 'a leap day', '2024-02-28', '2024-03-06'],
  ['KH', 'Pchum Ben 2024', '2024-09-27', '2024-10-09'],
  ['KH', 'Pchum Ben 2025, then Constitution Day', '2025-09-18', '2025-09-30'],
  ['KH', 'Water Festival 2024', '2024-11-12', '2024-11-21'],
  ['KH', 'Water Festival 2025', '2025-11-03', '2025-11-13'],
  ['KH', 'a holiday on a Sunday has no day in lieu (Ploughing, 26 May 2024)', '2024-05-24', '2024-05-31'],
  ['KH', 'a holiday on a Saturday has none either (Independence, 9 November 2024)', '2024-11-08', '2024-11-19'],
  ['KH', 'the year’s end', '2024-12-27', '2025-01-06'],
  ['KH', 'New Year and Victory Day', '2024-12-30', '2025-01-08'],
  ['TH', 'Songkran 2024 with a special day before and one in lieu after', '2024-04-11', '2024-04-23'],
  ['TH', 'Labour Day is a working day of offices; Coronation Day has a day in lieu', '2024-04-30', '2024-05-08'],
  ['TH', 'Ploughing Day is a holiday of offices', '2025-05-06', '2025-05-15'],
  ['TH', 'Asalha Bucha on a Saturday', '2024-07-18', '2024-07-26'],
  ['TH', 'special day and the Queen’s birthday', '2025-05-30', '2025-06-10'],
  ['TH', 'the year’s end 2024', '2024-12-27', '2025-01-08'],
  ['TH', 'the year’s end 2025', '2025-12-30', '2026-01-09'],
  ['TH', 'three holidays in a row', '2026-07-27', '2026-08-06'],
]
for (const [state, why, paidOn, dueOn] of cases)
  test(`${state}: paid ${paidOn}, due ${dueOn} (${why})`, () => assert.equal(due(calendars[state], paidOn), dueOn))

test('a count that leaves the years is refused, at either end; none that stays within', () => {
  const { KH } = calendars
  assert.equal(due(KH, '2023-12-30'), 'calendar.year-unknown 2023')
  assert.equal(due(KH, '2023-12-31'), '2024-01-08')
  assert.equal(due(KH, '2030-12-23'), '2030-12-30')
  assert.equal(due(KH, '2030-12-26'), 'calendar.year-unknown 2031')
  assert.equal(due(KH, '2031-06-01'), 'calendar.year-unknown 2031')
  assert.equal(due(KH, '2999-12-30'), 'calendar.year-unknown 2999')
  const asked = isWorkingDay(KH, day('2031-01-02'))
  assert.ok(!asked.ok && asked.refusal.about?.['firstYear'] === '2024' && asked.refusal.about['lastYear'] === '2030')
})

test('no count of days is a mistake of the caller', () => {
  for (const none of [0, -1, 1.5, Number.NaN]) assert.throws(() => dueDate(calendars.KH, day('2024-04-11'), none), RangeError)
})

const works = (calendar: WorkingCalendar, text: string): boolean => {
  const found = isWorkingDay(calendar, day(text))
  return found.ok ? found.value : assert.fail(text)
}

test('added, removed and exchanged days change just these days', () => {
  const changes: HolidayChange[] = [
    { kind: 'added', day: day('2024-06-04') },
    { kind: 'removed', day: day('2024-06-18') },
    { kind: 'swapped', day: day('2024-06-07'), workOn: day('2024-06-08') },
  ]
  const changed = changedCalendar(calendars.KH, changes)
  assert.deepEqual(changeFaults(calendars.KH, changes), [])
  assert.deepEqual(
    ['2024-06-03', '2024-06-04', '2024-06-07', '2024-06-08', '2024-06-09', '2024-06-18'].map((each) => works(changed, each)),
    [true, false, false, true, false, true],
  )
  // 4 off; 5 and 6 count; 7 off, the Saturday counts; 10 and 11 count.
  assert.equal(due(changed, '2024-06-03'), '2024-06-11')
  assert.equal(due(calendars.KH, '2024-06-03'), '2024-06-10', 'the calendar itself is as it was')
})

const faulty: [name: string, change: HolidayChange, says: RegExp][] = [
  ['added on a holiday', { kind: 'added', day: day('2024-05-01') }, /no working day/],
  ['added on a Sunday', { kind: 'added', day: day('2024-06-09') }, /no working day/],
  ['removed from a working day', { kind: 'removed', day: day('2024-06-04') }, /no holiday/],
  ['exchanged for a working day', { kind: 'swapped', day: day('2024-06-04'), workOn: day('2024-06-05') }, /a working day already/],
  ['exchanged from a holiday', { kind: 'swapped', day: day('2024-05-01'), workOn: day('2024-05-04') }, /no working day/],
  ['before the years', { kind: 'added', day: day('2023-06-06') }, /outside 2024 to 2030/],
  ['exchanged into a year after them', { kind: 'swapped', day: day('2030-12-30'), workOn: day('2031-01-04') }, /outside 2024 to 2030/],
]
for (const [name, change, says] of faulty) test(`a change is a fault: ${name}`, () => assert.match(changeFaults(calendars.KH, [change]).join(), says))

test('the same change twice is a fault', () => {
  const twice: HolidayChange = { kind: 'added', day: day('2024-06-04') }
  assert.equal(changeFaults(calendars.KH, [twice, twice]).length, 1)
})

const anyDay = fc.integer({ min: 0, max: 3 * 365 }).map((after) => addDays('2025-01-01' as CivilDate, after))
const anyCalendar = fc.record({ holidays: fc.array(anyDay, { maxLength: 200 }), state: fc.constantFrom<StateCode>('KH', 'TH') }).map(
  ({ holidays, state }): WorkingCalendar => ({
    state,
    firstYear: 2024,
    lastYear: 2030,
    checkedUntil: 2025,
    weekend: ['sat', 'sun'],
    holidays: new Set(holidays),
    workedWeekends: new Set(),
  }),
)
const days = fc.integer({ min: 1, max: 30 })
const known = (calendar: WorkingCalendar, paidOn: CivilDate, count: number): CivilDate => {
  const found = dueDate(calendar, paidOn, count)
  return found.ok ? found.value : assert.fail(found.refusal.code)
}

test('the due day is a working day after the payment, and exactly so many lie between', () => {
  fc.assert(
    fc.property(anyCalendar, anyDay, days, (calendar, paidOn, count) => {
      const last = known(calendar, paidOn, count)
      let counted = 0
      for (let each = addDays(paidOn, 1); each <= last; each = addDays(each, 1))
        if (!['sat', 'sun'].includes(weekdayOf(each)) && !calendar.holidays.has(each)) counted += 1
      assert.equal(counted, count)
      assert.ok(works(calendar, last) && last > paidOn)
    }),
  )
})

test('more working days, a later payment or one holiday more never make it earlier', () => {
  fc.assert(
    fc.property(anyCalendar, anyDay, days, anyDay, (calendar, paidOn, count, holiday) => {
      const last = known(calendar, paidOn, count)
      assert.ok(known(calendar, paidOn, count + 1) > last)
      assert.ok(known(calendar, addDays(paidOn, 1), count) >= last)
      assert.ok(known({ ...calendar, holidays: new Set([...calendar.holidays, holiday]) }, paidOn, count) >= last)
      assert.ok(known(changedCalendar(calendar, [{ kind: 'added', day: holiday }]), paidOn, count) >= last)
      assert.ok(known(changedCalendar(calendar, [{ kind: 'removed', day: holiday }]), paidOn, count) <= last)
    }),
  )
})
