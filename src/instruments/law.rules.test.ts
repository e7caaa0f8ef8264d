// Goal: the law is data. Method: the shipped agreement's figures against the sources, a second agreement by data alone, and files that must be refused.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { AreaCode, StateCode } from '../kernel/code.ts'
import type { CivilDate, Instant } from '../kernel/time.ts'
import { projectRoot } from '../platform/config.ts'
import { caseKinds, type LawRule, lawOn, type Parameter } from './law.rules.ts'
import { lawRules, parseLaw, parseLoadedLaw, readLaw } from './law-file.ts'
import { passportEntryOn } from './passport-entry.rules.ts'

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
  ['application.due', 'KH', { workingDaysMax: 5, workingDaysTarget: 2 }],
  ['application.due', 'TH', { workingDaysMax: 5, workingDaysTarget: 2 }],
  ['fee.split', 'KH', { officePercent: 85, provincePercent: 15 }],
  ['fee.split', 'TH', { officePercent: 100, provincePercent: 0 }],
  ['stay.days', 'TH', { daysPerEntry: 7, daysMax: 15, extensionsMax: 1, countEntryDay: true }],
  ['document.classes', 'KH', { borderPass: ['permanent', 'relaxed'], passport: ['permanent'] }],
]
for (const [rule, scope, value] of figures)
  test(`1997 agreement: ${rule} in ${scope}`, () => assert.deepEqual(lawOn(law, rule, scope, on)?.value, value))

const instrumentsOf = (row: Parameter) =>
  row.rule === 'passport.entry' ? [row, ...row.value.nationalities, row.value.others].map(({ instrument }) => instrument) : [row.instrument]

