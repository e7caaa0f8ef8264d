// Goal: load is moved within a province, before approval, to an office that may serve the person. Method: the whole table of states, and mandates by area and time.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AreaCode, InstrumentId } from '../../kernel/code.ts'
import type { CivilDate, Instant } from '../../kernel/time.ts'
import { type ApplicationState, applicationStates } from '../application.rules.ts'
import type { Mandate } from '../mandate.rules.ts'
import { assessMove, type CaseToMove, movable } from './move.rules.ts'

const now = '2026-11-20T02:00:00.000Z' as Instant
const mandate = (office: string, area: string, change: Partial<Mandate> = {}): Mandate => ({
  id: office,
  instrument: 'kh/order-2024-01-01' as InstrumentId,
  office,
  holder: 'Governor',
  powers: ['approve', 'sign'],
  area: area as AreaCode,
  from: '2024-01-01' as CivilDate,
  until: null,
  autoExtends: false,
  revokedAt: null,
  revokedBy: null,
  ...change,
})
const malai: CaseToMove = { state: 'paid', office: 'KH:0109' as AreaCode, homeArea: 'KH:010901' as AreaCode }
const answer = (of: Partial<CaseToMove>, office: string, mandates: readonly Mandate[]) => {
  const outcome = assessMove({ ...malai, ...of }, { office: office as AreaCode, mandates, now })
  return outcome.ok ? 'ok' : outcome.refusal.code
}

const states: Record<ApplicationState, string> = {
  draft: 'application.not-submitted',
  submitted: 'ok',
  incomplete: 'ok',
  paid: 'ok',
  'under-review': 'application.under-review',
  approved: 'application.already-approved',
  signed: 'application.already-signed',
  produced: 'application.already-signed',
  collected: 'application.already-signed',
  rejected: 'application.closed',
  withdrawn: 'application.closed',
  lapsed: 'application.closed',
}
for (const state of applicationStates)
  test(`a case that is ${state} to the province's hall: ${states[state]}`, () => {
    assert.equal(answer({ state }, 'KH:01', [mandate('KH:01', 'KH:01')]), states[state])
    assert.equal(movable[state] === 'allowed', states[state] === 'ok')
  })

const cases: [what: string, of: Partial<CaseToMove>, office: string, mandates: readonly Mandate[], code: string][] = [
  ['where it is', {}, 'KH:0109', [mandate('KH:0109', 'KH:0109')], 'move.same-office'],
  ['another province, whatever its mandate says', {}, 'KH:0201', [mandate('KH:0201', 'KH')], 'move.other-province'],
  ['a sibling that serves its own people alone', {}, 'KH:0110', [mandate('KH:0110', 'KH:0110')], 'mandate.area'],
  ['a sibling whose mandate says more', {}, 'KH:0110', [mandate('KH:0110', 'KH:0110'), mandate('KH:0110', 'KH:0109')], 'ok'],
  ['the hall to the person’s own district', { office: 'KH:01' as AreaCode }, 'KH:0109', [mandate('KH:0109', 'KH:0109')], 'ok'],
  ['the hall to another district', { office: 'KH:01' as AreaCode }, 'KH:0110', [mandate('KH:0110', 'KH:0110')], 'mandate.area'],
  ['an office without a mandate', {}, 'KH:01', [], 'mandate.none'],
  ['a mandate that was revoked', {}, 'KH:01', [mandate('KH:01', 'KH:01', { revokedAt: now })], 'mandate.revoked'],
  ['a mandate that begins tomorrow', {}, 'KH:01', [mandate('KH:01', 'KH:01', { from: '2026-11-21' as CivilDate })], 'mandate.not-started'],
  ['a mandate without signing', {}, 'KH:01', [mandate('KH:01', 'KH:01', { powers: ['approve'] })], 'mandate.power'],
]
for (const [what, of, office, mandates, code] of cases) test(`${what}: ${code}`, () => assert.equal(answer(of, office, mandates), code))
