import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages, type Text } from '../kernel/language.ts'
import { applyWords } from './apply-online.ts'
import { crossReasonWords, crossWords } from './can-i-cross.ts'
import { phoneExtensionWords } from './phone-extension.ts'
import { complaintWords, followWords, lostWords, needsWords, portalWords, stageWords } from './portal.ts'
import { publicWords, sideWords } from './public.ts'
import { stateWords } from './states.ts'

const tables = [
  publicWords,
  sideWords,
  portalWords,
  followWords,
  phoneExtensionWords,
  needsWords,
  lostWords,
  complaintWords,
  applyWords,
  crossWords,
  stateWords,
  crossReasonWords,
]
const stages = Object.entries(stageWords).flatMap(([stage, { word, next }]): [string, Text][] => [
  [`${stage}.word`, word],
  [`${stage}.next`, next],
])
const texts: [name: string, text: Text][] = [...tables.flatMap((table): [string, Text][] => Object.entries(table)), ...stages]
const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

test('every phrase is in its own script, and names the same values in every language', () => {
  for (const [name, text] of texts) {
    assert.match(text.km, /\p{Script=Khmer}/u, name)
    assert.match(text.th, /\p{Script=Thai}/u, name)
    assert.doesNotMatch(text.km + text.en, /\p{Script=Thai}/u, name)
    assert.doesNotMatch(text.th + text.en, /\p{Script=Khmer}/u, name)
    assert.deepEqual(namesIn(text.km), namesIn(text.en), name)
    assert.deepEqual(namesIn(text.th), namesIn(text.en), name)
  }
})

test('no phrase holds an invisible character or another form of a letter', () => {
  for (const [name, text] of texts)
    for (const language of languages) {
      assert.doesNotMatch(text[language], /\p{C}|\s\s/u, `${name} ${language}`)
      assert.equal(text[language], text[language].normalize('NFC'), `${name} ${language}`)
    }
})
