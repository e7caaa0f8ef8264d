// Goal: what is told to be brought and paid is what the law's rows say on that day, for every kind of case in every district. Method: the committed law; whole tables.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseKinds, lawOn } from '../instruments/law.rules.ts'
import { readLaw } from '../instruments/law-file.ts'
import type { AreaCode } from '../kernel/code.ts'
import type { CivilDate } from '../kernel/time.ts'
import { feeOf, feeRuleOf } from '../passes/fee.rules.ts'
import { needsOf, priceTable } from './needs.rules.ts'

const { law } = readLaw()
const date = '2026-11-20' as CivilDate
const area = (code: string) => code as AreaCode
const offices = ['KH:01', 'KH:0109', 'KH:0110', 'KH:02', 'TH:2701'].map(area)

test('the fee table is the law’s rows and nothing else', () => {
  const pass = { amount: 20_000, currency: 'KHR', instrument: 'kh/order-2024-01-01' }
  const expected = caseKinds.map((kind) => ({
    kind,
    fee: kind === 'page-addition' ? null : kind === 'extension' ? { amount: 10_000, currency: 'KHR', instrument: 'kh/one-year-extension' } : pass,
  }))
  assert.deepEqual(priceTable(law, 'KH', date), expected)
  for (const { kind, fee } of priceTable(law, 'TH', date)) assert.equal(fee?.amount ?? null, kind === 'page-addition' ? null : 200, kind)
})

test('before a price was set there is none, and nothing is charged', () => {
  const before = '2023-12-31' as CivilDate
  for (const kind of caseKinds) assert.equal(feeOf(law, 'KH', kind, before), undefined)
  assert.deepEqual(Object.keys(feeRuleOf).sort(), [...caseKinds].sort())
})

for (const kind of caseKinds)
  test(`${kind}: papers, days, ages, offices of the address`, () => {
    const needs = needsOf(law, 'KH', { kind, homeArea: area('KH:010904'), offices, date })
    assert.ok(needs.ok)
    assert.deepEqual(needs.value.papers?.lines, lawOn(law, 'application.papers', 'KH', date)?.value[kind])
    assert.deepEqual(needs.value.offices, ['KH:01', 'KH:0109'])
    assert.deepEqual([needs.value.due?.workingDaysMax, needs.value.ages?.guardianUnder, needs.value.validity?.yearsMax], [5, 15, 2])
  })

for (const [homeArea, code] of [
  ['KH:12', 'applicant.address-not-eligible'],
  ['KH:0801', 'applicant.address-not-eligible'],
  ['TH:3401', 'applicant.address-not-eligible'],
  ['TH:2701', 'applicant.address-not-eligible'],
] as const)
  test(`no office of Cambodia serves ${homeArea}`, () => {
    const needs = needsOf(law, 'KH', { kind: 'new', homeArea: area(homeArea), offices, date })
    assert.equal(needs.ok || needs.refusal.code, code)
  })
