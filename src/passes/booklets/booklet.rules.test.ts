// Goal: numbers and counts are read in whichever digits they are typed, and nothing else is. Method: tables of good and bad writings.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseBookletNumber, readCount } from './booklet.rules.ts'

const numbers: [typed: string, number: string | undefined][] = [
  ['A000100', 'A000100'],
  ['a 000-100', 'A000100'],
  ['A០០០១០០', 'A000100'],
  ['A๐๐๐๑๐๐', 'A000100'],
  ['A10', undefined],
  ['ABCDE0001', undefined],
  ['', undefined],
]
for (const [typed, number] of numbers) test(`a booklet's number: "${typed}"`, () => assert.equal(parseBookletNumber(typed), number))

const counts: [typed: string, count: number | undefined][] = [
  ['1', 1],
  [' 64 ', 64],
  ['៣២', 32],
  ['๓๒', 32],
  ['0', undefined],
  ['65', undefined],
  ['-1', undefined],
  ['1.5', undefined],
  ['1e1', undefined],
  ['', undefined],
  ['9999999', undefined],
]
for (const [typed, count] of counts) test(`how many, of 64 at most: "${typed}"`, () => assert.equal(readCount(typed, 64), count))
