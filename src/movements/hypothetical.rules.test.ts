// Goal: a resident is answered by the gate's own verdict, and never learns what only an officer may know. Method: a table of travellers; properties over facts with and without what is not told.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readLaw } from '../instruments/law-file.ts'
import type { AreaCode, CommandId, PointId } from '../kernel/code.ts'
import { type CivilDate, epochMs, type Instant, instantOfMs } from '../kernel/time.ts'
import type { Order } from '../places/order.rules.ts'
import { cares, type Facts, type RuleBook } from './facts.rules.ts'
import { type Asked, decidePublicly, firstFree, hypotheticalFacts, isFree, issuerOf, movedFacts, stayTold, toldFacts } from './hypothetical.rules.ts'
import { goodFacts, goodPass, openPoint, orderOf, session, sideAt } from './test-facts.ts'
import { decideVerdict } from './verdict.rules.ts'
import type { Reason, VerdictOutcome } from './verdict-table.rules.ts'

const { law } = readLaw()
const bookOf = (...orders: Order[]): RuleBook => ({ law, orders: new Map(orders.map((order) => [order.id, order])) })
const at = goodFacts.at
const me: Asked = { at, direction: 'exit', nationality: 'KHM', document: 'border-pass', issuingArea: null, purpose: null, age: null, vehicle: null }
const ordered = { ...openPoint(), sides: [sideAt('KH'), sideAt('TH', { orders: ['th/order'] })] }
const students = [session('08:00', '10:00', { who: { purposes: ['student'] } }), session('10:00', '16:00')]
const banteay = [session('08:00', '09:30', { who: { issuingAreas: ['KH:01' as AreaCode] }, quota: 300 })]
const truckRule = { sessions: null, vehicles: [{ classes: ['truck' as const], wheelsOver: 6, insteadAt: ['kh-th/stung-bot' as PointId] }] }

const table: [name: string, change: Partial<Asked>, order: Partial<Order> | null, outcome: VerdictOutcome, reason: Reason][] = [
  ['with a pass', {}, null, 'admit', 'open'],
  ['coming home, the stay in order', { direction: 'entry' }, null, 'admit', 'in-time'],
  ['a Thai pass, coming in', { nationality: 'THA', direction: 'entry' }, null, 'admit', 'stay-granted'],
  ['a Thai pass, going home', { nationality: 'THA' }, null, 'admit', 'in-time'],
  ['a passport', { document: 'passport' }, null, 'admit', 'class-accepted'],
  ['a foreign passport that needs a visa', { document: 'passport', nationality: 'FRA', direction: 'entry' }, null, 'refer', 'visa-not-seen'],
  ['a child', { age: 9 }, null, 'admit-with-flag', 'child-not-asked'],
  ['a student of nine', { age: 9, purpose: 'student' }, null, 'admit', 'stay-granted'],
  ['in the students’ hours', {}, { sessions: students }, 'refuse', 'order-hours'],
  ['in hours that are the students’ alone', {}, { sessions: students.slice(0, 1) }, 'refuse', 'order-purpose'],
  ['in the students’ hours, a student', { purpose: 'student' }, { sessions: students }, 'admit', 'order-admits'],
  ['of another area', { issuingArea: 'KH:0204' as AreaCode }, { sessions: banteay }, 'refuse', 'order-area'],
  ['of the area', { issuingArea: 'KH:0109' as AreaCode }, { sessions: banteay }, 'admit', 'session-place'],
  ['a truck of ten wheels', { vehicle: { class: 'truck', wheels: 10 } }, truckRule, 'refuse', 'vehicle-elsewhere'],
  ['a truck of six', { vehicle: { class: 'truck', wheels: 6 } }, truckRule, 'admit', 'order-admits'],
  ['all closed', {}, {}, 'refuse', 'order-closed'],
  ['all closed, going home', { direction: 'entry' }, {}, 'refer', 'going-home-to-officer'],
]
for (const [name, change, order, outcome, reason] of table)
  test(`asked, ${name}: ${outcome} (${reason})`, () => {
    const facts = hypotheticalFacts('KH', law, { ...me, ...change }, { point: order ? ordered : openPoint(), quotas: [] })
    const verdict = decidePublicly(facts, bookOf(...(order ? [orderOf(order)] : [])))
    assert.equal(verdict.outcome, outcome, JSON.stringify(verdict.findings))
    assert.ok(
      verdict.findings.some((finding) => finding.reason === reason),
      JSON.stringify(verdict.findings),
    )
  })

