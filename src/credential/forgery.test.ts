// Goal: no change of a good pass stays green, and no text makes the verifier throw. Method: turn every bit at three
// depths; then random texts and edits.
// A mirrored ES256 signature (r, n-s) is the one change that verifies: it says the same, and nothing is keyed on signature bytes (see the vectors).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { decodeBase45, encodeBase45 } from './base45.ts'
import { outcomeOf } from './codes.ts'
import { keys, now, passText, textOf, trust } from './vectors/token.ts'
import { verifyPass } from './verify.ts'

const passes = { ES256: await passText({}), EdDSA: await passText({}, keys.thai) }
const bytesOf = (text: string): Uint8Array => {
  const decoded = decodeBase45(text)
  assert.ok(decoded.ok)
  return decoded.value
}
const flip = (bytes: Uint8Array, bit: number): Uint8Array => bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))

for (const [name, text] of Object.entries(passes)) {
  const layers: Readonly<Record<string, { bytes: Uint8Array; wrap(bytes: Uint8Array): string }>> = {
    text: { bytes: Buffer.from(text, 'latin1'), wrap: (bytes) => Buffer.from(bytes).toString('latin1') },
    compressed: { bytes: bytesOf(text), wrap: encodeBase45 },
    COSE: { bytes: inflateSync(bytesOf(text)), wrap: (bytes) => textOf(bytes, { level: 1 }) },
  }
  for (const [layer, { bytes, wrap }] of Object.entries(layers))
    test(`${name}: every bit of the ${layer} bytes turned, none is green`, async () => {
      assert.equal((await verifyPass(wrap(bytes), trust, now)).code, 'OK')
      const bits = Array.from({ length: bytes.length * 8 }, (_, bit) => bit)
      const verdicts = await Promise.all(bits.map((bit) => verifyPass(wrap(flip(bytes, bit)), trust, now)))
      assert.deepEqual(
        bits.filter((bit) => verdicts[bit]?.outcome === 'green'),
        [],
      )
    })
}

const edited = fc
  .record({ at: fc.nat(600), cut: fc.nat(5), put: fc.string({ unit: fc.constantFrom(...'0AZ $%*+-./:a\n\u0000é😀'), maxLength: 5 }) })
  .map(({ at, cut, put }) => passes.ES256.slice(0, at) + put + passes.ES256.slice(at + cut))
const sources: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'any text': fc.string({ unit: 'binary', maxLength: 2000 }),
  'Base45 of any bytes': fc.uint8Array({ maxLength: 1200 }).map(encodeBase45),
  'zlib of any bytes': fc.uint8Array({ maxLength: 1000 }).map((bytes) => textOf(bytes, { level: 1 })),
  'a COSE head before any bytes': fc
    .uint8Array({ maxLength: 300 })
    .map((bytes) => encodeBase45(deflateSync(Buffer.concat([Buffer.of(0xd2, 0x84), bytes])))),
  'an edited pass': edited,
}
for (const [name, source] of Object.entries(sources))
  test(`${name}: an answer of the closed list, never green unless unchanged`, async () => {
    await fc.assert(
      fc.asyncProperty(source, async (text) => {
        const verdict = await verifyPass(text, trust, now)
        assert.equal(verdict.outcome, outcomeOf[verdict.code])
        if (text !== passes.ES256) assert.notEqual(verdict.outcome, 'green')
      }),
      { numRuns: 500 },
    )
  })
