// Goal: the four orders of 2025 do at the gate what the reports say. Method: each file of data/orders is read strictly and assessed against the real register, then persons × minutes × vehicles go through the one verdict function.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readData } from '../app/load-reference.ts'
import { readLaw } from '../instruments/law-file.ts'
import type { AreaCode, PointId } from '../kernel/code.ts'
import { borderZone, civilDateAt, epochMs, type Instant } from '../kernel/time.ts'
import type { Vehicle } from '../kernel/vehicle.ts'
import { type DocumentFacts, type Facts, isHomeward, type QuotaFacts } from '../movements/facts.rules.ts'
import { goodFacts, goodPass } from '../movements/test-facts.ts'
import { decideVerdict } from '../movements/verdict.rules.ts'
import { toPointRow } from '../places/import-crossings.ts'
import { sidesAt } from '../places/opening.rules.ts'
import { concerns, type Order } from '../places/order.rules.ts'
import type { Instrument, Registry } from '../places/registry.rules.ts'
import { projectRoot } from '../platform/config.ts'
import { assessOrder } from './assess-order.rules.ts'
import { conflictsOf } from './conflicts.rules.ts'
import type { OrderDraft } from './order-draft.rules.ts'
import { instantOf, pointOf, realOrder, registryOf } from './test-orders.ts'

const { law } = readLaw()
const points = ['poipet', 'stung-bot', 'boeng-trakuon'].map((name) => pointOf(name, name === 'boeng-trakuon' ? { area: 'KH:0108' } : {}))
const registry: Registry = { ...registryOf([], points), instruments: readData<Instrument[]>('instruments.json') }
const june7 = realOrder('2025-06-07-th-hours')
const june11 = realOrder('2025-06-11-kh-students')
const june24 = realOrder('2025-06-24-th-closed')
const june26 = realOrder('2025-06-26-th-selective')
const december13 = realOrder('2025-12-13-kh-closed')

test('each is accepted as it was written, each on the day it began', () => {
  const issued: OrderDraft[] = []
  for (const draft of [june7, june11, june24, june26, december13]) {
    const orders = issued.map(({ order }) => order)
    const by = {
      registry: { ...registry, orders },
      state: 'KH' as const,
      now: draft.order.startsAt,
      ownPastMinutesMax: 60,
      neighbourPastHoursMax: 72,
    }
    assert.deepEqual(assessOrder(draft, by), [], draft.order.id)
    issued.push(draft)
  }
})
test('the point that trucks are sent to is in the register, by its own instrument', () => {
  const [later] = readData<Parameters<typeof toPointRow>[0][]>('crossing-points-later.json')
  assert.ok(later && later.id === 'kh-th/stung-bot')
  assert.ok(toPointRow(later).facts.every(({ instrument }) => instrument === 'kh-th/press-stung-bot'))
  assert.match(readFileSync(join(projectRoot, 'docs', 'sources.md'), 'utf8'), /kh-th\/press-stung-bot/)
})
test('each takes the place of the one before; December’s stands beside the last of June', () => {
  assert.deepEqual(
    [june24, june26].map(({ supersedes }) => supersedes),
    [['th/2025-06-07'], ['th/2025-06-24']],
  )
  const beside = conflictsOf(december13, { ...registry, orders: [june26.order] })
  assert.deepEqual(
    beside.map(({ key }) => key),
    // The trucks that June sends to Stung Bot are shut out there too.
    ['other-order th/2025-06-26', 'sent-in-vain th/2025-06-26'],
  )
})

const thaiPass: DocumentFacts = {
  ...goodPass,
  issuer: 'TH',
  number: 'TH27010000001',
  nationality: 'THA',
  issuingArea: 'TH:2706' as AreaCode,
  register: 'partner',
  handedOver: null,
}
const passport = (nationality: string): DocumentFacts => ({
  ...goodPass,
  kind: 'passport',
  issuer: nationality,
  nationality,
  issuingArea: null,
  register: 'none',
  handedOver: null,
  number: 'N1',
  visaSeen: true,
})
const people = {
  khmer: { document: goodPass },
  student: { document: goodPass, purpose: 'student' as const, person: { ...goodFacts.person, age: 20 } },
  'khmer of Battambang': { document: { ...goodPass, issuingArea: 'KH:0201' as AreaCode } },
  'student of Battambang': { document: { ...goodPass, issuingArea: 'KH:0201' as AreaCode }, purpose: 'student' as const },
  'khmer home': { document: goodPass, direction: 'entry' as const },
  'khmer passport': { document: passport('KHM') },
  thai: { document: thaiPass, direction: 'entry' as const },
  'thai student': { document: thaiPass, direction: 'entry' as const, purpose: 'student' as const },
  'thai home': { document: thaiPass, direction: 'exit' as const },
  german: { document: passport('DEU'), direction: 'entry' as const },
} satisfies Record<string, Partial<Facts>>
type Person = keyof typeof people
const truck = (wheels: number): Vehicle => ({ class: 'truck', wheels })

