// Goal: one verdict for each set of facts; nobody refused the way home, and nobody who needs care. Method: a table of cases; properties over all facts.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { outcomeOf, passCodes } from '../credential/codes.ts'
import { readLaw } from '../instruments/law-file.ts'
import type { AreaCode, CommandId, PointId } from '../kernel/code.ts'
import { type CivilDate, type Instant, instantOfMs } from '../kernel/time.ts'
import type { Order } from '../places/order.rules.ts'
import { cares, type DocumentFacts, type Facts, isHomeward, type RuleBook } from './facts.rules.ts'
import { goodFacts as facts, goodPass, openPoint, orderOf, session, sideAt } from './test-facts.ts'
import { decideVerdict } from './verdict.rules.ts'
import { quotasTaken } from './verdict-point.rules.ts'
import { type Reason, reasons, ruleVersions, type VerdictOutcome, verdictTable } from './verdict-table.rules.ts'

const { law } = readLaw()
const bookOf = (...orders: Order[]): RuleBook => ({ law, orders: new Map(orders.map((order) => [order.id, order])) })
const withDocument = (change: Partial<DocumentFacts>): Partial<Facts> => ({ document: { ...goodPass, ...change } })
const withPerson = (change: Partial<Facts['person']>): Partial<Facts> => ({ person: { ...facts.person, ...change } })
const red = (code: string): DocumentFacts['check'] => ({ outcome: 'red', code })
const unknown = { issuer: null, number: null, nationality: null, issuingArea: null, lastDay: null, register: 'unknown', handedOver: null } as const
const forged: Partial<DocumentFacts> = { ...unknown, check: red('SIG_INVALID') }
const thai: Partial<DocumentFacts> = {
  issuer: 'TH',
  number: 'TH27060000011',
  nationality: 'THA',
  issuingArea: 'TH:2706' as AreaCode,
  register: 'partner',
  handedOver: null,
}
const passport: Partial<DocumentFacts> = {
  kind: 'passport',
  issuer: 'FRA',
  number: '12AB34567',
  nationality: 'FRA',
  issuingArea: null,
  check: { outcome: 'green', code: 'MRZ' },
  register: 'none',
  handedOver: null,
}
const openStay: Exclude<Facts['stay'], null | 'unknown'> = {
  state: 'open',
  openedAt: '2026-11-18T02:00:00.000Z' as Instant,
  lastAt: '2026-11-18T02:00:00.000Z' as Instant,
  lastPoint: 'kh-th/poipet' as PointId,
  lawfulUntil: '2026-11-24' as CivilDate,
  tolled: [],
  minutesMin: null,
}
const lateStay = { ...openStay, lawfulUntil: '2026-11-18' as CivilDate }
const entry: Partial<Facts> = { direction: 'entry', stay: openStay }
const shut = { ...facts.point, sides: [sideAt('KH', { open: false }), sideAt('TH')] }
/** The Thai side has this one order live. */
const ordered = { ...facts.point, sides: [sideAt('KH'), sideAt('TH', { orders: ['th/order'] })] }
const truck = { class: 'truck', wheels: 10 } as const
const homeOnly = [session('08:00', '20:00', { who: { goingHome: true } })]
const ofBanteayMeanchey = { issuingAreas: ['KH:01' as AreaCode], documents: ['border-pass' as const] }
const passportsThenStudents = [
  session('08:00', '10:00', { who: { documents: ['passport'] } }),
  session('17:00', '19:00', { who: { purposes: ['student'] } }),
]
const morning = [session('08:00', '09:30', { who: ofBanteayMeanchey, quota: 300 }), session('10:30', '12:00', { who: ofBanteayMeanchey, quota: 300 })]

