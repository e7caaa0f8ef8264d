import type { PointId, StateCode } from '../kernel/code.ts'
import { borderZone, type ClockTime, civilDateAt, clockTimeAt, instantAt, weekdayOf } from '../kernel/time.ts'
import { sideAdmits, sidesAt } from '../places/opening.rules.ts'
import { type Calendar, concerns, type Direction, isWithin, minutesOf, type Order } from '../places/order.rules.ts'
import type { CrossingPoint, Registry } from '../places/registry.rules.ts'
import { hoursOf, sharedTime, somebodyPasses, spansOf } from './hours.rules.ts'
import type { OrderDraft } from './order-draft.rules.ts'
import { sentInVain } from './sent-here.rules.ts'
import { travellersOf } from './travellers.rules.ts'

/** What an order meets that does not make it wrong. Whoever issues it says that they saw it: `key`. */
export type Conflict = { readonly key: string; readonly points: readonly PointId[] } & (
  | {
      /** The order opens at hours at which the other side's calendar is closed. */
      readonly kind: 'other-side-closed'
      readonly side: StateCode
      readonly hours: readonly Calendar[]
    }
  | {
      /** Another order is live at the same time: hours in which nobody passes by both, though this one alone would let somebody; and in which somebody does. */
      readonly kind: 'other-order'
      readonly order: string
      readonly number: string
      readonly state: StateCode
      readonly nobody: readonly Calendar[]
      readonly somebody: readonly Calendar[]
    }
  | {
      /** An order whose place this one takes ends for more than this one speaks of: at other points, for the other way, or after this one's end. Nothing of it comes back there. Or places of its sessions that were taken that day are counted by this one no more. */
      readonly kind: Left
      readonly order: string
      readonly number: string
      readonly state: StateCode
    }
  | {
      /** Another order sends vehicles to a point that this one shuts, or where it turns them away. */
      readonly kind: 'sent-in-vain'
      readonly order: string
      readonly number: string
      readonly state: StateCode
    }
)

type Left = 'left-points' | 'left-way' | 'left-after' | 'left-places'

/** The points of an order that its state has a side of. */
export const pointsOf = (order: Order, registry: Registry): readonly CrossingPoint[] =>
  registry.points.filter((point) => concerns(order, point.id) && point.sides.includes(order.state))

/** Other orders that are live at some time with it. Those whose place it takes are gone by then. */
export function othersOf({ order, supersedes }: Pick<OrderDraft, 'order' | 'supersedes'>, registry: Registry): readonly Order[] {
  return registry.orders.filter((other) => other.id !== order.id && !supersedes.includes(other.id) && sharedTime(order, other) !== undefined)
}

export function conflictsOf(draft: Pick<OrderDraft, 'order' | 'supersedes'>, registry: Registry): Conflict[] {
  const others = othersOf(draft, registry)
  const found = pointsOf(draft.order, registry).flatMap((point) => [
    ...otherSides(draft.order, point),
    ...others.filter((other) => concerns(other, point.id)).map((other) => meeting(draft.order, other, point)),
  ])
  return [
    ...joined(found),
    ...others.flatMap((other) => sent(draft.order, other, others, registry)),
    ...registry.orders.filter(({ id }) => draft.supersedes.includes(id)).flatMap((old) => left(draft.order, old, registry)),
  ]
}

function sent(order: Order, other: Order, others: readonly Order[], registry: Registry): Conflict[] {
  const points = sentInVain(order, other, others, registry)
  const said = { kind: 'sent-in-vain' as const, order: other.id, number: other.number, state: other.state }
  return points.length === 0 ? [] : [{ key: `sent-in-vain ${other.id}`, points, ...said }]
}

