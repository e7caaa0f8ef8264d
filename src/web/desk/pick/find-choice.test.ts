// Goal: a name is found in any script, by part of it or by its code, and what was left half typed is taken only when it can be one thing. Method: tables.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Choice, findChoices, onlyChoice } from './find-choice.ts'

const choices: readonly Choice[] = [
  { value: 'KH:01', label: 'Banteay Meanchey (KH:01)', names: ['Banteay Meanchey', 'បន្ទាយមានជ័យ'] },
  { value: 'KH:0109', label: 'Serei Saophoan (KH:0109)', names: ['Serei Saophoan', 'សិរីសោភ័ណ'] },
  { value: 'KH:0110', label: 'Poipet (KH:0110)', names: ['Poipet', 'ប៉ោយប៉ែត'] },
  { value: 'TH:27', label: 'Sa Kaeo (TH:27)', names: ['Sa Kaeo', 'สระแก้ว'] },
  { value: 'TH:2706', label: 'Aranyaprathet (TH:2706)', names: ['Aranyaprathet', 'อรัญประเทศ'] },
  { value: 'CIV', label: 'Côte d’Ivoire (CIV)', names: ['Côte d’Ivoire', 'CI'] },
]

const found: [typed: string, values: string[]][] = [
  ['', choices.map(({ value }) => value)],
  ['poi', ['KH:0110']],
  [' POIPET ', ['KH:0110']],
  ['ប៉ោយ', ['KH:0110']],
  ['สระ', ['TH:27']],
  ['ประเทศ', ['TH:2706']],
  ['kh:01', ['KH:01', 'KH:0109', 'KH:0110']],
  ['th:27', ['TH:27', 'TH:2706']],
  ['meanchey banteay', ['KH:01']],
  ['saophoan', ['KH:0109']],
  ['cote', ['CIV']],
  ['ci', ['CIV']],
  ['sa', ['KH:0109', 'TH:27'].reverse()],
  ['99', []],
  ['%', []],
]
for (const [typed, values] of found)
  test(`found by "${typed}"`, () =>
    assert.deepEqual(
      findChoices(choices, typed).map(({ value }) => value),
      values,
    ))

const taken: [typed: string, value: string | undefined][] = [
  ['', undefined],
  [' ', undefined],
  ['poi', 'KH:0110'],
  ['kh:01', 'KH:01'],
  ['KH:0', undefined],
  ['sa', undefined],
  ['Sa Kaeo', 'TH:27'],
  ['Sa Kaeo (TH:27)', 'TH:27'],
  ['อรัญประเทศ', 'TH:2706'],
  ['KH:99', undefined],
  ['ព', undefined],
]
for (const [typed, value] of taken) test(`left behind: "${typed}"`, () => assert.equal(onlyChoice(choices, typed)?.value, value))
