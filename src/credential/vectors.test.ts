// Goal: the verifier and the published vectors agree, and the vectors leave no code out. Method: judge each file entry as an outside tool would.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { outcomeOf, passCodes } from './codes.ts'
import { parseTrustJson } from './trust.ts'
import { signEs256 } from './vectors/signer.ts'
import { verifyPass } from './verify.ts'

type Vector = { name: string; text: string; trust: string; now: number; expected: { outcome: string; code: string } }
const read = (name: string): string => readFileSync(new URL(`../../vectors/credential/${name}`, import.meta.url), 'utf8')
const valid: Vector[] = JSON.parse(read('valid.json'))
const invalid: Vector[] = JSON.parse(read('invalid.json'))
const reading = parseTrustJson(read('trust.json'))
assert.ok(reading.ok)
const { trust } = reading

for (const { name, text, now, expected } of [...valid, ...invalid])
  test(`${expected.code}: ${name}`, async () => {
    const verdict = await verifyPass(text, trust, now)
    assert.deepEqual({ outcome: verdict.outcome, code: verdict.code }, expected)
    if (verdict.outcome === 'green') assert.ok(verdict.claims && !verdict.unverified)
    else if (verdict.outcome === 'amber') assert.equal(verdict.unverified, true)
    else assert.equal(verdict.claims, undefined, 'a refused pass shows no data')
  })

test('every code has a vector, more of them invalid than valid, and no name twice', () => {
  const all = [...valid, ...invalid]
  assert.deepEqual([...new Set(all.map(({ expected }) => expected.code))].sort(), [...passCodes].sort())
  assert.ok(valid.length >= 12 && invalid.length > 2 * valid.length)
  assert.equal(new Set(all.map(({ name }) => name)).size, all.length)
})

test('only the codes of Base45 and the zlib header say "not a border pass"', () => {
  const neutral = passCodes.filter((code) => outcomeOf[code] === 'neutral')
  assert.deepEqual(neutral, ['B45_ALPHABET', 'B45_LENGTH', 'B45_OVERFLOW', 'ZLIB_HEADER'])
})

test('an unknown key shows its readable data unverified', async () => {
  const vector = invalid.find(({ name }) => name === 'a key that is not in the trust file')
  const verdict = await verifyPass(vector?.text ?? '', trust, vector?.now ?? 0)
  assert.equal(verdict.unverified, true)
  assert.equal(verdict.claims?.familyName, 'CHAN')
})

test('the vectors’ own ES256 signer gives the signature of RFC 6979 §A.2.5', () => {
  const secret = Buffer.from('c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721', 'hex')
  const signature = Buffer.from(signEs256(secret, Buffer.from('sample'))).toString('hex')
  assert.equal(
    signature,
    'efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8',
  )
})