test('a full session says so, and a place that is left is taken', () => {
  const book = bookOf(orderOf({ sessions: banteay }))
  const asked = { ...me, issuingArea: 'KH:0109' as AreaCode }
  const withUsed = (used: number) =>
    decidePublicly(hypotheticalFacts('KH', law, asked, { point: ordered, quotas: [{ order: 'th/order', session: 0, used }] }), book)
  assert.deepEqual([withUsed(299).outcome, withUsed(300).outcome], ['admit', 'refuse'])
})

test('border passes are the two states’', () =>
  assert.deepEqual(
    ['KHM', 'THA', 'LAO', 'FRA'].map((each) => issuerOf(each, law)),
    ['KH', 'TH', undefined, undefined],
  ))

const openStay = {
  state: 'open' as const,
  openedAt: '2026-11-18T02:00:00.000Z' as Instant,
  lastAt: '2026-11-18T02:00:00.000Z' as Instant,
  lastPoint: 'kh-th/poipet' as PointId,
  lawfulUntil: '2026-11-20' as CivilDate,
  tolled: [],
  minutesMin: null,
}
const factsOf = (person: fc.Arbitrary<Facts['person']>, minutesMin: fc.Arbitrary<number | null>): fc.Arbitrary<Facts> =>
  fc
    .record({
      direction: fc.constantFrom('exit' as const, 'entry' as const),
      at: fc.integer({ min: Date.UTC(2026, 9), max: Date.UTC(2027, 0) }).map(instantOfMs),
      register: fc.constantFrom('active' as const, 'suspended' as const, 'expired' as const, 'partner' as const),
      nationality: fc.constantFrom('KHM', 'THA', 'FRA'),
      kind: fc.constantFrom('border-pass' as const, 'passport' as const),
      point: fc.constantFrom(openPoint(), ordered, openPoint({ open: false }), { ...openPoint(), sides: [] }),
      purpose: fc.constantFrom(null, 'student' as const),
      vehicle: fc.constantFrom(null, { class: 'truck' as const, wheels: 10 }),
      stay: fc.constantFrom(null, 'unknown' as const, openStay, { ...openStay, lawfulUntil: '2026-11-01' as CivilDate }),
      person,
      minutesMin,
    })
    .map(({ register, nationality, kind, stay, minutesMin, ...rest }) => ({
      ...goodFacts,
      ...rest,
      document: { ...goodPass, register, nationality, kind },
      stay: stay === null || stay === 'unknown' ? stay : { ...stay, minutesMin, lastAt: minutesMin === null ? null : stay.lastAt },
    }))
const anyOrder = fc.constantFrom<Partial<Order>>({}, { sessions: students }, { sessions: banteay }, truckRule, { directions: ['entry'] }).map(orderOf)
const plain = factsOf(
  fc
    .record({ age: fc.constantFrom(null, 9, 30) })
    .map(({ age }) => ({ age, photo: 'not-said', care: null, accompanied: null, watch: [], referral: null, decided: null })),
  fc.constant(null),
)
const anything = factsOf(
  fc.record({
    age: fc.constantFrom(null, 9, 30),
    photo: fc.constantFrom('match' as const, 'no-match' as const, 'not-said' as const),
    care: fc.constantFrom(null, ...cares),
    accompanied: fc.constantFrom(true, false, null),
    watch: fc.constantFrom([], 'unknown' as const, [{ entry: 'e', kind: 'person', strength: 'exact' }]),
    referral: fc.constantFrom(null, 'r' as CommandId),
    decided: fc.constantFrom(null, 'r' as CommandId),
  }),
  fc.constantFrom(null, 75, 100_000),
)

