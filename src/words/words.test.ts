import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { outcomeOf, type PassCode } from '../credential/codes.ts'
import { type CaseKind, type LawRule, type PaperKind, type PointClass, pointClasses } from '../instruments/law.rules.ts'
import type { InstrumentId } from '../kernel/code.ts'
import { languages, type Text } from '../kernel/language.ts'
import { problemCodes, problemRule } from '../kernel/problem.ts'
import type { DocumentFacts } from '../movements/facts.rules.ts'
import { directions } from '../movements/stay.rules.ts'
import { outcomes, type Reason, type RuleId, reasons, ruleVersions, type VerdictOutcome } from '../movements/verdict-table.rules.ts'
import { type PassState, passStates } from '../passes/pass.rules.ts'
import { type MatchReason, matchReasons } from '../persons/match.rules.ts'
import type { Direction } from '../places/order.rules.ts'
import { credentialWords } from './credential.ts'
import { fillIn } from './fill-in.ts'
import { lawRuleWords } from './instruments.ts'
import { matchReasonWords } from './near-people.ts'
import { caseKindWords, paperWords } from './papers.ts'
import { problemWords, ruleWords, sayProblem } from './problems.ts'
import { verdictRuleWords } from './verdict-rules.ts'
import { directionWords, outcomeWords, pointClassWords, reasonWords, registerWords } from './verdicts.ts'

// Words lie below the lists they name, so these lines are where a missing word stops the compiler.
caseKindWords satisfies Record<CaseKind, Text>
lawRuleWords satisfies Record<LawRule, Text>
paperWords satisfies Record<PaperKind, Text>
credentialWords satisfies Record<PassCode, Text>
outcomeWords satisfies Record<VerdictOutcome, { word: Text; next: Text }>
reasonWords satisfies Record<Reason, Text>
verdictRuleWords satisfies Record<RuleId, Text>
directionWords satisfies Record<Direction, Text>
pointClassWords satisfies Record<PointClass, Text>
matchReasonWords satisfies Record<MatchReason, Text>
registerWords satisfies Record<DocumentFacts['register'] | PassState, Text>

const tables: { readonly [name: string]: object } = {
  problemWords, ruleWords, outcomeWords, reasonWords, verdictRuleWords, directionWords, pointClassWords, registerWords, credentialWords, matchReasonWords,
} // biome-ignore format: one list
const texts = Object.entries(tables).flatMap(([name, table]) => textsIn(table, name))

// Goal: no code goes without words and no word without a code. Method: both lists, sorted.
const lists: [name: string, words: object, codes: readonly string[]][] = [
  ['problems', problemWords, problemCodes],
  ['rules', ruleWords, [...new Set(Object.values(problemRule))]],
  ['outcomes', outcomeWords, outcomes],
  ['reasons', reasonWords, reasons],
  ['rules of the verdict', verdictRuleWords, Object.keys(ruleVersions)],
  ['reasons of a likeness', matchReasonWords, matchReasons],
  ['directions', directionWords, directions],
  ['classes', pointClassWords, pointClasses],
  ['states of a pass', registerWords, [...passStates, 'absent', 'partner', 'unknown', 'none']],
  ['credential', credentialWords, Object.keys(outcomeOf)],
]
for (const [name, words, codes] of lists) test(`${name}: every code has words`, () => assert.deepEqual(Object.keys(words).sort(), [...codes].sort()))

