import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { languages } from '../../../kernel/language.ts'
import type { CivilDate } from '../../../kernel/time.ts'
import { isNoDay, readTypedDate, typeDate } from './typed-date.ts'

const read: [typed: string, date: string | undefined][] = [
  ['8/6/1992', '1992-06-08'],
  ['08.06.2535', '1992-06-08'],
  [' 8 - 6 - 1992 ', '1992-06-08'],
  ['08061992', '1992-06-08'],
  ['08062535', '1992-06-08'],
  ['1992-06-08', '1992-06-08'],
  ['2535-6-8', '1992-06-08'],
  ['៨/៦/១៩៩២', '1992-06-08'],
  ['๘/๖/๒๕๓๕', '1992-06-08'],
  ['29/2/2543', '2000-02-29'],
  ['29/2/2542', undefined],
  ['31/6/1992', undefined],
  ['8/13/1992', undefined],
  ['8/6/92', undefined],
  ['8/6', undefined],
  ['', undefined],
  ['eighth of June', undefined],
]
for (const [typed, date] of read) test(`"${typed}" is ${date ?? 'no date'}`, () => assert.equal(readTypedDate(typed), date))

for (const typed of ['30/2/1991', '29/2/2542', '31/6/1992', '8/13/1992', '៣០/២/១៩៩១'])
  test(`"${typed}" is written as a date is, and is no day`, () => assert.equal(isNoDay(typed), true))
for (const typed of ['29/2/2543', '8/6/92', '8/6', '', 'eighth of June'])
  test(`"${typed}" is not taken for a day that never was`, () => assert.equal(isNoDay(typed), false))

test('what is written into the entry is read back as the same day, in every language', () => {
  const dates = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2399-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10) as CivilDate)
  fc.assert(fc.property(dates, fc.constantFrom(...languages), (date, language) => assert.equal(readTypedDate(typeDate(date, language)), date)))
})