test('the public answer is the verdict of the gate on the same facts', () => {
  fc.assert(
    fc.property(plain, anyOrder, (facts, order) => {
      assert.deepEqual(decidePublicly(facts, bookOf(order)), decideVerdict(facts, bookOf(order)))
      assert.deepEqual(decidePublicly(JSON.parse(JSON.stringify(facts)) as Facts, bookOf(order)), decideVerdict(facts, bookOf(order)))
    }),
  )
})

test('watchlist, referral, care, the face and the last point leave no trace: the answer is the one without them', () => {
  const officers: readonly Reason[] = ['listed', 'referral-open', 'let-pass', 'face-differs', 'pass-lent', 'too-fast', 'arrived-late', 'care-first']
  fc.assert(
    fc.property(anything, anyOrder, (facts, order) => {
      const verdict = decidePublicly(facts, bookOf(order))
      const stay = facts.stay === null || facts.stay === 'unknown' ? facts.stay : { ...facts.stay, minutesMin: null, lastAt: null }
      const bare: Facts = { ...facts, stay, person: { ...toldFacts(facts).person } }
      assert.deepEqual(verdict, decideVerdict(bare, bookOf(order)))
      assert.deepEqual(
        verdict.findings.filter(({ reason }) => officers.includes(reason) || reason.startsWith('care-')),
        [],
      )
    }),
  )
})

test('when instead: the first instant at which the same function lets this person through', () => {
  const hours = Array.from({ length: 24 }, (_, hour) => instantOfMs(epochMs('2026-11-19T17:00:00.000Z' as Instant) + hour * 3_600_000))
  const book = bookOf(orderOf({ sessions: students }))
  const factsAt = (moment: Instant) =>
    hypotheticalFacts(
      'KH',
      law,
      { ...me, at: moment },
      {
        point: { ...openPoint(), sides: [sideAt('KH'), sideAt('TH', { orders: ['th/order'], minute: (hours.indexOf(moment) % 24) * 60 })] },
        quotas: [],
      },
    )
  const next = firstFree(hours, factsAt, book)
  assert.equal(next, hours[10])
  for (const hour of hours.slice(0, 10)) assert.equal(isFree(decidePublicly(factsAt(hour), book)), false)
  assert.equal(firstFree(hours, factsAt, bookOf(orderOf({}))), undefined)
})

test('the way home is free only when nothing had to be set aside', () => {
  const facts = hypotheticalFacts('KH', law, { ...me, direction: 'entry' }, { point: ordered, quotas: [] })
  assert.equal(isFree(decidePublicly(facts, bookOf(orderOf({})))), false)
})

test('days left: the last day counts, tolled days are given back, what is over has none', () => {
  const stay = { ...openStay, lawfulUntil: '2026-11-24' as CivilDate }
  const day = (text: string) => text as CivilDate
  assert.deepEqual(stayTold({ stay }, [], day('2026-11-20')), { lawfulUntil: '2026-11-24', tolled: [], lastDay: '2026-11-24', daysLeft: 5 })
  assert.equal(stayTold({ stay }, [day('2026-11-19'), day('2026-11-20')], day('2026-11-26'))?.daysLeft, 1)
  assert.equal(stayTold({ stay }, [day('2026-11-19')], day('2026-11-27'))?.daysLeft, 0)
  for (const none of [null, 'unknown' as const, { ...stay, state: 'closed' as const }, { ...stay, lawfulUntil: null }])
    assert.equal(stayTold({ stay: none }, [], day('2026-11-20')), null)
})

test('a pass asked about for another day keeps its own record, and takes that day’s scene', () => {
  const known = { ...goodFacts, stay: openStay }
  const moved = movedFacts(known, {
    ...me,
    at: instantOfMs(epochMs(at) + 86_400_000),
    direction: 'entry',
    age: 31,
    point: ordered,
    quotas: [],
    tolled: [],
  })
  assert.deepEqual([moved.document, moved.point, moved.person.age, moved.direction], [known.document, ordered, 31, 'entry'])
  assert.equal(
    decidePublicly(moved, bookOf(orderOf({ sessions: null }))).findings.some(({ reason }) => reason === 'late-own-national'),
    true,
  )
})