type Case = [name: string, change: Partial<Facts>, outcome: VerdictOutcome, reason: Reason, order?: Partial<Order>]
const table: Case[] = [
  ['a good pass going out', {}, 'admit', 'stay-granted'],
  ['a good pass coming home in time', entry, 'admit', 'in-time'],
  ['on the last lawful day', { ...entry, stay: { ...openStay, lawfulUntil: '2026-11-20' as CivilDate } }, 'admit', 'in-time'],
  [
    'on the last lawful day, at the closing hour',
    { ...entry, stay: { ...openStay, lawfulUntil: '2026-11-20' as CivilDate }, point: openPoint({ minute: 1200, open: false }) },
    'refer',
    'late-own-national',
  ],
  [
    'on the last lawful day, at the line before the closing hour',
    {
      ...entry,
      stay: { ...openStay, lawfulUntil: '2026-11-20' as CivilDate },
      at: '2026-11-20T13:20:00.000Z' as Instant,
      arrival: { at: '2026-11-20T12:50:00.000Z' as Instant, by: 'first-scan' },
      point: openPoint({ minute: 1190 }),
    },
    'admit',
    'in-time',
  ],
  [
    'on the last lawful day, after the hours of an order for the other way',
    { ...entry, stay: { ...openStay, lawfulUntil: '2026-11-20' as CivilDate }, point: ordered },
    'admit',
    'in-time',
    { directions: ['entry'], sessions: [session('06:00', '08:00')] },
  ],
  [
    'the same recorded before that was looked at',
    { ...entry, stay: { ...openStay, lawfulUntil: '2026-11-20' as CivilDate }, point: ordered, edition: 3 },
    'admit-with-flag',
    'late-own-national',
    { directions: ['entry'], sessions: [session('06:00', '08:00')] },
  ],
  ['coming home late: a national is warned', { ...entry, stay: lateStay }, 'admit-with-flag', 'late-own-national'],
  [
    'coming home late, and the way was shut two days',
    { ...entry, stay: { ...lateStay, tolled: ['2026-11-18', '2026-11-19'] as CivilDate[] } },
    'admit',
    'days-tolled',
  ],
  ['one shut day is not enough', { ...entry, stay: { ...lateStay, tolled: ['2026-11-18'] as CivilDate[] } }, 'admit-with-flag', 'late-own-national'],
  ['found lawful through today', { ...entry, stay: { ...lateStay, lawfulThrough: '2026-11-20' as CivilDate } }, 'admit', 'found-lawful'],
  [
    'found lawful through today, and the point has closed',
    { ...entry, stay: { ...lateStay, lawfulThrough: '2026-11-20' as CivilDate }, point: openPoint({ minute: 1200, open: false }) },
    'refer',
    'late-own-national',
  ],
  [
    'found lawful through yesterday',
    { ...entry, stay: { ...lateStay, lawfulThrough: '2026-11-19' as CivilDate } },
    'admit-with-flag',
    'late-own-national',
  ],
  [
    'a foreigner found lawful through yesterday',
    { ...withDocument(thai), stay: { ...lateStay, lawfulThrough: '2026-11-19' as CivilDate } },
    'refer',
    'late-foreigner',
  ],
  [
    'found lawful through a day on which the way was shut',
    { ...entry, stay: { ...lateStay, lawfulThrough: '2026-11-19' as CivilDate, tolled: ['2026-11-19'] as CivilDate[] } },
    'admit',
    'found-lawful',
  ],
  [
    'closed days before the decision are judged by it',
    {
      ...entry,
      stay: { ...lateStay, lawfulUntil: '2026-11-15' as CivilDate, lawfulThrough: '2026-11-19' as CivilDate, tolled: ['2026-11-14'] as CivilDate[] },
    },
    'admit-with-flag',
    'late-own-national',
  ],
  ['found lawful, and in time by law', { ...entry, stay: { ...openStay, lawfulThrough: '2026-11-19' as CivilDate } }, 'admit', 'in-time'],
  [
    'found lawful before such days were named: recorded without a last day',
    { ...entry, stay: { ...lateStay, lawfulUntil: null } },
    'admit',
    'in-time',
  ],
  ['coming home without an exit on record', { ...entry, stay: null }, 'admit-with-flag', 'exit-missing'],
  ['going out twice', { stay: openStay }, 'admit-with-flag', 'entry-missing'],
  [
    'a record from before the last',
    { ...entry, stay: { ...openStay, lastAt: '2026-11-20T03:00:00.000Z' as Instant } },
    'admit-with-flag',
    'arrived-late',
  ],
  ['told a day later', { ...entry, told: { at: '2026-11-21T02:00:00.000Z' as Instant, hoursMax: 24 } }, 'admit', 'in-time'],
  ['told three days later', { ...entry, told: { at: '2026-11-23T02:00:00.000Z' as Instant, hoursMax: 24 } }, 'admit-with-flag', 'told-late'],
  [
    'told three days later, of somebody refused',
    { ...withDocument({ register: 'revoked' }), told: { at: '2026-11-23T02:00:00.000Z' as Instant, hoursMax: 24 } },
    'refuse',
    'told-late',
  ],
  ['two points too fast', { ...entry, stay: { ...openStay, lastAt: '2026-11-20T01:40:00.000Z' as Instant, minutesMin: 75 } }, 'refer', 'too-fast'],
  [
    'two points too fast, the earlier told last',
    { stay: { ...openStay, lastAt: '2026-11-20T02:20:00.000Z' as Instant, minutesMin: 75 } },
    'refer',
    'too-fast',
  ],
  [
    'the same recorded before that was looked at',
    { edition: 3, stay: { ...openStay, lastAt: '2026-11-20T02:20:00.000Z' as Instant, minutesMin: 75 } },
    'admit-with-flag',
    'arrived-late',
  ],
  ['two points in time', { ...entry, stay: { ...openStay, lastAt: '2026-11-20T00:40:00.000Z' as Instant, minutesMin: 75 } }, 'admit', 'in-time'],
  ['a forged pass going out', withDocument(forged), 'refuse', 'not-genuine'],
  ['a forged pass coming in: it may be a national', { direction: 'entry', ...withDocument(forged) }, 'refer', 'going-home-to-officer'],
  ['an unknown key', withDocument({ ...unknown, check: { outcome: 'amber', code: 'KID_UNKNOWN' } }), 'refer', 'not-verified'],
  ['expired, going out', withDocument({ check: red('EXPIRED'), lastDay: '2026-11-19' as CivilDate, register: 'expired' }), 'refuse', 'expired'],
  [
    'expired, coming home',
    { ...entry, ...withDocument({ check: red('EXPIRED'), lastDay: '2026-11-19' as CivilDate }) },
    'admit-with-flag',
    'going-home',
  ],
  ['its last day', withDocument({ lastDay: '2026-11-20' as CivilDate }), 'admit', 'valid'],
  ['typed, a day too late', withDocument({ check: { outcome: 'green', code: 'TYPED' }, lastDay: '2026-11-19' as CivilDate }), 'refuse', 'expired'],
  ['a replaced pass', withDocument({ register: 'replaced' }), 'refuse', 'replaced'],
  ['a revoked pass', withDocument({ register: 'revoked' }), 'refuse', 'revoked'],
  ['a revoked pass coming home', { ...entry, ...withDocument({ register: 'revoked' }) }, 'refer', 'going-home-to-officer'],
  ['suspended by the partner, coming in', { direction: 'entry', ...withDocument({ ...thai, check: red('SUSPENDED') }) }, 'refuse', 'suspended'],
  ['suspended by the partner, going home', withDocument({ ...thai, check: red('SUSPENDED') }), 'refer', 'going-home-to-officer'],
  ['signed, and still in the office', withDocument({ handedOver: false }), 'refer', 'not-handed-over'],
  ['still in the office, coming home', { ...entry, ...withDocument({ handedOver: false }) }, 'admit-with-flag', 'in-office-going-home'],
  ['still in the office and revoked', withDocument({ handedOver: false, register: 'revoked' }), 'refuse', 'revoked'],
  ['our key, not our register', withDocument({ register: 'absent' }), 'refer', 'not-registered'],
  ['offline', { stay: 'unknown', ...withDocument({ register: 'unknown', handedOver: null }) }, 'admit-with-flag', 'standing-unknown'],
  ['the face differs', withPerson({ photo: 'no-match' }), 'refer', 'face-differs'],
  ['the face differs from a genuine pass: lent', withPerson({ photo: 'no-match' }), 'refer', 'pass-lent'],
  [
    'a passport in another’s hand',
    { ...withPerson({ photo: 'no-match' }), ...withDocument({ kind: 'passport', check: { outcome: 'green', code: 'MRZ' }, register: 'none' }) },
    'refer',
    'pass-lent',
  ],
  [
    'lent, and revoked meanwhile',
    { ...withPerson({ photo: 'no-match' }), ...withDocument({ check: red('REVOKED'), register: 'revoked' }) },
    'refuse',
    'pass-lent',
  ],
  ['referred before', withPerson({ referral: 'r' as CommandId }), 'refer', 'referral-open'],
  [
    'let pass, and the need was judged',
    withPerson({ care: 'medical', decided: 'r' as CommandId, judged: ['care-medical'] }),
    'admit-with-flag',
    'let-pass',
  ],
  ['let pass, and a need came up since', withPerson({ care: 'asylum', decided: 'r' as CommandId, judged: ['care-medical'] }), 'refer', 'care-asylum'],
  [
    'let pass, recorded before that was looked at',
    { ...withPerson({ care: 'asylum', decided: 'r' as CommandId }), edition: 3 },
    'admit-with-flag',
    'let-pass',
  ],
  [
    'let pass, and the child is said in the other word',
    withPerson({ age: 9, accompanied: false, decided: 'r' as CommandId, judged: ['care-child'] }),
    'admit-with-flag',
    'let-pass',
  ],
  [
    'let pass, and the clock alone went on',
    { ...withDocument(thai), direction: 'exit', stay: lateStay, ...withPerson({ decided: 'r' as CommandId, judged: ['care-medical'] }) },
    'admit-with-flag',
    'let-pass',
  ],
  ['let pass on a referral', withPerson({ referral: 'r' as CommandId, decided: 'r' as CommandId }), 'admit-with-flag', 'let-pass'],
  [
    'no decision opens what is refused',
    { ...withPerson({ decided: 'r' as CommandId }), ...withDocument({ register: 'revoked' }) },
    'refuse',
    'revoked',
  ],
  ['near an entry of the watchlist', withPerson({ watch: [{ entry: 'e', kind: 'person', strength: 'near' }] }), 'refer', 'listed'],
  ['a child with somebody', withPerson({ age: 9, accompanied: true }), 'admit', 'stay-granted'],
  ['a child alone', withPerson({ age: 9, accompanied: false }), 'refer', 'child-alone'],
  ['a child, nobody asked', withPerson({ age: 9 }), 'admit-with-flag', 'child-not-asked'],
  ['a student alone', { ...withPerson({ age: 9, accompanied: false }), purpose: 'student' }, 'admit', 'stay-granted'],
  ['asylum, whatever the papers say', { ...withPerson({ care: 'asylum' }), ...withDocument(forged), direction: 'exit' }, 'refer', 'care-first'],
  ['ill, at a closed point', { ...withPerson({ care: 'medical' }), point: shut }, 'refer', 'care-first'],
  ['a child alone at a closed point', { ...withPerson({ age: 9, accompanied: false }), point: shut }, 'refer', 'care-first'],
  ['a closed point', { point: shut }, 'refuse', 'closed'],
  ['a closed point, coming home', { ...entry, point: shut }, 'refer', 'going-home-to-officer'],
  ['no point on this day', { point: { ...facts.point, sides: [] } }, 'refuse', 'closed'],
  [
    'suspended: no order opens it',
    { point: { ...ordered, sides: [sideAt('KH'), sideAt('TH', { active: false, open: false, orders: ['th/order'] })] } },
    'refuse',
    'closed',
    { sessions: [session('08:00', '20:00')] },
  ],
  ['a temporary point does not take the pass', { point: { ...facts.point, class: 'temporary' } }, 'refuse', 'class-not-accepted'],
  [
    'a passport at a relaxed point',
    { direction: 'entry', ...withDocument(passport), point: { ...facts.point, class: 'relaxed' } },
    'refuse',
    'class-not-accepted',
  ],
  ['a passport, its visa not seen', { direction: 'entry', ...withDocument(passport) }, 'refer', 'visa-not-seen'],
  ['a passport, its visa seen', { direction: 'entry', ...withDocument({ ...passport, visaSeen: true }) }, 'admit', 'visa-seen'],
  ['a passport going home', withDocument(passport), 'admit-with-flag', 'entry-missing'],
  ['a Thai pass coming in', { direction: 'entry', ...withDocument(thai) }, 'admit', 'stay-granted'],
  ['a Thai pass going home late: the clock binds here', { stay: lateStay, ...withDocument(thai) }, 'refer', 'late-foreigner'],
  ['an order closes', { point: ordered }, 'refuse', 'order-closed', {}],
  ['an order closes, coming home', { ...entry, point: ordered }, 'refer', 'going-home-to-officer', {}],
  ['a window for the way home, going home', { ...entry, point: ordered }, 'admit', 'order-admits', { sessions: homeOnly }],
  ['a window for the way home, going out', { point: ordered }, 'refuse', 'order-going-home', { sessions: homeOnly }],
  ['an order of the other direction', { point: ordered }, 'admit', 'open', { directions: ['exit'] }],
  ['an order of this direction', { point: ordered }, 'refuse', 'order-closed', { directions: ['entry'] }],
  [
    'an order opens where the calendar is shut',
    { point: { ...ordered, sides: [sideAt('KH'), sideAt('TH', { open: false, orders: ['th/order'] })] } },
    'admit',
    'order-admits',
    { sessions: [session('08:00', '20:00')] },
  ],
  ['the calendar’s hours, for all', { point: ordered }, 'admit', 'order-admits', { sessions: null }],
  ['the calendar’s hours, for passports alone', { point: ordered }, 'refuse', 'order-document', { sessions: null, who: { documents: ['passport'] } }],
  ['another hour', { point: ordered }, 'refuse', 'order-hours', { sessions: [session('10:30', '12:00')] }],
  [
    'students now, and I am none',
    { point: ordered },
    'refuse',
    'order-purpose',
    { sessions: [session('08:00', '10:00', { who: { purposes: ['student'] } })] },
  ],
  [
    'students now, and I am one',
    { point: ordered, purpose: 'student' },
    'admit',
    'order-admits',
    { sessions: [session('08:00', '10:00', { who: { purposes: ['student'] } })] },
  ],
  ['passports now, students later: it is the document', { point: ordered }, 'refuse', 'order-document', { sessions: passportsThenStudents }],
  [
    'the same before what is asked for now came first',
    { point: ordered, edition: 2 },
    'refuse',
    'order-purpose',
    { sessions: passportsThenStudents },
  ],
  ['nobody now, students later: it is the purpose', { point: ordered }, 'refuse', 'order-purpose', { sessions: passportsThenStudents.slice(1) }],
  [
    'passports now, everybody with a pass later: it is the hour',
    { point: ordered },
    'refuse',
    'order-hours',
    { sessions: [...passportsThenStudents, session('13:00', '14:00')] },
  ],
  ['a place of the session', { point: ordered }, 'admit', 'session-place', { sessions: morning }],
  ['the last place', { point: ordered, quotas: [{ order: 'th/order', session: 0, used: 299 }] }, 'admit', 'session-place', { sessions: morning }],
  ['the 301st', { point: ordered, quotas: [{ order: 'th/order', session: 0, used: 300 }] }, 'refuse', 'session-full', { sessions: morning }],
  [
    'the way home needs no place',
    { ...entry, point: ordered, quotas: [{ order: 'th/order', session: 0, used: 300 }] },
    'admit',
    'in-time',
    { sessions: morning },
  ],
  [
    'a pass of another province',
    { ...withDocument({ issuingArea: 'KH:2204' as AreaCode }), point: ordered },
    'refuse',
    'order-area',
    { sessions: morning },
  ],
  [
    'a truck over six wheels',
    { point: ordered, vehicle: truck },
    'refuse',
    'vehicle-elsewhere',
    { sessions: null, vehicles: [{ classes: ['truck'], wheelsOver: 6, insteadAt: ['kh-th/stung-bot' as PointId] }] },
  ],
  [
    'a truck of six wheels',
    { point: ordered, vehicle: { class: 'truck', wheels: 6 } },
    'admit',
    'order-admits',
    { sessions: null, vehicles: [{ classes: ['truck'], wheelsOver: 6, insteadAt: ['kh-th/stung-bot' as PointId] }] },
  ],
  [
    'a truck where it is sent to',
    { point: { ...ordered, id: 'kh-th/stung-bot' as PointId }, vehicle: truck },
    'admit',
    'order-admits',
    { sessions: null, vehicles: [{ classes: ['truck'], wheelsOver: 6, insteadAt: ['kh-th/stung-bot' as PointId] }] },
  ],
]
for (const [name, change, outcome, reason, order] of table)
  test(`${name}: ${outcome} (${reason})`, () => {
    const verdict = decideVerdict({ ...facts, ...change }, bookOf(orderOf(order)))
    assert.equal(verdict.outcome, outcome, JSON.stringify(verdict.findings))
    assert.ok(
      verdict.findings.some((finding) => finding.reason === reason),
      JSON.stringify(verdict.findings),
    )
  })

