// Goal: the decoder accepts exactly deterministic encodings of the subset. Method: random values against the cbor2 package
// with its options for deterministic encoding, and random bytes: whatever is read must encode to the same bytes again.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cdeDecodeOptions, cdeEncodeOptions, decode, encode } from 'cbor2'
import fc from 'fast-check'
import { type CborKey, type CborValue, decodeCbor, encodeCbor } from './cbor.ts'

const integers = fc.oneof(
  fc.integer({ min: -(2 ** 32), max: 2 ** 32 - 1 }),
  fc.integer({ min: -300, max: 300 }),
  fc.constantFrom(23, 24, 255, 256, 65535, 65536),
)
const texts = fc.string({ unit: 'binary', maxLength: 30 }).filter((text) => text.isWellFormed())
const { value: values } = fc.letrec<{ value: CborValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    integers,
    texts,
    fc.uint8Array({ maxLength: 300 }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.array(fc.tuple(fc.oneof<fc.Arbitrary<CborKey>[]>(integers, texts), tie('value')), { maxLength: 5 }).map((entries) => new Map(entries)),
  ),
}))

test('cbor2 writes the same bytes and reads the same value', () => {
  fc.assert(
    fc.property(values, (value) => {
      const ours = encodeCbor(value)
      assert.deepEqual(Buffer.from(ours), Buffer.from(encode(value, cdeEncodeOptions)))
      const theirs: unknown = decode(ours, { ...cdeDecodeOptions, preferMap: true })
      assert.deepEqual(Buffer.from(encodeCbor(theirs as CborValue)), Buffer.from(ours))
    }),
    { numRuns: 500 },
  )
})

test('what is written is read back', () => {
  const limits = { depth: 8, items: 10_000, mapEntries: 64 }
  fc.assert(fc.property(values, (value) => assert.deepEqual(plainOf(decodeCbor(encodeCbor(value), { limits })), plainOf({ ok: true, value }))))
})

test('random bytes: read means deterministic, and nothing throws', () => {
  const heads = fc.constantFrom(0x00, 0x17, 0x18, 0x20, 0x41, 0x61, 0x80, 0x81, 0xa0, 0xa1, 0xa2, 0x9f, 0xff, 0xf6, 0xc1, 0x19, 0x1a, 0x1b)
  const bytes = fc.array(fc.oneof(heads, fc.integer({ min: 0, max: 255 })), { maxLength: 24 }).map((list) => Uint8Array.from(list))
  fc.assert(
    fc.property(bytes, (input) => {
      const read = decodeCbor(input)
      if (read.ok) assert.deepEqual(encodeCbor(read.value), input)
      else assert.match(read.code, /^CBOR_/)
    }),
    { numRuns: 20_000 },
  )
})

test('status lists may order their keys freely, but name none twice', () => {
  const unsorted = Uint8Array.fromHex('a202000100')
  assert.deepEqual(decodeCbor(unsorted), { ok: false, code: 'CBOR_ORDER' })
  assert.equal(decodeCbor(unsorted, { keyOrder: 'any' }).ok, true)
  assert.deepEqual(decodeCbor(Uint8Array.fromHex('a3020001000200'), { keyOrder: 'any' }), { ok: false, code: 'CBOR_DUPLICATE' })
})

test('a key order that cbor2 and RFC 8949 §4.2.1 share: 1, 169, 65535, -65537, text', () => {
  const map = new Map<CborKey, CborValue>([
    ['a', 0],
    [-65537, 0],
    [65535, 0],
    [169, 0],
    [1, 0],
  ])
  assert.equal(encodeCbor(map).toHex(), 'a5010018a90019ffff003a0001000000616100')
})

test('an integer beyond 32 bits is a bug of the writer', () => {
  for (const value of [2 ** 32, -(2 ** 32) - 1, 1.5, Number.NaN]) assert.throws(() => encodeCbor(value), RangeError)
})

/** Maps and views compare by content. */
const plainOf = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (part instanceof Map ? { map: [...part].sort() } : part instanceof Uint8Array ? part.toHex() : part))