test('every text is written in the letters of its language, and in no other country’s', () => {
  assert.ok(texts.length > 250)
  for (const [where, text] of texts) {
    assert.match(text.km, /^[\p{Script=Khmer}{]/u, where)
    assert.match(text.th, /^[\p{Script=Thai}{]/u, where)
    assert.match(text.en, /^[A-Z]/, where)
    assert.doesNotMatch(text.km + text.en, /\p{Script=Thai}/u, where)
    assert.doesNotMatch(text.th + text.en, /\p{Script=Khmer}/u, where)
  }
})

test('no text holds a control or invisible character, a stray space or a loose mark', () => {
  for (const [where, text] of texts)
    for (const language of languages) {
      assert.doesNotMatch(text[language], /\p{C}|^\s|\s$|\s\s|\s[។៖.,]/u, `${where} ${language}`)
      assert.doesNotMatch(text[language], /(^|[^\p{L}\p{M}])\p{M}|\u17D2([^\p{L}]|$)/u, `${where} ${language}`)
      assert.equal(text[language], text[language].normalize('NFC'), `${where} ${language}`)
    }
})

test('the three languages name the same values', () => {
  for (const [where, text] of texts) {
    assert.deepEqual(namesIn(text.km), namesIn(text.en), where)
    assert.deepEqual(namesIn(text.th), namesIn(text.en), where)
  }
})

// Goal: Khmer sentences end as Khmer sentences do, names of things do not. Method: titles and nexts are sentences, the rule names are not.
test('Khmer sentences end in ។ and short names have none', () => {
  const isName = (where: string) => /^(ruleWords|verdictRuleWords|directionWords|pointClassWords|registerWords|matchReasonWords)|\.word$/.test(where)
  for (const [where, text] of texts) assert.equal(text.km.endsWith('។'), !isName(where), where)
})

test('values stand where the sentence names them, and nothing is left where there is none', () => {
  assert.equal(fillIn('The entry {field} is longer than {max}.', { field: 'address', max: 200 }), 'The entry address is longer than 200.')
  assert.equal(fillIn('The entry {field} is missing.', {}), 'The entry is missing.')
  assert.equal(fillIn('The entry {toString} is missing.', {}), 'The entry is missing.')
  assert.equal(fillIn('A{b}c', undefined), 'Ac')
  assert.equal(fillIn('{a} {b}', { a: '{b}', b: '$&' }), '{b} $&')
  for (const [where, text] of texts)
    for (const language of languages) assert.doesNotMatch(fillIn(text[language], undefined), /[{}]|\s\s|\s[។.,]/, `${where} ${language}`)
})

test('a refusal is said with its values in the reader’s own writing', () => {
  const instruments = ['kh-th/agreement-1997' as InstrumentId]
  const tooLong = { code: 'applicant.name-too-long', about: { field: 'givenName', max: 60 } } as const
  assert.equal(sayProblem(tooLong, 'km').title, 'ប្រអប់ «នាមខ្លួនជាអក្សរឡាតាំង» វែងជាង ៦០ តួអក្សរ។')
  assert.equal(sayProblem(tooLong, 'th').title, 'ช่อง “ชื่อตัวอักษรโรมัน” ยาวเกิน 60 ตัวอักษร')
  assert.equal(
    sayProblem({ code: 'mandate.ended', about: { lastDay: '2024-06-30' }, instruments }, 'th').title,
    'การมอบอำนาจสิ้นสุดแล้ว วันสุดท้ายคือ 30 มิถุนายน 2567',
  )
  assert.equal(
    sayProblem({ code: 'movement.repeat', about: { movement: 'x', at: '2026-03-01T01:00:00.000Z' } }, 'en').title,
    'This movement was already recorded on 1 March 2026, 08:00.',
  )
  assert.equal(
    sayProblem({ code: 'fee.amount', about: { amount: 20000, currency: 'KHR' } }, 'en').title,
    'The amount is not the set price 20,000 riel.',
  )
})

test('whatever the values are, the sentence is said and no name of a value is left', () => {
  const about = fc.dictionary(
    fc.constantFrom('field', 'office', 'area', 'issuer', 'at', 'max', 'constructor'),
    fc.oneof(fc.stringMatching(/^[^{}]*$/), fc.double()),
  )
  fc.assert(
    fc.property(fc.constantFrom(...problemCodes), about, fc.constantFrom(...languages), (code, values, language) => {
      const { title, next } = sayProblem({ code, about: values }, language)
      assert.ok(title.length > 0 && next.length > 0)
      assert.doesNotMatch(title + next, /[{}]/)
    }),
  )
})

function textsIn(node: object, where: string): [where: string, text: Text][] {
  if ('km' in node) return [[where, node as Text]]
  return Object.entries(node).flatMap(([key, child]) => textsIn(child as object, `${where}.${key}`))
}
const namesIn = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort()
