// Goal: the figures of a preview are those of the verdict function asked for each movement one by one, without those that were undone. Method: a few thousand made-up movements, rare ones
// among them, as events of a real Postgres; orders of 2025 and others against a plain loop over the same movements; then some are undone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadReference } from '../app/load-reference.ts'
import type { AreaCode, PointId } from '../kernel/code.ts'
import { borderZone, civilDateAt, epochMs } from '../kernel/time.ts'
import type { RuleBook } from '../movements/facts.rules.ts'
import { orderOf, session } from '../movements/test-facts.ts'
import { decideVerdict, isAdmitted } from '../movements/verdict.rules.ts'
import { quotasTaken } from '../movements/verdict-point.rules.ts'
import { concerns, type Order } from '../places/order.rules.ts'
import { newCommandId } from '../platform/ids.ts'
import { openTestDatabase } from '../platform/postgres/test-cluster.ts'
import { isItsHour } from './affected.rules.ts'
import { countAffected } from './count-affected.ts'
import type { OrderDraft } from './order-draft.rules.ts'
import { draftOf, instantOf, realOrder } from './test-orders.ts'
import { insertRecorded, madeUpRecorded, type Recorded } from './test-recorded.ts'

const now = instantOf('2026-11-20T09:00+07:00')
const [from, until] = [instantOf('2026-11-10T09:00+07:00'), now]
const { database } = await openTestDatabase()
const law = await loadReference(database, now, civilDateAt(now, borderZone))
const student = { purposes: ['student'] } as const
// One order was live all the while, with a quota that never ran out.
const before = orderOf({ id: 'kh/before', number: '1/2026', state: 'KH', sessions: [session('05:00', '22:00', { quota: 1_000 })] })
const book: RuleBook = { law, orders: new Map([[before.id, before]]) }
const recorded = [
  ...madeUpRecorded(20_261_120, 4_000, { from: instantOf('2026-11-09T00:00+07:00'), until: instantOf('2026-11-20T12:00+07:00') }, book),
].map((each) => ({ ...each, id: newCommandId(epochMs(each.facts.at)) as string }))
await insertRecorded(database.pool, recorded)

const of = (change: Partial<Order>, more: Partial<OrderDraft> = {}) =>
  draftOf({ startsAt: instantOf('2026-12-01T00:00+07:00'), endsAt: null, points: null, ...change }, more)
const orders: Readonly<Record<string, OrderDraft>> = {
  'hours for all, students apart, trucks elsewhere (7 June 2025)': realOrder('2025-06-07-th-hours'),
  'closed but for the way home (24 June 2025)': realOrder('2025-06-24-th-closed'),
  'one province’s passes, three quotas (26 June 2025)': realOrder('2025-06-26-th-selective'),
  'all closed (13 December 2025)': realOrder('2025-12-13-kh-closed'),
  'quotas that run out, one session over another, some days': of({
    sessions: [
      session('08:00', '12:00', { quota: 3, days: ['mon', 'wed', 'fri'] }),
      session('09:00', '17:00', { quota: 5 }),
      session('06:00', '20:00', { who: student }),
    ],
  }),
  'ages and nationalities, one point': of({
    points: ['kh-th/poipet' as PointId],
    sessions: [session('00:00', '24:00', { who: { ageFrom: 12, ageUntil: 60, nationalities: ['KHM', 'JPN'] } })],
  }),
  'one way, one area, the usual hours': of({ directions: ['exit'], sessions: null, who: { issuingAreas: ['KH:01' as AreaCode] } }),
  'vehicles alone': of({
    state: 'TH',
    id: 'th/v',
    sessions: null,
    vehicles: [{ classes: ['truck'], wheelsOver: 6, insteadAt: ['kh-th/stung-bot' as PointId] }],
  }),
  'in another’s place': of({ sessions: [session('10:00', '11:00', { quota: 4 })] }, { supersedes: ['kh/before'] }),
  'a weekend': of({ startsAt: instantOf('2026-12-05T00:00+07:00'), endsAt: instantOf('2026-12-07T00:00+07:00'), sessions: [] }),
}

