// Goal: everything wrong with an order is told at once, with its place; what is right is accepted. Method: one row for each code against a small register, a clean order, all at once, and any order by chance.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AreaCode, InstrumentId, PointId } from '../kernel/code.ts'
import { type ProblemCode, problemCodes } from '../kernel/problem.ts'
import type { ClockTime } from '../kernel/time.ts'
import { session } from '../movements/test-facts.ts'
import type { Order } from '../places/order.rules.ts'
import { type AssessBy, assessOrder } from './assess-order.rules.ts'
import type { OrderDraft } from './order-draft.rules.ts'
import { draftOf, instantOf, pointOf, registryOf } from './test-orders.ts'

const by: AssessBy = {
  registry: registryOf(),
  state: 'KH',
  now: instantOf('2026-11-20T09:00+07:00'),
  ownPastMinutesMax: 60,
  neighbourPastHoursMax: 72,
}
const faultsOf = (draft: OrderDraft, change: Partial<AssessBy> = {}) =>
  assessOrder(draft, { ...by, ...change }).map(({ code, path }) => `${code} ${path}`)
const at = (...names: string[]) => names.map((name) => `kh-th/${name}` as PointId)
const truck = (insteadAt: PointId[], change: object = {}) => ({ vehicles: [{ classes: ['truck' as const], wheelsOver: 6, insteadAt, ...change }] })
const area = (code: string) => code as AreaCode
const barring = draftOf({ id: 'kh/bars', points: at('stung-bot'), sessions: null, vehicles: [{ classes: null, wheelsOver: 4, insteadAt: [] }] }).order
const closing = draftOf({ id: 'kh/closes', points: at('stung-bot'), stage: 'closed', sessions: [] }).order