test('every reason of the table is given by some case, or stands in this list with the reason why not', () => {
  const given = new Set(
    table.flatMap(([, change, , , order]) => decideVerdict({ ...facts, ...change }, bookOf(orderOf(order))).findings.map(({ reason }) => reason)),
  )
  const elsewhere: Reason[] = [
    'number-typed',
    'not-yet-valid',
    'nationality-admitted',
    'nationality-not-admitted',
    'order-nationality',
    'order-age',
    'record-unknown',
    'exit-missing',
  ]
  const careful: Reason[] = ['care-trafficking', 'care-child', 'care-other']
  assert.deepEqual(
    reasons.filter((reason) => !given.has(reason) && !elsewhere.includes(reason) && !careful.includes(reason)),
    [],
  )
})

test('seven days, the day of entry being day one: the date is shown; a visa’s days are not ours', () => {
  assert.equal(decideVerdict(facts, bookOf()).lawfulUntil, '2026-11-26')
  assert.equal(decideVerdict({ ...facts, ...entry }, bookOf()).lawfulUntil, null)
  assert.equal(decideVerdict({ ...facts, direction: 'entry', ...withDocument({ ...passport, visaSeen: true }) }, bookOf()).lawfulUntil, null)
})

test('a full session names the order and the next one', () => {
  const full = { ...facts, point: ordered, quotas: [{ order: 'th/order', session: 0, used: 300 }] }
  const said = decideVerdict(full, bookOf(orderOf({ sessions: morning }))).findings.find(({ reason }) => reason === 'session-full')
  assert.deepEqual(said?.about, { order: '12/2026', next: '10:30', nextDay: '2026-11-20' })
  assert.deepEqual(quotasTaken({ ...full, quotas: [] }, bookOf(orderOf({ sessions: morning }))), [{ order: 'th/order', session: 0, limit: 300 }])
})

