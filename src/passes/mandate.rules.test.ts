// Goal: who may sign, when and for whom. Method: every answer of the rule, and the edges of its period to the second.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AreaCode, InstrumentId } from '../kernel/code.ts'
import { type CivilDate, type Instant, instantOfMs } from '../kernel/time.ts'
import { assessMandate, type Mandate, powers } from './mandate.rules.ts'

const trial: Mandate = {
  id: 'KH:0109/2024-01-01',
  instrument: 'kh/order-2024-01-01' as InstrumentId,
  office: 'KH:0109',
  holder: 'Governor of Malai',
  powers: ['review', 'approve', 'sign'],
  area: 'KH:0109' as AreaCode,
  from: '2024-01-01' as CivilDate,
  until: '2024-07-01' as CivilDate,
  autoExtends: true,
  revokedAt: null,
  revokedBy: null,
}
const revoked: Mandate = { ...trial, revokedAt: '2025-03-01T02:00:00.000Z' as Instant, revokedBy: 'kh/other-decision' as InstrumentId }
const at = (now: string) => now as Instant
const malai = 'KH:010902' as AreaCode

const table: [name: string, mandates: Mandate[], area: AreaCode, now: string, answer: string][] = [
  ['inside the trial', [trial], malai, '2024-03-01T02:00:00.000Z', 'granted'],
  ['its first second, by the clock of the border', [trial], malai, '2023-12-31T17:00:00.000Z', 'granted'],
  ['a second before', [trial], malai, '2023-12-31T16:59:59.000Z', 'mandate.not-started'],
  ['after six months it has extended itself', [trial], malai, '2026-11-22T02:00:00.000Z', 'granted'],
  ['without automatic extension the last second', [{ ...trial, autoExtends: false }], malai, '2024-06-30T16:59:59.000Z', 'granted'],
  ['without automatic extension the first second after', [{ ...trial, autoExtends: false }], malai, '2024-06-30T17:00:00.000Z', 'mandate.ended'],
  ['a second before the different decision', [revoked], malai, '2025-03-01T01:59:59.000Z', 'granted'],
  ['from the minute of the different decision', [revoked], malai, '2025-03-01T02:00:00.000Z', 'mandate.revoked'],
  ['another district', [trial], 'KH:0110' as AreaCode, '2025-01-01T02:00:00.000Z', 'mandate.area'],
  [
    'the same digits in the other state',
    [{ ...trial, area: 'TH:2204' as AreaCode }],
    'KH:2204' as AreaCode,
    '2025-01-01T02:00:00.000Z',
    'mandate.area',
  ],
  ['without the power', [{ ...trial, powers: ['review'] }], malai, '2025-01-01T02:00:00.000Z', 'mandate.power'],
  ['no mandate at all', [], malai, '2025-01-01T02:00:00.000Z', 'mandate.none'],
  ['a later one serves where the first was revoked', [revoked, { ...trial, id: 'new' }], malai, '2025-06-01T02:00:00.000Z', 'granted'],
]
for (const [name, mandates, area, now, expected] of table)
  test(`${name}: ${expected}`, () => {
    const answer = assessMandate(mandates, { power: 'sign', area, now: at(now) })
    assert.equal(answer.ok ? 'granted' : answer.refusal.code, expected)
  })

test('a revoked mandate names the decision that revoked it', () => {
  const answer = assessMandate([revoked], { power: 'sign', area: malai, now: at('2026-01-01T00:00:00.000Z') })
  assert.deepEqual(answer.ok ? [] : answer.refusal.instruments, ['kh/other-decision'])
})

test('taking a power, time or area away never allows more', () => {
  const instant = fc.integer({ min: Date.UTC(2023, 0), max: Date.UTC(2027, 0) }).map(instantOfMs)
  const less = fc.constantFrom<(mandate: Mandate) => Mandate>(
    (mandate) => ({ ...mandate, powers: mandate.powers.slice(1) }),
    (mandate) => ({ ...mandate, autoExtends: false }),
    (mandate) => ({ ...mandate, area: 'KH:010902' as AreaCode }),
    () => revoked,
  )
  fc.assert(
    fc.property(instant, less, fc.constantFrom(...powers), fc.constantFrom('KH:0109', 'KH:010902', 'KH:0110'), (now, weaken, power, area) => {
      const asked = { power, area: area as AreaCode, now }
      if (assessMandate([weaken(trial)], asked).ok) assert.ok(assessMandate([trial], asked).ok)
    }),
  )
})
