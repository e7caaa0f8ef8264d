// Goal: one zlib stream, whole, small, and nothing beside it. Method: node:zlib makes streams right and wrong,
// and is asked what it makes of each turned bit.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { constants, deflateRawSync, deflateSync, gzipSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { deflate } from './deflate.ts'
import { adler32, inflate } from './inflate.ts'

const plain = Buffer.from('ប័ណ្ណឆ្លងដែន บัตรผ่านแดน '.repeat(10))
const stream = deflateSync(plain)
const codeOf = (input: Uint8Array, bytesMax = 2048): string => {
  const read = inflate(input, bytesMax)
  return read.ok ? 'read' : read.code
}

test('Adler-32 of "Wikipedia" is 11E60398', () => assert.equal(adler32(Buffer.from('Wikipedia')), 0x11e60398))

const strategies = [constants.Z_DEFAULT_STRATEGY, constants.Z_HUFFMAN_ONLY, constants.Z_RLE, constants.Z_FIXED, constants.Z_FILTERED]
const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }),
  fc.array(fc.constantFrom(0, 1, 2, 65), { maxLength: 3000 }).map((list) => Uint8Array.from(list)),
)
test('what node:zlib writes is read, at every level and strategy', () => {
  fc.assert(
    fc.property(anyBytes, fc.integer({ min: 0, max: 9 }), fc.constantFrom(...strategies), (bytes, level, strategy) => {
      assert.deepEqual(inflate(deflateSync(bytes, { level, strategy }), 3000), { ok: true, value: bytes })
    }),
    { numRuns: 300 },
  )
})

test('what we write, node:zlib and we read', async () => {
  for (const bytes of [new Uint8Array(0), plain, new Uint8Array(200_000)]) {
    const written = await deflate(bytes)
    assert.deepEqual(Buffer.from(inflateSync(written)), Buffer.from(bytes))
    assert.deepEqual(inflate(written, 200_000), { ok: true, value: new Uint8Array(bytes) })
  }
})

test('a large list: a million bytes in blocks of their own', () => {
  const bytes = Uint8Array.from({ length: 1_000_000 }, (_, at) => (at * at) % 251)
  assert.deepEqual(inflate(deflateSync(bytes), bytes.length), { ok: true, value: bytes })
})

test('any bit turned: refused, or node:zlib reads the very same bytes', () => {
  for (const level of [0, 1, 9])
    for (const strategy of strategies) {
      const good = deflateSync(plain, { level, strategy })
      for (let bit = 0; bit < good.length * 8; bit++) {
        const turned = good.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
        const read = inflate(turned, 2048)
        if (read.ok) assert.deepEqual(Buffer.from(inflateSync(turned)), Buffer.from(read.value))
      }
    }
})

test('random blocks: what we read, node:zlib reads alike', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 80 }), (body) => {
      const read = inflate(Buffer.concat([Buffer.of(0x78, 0x9c), body]), 2048)
      assert.ok(!read.ok)
      assert.match(read.code, /^ZLIB_(DATA|ADLER|SIZE)$/)
    }),
    { numRuns: 5000 },
  )
})

const streams: readonly [name: string, input: Uint8Array, code: string][] = [
  ['nothing', Buffer.alloc(0), 'ZLIB_HEADER'],
  ['gzip', gzipSync(plain), 'ZLIB_HEADER'],
  ['raw deflate', deflateRawSync(plain), 'ZLIB_HEADER'],
  ['a window of 64 KiB', Buffer.concat([Buffer.of(0x88, 0x1c), stream.subarray(2)]), 'ZLIB_HEADER'],
  ['a preset dictionary', deflateSync(plain, { dictionary: plain }), 'ZLIB_HEADER'],
  ['a byte after the end', Buffer.concat([stream, Buffer.of(0)]), 'ZLIB_TRAILING'],
  ['the check after the end again', Buffer.concat([stream, stream.subarray(-4)]), 'ZLIB_TRAILING'],
  ['a second stream', Buffer.concat([stream, stream]), 'ZLIB_TRAILING'],
  ['flushed but not ended', deflateSync(plain, { finishFlush: constants.Z_SYNC_FLUSH }), 'ZLIB_DATA'],
  ['a distance before the start', Buffer.from('789c03020000000000', 'hex'), 'ZLIB_DATA'],
]
for (const [name, input, code] of streams) test(`${name} → ${code}`, () => assert.equal(codeOf(input), code))

test('every cut of a stream is refused', () => {
  for (let length = 0; length < stream.length; length++) assert.notEqual(codeOf(stream.subarray(0, length)), 'read', `${length} bytes`)
})

test('the cap holds to the byte', () => {
  assert.equal(codeOf(deflateSync(Buffer.alloc(2048))), 'read')
  assert.equal(codeOf(deflateSync(Buffer.alloc(2049))), 'ZLIB_SIZE')
  assert.equal(codeOf(deflateSync(Buffer.alloc(50_000_000))), 'ZLIB_SIZE')
})
