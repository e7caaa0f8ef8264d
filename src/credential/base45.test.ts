// Goal: RFC 9285 and nothing beside it. Method: the RFC's examples, then random bytes there and back, then random texts.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeBase45, encodeBase45 } from './base45.ts'

const examples = [
  ['AB', 'BB8'],
  ['Hello!!', '%69 VD92EX0'],
  ['base-45', 'UJCLQE7W581'],
  ['ietf!', 'QED8WEX0'],
  ['', ''],
] as const
for (const [plain, text] of examples)
  test(`RFC 9285 §4.3: "${plain}" is "${text}"`, () => {
    const bytes = new TextEncoder().encode(plain)
    assert.equal(encodeBase45(bytes), text)
    assert.deepEqual(decodeBase45(text), { ok: true, value: bytes })
  })

test('any bytes come back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => assert.deepEqual(decodeBase45(encodeBase45(bytes)), { ok: true, value: bytes })),
  )
})

test('a text that is read has one spelling: writing it again gives the same text', () => {
  const letters = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:')
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 30 }), (text) => {
      const decoded = decodeBase45(text)
      if (decoded.ok) assert.equal(encodeBase45(decoded.value), text)
      else assert.match(decoded.code, /^B45_(LENGTH|OVERFLOW)$/)
    }),
  )
})

const refused = [
  ['GGW', 'B45_OVERFLOW', 65536],
  [':::', 'B45_OVERFLOW', 91124],
  ['U5', undefined, 255],
  ['V5', 'B45_OVERFLOW', 256],
  ['A', 'B45_LENGTH', 0],
  ['AAAA', 'B45_LENGTH', 0],
  ['bb8', 'B45_ALPHABET', 0],
  ['BB8\n', 'B45_ALPHABET', 0],
  ['BB٨', 'B45_ALPHABET', 0],
] as const
for (const [text, code, number] of refused)
  test(`${JSON.stringify(text)} (${number}) → ${code ?? 'read'}`, () => {
    const decoded = decodeBase45(text)
    assert.equal(decoded.ok ? undefined : decoded.code, code)
  })