function verdictOf(
  draft: OrderDraft,
  who: Person,
  when: string,
  { point = 'poipet', vehicle = null as Vehicle | null, used = [] as number[], beside = [] as Order[] } = {},
) {
  const at: Instant = instantOf(`${when}+07:00`)
  const place = points.find(({ id }) => id === `kh-th/${point}`) ?? assert.fail(point)
  const orders = [draft.order, ...beside].filter((order) => concerns(order, place.id as PointId))
  const quotas: QuotaFacts[] = used.map((taken, index) => ({ order: draft.order.id, session: index, used: taken }))
  const facts: Facts = {
    ...goodFacts,
    ...people[who],
    at,
    vehicle,
    quotas,
    point: { id: place.id, class: 'permanent', sides: sidesAt(place, orders, epochMs(at)) },
  }
  // Whoever goes home went out the day before.
  const opened = { movement: 'x' as never, at: instantOf('2025-06-06T09:00+07:00'), point: place.id }
  const stay = isHomeward(facts)
    ? {
        number: 1,
        state: 'open' as const,
        opened,
        closed: null,
        lawfulUntil: '2027-01-01' as never,
        lastPoint: place.id,
        lastAt: opened.at,
        lastCloses: false,
        tolled: [],
        minutesMin: null,
      }
    : null
  const verdict = decideVerdict({ ...facts, stay } as unknown as Facts, { law, orders: new Map(orders.map((order) => [order.id, order])) })
  const against = verdict.findings.find(({ reason, effect }) => effect === 'refuse' && /^(order|vehicle|session|closed)/.test(reason))
  const next = against?.about?.['next']
  return [verdict.outcome, against?.reason ?? '', ...(next === undefined ? [] : [next])].join(' ').trim()
}

type Row = [who: Person, when: string, said: string, more?: Parameters<typeof verdictOf>[3]]
const play = (name: string, draft: OrderDraft, rows: readonly Row[]) => {
  for (const [who, when, said, more] of rows)
    test(`${name}: ${who} at ${when.slice(5)}${more ? ` ${JSON.stringify(more)}` : ''} → ${said}`, () =>
      assert.equal(verdictOf(draft, who, when, more), said))
}

