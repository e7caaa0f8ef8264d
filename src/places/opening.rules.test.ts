// Goal: open means both calendars and every live order agree. Method: a table of instants to the second, real shapes of orders, and properties against a plain re-reading.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { InstrumentId, PointId, StateCode } from '../kernel/code.ts'
import { type CivilDate, type ClockTime, epochMs, type Instant, instantOfMs, parseInstant, type Weekday, weekdays } from '../kernel/time.ts'
import { anybody, type Dated, openingAt, type PointSchedule, type SideCalendar } from './opening.rules.ts'
import type { Calendar, Order, Session } from './order.rules.ts'

const instant = (text: string): Instant => parseInstant(text) ?? assert.fail(text)
const calendar = (opens: string, closes: string, days: readonly Weekday[] = weekdays): Calendar => ({
  opens: opens as ClockTime,
  closes: closes as ClockTime,
  days,
})
const dated = <T>(value: T, from = '1997-09-20', until: string | null = null, instrument = 'table'): Dated<T> => ({
  from: from as CivilDate,
  until: until as CivilDate | null,
  instrument: instrument as InstrumentId,
  value,
})
const schedule = (change: Partial<PointSchedule> = {}): PointSchedule => ({
  id: 'kh-th/poipet' as PointId,
  zone: '+07:00',
  sides: ['KH', 'TH'],
  status: [dated('active' as const)],
  calendars: { KH: [dated(calendar('07:00', '20:00'))], TH: [dated(calendar('07:00', '20:00'))] },
  ...change,
})
let orders = 0
const order = (change: Partial<Order>): Order => ({
  id: `o${++orders}`,
  number: '1',
  stage: 'limited',
  directions: null,
  who: {},
  vehicles: [],
  words: { km: '', th: '', en: '' },
  instrument: 'order' as InstrumentId,
  state: 'TH',
  points: null,
  startsAt: instant('2025-06-24T00:00+07:00'),
  endsAt: null,
  sessions: [],
  ...change,
})
const session = (hours: Calendar, change: Partial<Session> = {}): Session => ({ ...hours, who: {}, quota: null, ...change })
const tuesdays = schedule({
  calendars: { KH: [dated(calendar('09:00', '15:00', ['tue', 'thu']))], TH: [dated(calendar('09:00', '15:00', ['tue', 'thu']))] },
})
const laterInCambodia = schedule({ calendars: { KH: [dated(calendar('08:00', '20:00'))], TH: [dated(calendar('07:00', '20:00'))] } })
const shorter = schedule({
  calendars: {
    KH: [dated(calendar('07:00', '20:00'), '1997-09-20', '2025-06-07'), dated(calendar('08:00', '16:00'), '2025-06-07')],
    TH: [dated(calendar('07:00', '20:00'))],
  },
})

/** Cambodia's 10 June 2025 is a holiday here, which its side keeps so. */
const keepsHolidays = (holidays: Exclude<SideCalendar['holidays'], undefined>): PointSchedule =>
  schedule({
    calendars: { KH: [dated({ ...calendar('07:00', '20:00'), holidays })], TH: [dated(calendar('07:00', '20:00'))] },
    holidays: { KH: new Set(['2025-06-10' as CivilDate]) },
  })