/** What an order that ends here leaves to the calendars. */
function left(order: Order, old: Order, registry: Registry): Conflict[] {
  const points = pointsOf(old, registry).map(({ id }) => id)
  const [taken, other] = [points.filter((id) => concerns(order, id)), points.filter((id) => !concerns(order, id))]
  const isWayLeft = order.directions !== null && (old.directions ?? bothWays).some((way) => !order.directions?.includes(way))
  const isOverBefore = order.endsAt !== null && (old.endsAt === null || old.endsAt > order.endsAt)
  const said = { order: old.id, number: old.number, state: old.state }
  const of = (kind: Left, points_: readonly PointId[]) => [{ key: `${kind} ${old.id}`, kind, points: points_, ...said }]
  return [
    ...(other.length > 0 ? of('left-points', other) : []),
    ...(isWayLeft ? of('left-way', taken) : []),
    ...(isOverBefore ? of('left-after', taken) : []),
    ...(beginsCounting(order, old) ? of('left-places', taken) : []),
  ]
}

/** The new order begins in one of its sessions with a quota, on a day on which the old one had counted places before. */
function beginsCounting(order: Order, old: Order): boolean {
  const day = civilDateAt(order.startsAt, borderZone)
  const [minute, weekday] = [minutesOf(clockTimeAt(order.startsAt, borderZone)), weekdayOf(day)]
  const hasBegun = ({ sessions }: Order) =>
    (sessions ?? []).filter(({ quota, opens, days }) => quota !== null && days.includes(weekday) && minutesOf(opens) < minute)
  // Some minute of a session of the old one lay in its own time, before the new one begins.
  const midnight = instantAt(day, '00:00' as ClockTime, borderZone)
  const begun = old.startsAt > midnight ? minutesOf(clockTimeAt(old.startsAt, borderZone)) : 0
  const oldCounted = old.startsAt < order.startsAt && hasBegun(old).some(({ closes }) => begun < minutesOf(closes))
  return oldCounted && hasBegun(order).some((session) => isWithin(session, { minute, weekday }))
}

const bothWays = ['exit', 'entry'] as const satisfies readonly Direction[]

function otherSides(order: Order, point: CrossingPoint): Conflict[] {
  const span = sharedTime(order)
  if (!span) return []
  const travellers = travellersOf([order], point.sides)
  return point.sides
    .filter((side) => side !== order.state)
    .flatMap((side) => {
      const closed = spansOf(point, [order], span).filter(({ fromMs }) => {
        const sides = sidesAt(point, [order], fromMs)
        const [mine, other] = [sides.find(({ state }) => state === order.state), sides.find(({ state }) => state === side)]
        return other?.active && !other.open && mine !== undefined && travellers.some((traveller) => sideAdmits(mine, [order], traveller))
      })
      const hours = hoursOf(closed)
      return hours.length === 0 ? [] : [{ key: `other-side-closed ${side}`, kind: 'other-side-closed' as const, points: [point.id], side, hours }]
    })
}

function meeting(order: Order, other: Order, point: CrossingPoint): Conflict {
  const span = sharedTime(order, other)
  const spans = span ? spansOf(point, [order, other], span) : []
  const travellers = travellersOf([order, other], point.sides)
  const somebody = spans.filter(({ fromMs }) => somebodyPasses(point, [order, other], fromMs, travellers))
  const nobody = spans.filter((each) => !somebody.includes(each) && somebodyPasses(point, [order], each.fromMs, travellers))
  return {
    key: `other-order ${other.id}`,
    kind: 'other-order',
    points: [point.id],
    order: other.id,
    number: other.number,
    state: other.state,
    nobody: hoursOf(nobody),
    somebody: hoursOf(somebody),
  }
}

/** The same at several points is said once. */
function joined(conflicts: readonly Conflict[]): Conflict[] {
  const same = new Map<string, Conflict>()
  for (const conflict of conflicts) {
    const { points: _, ...rest } = conflict
    const mark = JSON.stringify(rest)
    const kept = same.get(mark)
    same.set(mark, kept ? { ...kept, points: [...kept.points, ...conflict.points] } : conflict)
  }
  return [...same.values()]
}
