// Goal: every phrase of the screens is there in each language, in its own letters, with the same values named. Method: walk the tables.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages, type Text } from '../kernel/language.ts'
import * as account from './account.ts'
import * as chief from './chief.ts'
import { commonWords } from './common.ts'
import * as daySheet from './day-sheet.ts'
import * as desk from './desk.ts'
import * as form from './desk-form.ts'
import { flagWords } from './flags.ts'
import { gateWords } from './gate.ts'
import * as gateSheets from './gate-sheets.ts'
import * as gateWork from './gate-work.ts'
import * as imports from './import.ts'
import * as instruments from './instruments.ts'
import * as leaks from './leaked-keys.ts'
import * as near from './near-people.ts'
import * as office from './office.ts'
import * as numbers from './office-numbers.ts'
import * as sentences from './order-sentences.ts'
import * as orders from './orders.ts'
import * as papers from './papers.ts'
import * as models from './pass-models.ts'
import * as printing from './printing.ts'
import * as province from './province.ts'
import * as referrals from './referrals.ts'
import * as residents from './resident-cases.ts'
import * as staff from './staff.ts'
import * as till from './till.ts'
import * as watchlist from './watchlist.ts'
import * as work from './work.ts'

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && languages.every((language) => language in value && typeof Reflect.get(value, language) === 'string')

function textsOf(value: unknown, path: string): [path: string, text: Text][] {
  if (isText(value)) return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`))
}

const texts = [
  ...textsOf(commonWords, 'common'),
  ...textsOf(flagWords, 'flags'),
  ...textsOf(gateWords, 'gate'),
  ...textsOf({ ...daySheet }, 'day-sheet'),
  ...textsOf({ ...gateSheets }, 'gate-sheets'),
  ...textsOf({ ...gateWork }, 'gate-work'),
  ...textsOf({ ...desk }, 'desk'),
  ...textsOf({ ...form }, 'form'),
  ...textsOf({ ...account }, 'account'),
  ...textsOf({ ...instruments }, 'instruments'),
  ...textsOf({ ...numbers }, 'numbers'),
  ...textsOf({ ...papers }, 'papers'),
  ...textsOf({ ...imports }, 'imports'),
  ...textsOf({ ...models }, 'models'),
  ...textsOf({ ...leaks }, 'leaks'),
  ...textsOf({ ...printing }, 'printing'),
  ...textsOf({ ...office }, 'office'),
  ...textsOf({ ...province }, 'province'),
  ...textsOf({ ...residents }, 'residents'),
  ...textsOf({ ...staff }, 'staff'),
  ...textsOf({ ...near }, 'near'),
  ...textsOf({ ...till }, 'till'),
  ...textsOf({ ...watchlist }, 'watchlist'),
  ...textsOf({ ...chief }, 'chief'),
  ...textsOf({ ...referrals }, 'referrals'),
  ...textsOf({ ...orders }, 'orders'),
  ...textsOf({ ...sentences }, 'sentences'),
  ...textsOf({ ...work }, 'work'),
]

test('every phrase stands in the letters of its language', () => {
  assert.ok(texts.length > 150, `${texts.length} phrases`)
  for (const [path, text] of texts) {
    for (const language of languages) assert.match(text[language], /\S/, `${path} ${language}`)
    if (/[A-Za-z]{3}/.test(text.en)) {
      assert.match(text.km, /\p{Script=Khmer}/u, path)
      assert.match(text.th, /\p{Script=Thai}/u, path)
    }
  }
})

test('the three languages name the same values', () => {
  const named = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()
  for (const [path, text] of texts) for (const language of languages) assert.deepEqual(named(text[language]), named(text.en), `${path} ${language}`)
})
