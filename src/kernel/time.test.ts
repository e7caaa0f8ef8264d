// Goal: the whole-number times are Temporal's. Method: properties over the years 1900–2999, and the edges by hand.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  ageOn,
  type CivilDate,
  type ClockTime,
  civilDateAt,
  epochMs,
  instantAt,
  instantOfMs,
  parseCivilDate,
  parseInstant,
  toInstant,
} from './time.ts'

const ms = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2999, 11, 31) })
const zone = fc.constantFrom('UTC', '+07:00', '-09:30', '+14:00', '-12:00', 'Asia/Phnom_Penh', 'America/New_York')

test('an instant of milliseconds is written as Temporal writes it, and read back', () => {
  fc.assert(
    fc.property(ms, (at) => {
      const instant = instantOfMs(at)
      assert.equal(instant, toInstant(Temporal.Instant.fromEpochMilliseconds(at)))
      assert.equal(epochMs(instant), at)
      assert.equal(parseInstant(instant), instant)
    }),
  )
})

test('the civil date of an instant is Temporal’s, in fixed and in named zones', () => {
  fc.assert(
    fc.property(ms, zone, (at, place) => {
      const expected = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(place).toPlainDate().toString()
      assert.equal(civilDateAt(instantOfMs(at), place), expected)
    }),
  )
})

test('days are added as Temporal adds them', () => {
  fc.assert(
    fc.property(ms, fc.integer({ min: -100_000, max: 100_000 }), (at, days) => {
      const date = civilDateAt(instantOfMs(at), 'UTC')
      assert.equal(addDays(date, days), Temporal.PlainDate.from(date).add({ days }).toString())
    }),
  )
})

test('a wall time is the instant that Temporal finds', () => {
  fc.assert(
    fc.property(ms, zone, fc.integer({ min: 0, max: 24 * 60 }), (at, place, minute) => {
      const date = civilDateAt(instantOfMs(at), 'UTC')
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}` as ClockTime
      const expected = Temporal.PlainDate.from(date).toZonedDateTime(place).add({ minutes: minute }).toInstant()
      assert.equal(instantAt(date, time, place), expected.toString({ fractionalSecondDigits: 3 }))
    }),
  )
})

test('an age is Temporal’s, on leap days and before the birth too', () => {
  const leap = fc.constantFrom('2000-02-29', '2004-02-29', '1904-02-29', '2001-02-28', '2001-03-01')
  const date = fc.oneof(
    ms.map((at) => civilDateAt(instantOfMs(at), 'UTC') as string),
    leap,
  )
  fc.assert(
    fc.property(date, date, (birth, on) => {
      const expected = Temporal.PlainDate.from(birth).until(Temporal.PlainDate.from(on), { largestUnit: 'years' }).years
      assert.equal(ageOn(birth as CivilDate, on as CivilDate), expected)
    }),
  )
})

test('a date is read where Temporal reads one', () => {
  const number = (max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, '0'))
  const text = fc.tuple(fc.integer({ min: 1890, max: 3010 }), number(13), number(32)).map(([year, month, day]) => `${year}-${month}-${day}`)
  fc.assert(
    fc.property(text, (written) => {
      let expected: string | undefined
      try {
        const { year } = Temporal.PlainDate.from(written, { overflow: 'reject' })
        expected = year >= 1900 && year <= 2999 ? written : undefined
      } catch {}
      assert.equal(parseCivilDate(written), expected)
    }),
    { numRuns: 500 },
  )
})

for (const text of [
  '',
  '2026-1-31',
  '2026-01-31 ',
  '2026/01/31',
  '+026-01-31',
  '2026-01-3x',
  '２０２６-01-31',
  '2026-00-10',
  '2026-01-00',
  '1900-02-29',
])
  test(`"${text}" is no date of ours`, () => assert.equal(parseCivilDate(text), undefined))

for (const text of [
  '2026-01-01T00:00:00.000z',
  '2026-01-01t00:00:00.000Z',
  '2026-01-01T00.00:00.000Z',
  '2026-01-01T00:00:00,000Z',
  '2026-01-01T00:60:00.000Z',
  '2026-02-30T00:00:00.000Z',
])
  test(`${text} is not as we write it, and no number comes of it`, () =>
    assert.throws(() => epochMs(text as ReturnType<typeof instantOfMs>), RangeError))

for (const text of [
  '2026-02-29T00:00:00.000Z',
  '2026-13-01T00:00:00.000Z',
  '2026-01-01T25:00:00.000Z',
  '1899-12-31T23:59:59.999Z',
  '3000-01-01T00:00:00.000Z',
])
  test(`${text} is no instant of ours`, () => assert.equal(parseInstant(text), undefined))

for (const [text, expected] of [
  ['1970-01-01T00:00:00.000Z', '1970-01-01T00:00:00.000Z'],
  ['2024-02-29T23:59:59.999Z', '2024-02-29T23:59:59.999Z'],
  ['2025-06-10T08:30+07:00', '2025-06-10T01:30:00.000Z'],
  // A leap second has no place in a count of seconds: Temporal reads it as the second before.
  ['2016-12-31T23:59:60.000Z', '2016-12-31T23:59:59.000Z'],
  ['2026-01-01T24:00:00.000Z', undefined],
] as const)
  test(`${text} is read as ${expected}`, () => assert.equal(parseInstant(text), expected))

test('a time that is none is a bug, not a number', () => {
  assert.throws(() => epochMs('yesterday' as ReturnType<typeof instantOfMs>), RangeError)
  assert.throws(() => addDays('2026-02-30x' as CivilDate, 1), RangeError)
  assert.throws(() => instantOfMs(0.5), RangeError)
})
