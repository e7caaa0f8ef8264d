// Goal: a verifier that remembers says what one without a memory says, and keeps no more than it may. Method: every published vector and a drawn
// history of texts, keys and hours before both; then what is kept is counted.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { PassMemory } from './pass-memory.ts'
import { parseTrustJson, type Trust } from './trust.ts'
import { verifyPass } from './verify.ts'

type Vector = { name: string; text: string; now: number; expected: { outcome: string; code: string } }
const read = (name: string): string => readFileSync(new URL(`../../vectors/credential/${name}`, import.meta.url), 'utf8')
const vectors = [...(JSON.parse(read('valid.json')) as Vector[]), ...(JSON.parse(read('invalid.json')) as Vector[])]
const reading = parseTrustJson(read('trust.json'))
assert.ok(reading.ok)
const { trust } = reading

test('every vector is judged the same before and after it is remembered, its verdict whole', async () => {
  const memory = new PassMemory(1000)
  for (const { name, text, now } of vectors) {
    const afresh = await verifyPass(text, trust, now)
    for (const time of ['first', 'second']) assert.deepEqual(await verifyPass(text, trust, now, memory), afresh, `${name}, ${time} time`)
  }
  assert.ok(memory.size >= 12, `${memory.size} are remembered`)
})

/** Whom one believes changes: a key struck, two keys that swap their names, a key said to be of the other algorithm, no list, another state's key. */
const trusts: readonly Trust[] = [
  trust,
  { ...trust, keys: [] },
  { ...trust, lists: [] },
  { ...trust, keys: trust.keys.slice(1) },
  { ...trust, keys: trust.keys.map((key, index) => ({ ...key, spki: (trust.keys.at(index - 1) ?? key).spki })) },
  { ...trust, keys: trust.keys.map((key) => ({ ...key, alg: key.alg === -7 ? -8 : -7 })) },
  { ...trust, keys: trust.keys.map((key) => ({ ...key, iss: 'LA' as typeof key.iss })) },
  { ...trust, keys: trust.keys.map((key) => ({ ...key, spki: key.spki.map((byte, at) => (at === key.spki.length - 1 ? byte ^ 1 : byte)) })) },
  {
    ...trust,
    leaked: trust.keys.map(({ kid, alg, spki, iss, notBefore, notAfter }) => ({
      kid,
      alg,
      spki,
      iss,
      notBefore,
      notAfter,
      digests: new Uint8Array(0),
    })),
  },
]

test('whatever was seen before, by whatever keys, at whatever hour: the verdict is the one without a memory', async () => {
  const asked = fc.record({
    vector: fc.nat(vectors.length - 1),
    by: fc.nat(trusts.length - 1),
    shift: fc.constantFrom(0, 0, -400 * 86_400, 900 * 86_400),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(asked, { minLength: 20, maxLength: 60 }), fc.nat(6), async (history, passesMax) => {
      const memory = new PassMemory(passesMax)
      for (const { vector, by, shift } of history) {
        const { text = '', now = 0 } = vectors[vector] ?? {}
        const believed = trusts[by] ?? trust
        assert.deepEqual(await verifyPass(text, believed, now + shift, memory), await verifyPass(text, believed, now + shift))
        assert.ok(memory.size <= passesMax)
      }
    }),
    { numRuns: 40 },
  )
})

test('a forgery takes nobody’s place; of too many the one not seen for longest goes', async () => {
  const green = vectors.filter(({ expected }) => expected.code === 'OK').slice(0, 3)
  const [first, second, third] = green
  assert.ok(first && second && third)
  const memory = new PassMemory(2)
  const see = ({ text, now }: Vector) => verifyPass(text, trust, now, memory)
  await see(first)
  await see(second)
  for (const vector of vectors.filter(({ expected }) => ['SIG_INVALID', 'KID_UNKNOWN', 'COSE_SHAPE', 'B45_ALPHABET'].includes(expected.code)))
    await see(vector)
  assert.deepEqual(
    [first, second].map(({ text }) => memory.recall(text) !== undefined),
    [true, true],
  )
  await see(first)
  await see(third)
  assert.deepEqual(
    [first, second, third].map(({ text }) => memory.recall(text) !== undefined),
    [true, false, true],
  )
})
