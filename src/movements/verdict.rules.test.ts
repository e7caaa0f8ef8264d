// Goal: one verdict for each set of facts, and nobody refused the way home. Method: a table of cases; properties over all facts.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { outcomeOf, passCodes } from '../credential/codes.ts'
import { readLaw } from '../instruments/law-file.ts'
import type { InstrumentId, PointId } from '../kernel/code.ts'
import { type CivilDate, type Instant, instantOfMs } from '../kernel/time.ts'
import { type DocumentFacts, decideVerdict, type Facts, isHomeward, reasons, ruleVersions, type VerdictOutcome } from './verdict.rules.ts'

const { law } = readLaw()
const document: DocumentFacts = {
  issuer: 'KH',
  number: 'KH01100000421',
  nationality: 'KHM',
  check: { outcome: 'green', code: 'OK' },
  lastDay: '2027-01-01' as CivilDate,
  register: 'active',
  handedOver: true,
}
const facts: Facts = {
  state: 'KH',
  at: '2026-11-20T02:00:00.000Z' as Instant,
  direction: 'exit',
  document,
  point: { id: 'kh-th/poipet' as PointId, class: 'permanent', openTo: 'everyone', instruments: ['kh-th/crossing-table' as InstrumentId] },
  stay: null,
  photo: 'match',
}
const withDocument = (change: Partial<DocumentFacts>): Partial<Facts> => ({ document: { ...document, ...change } })
const { handedOver: _asked, ...asVersion1 } = document
const red = (code: string): DocumentFacts['check'] => ({ outcome: 'red', code })
const forged: Partial<DocumentFacts> = {
  issuer: null,
  number: null,
  nationality: null,
  check: red('SIG_INVALID'),
  lastDay: null,
  register: 'partner',
  handedOver: null,
}
const thai: Partial<DocumentFacts> = { issuer: 'TH', number: 'TH27060000011', nationality: 'THA', register: 'partner', handedOver: null }
const openStay = {
  state: 'open' as const,
  openedAt: '2026-11-18T02:00:00.000Z' as Instant,
  lastAt: '2026-11-18T02:00:00.000Z' as Instant,
  lawfulUntil: '2026-11-24' as CivilDate,
}
const lateStay = { ...openStay, lawfulUntil: '2026-11-19' as CivilDate }
const entry: Partial<Facts> = { direction: 'entry', stay: openStay }