const anyOrder: fc.Arbitrary<Order> = fc
  .record({
    sessions: fc.constantFrom(null, [], homeOnly, morning, [session('08:00', '20:00')]),
    who: fc.constantFrom({}, { purposes: ['student' as const] }, { ageFrom: 60 }),
    directions: fc.constantFrom(null, ['exit' as const], ['entry' as const]),
  })
  .map((change) => orderOf(change))
const anyFacts: fc.Arbitrary<Facts> = fc.record({
  form: fc.constant(2 as const),
  state: fc.constantFrom('KH' as const, 'TH' as const),
  at: fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2027, 0) }).map(instantOfMs),
  arrival: fc.constant(null),
  direction: fc.constantFrom('exit' as const, 'entry' as const),
  document: fc.record({
    kind: fc.constantFrom('border-pass' as const, 'passport' as const),
    issuer: fc.constantFrom('KH', 'TH', null),
    number: fc.constantFrom('KH01100000421', null),
    nationality: fc.constantFrom('KHM', 'THA', 'FRA', null),
    issuingArea: fc.constantFrom('KH:0110' as AreaCode, 'KH:2204' as AreaCode, null),
    check: fc.oneof(
      fc.constantFrom({ outcome: 'green' as const, code: 'TYPED' }, { outcome: 'green' as const, code: 'MRZ' }),
      fc
        .constantFrom(...passCodes.filter((code) => outcomeOf[code] !== 'neutral'))
        .map((code) => ({ outcome: outcomeOf[code] as 'green' | 'amber' | 'red', code })),
    ),
    lastDay: fc.constantFrom('2025-06-01' as CivilDate, '2030-01-01' as CivilDate, null),
    register: fc.constantFrom<DocumentFacts['register']>(
      'active',
      'suspended',
      'revoked',
      'replaced',
      'expired',
      'absent',
      'partner',
      'unknown',
      'none',
    ),
    handedOver: fc.constantFrom(true, false, null),
    visaSeen: fc.boolean(),
  }),
  point: fc.record({
    id: fc.constant('kh-th/poipet' as PointId),
    class: fc.constantFrom('permanent' as const, 'relaxed' as const, 'temporary' as const, null),
    sides: fc.constantFrom(facts.point.sides, shut.sides, ordered.sides, []),
  }),
  purpose: fc.constantFrom(null, 'student' as const, 'trade' as const),
  vehicle: fc.constantFrom(null, truck),
  quotas: fc.constantFrom([], [{ order: 'th/order', session: 0, used: 300 }]),
  stay: fc.constantFrom(null, 'unknown' as const, openStay, lateStay, { ...openStay, state: 'closed' as const }),
  person: fc.record({
    age: fc.constantFrom(null, 3, 14, 15, 70),
    photo: fc.constantFrom('match' as const, 'no-match' as const, 'not-said' as const),
    care: fc.constantFrom(null, null, ...cares),
    accompanied: fc.constantFrom(true, false, null),
    watch: fc.constantFrom([], 'unknown' as const, [{ entry: 'e', kind: 'plate', strength: 'exact' }]),
    referral: fc.constantFrom(null, 'r' as CommandId),
    decided: fc.constantFrom(null, 'r' as CommandId),
  }),
})
const anyCase = fc.tuple(
  anyFacts,
  anyOrder.map((order) => bookOf(order)),
)
const forAll = (property: (facts: Facts, book: RuleBook) => void) =>
  fc.assert(
    fc.property(anyCase, ([any, book]) => property(any, book)),
    { numRuns: 400 },
  )