/** Each movement by itself, with places as they were left by those before it. */
function oneByOne({ order, supersedes }: OrderDraft, movements: readonly Recorded[]) {
  const with_: RuleBook = { law, orders: new Map([...book.orders, [order.id, order]]) }
  const taken = new Map<string, number>()
  const found = {
    passed: 0,
    affected: 0,
    toOfficer: 0,
    reasons: new Map<string, number>(),
    days: new Map<string, number>(),
    points: new Map<string, number>(),
  }
  for (const { facts, verdict } of movements) {
    const reached = facts.arrival?.at ?? facts.at
    if (!isAdmitted(verdict.outcome) || !concerns(order, facts.point.id) || !isItsHour(order, epochMs(reached))) continue
    const place = (session_: number) => `${facts.point.id} ${civilDateAt(reached, borderZone)} ${session_}`
    const live = (ids: readonly string[]) => [...ids.filter((id) => !supersedes.includes(id)), order.id]
    const sides = facts.point.sides.map((side) => (side.state === order.state ? { ...side, orders: live(side.orders) } : side))
    const quotas = [...facts.quotas, ...(order.sessions ?? []).map((_, nth) => ({ order: order.id, session: nth, used: taken.get(place(nth)) ?? 0 }))]
    const asked = { ...facts, point: { ...facts.point, sides }, quotas }
    const now_ = decideVerdict(asked, with_)
    found.passed += 1
    if (isAdmitted(now_.outcome)) {
      for (const each of quotasTaken(asked, with_))
        if (each.order === order.id) taken.set(place(each.session), (taken.get(place(each.session)) ?? 0) + 1)
      continue
    }
    const ours = now_.findings.find(({ effect, about }) => effect === 'refuse' && about?.['order'] === order.number)
    if (!ours) continue
    found.affected += 1
    if (now_.outcome === 'refer') found.toOfficer += 1
    const day = civilDateAt(facts.at, borderZone)
    for (const [map, key] of [
      [found.reasons, ours.reason],
      [found.days, day],
      [found.points, facts.point.id],
    ] as const)
      map.set(key, (map.get(key) ?? 0) + 1)
  }
  return found
}

const inside = (movements: readonly (Recorded & { id: string })[]) => movements.filter(({ facts: { at } }) => at >= from && at < until)
async function compare(draft: OrderDraft, movements: readonly (Recorded & { id: string })[]) {
  const wanted = oneByOne(draft, inside(movements))
  const { passed, affected, toOfficer, reasons, days, points, who, complete } = await countAffected(database, draft, book, {
    ...{ points: draft.order.points, from, until, secondsMax: 600 },
  })
  assert.deepEqual(
    { passed, affected, toOfficer, complete },
    { passed: wanted.passed, affected: wanted.affected, toOfficer: wanted.toOfficer, complete: true },
  )
  const some = (rows: readonly (readonly [string, number])[]) => Object.fromEntries(rows.filter(([, count]) => count > 0).sort())
  assert.deepEqual(some(reasons.map((row) => [row.reason, row.affected])), some([...wanted.reasons]))
  assert.deepEqual(some(days.map((row) => [row.day, row.affected])), some([...wanted.days]))
  assert.deepEqual(some(points.map((row) => [row.point, row.affected])), some([...wanted.points]))
  assert.equal(
    who.reduce((sum, row) => sum + row.affected, 0),
    affected,
  )
  return wanted
}

for (const [what, draft] of Object.entries(orders))
  test(`the same as one by one: ${what}`, async () => {
    const { passed, affected } = await compare(draft, recorded)
    assert.ok(passed > 100 && affected > 20 && affected <= passed, `${passed} ${affected}`)
  })

test('who was undone did not pass: neither counted nor given a place', async () => {
  const undone = recorded.filter((_, nth) => nth % 3 === 0)
  await database.pool.query(
    `insert into event (cell, id, made_at, type, subject, actor, recorded_at, body, place)
     select 1, gen_random_uuid(), at, 'MovementUndone', 'x', 'x', at, jsonb_build_object('movement', id), 'x' from unnest($1::text[], $2::timestamptz[]) as u (id, at)`,
    [undone.map(({ id }) => id), undone.map(({ facts }) => facts.at)],
  )
  const left = recorded.filter((each) => !undone.includes(each))
  for (const draft of Object.values(orders).slice(2, 5)) await compare(draft, left)
})

test('time that is over: whole days from the newest, and it says from when', async () => {
  const draft = realOrder('2025-12-13-kh-closed')
  const { complete, passed, countedFrom } = await countAffected(database, draft, book, { points: null, from, until, secondsMax: 0 })
  assert.deepEqual([complete, passed, countedFrom], [false, 0, until])
})
