// Goal: a number that a phone mistyped is caught before anything is looked up, and one is typed in any of three scripts. Method: every wrong digit and every swap of numbers made by chance.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { latinDigits } from '../kernel/digits.ts'
import { followDigits, type NumberKind, numberKinds, numberOf, parseNumber, spokenNumber } from './follow-number.rules.ts'

const chance = fc.double({ min: 0, max: 0.999_999_999, noNaN: true })
const kinds = Object.keys(numberKinds) as NumberKind[]
const anyKind = fc.constantFrom(...kinds)

test('a number has ten digits, bears its kind in the first, and reads back', () => {
  fc.assert(
    fc.property(chance, anyKind, (fraction, kind) => {
      const number = numberOf(kind, fraction)
      assert.equal(number.length, followDigits)
      assert.equal(parseNumber(number, kind), number)
      for (const other of kinds) if (other !== kind) assert.equal(parseNumber(number, other), undefined)
      assert.equal(parseNumber(spokenNumber(number), kind), number)
    }),
  )
})

test('every wrong digit and every swap of two neighbours is caught', () => {
  fc.assert(
    fc.property(chance, anyKind, (fraction, kind) => {
      const digits = [...numberOf(kind, fraction)]
      for (let place = 0; place < digits.length; place += 1) {
        for (const wrong of '0123456789') if (wrong !== digits[place]) assert.equal(parseNumber(digits.with(place, wrong).join(''), kind), undefined)
        const [one = '', other = ''] = digits.slice(place, place + 2)
        if (other !== '' && one !== other)
          assert.equal(
            parseNumber(
              digits
                .with(place, other)
                .with(place + 1, one)
                .join(''),
              kind,
            ),
            undefined,
          )
      }
    }),
    { numRuns: 30 },
  )
})

test('Khmer and Thai digits, spaces, hyphens and the invisible breaks of Khmer texts are read', () => {
  const number = numberOf('follow', 0.123_456)
  const khmer = number.replace(/\d/g, (digit) => String.fromCodePoint(0x17e0 + Number(digit)))
  const thai = number.replace(/\d/g, (digit) => String.fromCodePoint(0x0e50 + Number(digit)))
  assert.equal(latinDigits(khmer + thai), number + number)
  for (const typed of [khmer, thai, ` ${spokenNumber(khmer)} `, number.replace(/^(...)/, '$1-'), `${number.slice(0, 4)}\u200b${number.slice(4)}`])
    assert.equal(parseNumber(typed, 'follow'), number, typed)
})

for (const typed of [
  '',
  '0',
  '1234567890123',
  '\u202e1234567890',
  '1234567890\u0000',
  '12e4567890',
  '१२३४५६७८९०',
  "1' or '1'='1",
  '=1+1',
  '０１２３４５６７８９',
])
  test(`not a number: ${JSON.stringify(typed)}`, () => {
    for (const kind of kinds) assert.equal(parseNumber(typed, kind), undefined)
  })