test('total: every set of facts has a verdict, each finding a rule, a version, a reason and an instrument', () =>
  forAll((any, book) => {
    const { outcome, findings, law: by } = decideVerdict(any, book)
    assert.ok(findings.length > 0)
    for (const { rule, version, reason, effect, instruments } of findings) {
      assert.deepEqual([rule, effect], [verdictTable[reason].rule, verdictTable[reason].effect])
      assert.equal(version, ruleVersions[rule])
      assert.ok(instruments.length > 0)
    }
    assert.ok(outcome === 'admit' || findings.some(({ effect }) => effect === outcome))
    assert.deepEqual(by, { agreement: law.agreement, version: law.version })
  }))

test('a document in another’s hand: named with its last passage, never of a false document, and never in what was recorded before the rule', () => {
  const said = (change: Partial<Facts>) =>
    decideVerdict({ ...facts, ...withPerson({ photo: 'no-match' }), ...change }, bookOf()).findings.find(({ reason }) => reason === 'pass-lent')
  assert.deepEqual([said({})?.rule, said({})?.about], ['document.lent', undefined])
  const lastAt = '2026-11-20T01:40:00.000Z' as Instant
  const stay = { ...openStay, lastAt, lastPoint: 'kh-th/malai' as PointId }
  assert.deepEqual(said({ ...entry, stay })?.about, { last: lastAt, point: 'kh-th/malai' })
  for (const document of [forged, { check: { outcome: 'amber', code: 'KID_UNKNOWN' } } as const])
    assert.equal(said(withDocument(document)), undefined)
  const { edition: _edition, ...before } = { ...facts, ...withPerson({ photo: 'no-match' }) }
  assert.deepEqual(
    decideVerdict(before, bookOf())
      .findings.filter(({ effect }) => effect === 'refer')
      .map(({ reason }) => reason),
    ['face-differs'],
  )
  for (const photo of ['match', 'not-said'] as const) assert.equal(said(withPerson({ photo })), undefined)
})