test('every row names an instrument that the reference data holds', () => {
  const known = (JSON.parse(readFileSync(join(projectRoot, 'data', 'instruments.json'), 'utf8')) as { id: string }[]).map(({ id }) => id)
  assert.deepEqual(
    law.parameters.flatMap(instrumentsOf).filter((instrument) => !known.includes(instrument)),
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

test('papers: a line for every kind of case; a child’s guardian is asked for a new pass; what no report says is marked', () => {
  for (const scope of ['KH', 'TH'] as const) {
    const papers = lawOn(law, 'application.papers', scope, on)?.value ?? assert.fail()
    assert.deepEqual(Object.keys(papers), [...caseKinds])
    assert.deepEqual(
      papers.new.map(({ oneOf, count, when }) => [oneOf.join('|'), count, when]),
      [
        ['national-id|birth-certificate', 1, 'always'],
        ['family-book|residence-book', 1, 'always'],
        ['photo-4x6', 2, 'always'],
        ['guardian-consent', 1, 'guardian-needed'],
      ],
    )
    for (const kind of ['replacement-lost', 'replacement-stolen'] as const)
      assert.ok(papers[kind].some(({ oneOf, basis }) => oneOf.includes('police-report') && basis === 'assumed'))
    const said = caseKinds.filter((kind) => papers[kind].some(({ basis }) => basis !== 'assumed'))
    assert.deepEqual(said, scope === 'KH' ? ['new'] : [])
  }
})

test('a version loaded before a rule was known is still read; a new file without it is not', () => {
  const later: readonly LawRule[] = ['application.due', 'application.papers', 'fee.split', 'passport.entry']
  const before = JSON.stringify({ ...law, version: 1, parameters: law.parameters.filter(({ rule }) => !later.includes(rule)) })
  assert.equal(parseLoadedLaw(before).version, 1)
  assert.throws(() => parseLaw(before), /KH has no application\.due/)
  assert.throws(() => parseLoadedLaw(before.replace('"yearsMax":2', '"yearsMax":0')), /form/)
  assert.throws(() => parseLoadedLaw('{}'), /form/)
})

test('version 2 knew no passports by nationality, and is still read', () => {
  const before = JSON.stringify({
    ...law,
    version: 2,
    parameters: law.parameters.filter(({ rule }) => !['passport.entry', 'applicant.residence-proof'].includes(rule)),
  })
  const second = parseLoadedLaw(before)
  assert.equal(passportEntryOn(second, 'KH', 'THA', on), undefined)
  assert.deepEqual(lawOn(second, 'document.classes', 'KH', on), lawOn(law, 'document.classes', 'KH', on))
  // What was loaded as version 2 is what version 3 holds besides: the figures under which verdicts were given did not change.
  assert.equal(parseLaw(JSON.stringify(law)).law.version, 3)
  assert.equal(createHash('sha256').update(JSON.stringify(second)).digest('hex'), '12bf231edbbf52ec1b0aac26cedcbfff670dc34c9efc7a539289ebdb7724d9eb')
})

const first = law.parameters[0]
const changed = (rule: LawRule, value: object) => ({
  parameters: law.parameters.map((row) => (row.rule === rule ? { ...row, value: { ...row.value, ...value } } : row)),
})
const changedFee = law.parameters.map((row) => (row.rule === 'pass.fee' ? { ...row, value: { amount: 0, currency: 'KHR' } } : row))
const home = { codes: ['KHM'], kind: 'own', days: null, instrument: 'kh-th/agreement-1997' }
const exempt = { codes: ['THA'], kind: 'exempt', days: 14, instrument: 'kh-th/visa-exemption-2010' }
const changedEntry = (value: object) => ({
  parameters: law.parameters.map((row) =>
    row.rule === 'passport.entry' && row.scope === 'KH' ? { ...row, value: { ...row.value, ...value } } : row,
  ),
})
const broken: [name: string, change: object, says: RegExp][] = [
  ['a rule is missing', { parameters: law.parameters.filter(({ rule }) => rule !== 'stay.days') }, /has no stay\.days/],
  ['two rows overlap', { parameters: [...law.parameters, first] }, /overlaps/],
  ['a row ends before it starts', { parameters: [...law.parameters.slice(1), { ...first, until: '1990-01-01' }] }, /ends before it starts/],
  ['an unknown rule', { parameters: [...law.parameters, { ...first, rule: 'pass.colour' }] }, /form/],
  ['a fee of nothing', { parameters: changedFee }, /form/],
  ['a split that loses money', changed('fee.split', { officePercent: 80 }), /KH fee\.split .* does not make 100 percent/],
  ['a split of more than all', changed('fee.split', { officePercent: 185 }), /form/],
  ['no working day', changed('application.due', { workingDaysMax: 0 }), /form/],
  ['an aim above the limit', changed('application.due', { workingDaysTarget: 9 }), /aims at more days than it allows/],
  ['a kind of case without papers', changed('application.papers', { extension: [] }), /form/],
  ['a kind of case forgotten', changed('application.papers', { extension: undefined }), /form/],
  ['a paper nobody knows', changed('application.papers', { extension: [{ oneOf: ['visa'], count: 1, when: 'always', basis: 'text' }] }), /form/],
  ['a nationality named twice', changedEntry({ nationalities: [home, { ...exempt, codes: ['KHM'] }] }), /KH passport\.entry .* names KHM twice/],
  ['own nationals forgotten', changedEntry({ nationalities: [exempt] }), /has not KHM alone/],
  ['two kinds of own nationals', changedEntry({ nationalities: [home, { ...home, codes: ['THA'] }] }), /has not KHM alone/],
  ['everybody is an own national', changedEntry({ others: { ...home, codes: undefined } }), /has not KHM alone/],
  ['exempt for no time', changedEntry({ nationalities: [home, { ...exempt, days: null }] }), /gives days/],
  ['a visa for some days', changedEntry({ others: { ...exempt, codes: undefined, kind: 'visa' } }), /gives days/],
  ['exempt for zero days', changedEntry({ nationalities: [home, { ...exempt, days: 0 }] }), /form/],
  ['a nationality of two letters', changedEntry({ nationalities: [home, { ...exempt, codes: ['TH'] }] }), /form/],
  ['an entry of nobody', changedEntry({ nationalities: [home, { ...exempt, codes: [] }] }), /form/],
  ['a kind of entry nobody knows', changedEntry({ others: { kind: 'welcome', days: null, instrument: 'x' } }), /form/],
  ['no entry for others', changedEntry({ others: undefined }), /form/],
  ['a field nobody knows', { colour: 'green' }, /form/],
  ['no version', { version: undefined }, /form/],
]
for (const [name, change, says] of broken)
  test(`a law file is refused: ${name}`, () => assert.throws(() => parseLaw(JSON.stringify({ ...law, ...change })), says))

test('the list of rules is the type’s', () => assert.deepEqual([...new Set(law.parameters.map(({ rule }) => rule))].sort(), [...lawRules].sort()))