// 9 June 2025 was a Monday.
play('7 June', june7, [
  ['student', '2025-06-09T05:59', 'refuse closed'],
  ['student', '2025-06-09T07:00', 'admit'],
  ['student', '2025-06-09T06:30', 'refuse closed'],
  ['khmer', '2025-06-09T07:00', 'refuse order-hours 08:00'],
  ['khmer', '2025-06-09T07:59', 'refuse order-hours 08:00'],
  ['khmer', '2025-06-09T08:00', 'admit'],
  ['khmer', '2025-06-09T15:59', 'admit'],
  ['khmer', '2025-06-09T16:00', 'refuse order-hours 08:00'],
  ['student', '2025-06-09T16:30', 'refuse order-hours 17:00'],
  ['student', '2025-06-09T17:30', 'admit'],
  ['student', '2025-06-09T18:00', 'refuse order-hours 06:00'],
  ['khmer passport', '2025-06-09T10:00', 'admit'],
  ['khmer of Battambang', '2025-06-09T10:00', 'admit'],
  ['khmer home', '2025-06-09T18:00', 'refer order-hours 08:00'],
  ['khmer', '2025-06-09T10:00', 'admit', { vehicle: truck(6) }],
  ['khmer', '2025-06-09T10:00', 'refuse vehicle-elsewhere', { vehicle: truck(10) }],
  ['khmer', '2025-06-09T10:00', 'admit', { vehicle: truck(10), point: 'stung-bot' }],
  ['khmer', '2025-06-09T10:00', 'refuse vehicle-elsewhere', { vehicle: truck(10), point: 'boeng-trakuon' }],
  ['khmer', '2025-06-09T10:00', 'admit', { vehicle: { class: 'bus', wheels: 10 } }],
  ['khmer', '2025-06-09T07:30', 'refuse order-hours 08:00', { vehicle: truck(10), point: 'stung-bot' }],
])
play('24 June', june24, [
  ['khmer', '2025-06-24T10:00', 'refuse order-going-home'],
  ['khmer', '2025-06-24T18:00', 'refuse order-going-home'],
  ['student', '2025-06-24T18:00', 'refuse order-going-home'],
  ['german', '2025-06-24T18:00', 'refuse order-going-home'],
  ['thai', '2025-06-24T18:00', 'refuse order-going-home'],
  ['khmer home', '2025-06-24T16:59', 'refer order-hours 17:00'],
  ['khmer home', '2025-06-24T17:00', 'admit'],
  ['khmer home', '2025-06-24T19:59', 'admit'],
  ['khmer home', '2025-06-24T20:00', 'refer closed'],
  ['thai home', '2025-06-24T18:00', 'admit'],
  ['thai home', '2025-06-24T12:00', 'refer order-hours 17:00'],
])
const nobodyYet = [0, 0, 0]
play('26 June', june26, [
  ['khmer', '2025-06-26T07:30', 'refuse order-hours 08:00', { used: nobodyYet }],
  ['khmer', '2025-06-26T08:00', 'admit', { used: nobodyYet }],
  ['khmer', '2025-06-26T09:29', 'admit', { used: [299, 0, 0] }],
  ['khmer', '2025-06-26T09:29', 'refuse session-full 10:30', { used: [300, 0, 0] }],
  ['khmer', '2025-06-26T09:30', 'refuse order-hours 10:30', { used: nobodyYet }],
  ['khmer', '2025-06-26T11:00', 'admit', { used: [300, 299, 0] }],
  ['khmer', '2025-06-26T11:00', 'refuse session-full 13:00', { used: [300, 300, 0] }],
  ['khmer', '2025-06-26T13:30', 'admit', { used: [300, 300, 399] }],
  ['khmer', '2025-06-26T13:30', 'refuse session-full 08:00', { used: [300, 300, 400] }],
  ['khmer', '2025-06-26T14:00', 'refuse order-hours 08:00'],
  ['student', '2025-06-26T07:30', 'admit'],
  ['student', '2025-06-26T18:59', 'admit'],
  ['student', '2025-06-26T19:00', 'refuse order-hours 06:00'],
  ['student of Battambang', '2025-06-26T07:30', 'refuse order-area'],
  ['khmer of Battambang', '2025-06-26T08:30', 'refuse order-area'],
  ['khmer passport', '2025-06-26T08:30', 'refuse order-document'],
  ['german', '2025-06-26T08:30', 'refuse order-document'],
  ['thai', '2025-06-26T08:30', 'refuse order-area'],
  ['thai home', '2025-06-26T08:30', 'refer order-area'],
  // Nobody on the way home takes a place, so none is full for them.
  ['khmer home', '2025-06-26T08:30', 'admit', { used: [300, 300, 400] }],
  ['khmer', '2025-06-26T08:30', 'refuse vehicle-elsewhere', { vehicle: truck(10), used: nobodyYet }],
  ['khmer', '2025-06-26T08:30', 'admit', { vehicle: truck(10), point: 'stung-bot', used: nobodyYet }],
])
play('13 December', december13, [
  ...(['khmer', 'student', 'khmer passport', 'thai', 'german'] as const).flatMap((who): Row[] => [
    [who, '2025-12-13T10:00', 'refuse order-closed'],
    [who, '2026-03-01T18:00', 'refuse order-closed'],
  ]),
  // The sides are closed; the way home leads to an officer.
  ['khmer home', '2025-12-13T10:00', 'refer order-closed'],
  ['thai home', '2025-12-13T10:00', 'refer order-closed'],
])

test('Thailand lets students in at six; Cambodia’s calendar opens at seven: the preview warns, and Cambodia’s own order of 11 June opens', () => {
  const warned = conflictsOf(june7, registry).find(({ kind }) => kind === 'other-side-closed')
  assert.ok(warned?.kind === 'other-side-closed' && warned.side === 'KH')
  assert.deepEqual(
    warned.hours.map(({ opens, closes }) => `${opens}-${closes}`),
    ['06:00-07:00'],
  )
  for (const [who, said] of [
    ['student', 'admit'],
    ['thai student', 'admit'],
    ['khmer', 'refuse order-hours 07:00'],
    ['thai', 'refuse order-hours 07:00'],
    ['khmer home', 'refer order-hours 07:00'],
  ] as const)
    assert.equal(verdictOf(june7, who, '2025-06-11T06:30', { beside: [june11.order] }), said, who)
  // Its usual hours stand for everybody, and it speaks of Poipet alone.
  assert.equal(verdictOf(june7, 'khmer', '2025-06-11T10:00', { beside: [june11.order] }), 'admit')
  assert.equal(verdictOf(june7, 'student', '2025-06-11T06:30', { beside: [june11.order], point: 'stung-bot' }), 'refuse closed')
  assert.equal(verdictOf(june26, 'student', '2025-06-26T06:30', { beside: [june11.order] }), 'admit')
  assert.equal(verdictOf(june26, 'student', '2025-06-26T06:30'), 'refuse closed')
})

test('nobody is refused the way home by any of them, at any quarter of an hour of a day', () => {
  for (const draft of [june7, june11, june24, june26, december13])
    for (let minute = 0; minute < 1440; minute += 15)
      for (const who of ['khmer home', 'thai home'] as const) {
        const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        const said = verdictOf(draft, who, `${civilDateAt(draft.order.startsAt, borderZone)}T${clock}`)
        assert.ok(!said.startsWith('refuse'), `${draft.order.id} ${who} ${clock}: ${said}`)
      }
})