test('nobody is refused the way home', () =>
  forAll((any, book) => assert.ok(!isHomeward(any) || any.document.nationality === null || decideVerdict(any, book).outcome !== 'refuse')))

test('at the entry nobody is refused whose nationality is not known', () =>
  forAll((any, book) => {
    if (any.direction === 'entry' && any.document.nationality === null) assert.notEqual(decideVerdict(any, book).outcome, 'refuse')
  }))

test('nobody who needs care is refused, and nobody who needs care is simply let through', () =>
  forAll((any, book) => {
    const undecided = { ...any, person: { ...any.person, decided: null } }
    if (any.person.care !== null) assert.equal(decideVerdict(undecided, book).outcome, 'refer')
  }))

test('a false, struck or doubtful document is never admitted without a decision', () =>
  forAll((any, book) => {
    const { check, register, kind } = any.document
    const bad =
      (check.outcome === 'red' && !['EXPIRED', 'NOT_YET'].includes(check.code)) ||
      check.outcome === 'amber' ||
      (kind === 'border-pass' && ['revoked', 'replaced', 'suspended', 'absent'].includes(register))
    const undecided = { ...any, person: { ...any.person, decided: null } }
    if (bad) assert.ok(['refer', 'refuse'].includes(decideVerdict(undecided, book).outcome))
  }))

test('a decision lets a referral pass and changes no refusal', () =>
  forAll((any, book) => {
    const [without, with_] = [null, 'r' as CommandId].map((decided) => decideVerdict({ ...any, person: { ...any.person, decided } }, book).outcome)
    assert.equal(with_, without === 'refer' ? 'admit-with-flag' : without)
  }))

test('places are taken only by those who leave home and are admitted there', () =>
  forAll((any, book) => {
    const taken = quotasTaken(any, book)
    if (isHomeward(any)) assert.deepEqual(taken, [])
    for (const { limit } of taken) assert.ok(limit > 0)
  }))

test('the same facts give the same verdict, byte for byte, also after a journey through JSON', () =>
  forAll((any, book) =>
    assert.equal(JSON.stringify(decideVerdict(JSON.parse(JSON.stringify(any)) as Facts, book)), JSON.stringify(decideVerdict(any, book))),
  ))
