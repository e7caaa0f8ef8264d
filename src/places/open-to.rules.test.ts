// Goal: "open to some" is said exactly when somebody can pass and not everybody. Method: a table of orders; the answer compared with every traveller there can be; hours compared with each minute.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AreaCode, InstrumentId, PointId } from '../kernel/code.ts'
import { type CivilDate, type ClockTime, epochMs, type Instant, instantOfMs, weekdays } from '../kernel/time.ts'
import { both, hoursFrom, hoursOfDay, type OpenTo, openToAt } from './open-to.rules.ts'
import { anybody, type PointSchedule, sideAdmits, sidesAt } from './opening.rules.ts'
import { binds, isLiveBetween, missOf, type Order, purposes, type Session, type Traveller, type Who } from './order.rules.ts'

const instrument = 'kh-th/crossing-table' as InstrumentId
const from = '2020-01-01' as CivilDate
const hours = { opens: '07:00' as ClockTime, closes: '20:00' as ClockTime, days: weekdays }
const calendar = [{ from, until: null, instrument, value: hours }]
const point: PointSchedule = {
  id: 'kh-th/poipet' as PointId,
  zone: '+07:00',
  sides: ['KH', 'TH'],
  status: [{ from, until: null, instrument, value: 'active' }],
  calendars: { KH: calendar, TH: calendar },
}
const session = (opens: string, closes: string, who: Who = {}): Session => ({
  ...hours,
  opens: opens as ClockTime,
  closes: closes as ClockTime,
  who,
  quota: null,
})
const order = (change: Partial<Order> = {}): Order => ({
  id: 'th/order',
  number: '12/2026',
  state: 'TH',
  instrument,
  points: null,
  directions: null,
  stage: 'selective',
  startsAt: '2026-11-01T00:00:00.000Z' as Instant,
  endsAt: null,
  sessions: [],
  who: {},
  vehicles: [],
  words: { km: '', th: '', en: '' },
  ...change,
})
const day = '2026-11-20' as CivilDate
const at = (clock: string): Instant => instantOfMs(Date.parse(`${day}T${clock}+07:00`))
const students = session('06:00', '08:00', { purposes: ['student'] })
const khmers = { nationalities: ['KHM'] }
const ofKhmer = order({ id: 'kh/order', state: 'KH', sessions: [session('08:00', '10:00', khmers)] })

const table: [name: string, orders: Order[], clock: string, openTo: OpenTo][] = [
  ['calendars alone', [], '09:00', 'everyone'],
  ['at night', [], '22:00', 'nobody'],
  ['closed by an order', [order()], '09:00', 'nobody'],
  ['students by the Thai side, the Cambodian calendar still shut', [order({ sessions: [students] })], '06:30', 'nobody'],
  ['students, both sides', [order({ sessions: [students] })], '07:30', 'some'],
  ['students are over', [order({ sessions: [students] })], '08:00', 'nobody'],
  ['an order for all', [order({ sessions: [session('08:00', '10:00')] })], '09:00', 'everyone'],
  ['one way is shut', [order({ directions: ['entry'] })], '09:00', 'some'],
  ['both ways are shut by two orders', [order({ directions: ['entry'] }), order({ id: 'b', directions: ['exit'] })], '09:00', 'nobody'],
  ['orders that ask for two nationalities', [ofKhmer, order({ sessions: [session('08:00', '10:00', { nationalities: ['THA'] })] })], '09:00', 'nobody'],
  ['orders that can both be met', [ofKhmer, order({ sessions: [session('08:00', '10:00', { purposes: ['trade'] })] })], '09:00', 'some'],
  ['people going home', [order({ sessions: [session('08:00', '10:00', { goingHome: true })] })], '09:00', 'some'],
  ['Cambodians going home', [order({ directions: ['exit'], sessions: [session('08:00', '10:00', { ...khmers, goingHome: true })] })], '09:00', 'some'],
  ['Cambodians who go home into Thailand', [order({ directions: ['entry'], sessions: [session('08:00', '10:00', { ...khmers, goingHome: true })] }), order({ id: 'b', directions: ['exit'] })], '09:00', 'nobody'],
  ['the calendar’s hours, for passports', [order({ sessions: null, who: { documents: ['passport'] } })], '09:00', 'some'],
  ['of another point', [order({ points: ['kh-th/prum' as PointId] })], '09:00', 'everyone'],
  ['not yet', [order({ startsAt: at('10:00') })], '09:00', 'everyone'],
] // biome-ignore format: one case a line
for (const [name, orders, clock, openTo] of table) test(`open to ${openTo}: ${name}`, () => assert.equal(openToAt(point, orders, at(clock)), openTo))

