// Goal: every nationality that an order or a passport may name can be chosen by its name, in three languages, each once. Method: the codes against the choices; some names by heart.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '../../../kernel/language.ts'
import { everyStateCode, readStateCode } from '../../../passports/state-codes.rules.ts'
import { findChoices } from './find-choice.ts'
import { stateChoices } from './state-choices.ts'

for (const language of languages)
  test(`each code once, each state by a name of its own, ${language}`, () => {
    const choices = stateChoices(language)
    assert.deepEqual(choices.map(({ value }) => value).sort(), [...everyStateCode].sort())
    assert.equal(new Set(choices.map(({ label }) => label)).size, choices.length)
    // The United Kingdom's other kinds of nationals stand by their code.
    const nameless = choices.filter(({ value, label }) => label === value && readStateCode(value)?.kind === 'state').map(({ value }) => value)
    assert.deepEqual(nameless.sort(), ['GBD', 'GBN', 'GBO', 'GBP', 'GBS'])
  })

const found: [typed: string, code: string][] = [
  ['khm', 'KHM'],
  ['កម្ពុជា', 'KHM'],
  ['Brazil', 'BRA'],
  ['ប្រេស៊ីល', 'BRA'],
  ['บราซิล', 'BRA'],
  ['UNO', 'UNO'],
  ['stateless', 'XXA'],
]
for (const [typed, code] of found)
  test(`${typed} is ${code}, whoever reads`, () => {
    for (const language of languages) assert.equal(findChoices(stateChoices(language), typed)[0]?.value, code)
  })