const table: [name: string, change: Partial<Facts>, outcome: VerdictOutcome, reason: string][] = [
  ['a good pass going out', {}, 'admit', 'stay-granted'],
  ['a good pass coming home in time', entry, 'admit', 'in-time'],
  ['on the last lawful day', { ...entry, stay: { ...openStay, lawfulUntil: '2026-11-20' as CivilDate } }, 'admit', 'in-time'],
  ['coming home late: a national is warned', { ...entry, stay: lateStay }, 'admit-with-flag', 'late-own-national'],
  ['coming home without an exit on record', { ...entry, stay: null }, 'admit-with-flag', 'exit-missing'],
  ['going out twice', { stay: openStay }, 'admit-with-flag', 'entry-missing'],
  [
    'a record from before the last movement',
    { ...entry, stay: { ...openStay, lastAt: '2026-11-20T03:00:00.000Z' as Instant } },
    'admit-with-flag',
    'arrived-late',
  ],
  ['a forged pass going out', withDocument(forged), 'refuse', 'not-genuine'],
  ['a forged pass coming in: it may be a national', { direction: 'entry', ...withDocument(forged) }, 'refer', 'going-home'],
  ['an unknown key', withDocument({ ...forged, check: { outcome: 'amber', code: 'KID_UNKNOWN' } }), 'refer', 'not-verified'],
  [
    'an expired pass going out',
    withDocument({ check: red('EXPIRED'), lastDay: '2026-11-19' as CivilDate, register: 'expired' }),
    'refuse',
    'expired',
  ],
  [
    'an expired pass coming home',
    { ...entry, ...withDocument({ check: red('EXPIRED'), lastDay: '2026-11-19' as CivilDate }) },
    'admit-with-flag',
    'going-home',
  ],
  ['its last day', withDocument({ lastDay: '2026-11-20' as CivilDate }), 'admit', 'valid'],
  [
    'the day after its last day, typed',
    withDocument({ check: { outcome: 'green', code: 'TYPED' }, lastDay: '2026-11-19' as CivilDate }),
    'refuse',
    'expired',
  ],
  ['a replaced pass', withDocument({ register: 'replaced' }), 'refuse', 'replaced'],
  ['a revoked pass', withDocument({ register: 'revoked' }), 'refuse', 'revoked'],
  ['a revoked pass coming home', { ...entry, ...withDocument({ register: 'revoked' }) }, 'refer', 'going-home'],
  [
    'suspended by the partner’s list, coming in',
    { direction: 'entry', ...withDocument({ ...thai, check: red('SUSPENDED') }) },
    'refuse',
    'suspended',
  ],
  ['suspended by the partner’s list, going home', withDocument({ ...thai, check: red('SUSPENDED') }), 'refer', 'going-home'],
  ['signed, and still in the office', withDocument({ handedOver: false }), 'refer', 'not-handed-over'],
  ['signed, still in the office, coming home', { ...entry, ...withDocument({ handedOver: false }) }, 'admit-with-flag', 'not-handed-over'],
  ['still in the office and revoked', withDocument({ handedOver: false, register: 'revoked' }), 'refuse', 'revoked'],
  ['still in the office, typed', withDocument({ handedOver: false, check: { outcome: 'green', code: 'TYPED' } }), 'refer', 'not-handed-over'],
  ['still in the office, a false code', withDocument({ handedOver: false, check: red('SIG_INVALID') }), 'refuse', 'not-genuine'],
  ['hand-over not known: offline', withDocument({ handedOver: null, register: 'unknown' }), 'admit-with-flag', 'standing-unknown'],
  ['recorded before hand-over was asked', { document: asVersion1 }, 'admit', 'standing'],
  ['signed with our key but not in our register', withDocument({ register: 'absent' }), 'refer', 'not-registered'],
  ['offline: standing and stay unknown', { stay: 'unknown', ...withDocument({ register: 'unknown' }) }, 'admit-with-flag', 'standing-unknown'],
  ['the face differs', { photo: 'no-match' }, 'refer', 'face-differs'],
  ['a closed point', { point: { ...facts.point, openTo: 'nobody' } }, 'refuse', 'closed'],
  ['a closed point, coming home', { ...entry, point: { ...facts.point, openTo: 'nobody' } }, 'refer', 'going-home'],
  ['a window for going home, going home', { ...entry, point: { ...facts.point, openTo: 'national-going-home' } }, 'admit', 'open-for-going-home'],
  ['a window for going home, going out', { point: { ...facts.point, openTo: 'national-going-home' } }, 'refuse', 'closed'],
  ['a temporary point does not take the pass', { point: { ...facts.point, class: 'temporary' } }, 'refuse', 'class-not-accepted'],
  ['a Thai pass coming in', { direction: 'entry', ...withDocument(thai) }, 'admit', 'stay-granted'],
  ['a Thai pass going home late: the clock binds here', { stay: lateStay, ...withDocument(thai) }, 'refer', 'late-foreigner'],
]
for (const [name, change, outcome, reason] of table)
  test(`${name}: ${outcome} (${reason})`, () => {
    const verdict = decideVerdict({ ...facts, ...change }, law)
    assert.equal(verdict.outcome, outcome)
    assert.ok(
      verdict.findings.some((finding) => finding.reason === reason),
      JSON.stringify(verdict.findings),
    )
  })

test('seven days, the day of entry being day one: the date is shown', () => {
  assert.equal(decideVerdict(facts, law).lawfulUntil, '2026-11-26')
  assert.equal(decideVerdict({ ...facts, ...entry }, law).lawfulUntil, null)
})