const who: fc.Arbitrary<Who> = fc.record(
  {
    nationalities: fc.subarray(['KHM', 'THA'], { minLength: 1 }),
    documents: fc.subarray(['border-pass', 'passport'] as const, { minLength: 1 }),
    issuingAreas: fc.subarray(['KH:01', 'KH:0110', 'TH:27'] as AreaCode[], { minLength: 1 }),
    purposes: fc.subarray(['student', 'trade'] as const, { minLength: 1 }),
    ageFrom: fc.constantFrom(6, 18),
    ageUntil: fc.constantFrom(12, 60),
    goingHome: fc.constant(true as const),
  },
  { requiredKeys: [] },
)
const travellers: Traveller[] = ['KHM', 'THA', 'FRA'].flatMap((nationality) =>
  (['border-pass', 'passport'] as const).flatMap((document) =>
    (['KH:0110', 'KH:0109', 'TH:2706', null] as (AreaCode | null)[]).flatMap((issuingArea) =>
      [purposes[3], purposes[1], null].flatMap((purpose) =>
        [5, 8, 15, 30, 70].flatMap((age) =>
          (['KH', 'TH'] as const).map((exits) => ({
            nationality,
            document,
            issuingArea,
            purpose,
            age,
            exits,
            goingHome: nationality === (exits === 'KH' ? 'THA' : 'KHM'),
            vehicle: null,
          })),
        ),
      ),
    ),
  ),
)
test('what it says of orders is what they do to every traveller there can be', () => {
  const one = fc.record({
    who,
    state: fc.constantFrom('KH' as const, 'TH' as const),
    directions: fc.constantFrom(null, ['exit' as const], ['entry' as const]),
  })
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 3 }), (made) => {
      const orders = made.map(({ who, state, directions }, index) =>
        order({ id: `${state}/${index}`, state, directions, sessions: [session('08:00', '10:00', who)] }),
      )
      const sides = sidesAt(point, orders, epochMs(at('09:00')))
      const said = openToAt(point, orders, at('09:00'))
      const isOpen = (traveller: Traveller) =>
        sides.every((side) =>
          sideAdmits(
            side,
            orders.filter((each) => binds(each, traveller)),
            traveller,
          ),
        )
      const pass = travellers.some(isOpen)
      assert.equal(said !== 'nobody', pass)
      assert.equal(said === 'everyone', isOpen(anybody))
    }),
    { numRuns: 150 },
  )
})

test('who meets both is who meets each', () => {
  fc.assert(
    fc.property(who, who, (one, other) => {
      const met = both(one, other)
      for (const traveller of travellers)
        assert.equal(met !== undefined && !missOf(met, traveller), !missOf(one, traveller) && !missOf(other, traveller))
    }),
    { numRuns: 60 },
  )
})

test('the hours of a day are what each of its minutes answers', () => {
  const orders = [
    order({
      sessions: [session('07:00', '08:00', { purposes: ['student'] }), session('08:00', '16:00')],
      startsAt: at('00:00'),
      endsAt: at('18:30'),
    }),
  ]
  const { hours: said } = hoursOfDay(point, orders, day)
  assert.deepEqual(said, [
    { opens: '07:00', closes: '08:00', openTo: 'some' },
    { opens: '08:00', closes: '16:00', openTo: 'everyone' },
    { opens: '18:30', closes: '20:00', openTo: 'everyone' },
  ])
  for (let minute = 0; minute < 1440; minute += 1) {
    const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    const within: { openTo: OpenTo } | undefined = said.find(({ opens, closes }) => opens <= clock && clock < closes)
    assert.equal(within?.openTo ?? 'nobody', openToAt(point, orders, instantOfMs(epochMs(at('00:00')) + minute * 60_000)), clock)
  }
})

test('a day without an opening has no hours, and one open all day ends at 24:00', () => {
  assert.deepEqual(hoursOfDay(point, [order()], day).hours, [])
  const allDay = [{ from, until: null, instrument, value: { ...hours, opens: '00:00' as ClockTime, closes: '24:00' as ClockTime } }]
  const round = { ...point, calendars: { KH: allDay, TH: allDay } }
  assert.deepEqual(hoursOfDay(round, [], day).hours, [{ opens: '00:00', closes: '24:00', openTo: 'everyone' }])
})

test('an order is live between two moments; one taken back before it began never is, and has no word in a day', () => {
  const live = (startsAt: string, endsAt: string | null) =>
    isLiveBetween({ startsAt: at(startsAt), endsAt: endsAt === null ? null : at(endsAt) }, epochMs(at('09:00')), epochMs(at('12:00')))
  assert.deepEqual(
    [live('08:00', null), live('11:59', null), live('12:00', null), live('08:00', '09:00'), live('08:00', '09:01'), live('10:00', '10:00')],
    [true, true, false, false, true, false],
  )
  const back = order({ startsAt: at('10:00'), endsAt: at('10:00') })
  assert.deepEqual(hoursFrom(point, [back], at('08:00')).orders, [])
  assert.deepEqual(hoursFrom(point, [{ ...back, endsAt: null }], at('08:00')).orders, [back.id])
})
