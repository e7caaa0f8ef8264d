// Goal: each slip of a typing hand is known as one, and nothing else is. Method: tables; fast-check makes slips and looks for them among those that are looked up.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CivilDate } from '../kernel/time.ts'
import { birthRelation, numberRelation, slippedDates, slippedNumbers, slipsBetween } from './slips.rules.ts'

const apart: [one: string, other: string, slips: number][] = [
  ['', '', 0],
  ['sok', 'sok', 0],
  ['sok', 'sokh', 1],
  ['sokh', 'sok', 1],
  ['sok', 'suk', 1],
  ['sok', 'sko', 1],
  ['sok', 'dara', 3],
  ['dara', 'adar', 2],
  ['', 'sok', 3],
  ['abcdef', 'badcfe', 3],
]
for (const [one, other, slips] of apart)
  test(`${one || 'nothing'} and ${other || 'nothing'} are ${slips} slips apart`, () => {
    assert.equal(slipsBetween(one, other, 2), Math.min(slips, 3))
    assert.equal(slipsBetween(other, one, 2), Math.min(slips, 3))
  })

const births: [one: string, other: string, relation: ReturnType<typeof birthRelation>][] = [
  ['1990-05-17', '1990-05-17', 'same'],
  ['1990-05-07', '1990-07-05', 'day-month'],
  ['1990-05-17', '1990-05-19', 'digit'],
  ['1990-05-17', '1980-05-17', 'digit'],
  ['1987-05-17', '1978-05-17', 'digit'],
  ['1990-05-12', '1990-05-21', 'digit'],
  ['1990-05-17', '1991-05-17', 'year'],
  ['1999-05-17', '2000-05-17', 'year'],
  ['1990-05-17', '2533-05-17', 'era'],
  ['1990-05-17', '1992-06-17', 'none'],
  ['1990-05-17', '1991-05-18', 'none'],
  ['1990-05-17', '', 'none'],
]
for (const [one, other, relation] of births)
  test(`born ${one} and ${other || 'on no day'}: ${relation}`, () => {
    assert.equal(birthRelation(one as CivilDate, other as CivilDate), relation)
    assert.equal(birthRelation(other as CivilDate, one as CivilDate), relation)
  })

const numbers: [one: string, other: string, relation: ReturnType<typeof numberRelation>][] = [
  ['010234567', '010234567', 'same'],
  ['010234567', '០១០ ២៣៤ ៥៦៧', 'same'],
  ['010234567', '010234568', 'slip'],
  ['010234567', '010243567', 'slip'],
  ['010234567', '01023456', 'slip'],
  ['010234567', '0102345677', 'slip'],
  ['010234567', '010234589', 'none'],
  ['1234', '1235', 'none'],
  ['', '', 'none'],
  ['—', '—', 'none'],
  ['AB1234', 'AC1234', 'slip'],
]
for (const [one, other, relation] of numbers)
  test(`numbers ${one || 'none'} and ${other || 'none'}: ${relation}`, () => {
    assert.equal(numberRelation(one, other), relation)
    assert.equal(numberRelation(other, one), relation)
  })

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as CivilDate)
test('every date that is a slip of another is looked up, and each that is looked up is a slip', () => {
  fc.assert(
    fc.property(days, days, (one, other) => {
      const looked = slippedDates(one)
      assert.ok(looked.length >= 15 && looked.length <= 90)
      for (const date of looked) assert.notEqual(birthRelation(one, date), 'none', `${one} ${date}`)
      assert.equal(looked.includes(other), !['none', 'same'].includes(birthRelation(one, other)))
      for (const date of looked) assert.ok(slippedDates(date).includes(one), `${date} does not look up ${one}`)
    }),
  )
  assert.deepEqual(slippedDates('' as CivilDate), [])
  for (const date of slippedDates('2024-02-29' as CivilDate)) assert.equal(new Date(date).toISOString().slice(0, 10), date)
})

test('every number that is a slip of another is looked up, and each that is looked up is a slip', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 5, maxLength: 13 })
  fc.assert(
    fc.property(digits, fc.nat(), fc.nat(9), fc.nat(3), (number, place, digit, way) => {
      const at = place % number.length
      const [before, after] = [number.slice(0, at), number.slice(at + 1)]
      const typed = [
        `${before}${digit}${after}`,
        before + after,
        `${before}${digit}${number.slice(at)}`,
        before + after.slice(0, 1) + number[at] + after.slice(1),
      ][way]
      const looked = slippedNumbers(number)
      if (numberRelation(number, typed ?? '') === 'slip') assert.ok(looked.includes(typed ?? ''), `${number} ${typed}`)
      for (const each of looked) assert.ok(slipsBetween(number, each, 1) === 1, each)
      assert.ok(looked.length < 1_000)
    }),
  )
  for (const none of ['', '1234', '—', '1'.repeat(21), '\0', 'x'.repeat(10_000)]) assert.deepEqual(slippedNumbers(none), [])
})
