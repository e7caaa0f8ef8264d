// Goal: what must be brought, what is missing of it, and which home is looked at twice, follow from the dated rows alone. Method: tables over the real law file at and around each limit.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseKinds, type PaperKind } from '../instruments/law.rules.ts'
import { readLaw } from '../instruments/law-file.ts'
import type { StateCode } from '../kernel/code.ts'
import type { CivilDate } from '../kernel/time.ts'
import { asksResidence, assessResidenceDays, caseKindOf, faultsOfSeen, notSeen, papersNeeded } from './papers.rules.ts'

const { law } = readLaw()
const day = (text: string) => text as CivilDate
const date = day('2026-11-20')
const grown = { kind: 'new', date, birthDate: day('1990-01-01') } as const
const home = { since: day('2015-01-01'), proofOn: day('2026-11-01') }
const all: PaperKind[] = ['national-id', 'family-book', 'photo-4x6']

const missing: [what: string, birthDate: string | null, seen: PaperKind[], missing: string | null][] = [
  ['everything', '1990-01-01', all, null],
  ['either of two papers does', '1990-01-01', ['birth-certificate', 'residence-book', 'photo-4x6'], null],
  ['no book', '1990-01-01', ['national-id', 'photo-4x6'], 'family-book/residence-book'],
  ['nothing', '1990-01-01', [], 'national-id/birth-certificate family-book/residence-book photo-4x6'],
  ['a child the day before its birthday', '2011-11-21', all, 'guardian-consent'],
  ['on that birthday', '2011-11-20', all, null],
  ['no birth date yet', null, all, null],
  ['not born yet', '2027-01-01', all, null],
]
for (const [what, birthDate, seen, expected] of missing)
  test(`papers: ${what}`, () => {
    const about = { ...grown, birthDate: birthDate === null ? null : day(birthDate) }
    assert.equal(faultsOfSeen(law, 'KH', about, { papers: seen, residence: home })?.missing, expected)
  })

const homes: [what: string, since: string | null, proofOn: string | null, faults: object][] = [
  ['proved', '2015-01-01', '2026-11-01', {}],
  ['not said', null, null, { isUnproved: true }],
  ['the paper without a date', '2015-01-01', null, { isUnproved: true }],
  ['six months to the day', '2026-05-20', '2026-11-01', {}],
  ['a day less', '2026-05-21', '2026-11-01', { shortSince: '2026-05-21' }],
  ['a paper of a year to the day', '2015-01-01', '2025-11-20', {}],
  ['a day older', '2015-01-01', '2025-11-19', { oldProof: '2025-11-19' }],
]
for (const [what, since, proofOn, faults] of homes)
  test(`home: ${what}`, () => {
    const residence = { since: since === null ? null : day(since), proofOn: proofOn === null ? null : day(proofOn) }
    const { monthsMin: _min, monthsMax: _max, ...found } = faultsOfSeen(law, 'KH', grown, { papers: all, residence }) ?? assert.fail()
    assert.deepEqual(found, { missing: null, isUnproved: false, shortSince: null, oldProof: null, ...faults })
  })

test('a case of before anybody was asked has no fault; one that needs no proof of the home is not asked for it', () => {
  const nothing = { since: null, proofOn: null }
  assert.equal(faultsOfSeen(law, 'KH', grown, { papers: null, residence: nothing }), null)
  const extension = faultsOfSeen(law, 'KH', { ...grown, kind: 'extension' }, { papers: ['border-pass'], residence: nothing })
  assert.deepEqual([extension?.missing, extension?.isUnproved], [null, false])
})

test('both states name papers for every kind of case; a home is proved for a first pass', () => {
  for (const state of ['KH', 'TH'] as const)
    for (const kind of caseKinds) {
      const lines = papersNeeded(law, state, { ...grown, kind })
      assert.ok(lines.length > 0, `${state} ${kind}`)
      assert.equal(asksResidence(lines), kind === 'new')
      assert.deepEqual(notSeen(lines, []), lines)
    }
  assert.deepEqual(papersNeeded(law, 'LA' as StateCode, grown), [], 'a state without rows asks for nothing')
})

const days: [what: string, since: string | null, proofOn: string | null, field: string | null][] = [
  ['as usual', '2015-01-01', '2026-11-01', null],
  ['today, and since birth', '1990-01-01', '2026-11-20', null],
  ['not said', null, null, null],
  ['since tomorrow', '2026-11-21', null, 'livesSince'],
  ['before the birth', '1989-12-31', null, 'livesSince'],
  ['a paper of tomorrow', '2015-01-01', '2026-11-21', 'proofDate'],
]
for (const [what, since, proofOn, field] of days)
  test(`days: ${what}`, () => {
    const residence = { since: since === null ? null : day(since), proofOn: proofOn === null ? null : day(proofOn) }
    const answer = assessResidenceDays(residence, grown.birthDate, date)
    assert.deepEqual(answer.ok ? null : answer.refusal, field === null ? null : { code: 'applicant.residence-date', about: { field } })
  })

test('the kind of a case in the law’s words', () => {
  assert.deepEqual(
    [caseKindOf('new', null), caseKindOf('extension', null), caseKindOf('replacement', 'stolen')],
    ['new', 'extension', 'replacement-stolen'],
  )
})
