// Goal: a pass is extended as often, as long and as early as its issuer's law says. Method: a table from the texts (Interior notice of 1 October 1998; press reports of the Cambodian extension), the last day ±1, and properties.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { validitySecondsMax } from '../credential/claims.ts'
import type { Law } from '../instruments/law.rules.ts'
import { readLaw } from '../instruments/law-file.ts'
import { addDays, borderZone, type CivilDate, type ClockTime, epochSeconds, instantAt } from '../kernel/time.ts'
import { extendedLastDay, type PassToExtend } from './extension.rules.ts'
import { passStates } from './pass.rules.ts'

const { law } = readLaw()
const day = (text: string) => text as CivilDate
const midnight = '00:00' as ClockTime
const pass: PassToExtend = { state: 'active', lastDay: day('2026-11-20'), extensions: 0 }

const table: [name: string, issuer: 'KH' | 'TH', change: Partial<PassToExtend>, today: string, answer: string][] = [
  ['KH: a year', 'KH', {}, '2026-11-01', '2027-11-20'],
  ['KH: as often as asked, no text sets an end', 'KH', { extensions: 7 }, '2026-11-01', '2027-11-20'],
  ['TH: two years', 'TH', {}, '2026-11-01', '2028-11-20'],
  ['TH: the second', 'TH', { extensions: 1 }, '2026-11-01', '2028-11-20'],
  ['TH: no third', 'TH', { extensions: 2 }, '2026-11-01', 'extension.no-more'],
  ['on its last day', 'KH', {}, '2026-11-20', '2027-11-20'],
  ['the day after', 'KH', {}, '2026-11-21', 'extension.too-late'],
  ['29 February', 'KH', { lastDay: day('2028-02-29') }, '2028-02-01', '2029-02-28'],
  // A code is good for 5 × 366 days at most: whoever extends again and again at once is told from when on.
  ['KH: a fourth at once', 'KH', { lastDay: day('2030-11-19'), extensions: 3 }, '2026-11-20', '2031-11-19'],
  ['KH: a fifth at once', 'KH', { lastDay: day('2031-11-19'), extensions: 4 }, '2026-11-20', 'extension.too-early'],
  ['TH: the second on the day of the first', 'TH', { lastDay: day('2030-11-19'), extensions: 1 }, '2026-11-20', 'extension.too-early'],
  ['TH: the second a day before its code may reach it', 'TH', { lastDay: day('2030-11-19'), extensions: 1 }, '2027-11-16', 'extension.too-early'],
  ['TH: the second on that day', 'TH', { lastDay: day('2030-11-19'), extensions: 1 }, '2027-11-17', '2032-11-19'],
  ['before any text of extensions', 'KH', { lastDay: day('2023-05-01') }, '2023-04-01', 'extension.none-in-law'],
  ['suspended', 'KH', { state: 'suspended' }, '2026-11-01', 'extension.suspended'],
  ['revoked', 'KH', { state: 'revoked' }, '2026-11-01', 'pass.not-active'],
  ['replaced', 'KH', { state: 'replaced' }, '2026-11-01', 'pass.not-active'],
  ['on record as expired', 'KH', { state: 'expired' }, '2026-11-01', 'extension.too-late'],
]
for (const [name, issuer, change, today, answer] of table)
  test(`${name}: ${answer}`, () => {
    const extended = extendedLastDay(law, issuer, { ...pass, ...change }, day(today))
    assert.equal(extended.ok ? extended.value : extended.refusal.code, answer)
  })

test('where a text sets an earliest day, it is refused before that day and granted on it', () => {
  const setsDay: Law = {
    ...law,
    parameters: law.parameters.map((row) => (row.rule === 'pass.extension' ? { ...row, value: { ...row.value, daysBeforeEndMax: 60 } } : row)),
  }
  const early = extendedLastDay(setsDay, 'TH', pass, day('2026-09-20'))
  assert.deepEqual(early.ok ? undefined : [early.refusal.code, early.refusal.about], ['extension.too-early', { from: '2026-09-21' }])
  assert.equal(extendedLastDay(setsDay, 'TH', pass, day('2026-09-21')).ok, true)
})

test('an extension is always later than the last day it extends, and only of a pass in force', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...passStates),
      fc.integer({ min: 0, max: 4_000 }),
      fc.integer({ min: -400, max: 4_000 }),
      fc.nat(3),
      (state, ends, now, extensions) => {
        const [lastDay, today] = [addDays(day('2024-01-02'), ends), addDays(day('2024-01-02'), now)]
        const extended = extendedLastDay(law, 'TH', { state, lastDay, extensions }, today)
        if (!extended.ok) return
        assert.ok(extended.value > lastDay && state === 'active' && today <= lastDay && extensions < 2)
        const seconds =
          epochSeconds(instantAt(addDays(extended.value, 1), midnight, borderZone)) - epochSeconds(instantAt(today, midnight, borderZone))
        assert.ok(seconds <= validitySecondsMax, 'a code can say it')
      },
    ),
  )
})
