// Goal: the reader of deltas and the published vectors agree, and the vectors leave no code out. Method: judge each file entry as an outside tool would.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { applyStatusDelta, statusDeltaCodes } from './status-delta.ts'
import type { StatusBits } from './status-list.ts'
import { parseTrustJson } from './trust.ts'

type Vector = {
  readonly name: string
  readonly now: number
  readonly list: { readonly uri: string; readonly bits: StatusBits; readonly seq: number; readonly exp: number; readonly bytes: string }
  readonly token: string
  readonly expected: { readonly code: string; readonly result?: { readonly seq: number; readonly exp: number; readonly bytes: string } }
}
const read = (name: string): string => readFileSync(new URL(`../../vectors/status/${name}`, import.meta.url), 'utf8')
const valid: Vector[] = JSON.parse(read('valid.json'))
const invalid: Vector[] = JSON.parse(read('invalid.json'))
const reading = parseTrustJson(read('trust.json'))
assert.ok(reading.ok)
const { keys } = reading.trust

for (const { name, now, list, token, expected } of [...valid, ...invalid])
  test(`${expected.code}: ${name}`, async () => {
    const held = { uri: list.uri, bits: list.bits, seq: list.seq, expiresAt: list.exp, statuses: Uint8Array.fromHex(list.bytes) }
    const applied = await applyStatusDelta(held, Uint8Array.fromHex(token), { keys, now })
    assert.equal(applied.ok ? 'OK' : applied.code, expected.code)
    if (!applied.ok) return assert.equal(expected.result, undefined)
    const { seq, expiresAt: exp, statuses } = applied.value
    assert.deepEqual({ seq, exp, bytes: statuses.toHex() }, expected.result)
  })

test('every code has a vector, more of them invalid than valid, and no name twice', () => {
  const all = [...valid, ...invalid]
  assert.deepEqual([...new Set(all.map(({ expected }) => expected.code))].sort(), ['OK', ...statusDeltaCodes].sort())
  assert.ok(valid.length >= 8 && invalid.length > 4 * valid.length)
  assert.equal(new Set(all.map(({ name }) => name)).size, all.length)
})