const rows: [what: string, order: Partial<Order>, faults: string[], orders?: Order[], more?: Partial<OrderDraft>][] = [
  ['a clean order', {}, []],
  ['for every point, without an end', { points: null }, []],
  ['ends before it starts', { endsAt: instantOf('2026-11-30T00:00+07:00') }, ['order.times endsAt']],
  ['ends as it starts', { endsAt: instantOf('2026-12-01T00:00+07:00') }, ['order.times endsAt']],
  ['an hour ago', { startsAt: instantOf('2026-11-20T08:00+07:00') }, []],
  ['a minute more', { startsAt: instantOf('2026-11-20T07:59+07:00') }, ['order.in-past startsAt']],
  ['a neighbour’s, three days ago', { id: 'th/x', state: 'TH', startsAt: instantOf('2026-11-17T09:00+07:00') }, []],
  ['a neighbour’s, older', { id: 'th/x', state: 'TH', startsAt: instantOf('2026-11-17T08:59+07:00') }, ['order.in-past startsAt']],
  ['another state’s name', { id: 'th/x' }, ['order.form id']],
  ['a name that is taken, of an order that is over too', { id: closing.id }, ['order.twice id'], [{ ...closing, endsAt: closing.startsAt }]],
  ['no such point', { points: at('poipet', 'nowhere') }, ['order.point-unknown points/1']],
  ['a state without a side', { id: 'la/x', state: 'LA' }, ['order.point-of-others points/0']],
  ['a state without any side', { id: 'la/x', state: 'LA', points: null }, ['order.point-of-others state']],
  ['hours turned round', { sessions: [session('16:00', '08:00')] }, ['order.hours sessions/0/closes']],
  ['no hours', { sessions: [session('08:00', '08:00')] }, ['order.hours sessions/0/closes']],
  ['nobody a day', { sessions: [session('08:00', '16:00', { quota: 0 })] }, ['order.quota sessions/0/quota']],
  ['less than nobody', { sessions: [session('08:00', '16:00', { quota: -3 })] }, ['order.quota sessions/0/quota']],
  [
    'two quotas at one time',
    { sessions: [session('08:00', '10:00', { quota: 5 }), session('09:59', '12:00', { quota: 6 })] },
    ['order.quotas-overlap sessions/1'],
  ],
  [
    'the same quota twice at one time',
    { sessions: [session('08:00', '12:00', { quota: 300 }), session('10:00', '14:00', { quota: 300 })] },
    ['order.quotas-overlap sessions/1'],
  ],
  [
    'a quota and none at one time',
    { sessions: [session('08:00', '12:00', { quota: 300 }), session('10:00', '14:00')] },
    ['order.quotas-overlap sessions/1'],
  ],
  ['hours that meet and have no quota', { sessions: [session('08:00', '12:00'), session('10:00', '14:00')] }, []],
  ['one after the other', { sessions: [session('08:00', '10:00', { quota: 5 }), session('10:00', '12:00', { quota: 6 })] }, []],
  [
    'at one time, for other people',
    {
      sessions: [
        session('08:00', '10:00', { quota: 5, who: { documents: ['passport'] } }),
        session('08:00', '10:00', { quota: 6, who: { documents: ['border-pass'] } }),
      ],
    },
    [],
  ],
  [
    'on other days',
    { sessions: [session('08:00', '10:00', { quota: 5, days: ['mon'] }), session('08:00', '10:00', { quota: 6, days: ['tue'] })] },
    [],
  ],
  ['closed, with hours for everybody', { stage: 'closed' }, ['order.closed-but-open stage']],
  ['closed, by the calendar', { stage: 'closed', sessions: null }, ['order.closed-but-open stage']],
  ['closed, with hours for some', { stage: 'closed', sessions: [session('17:00', '20:00', { who: { goingHome: true } })] }, []],
  ['normal, with none', { stage: 'normal', sessions: [] }, ['order.open-but-closed stage']],
  ['limited, with none', { stage: 'limited', sessions: [] }, ['order.open-but-closed stage']],
  ['for whom, twice', { who: { documents: ['passport'] } }, ['order.who-twice who']],
  ['of no age', { sessions: [session('08:00', '16:00', { who: { ageFrom: 18, ageUntil: 18 } })] }, ['order.nobody-can sessions/0/who']],
  ['of an empty list', { sessions: [session('08:00', '16:00', { who: { purposes: [] } })] }, ['order.nobody-can sessions/0/who']],
  ['a passport of an office', { sessions: null, who: { documents: ['passport'], issuingAreas: [area('KH:01')] } }, ['order.nobody-can who']],
  ['a Thai with a Cambodian pass', { sessions: null, who: { nationalities: ['THA'], issuingAreas: [area('KH:01')] } }, ['order.nobody-can who']],
  ['a Cambodian with one', { sessions: null, who: { nationalities: ['KHM'], issuingAreas: [area('KH:01')] } }, []],
  ['no such area', { sessions: null, who: { issuingAreas: [area('KH:99')] } }, ['order.area-unknown who/issuingAreas/0']],
  ['no such nationality', { sessions: null, who: { nationalities: ['KHM', 'QQQ'] } }, ['order.nationality-unknown who/nationalities/1']],
  ['trucks to Stung Bot', truck(at('stung-bot')), []],
  ['trucks to nowhere in particular', truck([]), []],
  ['trucks to no such point', truck(at('nowhere')), ['order.point-unknown vehicles/0/insteadAt/0']],
  ['trucks to where they come from', truck(at('poipet')), ['order.reroute-itself vehicles/0/insteadAt']],
  ['trucks to a closed point', truck(at('stung-bot')), ['order.reroute-closed vehicles/0/insteadAt/0'], [closing]],
  ['to a point that is closed until this order takes that place', truck(at('stung-bot'), {}), [], [closing], { supersedes: ['kh/closes'] }],
  ['trucks to a point that bars them', truck(at('stung-bot')), ['order.reroute-barred vehicles/0/insteadAt/0'], [barring]],
  [
    'trucks sent round in a ring',
    {
      points: null,
      vehicles: [
        { classes: ['truck'], wheelsOver: 6, insteadAt: at('stung-bot') },
        { classes: null, wheelsOver: null, insteadAt: at('poipet') },
      ],
    },
    ['order.reroute-barred vehicles/0/insteadAt/0', 'order.reroute-barred vehicles/1/insteadAt/0'],
  ],
  ['takes no order’s place', {}, ['order.supersedes supersedes/0'], [], { supersedes: ['kh/none'] }],
  ['takes its own place', {}, ['order.supersedes supersedes/0'], [], { supersedes: ['kh/one'] }],
  ['a paper nobody has', {}, ['order.instrument instrument/id'], [], { instrument: { ...draftOf().instrument, id: 'kh/none' as InstrumentId } }],
  ['half a paper', {}, ['order.instrument instrument'], [], { instrument: { ...draftOf().instrument, issuer: 'KH' } }],
]
for (const [what, order, faults, orders = [], more = {}] of rows)
  test(`an order: ${what}`, () => {
    // A second order in the way speaks of Stung Bot alone; to take its place this one must too.
    const points = more.supersedes?.[0] === 'kh/closes' ? { points: at('poipet', 'stung-bot') } : {}
    assert.deepEqual(faultsOf(draftOf({ ...order, ...points }, more), { registry: registryOf(orders) }), faults)
  })

