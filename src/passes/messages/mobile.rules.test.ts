// Goal: a mobile number is read as its person meant it or not at all, and never as the neighbour's. Method: tables of good and bad input in three scripts; properties.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { StateCode } from '../../kernel/code.ts'
import { applicationStates } from '../application.rules.ts'
import { assessMobile, isOpenToMessages, readMobile, spokenMobile } from './mobile.rules.ts'

const good: [home: StateCode, typed: string, mobile: string][] = [
  ['KH', '012 345 678', '+85512345678'],
  ['KH', '012345678', '+85512345678'],
  ['KH', '012 345 6789', '+855123456789'],
  ['KH', '០១២ ៣៤៥ ៦៧៨', '+85512345678'],
  ['KH', '096-765-4321', '+855967654321'],
  ['KH', '088 765 4321', '+855887654321'],
  ['KH', '(010) 345.678', '+85510345678'],
  ['KH', '+855 12 345 678', '+85512345678'],
  ['KH', '+855 (0)12 345 678', '+85512345678'],
  ['KH', '+855012345678', '+85512345678'],
  ['KH', '00855 12 345 678', '+85512345678'],
  ['KH', ' +66 81 234 5678 ', '+66812345678'],
  ['KH', '+66 081 234 5678', '+66812345678'],
  ['KH', '+84 91 234 56 78', '+84912345678'],
  ['KH', '+1 (212) 555-0123', '+12125550123'],
  ['TH', '081-234-5678', '+66812345678'],
  ['TH', '๐๘๑-๒๓๔-๕๖๗๘', '+66812345678'],
  ['TH', '0612345678', '+66612345678'],
  ['TH', '09\u200b1 234‑5678', '+66912345678'],
  ['TH', '0066 81 234 5678', '+66812345678'],
  ['TH', '+85596 765 4321', '+855967654321'],
]
for (const [home, typed, mobile] of good) test(`${home}: ${JSON.stringify(typed)} is ${mobile}`, () => assert.equal(readMobile(home, typed), mobile))

const bad: [why: string, home: StateCode, typed: string][] = [
  ['nothing', 'KH', ''],
  ['a space', 'KH', ' '],
  ['words', 'KH', 'none'],
  ['a landline of Phnom Penh', 'KH', '023 456 789'],
  ['a landline of Poipet', 'KH', '054 967 890'],
  ['a landline, from abroad', 'KH', '+855 23 456 789'],
  ['a landline of Bangkok', 'TH', '02 234 5678'],
  ['a landline of Sa Kaeo', 'TH', '037-231-234'],
  ['a Thai number at a Cambodian office', 'KH', '081-234-5678'],
  ['a Cambodian number at a Thai office', 'TH', '012 345 678'],
  ['a digit too few', 'KH', '012 345 67'],
  ['a digit too many', 'KH', '012 345 67890'],
  ['a digit too many for its prefix', 'KH', '010 345 6789'],
  ['a digit too few for its prefix', 'KH', '096 765 432'],
  ['a digit too few, Thai', 'TH', '081-234-567'],
  ['a digit too many, Thai', 'TH', '081-234-56789'],
  ['no zero before it', 'KH', '12 345 678'],
  ['a plus before a local one', 'KH', '+012 345 678'],
  ['two pluses', 'KH', '++85512345678'],
  ['a plus in the middle', 'KH', '855+12345678'],
  ['another country without a plus', 'KH', '0084 91 234 5678'],
  ['the country without a plus', 'KH', '85512345678'],
  ['too long for E.164', 'KH', '+1234567890123456'],
  ['too short for E.164', 'KH', '+12345'],
  ['two numbers', 'KH', '012 345 678 / 010 345 678'],
  ['an extension', 'KH', '012 345 678 x9'],
  ['letters among it', 'KH', '012 E45 678'],
  ['fullwidth digits', 'KH', '０１２３４５６７８'],
  ['Arabic digits', 'KH', '٠١٢٣٤٥٦٧٨'],
  ['turned around', 'KH', '\u202e012345678'],
  ['NUL', 'KH', '012345678\0'],
  ['a second line', 'KH', '012345678\r\nbcc: 1'.slice(0, 14)],
  ['a formula', 'KH', '=012345678'],
  ['an address', 'KH', 'tel:012345678'],
  ['much', 'KH', `0${'1'.repeat(400_000)}`],
  ['spaces without end', 'KH', `012345678${' '.repeat(40)}`],
  ['a local one of a state without a plan here', 'LA', '020 5551 2345'],
]
for (const [why, home, typed] of bad) test(`no mobile number: ${why}`, () => assert.equal(readMobile(home, typed), undefined))

test('whatever is read is E.164, reads as itself anywhere, and is spoken without a change', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789+ -០១๑'), maxLength: 20 })
  fc.assert(
    fc.property(fc.constantFrom<StateCode>('KH', 'TH'), digits, (home, typed) => {
      const mobile = readMobile(home, typed)
      if (mobile === undefined) return
      assert.match(mobile, /^\+[1-9]\d{6,14}$/)
      for (const other of ['KH', 'TH', 'LA'] as const) assert.equal(readMobile(other, mobile), mobile)
      assert.equal(readMobile('LA', spokenMobile(mobile)), mobile)
    }),
  )
  assert.deepEqual(
    [spokenMobile('+85512345678'), spokenMobile('+66812345678'), spokenMobile('+12125550123')],
    ['+855 12 345 678', '+66 81 234 5678', '+12125550123'],
  )
})

const asked: [number: string, consent: boolean, isUsed: boolean, answer: string | null][] = [
  ['012 345 678', true, true, '+85512345678'],
  ['012 345 678', false, true, 'mobile.no-consent'],
  ['023 456 789', true, true, 'mobile.unreadable'],
  ['023 456 789', false, true, 'mobile.unreadable'],
  ['012 345 678', true, false, 'mobile.not-used'],
  ['', false, true, null],
  ['  ', true, true, null],
  ['', true, false, null],
]
for (const [number, consent, isUsed, answer] of asked)
  test(`asked ${JSON.stringify({ number, consent, isUsed })}: ${answer}`, () => {
    const said = assessMobile('KH', isUsed, { number, consent })
    assert.equal(said.ok ? said.value : said.refusal.code, answer)
    if (!said.ok) assert.equal(said.refusal.about, undefined, 'says nothing back')
  })
test('not asked at all', () => {
  for (const none of [null, undefined]) assert.deepEqual(assessMobile('KH', false, none), { ok: true, value: null })
})

test('a number is given while there is something to tell', () =>
  assert.deepEqual(applicationStates.filter(isOpenToMessages), ['submitted', 'incomplete', 'paid', 'under-review', 'approved', 'signed', 'produced']))
