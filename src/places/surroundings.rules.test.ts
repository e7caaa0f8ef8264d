// Goal: a day tolls exactly when the calendars alone were open at some minute of it and orders left none. Method: every minute of every day asked one by one, over drawn calendars with holidays, and drawn orders.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AreaCode, InstrumentId, PointId, StateCode } from '../kernel/code.ts'
import { addDays, type CivilDate, type ClockTime, epochMs, type Instant, instantAt, instantOfMs, weekdays } from '../kernel/time.ts'
import { anybody, type Dated, type SideCalendar, sideAdmits, sidesAt } from './opening.rules.ts'
import { binds, type Order, type Traveller } from './order.rules.ts'
import type { CrossingPoint, Registry } from './registry.rules.ts'
import { tolledBy, tolledDays } from './surroundings.rules.ts'

const [first, days] = ['2026-11-16' as CivilDate, 4]
const each = Array.from({ length: days }, (_, ahead) => addDays(first, ahead))
const dated = <T>(value: T): Dated<T>[] => [{ from: '2000-01-01' as CivilDate, until: null, instrument: 'table' as InstrumentId, value }]
const midnight = epochMs(instantAt(first, '00:00' as ClockTime, '+07:00'))
/** Quarters of an hour of a day, as a clock says them. */
const clock = (quarter: number): ClockTime =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}` as ClockTime
const hours = fc
  .tuple(fc.nat({ max: 94 }), fc.nat({ max: 94 }))
  .map(([one, other]) => ({ opens: clock(Math.min(one, other)), closes: clock(Math.max(one, other) + 1) }))
const openDays = fc.subarray([...weekdays], { minLength: 4 })
const calendar: fc.Arbitrary<SideCalendar> = fc
  .record(
    { opens: fc.constant(''), closes: fc.constant(''), days: openDays, holidays: fc.oneof(fc.constant('closed' as const), hours) },
    { requiredKeys: ['opens', 'closes', 'days'] },
  )
  .chain((said) => hours.map((of) => ({ ...said, ...of }) as SideCalendar))
const holidays = fc.subarray(each).map((of) => new Set(of))
const order: fc.Arbitrary<Order> = fc
  .record({
    state: fc.constantFrom<StateCode>('KH', 'TH'),
    from: fc.integer({ min: -40, max: days * 96 }),
    lasts: fc.option(fc.nat({ max: days * 96 })),
    sessions: fc.option(
      fc.array(fc.tuple(hours, openDays, fc.constantFrom({}, { goingHome: true as const }, { documents: ['passport' as const] })), { maxLength: 2 }),
    ),
  })
  .map(({ state, from, lasts, sessions }) => {
    const startsAt = instantOfMs(midnight + from * 900_000)
    return {
      ...{
        id: `${state}/${from}`,
        number: '1',
        state,
        instrument: 'order' as InstrumentId,
        points: null,
        directions: null,
        stage: 'limited',
        startsAt,
      },
      ...{
        endsAt: lasts === null ? null : instantOfMs(epochMs(startsAt) + lasts * 900_000),
        who: {},
        vehicles: [],
        words: { km: '', th: '', en: '' },
      },
      sessions: sessions?.map(([of, daysOf, who]) => ({ ...of, days: daysOf, who, quota: null })) ?? null,
    }
  })
const point = (calendars: readonly [SideCalendar, SideCalendar], closed: readonly [Set<CivilDate>, Set<CivilDate>]): CrossingPoint => ({
  ...{
    id: 'kh-th/poipet' as PointId,
    agreement: 'kh-th/1997',
    zone: '+07:00',
    sides: ['KH', 'TH'],
    status: dated('active' as const),
    location: null,
  },
  ...{ sourceRow: 1, sourceText: '', classes: dated('permanent' as const), names: {}, areas: { KH: dated('KH:0110' as AreaCode) } },
  calendars: { KH: dated(calendars[0]), TH: dated(calendars[1]) },
  holidays: { KH: closed[0], TH: closed[1] },
})

test('tolled days are those of a plain count of minutes', () => {
  fc.assert(
    fc.property(
      fc.tuple(calendar, calendar),
      fc.tuple(holidays, holidays),
      fc.uniqueArray(order, { maxLength: 3, selector: ({ id }) => id }),
      fc.constantFrom<Traveller>({ ...anybody, goingHome: true, exits: 'KH' }, { ...anybody, exits: 'TH', document: 'passport' }),
      (calendars, closed, orders, traveller) => {
        const here = point(calendars, closed)
        const registry: Registry = { instruments: [], areas: [], points: [here], orders }
        const opensOn = (day: CivilDate, by: readonly Order[]) => {
          const from = epochMs(instantAt(day, '00:00' as ClockTime, '+07:00'))
          return Array.from({ length: 96 }, (_, quarter) => instantOfMs(from + quarter * 900_000) as Instant).some((at) =>
            isOpen(here, by, at, traveller),
          )
        }
        const counted = each.filter((day) => opensOn(day, []) && !opensOn(day, orders))
        assert.deepEqual(tolledDays(registry, here.id, traveller, first, addDays(first, days - 1)), counted)
      },
    ),
    { numRuns: 150 },
  )
})

test('a tolled day names the orders that shut it: each that does so by itself, else all that do so together', () => {
  const daily: SideCalendar = { opens: clock(28), closes: clock(80), days: [...weekdays] }
  const here = point([daily, daily], [new Set(), new Set()])
  const of = (id: string, state: StateCode, ...sessions: [from: number, until: number][]): Order => ({
    ...{ id, number: id, state, instrument: 'order' as InstrumentId, points: null, directions: null, stage: 'limited' },
    ...{ startsAt: instantOfMs(midnight), endsAt: null, who: {}, vehicles: [], words: { km: '', th: '', en: '' } },
    sessions: sessions.map(([opens, closes]) => ({ opens: clock(opens), closes: clock(closes), days: [...weekdays], who: {}, quota: null })),
  })
  const [shut, alsoShut, early, late] = [of('shut', 'KH'), of('also-shut', 'TH'), of('early', 'TH', [32, 40]), of('late', 'KH', [44, 60])]
  const rows: [orders: Order[], named: string[]][] = [
    [[shut, early], ['shut']],
    [
      [early, late],
      ['early', 'late'],
    ],
    [
      [shut, alsoShut, early],
      ['shut', 'also-shut'],
    ],
    [[early], []],
  ]
  for (const [orders, named] of rows) {
    const tolled = tolledBy({ instruments: [], areas: [], points: [here], orders }, here.id, { ...anybody, exits: 'KH' }, first, first)
    assert.deepEqual(
      tolled.flatMap((day) => day.orders.map(({ id }) => id)),
      named,
    )
  }
})

function isOpen(here: CrossingPoint, orders: readonly Order[], at: Instant, traveller: Traveller): boolean {
  const mine = orders.filter((each) => binds(each, traveller))
  return sidesAt(here, mine, epochMs(at)).every((side) => sideAdmits(side, mine, traveller))
}
