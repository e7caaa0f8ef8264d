// Goal: a case about a pass is begun only where it could end well, and goes on with the photo on record only while that serves. Method: whole tables of states, wishes and days; the real law.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readLaw } from '../instruments/law-file.ts'
import type { CivilDate } from '../kernel/time.ts'
import { assessWish, type PassWish, passWishes, photoServes } from './about-pass.rules.ts'
import type { PassModel, PassState } from './pass.rules.ts'

const today = '2026-11-27' as CivilDate
const where = { law: readLaw().law, issuer: 'KH', today } as const
type Row = readonly [state: PassState, lastDay: string, model: PassModel, extension: string, replacement: string]
const rows: readonly Row[] = [
  ['active', '2026-12-20', 'qr', 'ok', 'ok'],
  ['active', '2026-11-27', 'qr', 'ok', 'ok'],
  ['active', '2026-11-26', 'qr', 'extension.too-late', 'replacement.not-live'],
  ['suspended', '2026-12-20', 'qr', 'extension.suspended', 'ok'],
  ['expired', '2025-01-01', 'qr', 'extension.too-late', 'replacement.not-live'],
  ['revoked', '2026-12-20', 'qr', 'pass.already-revoked', 'pass.already-revoked'],
  ['replaced', '2026-12-20', 'qr', 'pass.already-replaced', 'pass.already-replaced'],
  ['active', '2026-12-20', 'legacy-blue', 'pass.legacy', 'ok'],
  ['revoked', '2026-12-20', 'legacy-yellow', 'pass.already-revoked', 'pass.already-revoked'],
]
for (const [state, lastDay, model, extension, replacement] of rows)
  test(`a pass that is ${state}, ${model}, until ${lastDay}`, () => {
    for (const wish of passWishes) {
      const pass = { number: 'KH01090000015', state, lastDay: lastDay as CivilDate, model, extensions: 0 }
      const assessed = assessWish(pass, wish, where)
      assert.equal(assessed.ok ? 'ok' : assessed.refusal.code, wish === 'extension' ? extension : replacement, wish)
    }
  })

const photos: readonly [takenOn: string | null, wish: PassWish, serves: boolean][] = [
  [null, 'extension', false],
  [null, 'damaged', false],
  ['2026-11-27', 'damaged', true],
  ['2026-05-27', 'lost', true],
  ['2026-05-26', 'lost', false],
  ['2026-05-26', 'stolen', false],
  ['2026-05-26', 'damaged', false],
  ['2026-05-26', 'wrong-data', false],
  // Its papers ask for no photo.
  ['2024-11-28', 'extension', true],
]
for (const [takenOn, wish, serves] of photos)
  test(`a photo of ${takenOn} for ${wish}`, () => assert.equal(photoServes(takenOn as CivilDate | null, wish, 6, where), serves))