test('a reroute to a suspended point is refused', () =>
  assert.deepEqual(
    faultsOf(draftOf(truck(at('stung-bot'))), { registry: registryOf([], [pointOf('poipet'), pointOf('stung-bot', { status: 'suspended' })]) }),
    ['order.reroute-closed vehicles/0/insteadAt/0'],
  ))

test('an order that is over, or another state’s, has no place to take', () => {
  const over = { ...draftOf({ id: 'kh/over' }).order, startsAt: instantOf('2026-10-01T00:00Z'), endsAt: instantOf('2026-11-01T00:00Z') }
  const theirs = draftOf({ id: 'th/live', state: 'TH' }).order
  const elsewhere = draftOf({ id: 'kh/elsewhere', points: at('malai') }).order
  const found = faultsOf(draftOf({}, { supersedes: ['kh/over', 'th/live', 'kh/elsewhere'] }), { registry: registryOf([over, theirs, elsewhere]) })
  assert.deepEqual(
    found,
    [0, 1, 2].map((index) => `order.supersedes supersedes/${index}`),
  )
})

test('all that is wrong is told at once', () => {
  const found = faultsOf(
    draftOf({
      endsAt: instantOf('2026-01-01T00:00Z'),
      points: at('nowhere', 'poipet'),
      stage: 'closed',
      sessions: [session('16:00', '08:00', { quota: 0 })],
    }),
  )
  assert.deepEqual(found.map((each) => each.split(' ')[0]).sort(), [
    'order.closed-but-open',
    'order.hours',
    'order.point-unknown',
    'order.quota',
    'order.times',
  ])
})

test('whatever is written, the answer is a list of known codes', () => {
  const clock = fc.constantFrom('00:00', '08:00', '16:00', '24:00') as fc.Arbitrary<ClockTime>
  const who = fc.record(
    {
      nationalities: fc.array(fc.constantFrom('KHM', 'THA', 'LAO', 'QQQ'), { maxLength: 3 }),
      documents: fc.array(fc.constantFrom('border-pass' as const, 'passport' as const), { maxLength: 2 }),
      issuingAreas: fc.array(fc.constantFrom(area('KH:01'), area('KH:0201'), area('TH:27')), { maxLength: 2 }),
      ageFrom: fc.integer({ min: 0, max: 150 }),
      ageUntil: fc.integer({ min: 0, max: 150 }),
    },
    { requiredKeys: [] },
  )
  const sessions = fc.array(
    fc.record({ opens: clock, closes: clock, days: fc.constant(['mon' as const]), who, quota: fc.option(fc.integer({ min: -2, max: 9 })) }),
    { maxLength: 4 },
  )
  const stage = fc.constantFrom('normal' as const, 'limited' as const, 'selective' as const, 'closed' as const)
  fc.assert(
    fc.property(fc.record({ stage, sessions: fc.option(sessions), who }), (change) => {
      for (const { code, path } of assessOrder(draftOf(change), by)) assert.ok((problemCodes as readonly ProblemCode[]).includes(code) && path !== '')
    }),
    { numRuns: 60 },
  )
})