const table: [name: string, point: PointSchedule, orders: Order[], at: string, open: boolean, until: string | null, next: string | null][] = [
  ['a daily point in the morning', schedule(), [], '2025-06-10T08:30+07:00', true, '2025-06-10T20:00+07:00', null],
  ['its first second', schedule(), [], '2025-06-10T07:00:00+07:00', true, '2025-06-10T20:00+07:00', null],
  ['a second before', schedule(), [], '2025-06-10T06:59:59+07:00', false, null, '2025-06-10T07:00+07:00'],
  ['its closing', schedule(), [], '2025-06-10T20:00:00+07:00', false, null, '2025-06-11T07:00+07:00'],
  ['asked in another zone', schedule(), [], '2025-06-10T01:30Z', true, '2025-06-10T20:00+07:00', null],
  ['Tuesdays and Thursdays, on a Wednesday', tuesdays, [], '2025-06-11T10:00+07:00', false, null, '2025-06-12T09:00+07:00'],
  ['on a Thursday evening', tuesdays, [], '2025-06-12T15:00+07:00', false, null, '2025-06-17T09:00+07:00'],
  ['one side opens an hour later', laterInCambodia, [], '2025-06-10T07:30+07:00', false, null, '2025-06-10T08:00+07:00'],
  [
    'before the point was opened',
    schedule({ status: [dated('active' as const, '2003-11-11')] }),
    [],
    '2003-11-10T12:00+07:00',
    false,
    null,
    '2003-11-11T07:00+07:00',
  ],
  [
    'suspended',
    schedule({ status: [dated('active' as const, '1997-09-20', '2025-07-01'), dated('suspended' as const, '2025-07-01')] }),
    [],
    '2025-07-02T12:00+07:00',
    false,
    null,
    null,
  ],
  ['the day before its calendar changed', shorter, [], '2025-06-06T19:00+07:00', true, '2025-06-06T20:00+07:00', null],
  ['the day its calendar changed', shorter, [], '2025-06-07T19:00+07:00', false, null, '2025-06-08T08:00+07:00'],
  [
    'open the whole day, every day',
    schedule({ calendars: { KH: [dated(calendar('00:00', '24:00'))], TH: [dated(calendar('00:00', '24:00'))] } }),
    [],
    '2025-06-10T08:30+07:00',
    true,
    null,
    null,
  ],
  ['a holiday on which both sides are closed', keepsHolidays('closed'), [], '2025-06-10T12:00+07:00', false, null, '2025-06-11T07:00+07:00'],
  [
    'a holiday with other hours of one side',
    keepsHolidays({ opens: '09:00' as ClockTime, closes: '12:00' as ClockTime }),
    [],
    '2025-06-10T10:00+07:00',
    true,
    '2025-06-10T12:00+07:00',
    null,
  ],
  ['the day after it', keepsHolidays('closed'), [], '2025-06-11T12:00+07:00', true, '2025-06-11T20:00+07:00', null],
  [
    'a holiday of a side that keeps none',
    schedule({ holidays: { KH: new Set(['2025-06-10' as CivilDate]) } }),
    [],
    '2025-06-10T12:00+07:00',
    true,
    '2025-06-10T20:00+07:00',
    null,
  ],
  ['an order closes everything without an end', schedule(), [order({})], '2025-12-14T12:00+07:00', false, null, null],
  [
    'an order closes until a minute of the day',
    schedule(),
    [order({ endsAt: instant('2025-06-26T10:15+07:00') })],
    '2025-06-25T12:00+07:00',
    false,
    null,
    '2025-06-26T10:15+07:00',
  ],
  [
    'an order that begins this afternoon',
    schedule(),
    [order({ startsAt: instant('2025-06-24T14:20+07:00') })],
    '2025-06-24T09:00+07:00',
    true,
    '2025-06-24T14:20+07:00',
    null,
  ],
  [
    'an order for another point',
    schedule(),
    [order({ points: ['kh-th/malai' as PointId] })],
    '2025-06-24T09:00+07:00',
    true,
    '2025-06-24T20:00+07:00',
    null,
  ],
  [
    'an order’s hours stand in for the calendar',
    schedule(),
    [order({ sessions: [session(calendar('08:00', '16:00'))] })],
    '2025-06-24T16:30+07:00',
    false,
    null,
    '2025-06-25T08:00+07:00',
  ],
  [
    'two live orders must agree',
    schedule(),
    [order({ sessions: [session(calendar('08:00', '12:00'))] }), order({ sessions: [session(calendar('10:00', '16:00'))] })],
    '2025-06-24T09:00+07:00',
    false,
    null,
    '2025-06-24T10:00+07:00',
  ],
]
for (const [name, point, orders, at, open, until, next] of table)
  test(name, () => {
    const answer = openingAt(point, orders, instant(at))
    assert.deepEqual([answer.open, answer.until, answer.nextOpen], [open, until && instant(until), next && instant(next)])
    assert.ok(answer.instruments.length > 0)
  })

test('a window for people going home opens to them and to nobody else', () => {
  const home = order({ sessions: [session(calendar('17:00', '20:00'), { who: { goingHome: true } })] })
  const evening = instant('2025-06-24T18:00+07:00')
  assert.equal(openingAt(schedule(), [home], evening).open, false)
  assert.equal(openingAt(schedule(), [home], evening, { ...anybody, goingHome: true }).open, true)
  assert.deepEqual(openingAt(schedule(), [home], evening).instruments, ['order'])
})

const anyCalendar = fc
  .record({ opens: fc.integer({ min: 0, max: 22 }), length: fc.integer({ min: 1, max: 23 }), days: fc.uniqueArray(fc.constantFrom(...weekdays)) })
  .map(({ opens, length, days }) =>
    calendar(`${String(opens).padStart(2, '0')}:30`, `${String(Math.min(23, opens + length)).padStart(2, '0')}:45`, days),
  )
const anySide = fc.constantFrom<StateCode>('KH', 'TH')
const anyOrder = fc
  .record({
    state: anySide,
    from: fc.integer({ min: 0, max: 20_000 }),
    length: fc.option(fc.integer({ min: 1, max: 5_000 }), { nil: null }),
    windows: fc.array(anyCalendar, { maxLength: 2 }),
  })
  .map(({ state, from, length, windows }) => {
    const start = Date.UTC(2025, 5, 1) + from * 60_000
    return order({
      state,
      startsAt: instantOfMs(start),
      endsAt: length === null ? null : instantOfMs(start + length * 60_000),
      sessions: windows.map((window) => session(window)),
    })
  })

test('between now and the answer’s change nothing changes, and at it it does', () => {
  fc.assert(
    fc.property(
      anyCalendar,
      anyCalendar,
      fc.array(anyOrder, { maxLength: 2 }),
      fc.integer({ min: 0, max: 20_000 }),
      fc.double({ min: 0, max: 0.999_999, noNaN: true }),
      (kh, th, orders, minute, share) => {
        const point = schedule({ calendars: { KH: [dated(kh)], TH: [dated(th)] } })
        const at = Date.UTC(2025, 5, 1) + minute * 60_000
        const answer = openingAt(point, orders, instantOfMs(at))
        const change = answer.open ? answer.until : answer.nextOpen
        const later = (ms: number) => openingAt(point, orders, instantOfMs(ms)).open
        if (change === null) return
        assert.equal(later(epochMs(change)), !answer.open)
        assert.equal(later(Math.floor(at + (epochMs(change) - at) * share)), answer.open)
      },
    ),
    { numRuns: 300 },
  )
})

test('another order never opens what was closed on its own side’s word', () => {
  fc.assert(
    fc.property(anyOrder, anyOrder, fc.integer({ min: 0, max: 20_000 }), (one, other, minute) => {
      const at = instantOfMs(Date.UTC(2025, 5, 1) + minute * 60_000)
      const live = epochMs(one.startsAt) <= epochMs(at) && (one.endsAt === null || at < one.endsAt)
      if (live && !openingAt(schedule(), [one], at).open) assert.equal(openingAt(schedule(), [one, { ...other, state: one.state }], at).open, false)
    }),
  )
})
