// Goal: the law is data. Method: the shipped agreement's figures against the sources, a second agreement by data alone, and files that must be refused.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { AreaCode, StateCode } from '../kernel/code.ts'
import type { CivilDate, Instant } from '../kernel/time.ts'
import { projectRoot } from '../platform/config.ts'
import { type LawRule, lawOn } from './law.rules.ts'
import { lawRules, parseLaw, readLaw } from './law-file.ts'

const { law, sha256 } = readLaw()
const on = '2026-11-20' as CivilDate
const secondText = readFileSync(join(projectRoot, 'vectors', 'law', 'la-th.json'), 'utf8')

const figures: [rule: LawRule, scope: StateCode, value: object][] = [
  ['pass.validity', 'KH', { yearsMax: 2 }],
  ['pass.validity', 'TH', { yearsMax: 2 }],
  ['pass.extension', 'TH', { yearsMax: 2, timesMax: 2 }],
  ['pass.extension', 'KH', { yearsMax: 1, timesMax: null }],
  ['pass.fee', 'KH', { amount: 20_000, currency: 'KHR' }],
  ['pass.fee', 'TH', { amount: 200, currency: 'THB' }],
  ['pass.extension-fee', 'KH', { amount: 10_000, currency: 'KHR' }],
  ['pass.extension-fee', 'TH', { amount: 200, currency: 'THB' }],
  ['stay.days', 'TH', { daysPerEntry: 7, daysMax: 15, extensionsMax: 1, countEntryDay: true }],
  ['document.classes', 'KH', { borderPass: ['permanent', 'relaxed'], passport: ['permanent'] }],
]
for (const [rule, scope, value] of figures)
  test(`1997 agreement: ${rule} in ${scope}`, () => assert.deepEqual(lawOn(law, rule, scope, on)?.value, value))

test('every row names an instrument that the reference data holds', () => {
  const known = (JSON.parse(readFileSync(join(projectRoot, 'data', 'instruments.json'), 'utf8')) as { id: string }[]).map(({ id }) => id)
  assert.deepEqual(
    law.parameters.map((parameter) => parameter.instrument).filter((instrument) => !known.includes(instrument)),
    [],
  )
})

test('nothing is in force before the agreement; the Thai fee begins with its notice', () => {
  assert.equal(lawOn(law, 'stay.days', 'TH', '1997-09-19' as CivilDate), undefined)
  assert.equal(lawOn(law, 'pass.fee', 'TH', '1998-09-30' as CivilDate), undefined)
  assert.equal(lawOn(law, 'pass.fee', 'TH', '1998-10-01' as CivilDate)?.instrument, 'th/interior-notice-1998-10-01')
})

test('a second agreement is data alone: Thailand–Laos, a pass of one year, a stay of three days', async () => {
  const second = parseLaw(secondText).law
  const { lastValidDay } = await import('../passes/pass.rules.ts')
  const { lawfulUntilOf } = await import('../movements/stay.rules.ts')
  assert.equal(lastValidDay(second, 'LA', '2026-01-10' as CivilDate), '2027-01-09')
  assert.equal(lawfulUntilOf(second, 'TH', '2026-01-10T02:00:00.000Z' as Instant), '2026-01-12')
  assert.deepEqual(lawOn(second, 'applicant.residence', 'TH', on)?.value.areas, ['TH:42', 'TH:43'] as AreaCode[])
})

test('the same parameters have the same fingerprint; one changed figure has another', () => {
  assert.equal(parseLaw(JSON.stringify(law)).sha256, sha256)
  assert.notEqual(parseLaw(JSON.stringify(law).replace('"yearsMax":2', '"yearsMax":3')).sha256, sha256)
})

const first = law.parameters[0]
const changedFee = law.parameters.map((row) => (row.rule === 'pass.fee' ? { ...row, value: { amount: 0, currency: 'KHR' } } : row))
const broken: [name: string, change: object, says: RegExp][] = [
  ['a rule is missing', { parameters: law.parameters.filter(({ rule }) => rule !== 'stay.days') }, /has no stay\.days/],
  ['two rows overlap', { parameters: [...law.parameters, first] }, /overlaps/],
  ['a row ends before it starts', { parameters: [...law.parameters.slice(1), { ...first, until: '1990-01-01' }] }, /ends before it starts/],
  ['an unknown rule', { parameters: [...law.parameters, { ...first, rule: 'pass.colour' }] }, /form/],
  ['a fee of nothing', { parameters: changedFee }, /form/],
  ['a field nobody knows', { colour: 'green' }, /form/],
  ['no version', { version: undefined }, /form/],
]
for (const [name, change, says] of broken)
  test(`a law file is refused: ${name}`, () => assert.throws(() => parseLaw(JSON.stringify({ ...law, ...change })), says))

test('the list of rules is the type’s', () => assert.deepEqual([...new Set(law.parameters.map(({ rule }) => rule))].sort(), [...lawRules].sort()))
