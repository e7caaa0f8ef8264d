// Goal: times, dates and codes are parsed once and rightly. Method: tables of edges, and properties.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type AreaCode, type CommandId, liesIn, madeAtMs, parseAreaCode, parseCommandId, parsePointId } from './code.ts'
import {
  addDays,
  addYears,
  ageOn,
  type CivilDate,
  type ClockTime,
  civilDateAt,
  clockTimeAt,
  epochMs,
  instantAt,
  instantOfMs,
  parseCivilDate,
  parseClockTime,
  parseInstant,
  weekdayOf,
} from './time.ts'

const instants: [text: string, parsed: string | undefined][] = [
  ['2025-06-10T08:30+07:00', '2025-06-10T01:30:00.000Z'],
  ['2025-06-10T08:30:15.123+07:00', '2025-06-10T01:30:15.123Z'],
  ['2025-06-10T01:30Z', '2025-06-10T01:30:00.000Z'],
  ['2025-06-10 08:30+0700', '2025-06-10T01:30:00.000Z'],
  ['2025-06-10T08:30', undefined],
  ['2025-06-10', undefined],
  ['2025-02-30T08:30Z', undefined],
  ['2025-13-01T08:30Z', undefined],
  ['2025-06-10T25:00Z', undefined],
  ['1899-12-31T23:59Z', undefined],
  ['3000-01-01T00:00Z', undefined],
  ['', undefined],
  ['now', undefined],
]
for (const [text, parsed] of instants) test(`instant «${text}» → ${parsed}`, () => assert.equal(parseInstant(text), parsed))

const dates: [text: string, parsed: string | undefined][] = [
  ['2024-02-29', '2024-02-29'],
  ['2025-02-29', undefined],
  ['2025-2-1', undefined],
  ['25-02-01', undefined],
  ['2568-06-10', '2568-06-10'],
  ['0001-01-01', undefined],
]
for (const [text, parsed] of dates) test(`date «${text}» → ${parsed}`, () => assert.equal(parseCivilDate(text), parsed))

for (const [text, good] of [
  ['07:00', true],
  ['24:00', true],
  ['24:01', false],
  ['25:00', false],
  ['7:00', false],
  ['07.00', false],
] as const)
  test(`clock «${text}»`, () => assert.equal(parseClockTime(text) !== undefined, good))

for (const [text, good] of [
  ['KH:01', true],
  ['KH:0110', true],
  ['KH:01100101', true],
  ['TH:220401', true],
  ['TH:22040101', false],
  ['2204', false],
  ['KH:011', false],
  ['FR:01', false],
  ['kh:01', false],
] as const)
  test(`area «${text}»`, () => assert.equal(parseAreaCode(text) !== undefined, good))

test('2204 of one state lies in nothing of the other', () =>
  assert.ok(!liesIn('KH:2204' as AreaCode, 'TH:2204' as AreaCode) && liesIn('KH:220405' as AreaCode, 'KH:2204' as AreaCode)))
for (const [text, good] of [
  ['kh-th/poipet', true],
  ['kh-th/', false],
  ['kh-th/../x', false],
  ['KH-TH/poipet', false],
] as const)
  test(`point «${text}»`, () => assert.equal(parsePointId(text) !== undefined, good))

test('a UUIDv7 carries its millisecond; others are none', () => {
  assert.equal(madeAtMs('01980000-0000-7000-8000-000000000000' as CommandId), 0x019800000000)
  for (const text of ['01980000-0000-4000-8000-000000000000', '01980000-0000-7000-c000-000000000000', '01980000-0000-7000-8000-00000000000G', ''])
    assert.equal(parseCommandId(text), undefined)
})

test('a civil day begins at midnight of its own zone', () => {
  assert.equal(civilDateAt(parseInstant('2026-11-19T16:59:59.999Z') ?? assert.fail(), '+07:00'), '2026-11-19')
  assert.equal(civilDateAt(parseInstant('2026-11-19T17:00Z') ?? assert.fail(), '+07:00'), '2026-11-20')
  assert.equal(instantAt('2026-11-20' as CivilDate, '24:00' as ClockTime, '+07:00'), '2026-11-20T17:00:00.000Z')
  assert.equal(clockTimeAt(parseInstant('2026-11-19T17:00Z') ?? assert.fail(), '+07:00'), '00:00')
})

test('years, days, ages and weekdays', () => {
  assert.equal(addYears('2024-02-29' as CivilDate, 1), '2025-02-28')
  assert.equal(addDays('2024-02-28' as CivilDate, 2), '2024-03-01')
  assert.equal(ageOn('2011-11-21' as CivilDate, '2026-11-20' as CivilDate), 14)
  assert.equal(ageOn('2011-11-20' as CivilDate, '2026-11-20' as CivilDate), 15)
  assert.equal(weekdayOf('2026-11-20' as CivilDate), 'fri')
})

test('an instant goes to text and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2999, 11) }), (ms) =>
      assert.equal(epochMs(parseInstant(instantOfMs(ms)) ?? assert.fail()), ms),
    ),
  )
})