const anyDocument: fc.Arbitrary<DocumentFacts> = fc.record({
  issuer: fc.constantFrom('KH' as const, 'TH' as const, null),
  number: fc.constantFrom('KH01100000421', null),
  nationality: fc.constantFrom('KHM', 'THA', 'FRA', null),
  check: fc.oneof(
    fc.constant({ outcome: 'green' as const, code: 'TYPED' }),
    fc
      .constantFrom(...passCodes.filter((code) => outcomeOf[code] !== 'neutral'))
      .map((code) => ({ outcome: outcomeOf[code] as 'green' | 'amber' | 'red', code })),
  ),
  lastDay: fc.constantFrom('2025-06-01' as CivilDate, '2030-01-01' as CivilDate, null),
  register: fc.constantFrom<DocumentFacts['register']>('active', 'suspended', 'revoked', 'replaced', 'expired', 'absent', 'partner', 'unknown'),
  handedOver: fc.constantFrom(true, false, null),
})
const anyFacts: fc.Arbitrary<Facts> = fc.record({
  state: fc.constantFrom('KH' as const, 'TH' as const),
  at: fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2027, 0) }).map(instantOfMs),
  direction: fc.constantFrom('exit' as const, 'entry' as const),
  // Also as it was recorded before hand-over was asked.
  document: fc.oneof(
    anyDocument,
    anyDocument.map(({ handedOver: _asked, ...before }) => before),
  ),
  point: fc.record({
    id: fc.constant('kh-th/poipet' as PointId),
    class: fc.constantFrom('permanent' as const, 'relaxed' as const, 'temporary' as const, null),
    openTo: fc.constantFrom('everyone' as const, 'national-going-home' as const, 'nobody' as const),
    instruments: fc.constant(['kh-th/crossing-table' as InstrumentId]),
  }),
  stay: fc.constantFrom(null, 'unknown' as const, openStay, lateStay, { ...openStay, state: 'closed' as const }),
  photo: fc.constantFrom('match' as const, 'no-match' as const, 'not-said' as const),
})

test('total: every set of facts has a verdict, each finding a rule, a version, a reason and an instrument', () => {
  fc.assert(
    fc.property(anyFacts, (any) => {
      const { outcome, findings, law: by } = decideVerdict(any, law)
      assert.ok(findings.length > 0)
      for (const finding of findings) {
        const old = finding.rule === 'document.standing' && any.document.handedOver === undefined
        assert.equal(finding.version, old ? 1 : ruleVersions[finding.rule])
        assert.ok(reasons.includes(finding.reason) && finding.instruments.length > 0)
      }
      assert.ok(outcome === 'admit' || findings.some((finding) => finding.effect === outcome))
      assert.deepEqual(by, { agreement: law.agreement, version: law.version })
    }),
  )
})

test('nobody is refused the way home', () => {
  fc.assert(
    fc.property(anyFacts, (any) => assert.ok(!isHomeward(any) || any.document.nationality === null || decideVerdict(any, law).outcome !== 'refuse')),
  )
})

test('at the entry nobody is refused whose nationality is not known', () => {
  fc.assert(
    fc.property(anyFacts, (any) => {
      if (any.direction === 'entry' && any.document.nationality === null) assert.notEqual(decideVerdict(any, law).outcome, 'refuse')
    }),
  )
})

test('a false, struck or doubtful document is never admitted', () => {
  fc.assert(
    fc.property(anyFacts, (any) => {
      const { check, register } = any.document
      const bad =
        (check.outcome === 'red' && !['EXPIRED', 'NOT_YET'].includes(check.code)) ||
        check.outcome === 'amber' ||
        ['revoked', 'replaced', 'suspended', 'absent'].includes(register)
      if (bad) assert.ok(['refer', 'refuse'].includes(decideVerdict(any, law).outcome))
    }),
  )
})

test('facts recorded before hand-over was asked are decided as they were: version 1, and nothing of the later reason', () => {
  fc.assert(
    fc.property(anyFacts, ({ document: { handedOver: _asked, ...before }, ...any }) => {
      const [then, now] = [
        { ...any, document: before },
        { ...any, document: { ...before, handedOver: true } },
      ].map((each) => decideVerdict(each, law))
      assert.ok(then && now && then.findings.every(({ reason }) => reason !== 'not-handed-over'))
      const renumbered = now.findings.map((each) => (each.rule === 'document.standing' ? { ...each, version: 1 } : each))
      assert.equal(JSON.stringify(then), JSON.stringify({ ...now, findings: renumbered }))
    }),
  )
})

test('a pass that is still in the office is admitted without a word by nobody', () => {
  fc.assert(
    fc.property(anyFacts, (any) => {
      const { outcome } = decideVerdict({ ...any, document: { ...any.document, handedOver: false } }, law)
      assert.notEqual(outcome, 'admit')
      if (!isHomeward(any)) assert.ok(outcome === 'refer' || outcome === 'refuse')
    }),
  )
})

test('the same facts give the same verdict, byte for byte, also after a journey through JSON', () => {
  fc.assert(
    fc.property(anyFacts, (any) =>
      assert.equal(JSON.stringify(decideVerdict(JSON.parse(JSON.stringify(any)) as Facts, law)), JSON.stringify(decideVerdict(any, law))),
    ),
  )
})
