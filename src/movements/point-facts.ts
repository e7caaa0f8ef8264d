import { borderZone, type CivilDate, civilDateAt, epochMs, type Instant } from '../kernel/time.ts'
import { sidesAt } from '../places/opening.rules.ts'
import { concerns, type Order } from '../places/order.rules.ts'
import { type CrossingPoint, findPoint, type Registry, valueOn } from '../places/registry.rules.ts'
import type { PointFacts } from './facts.rules.ts'

/** A point as a verdict sees it, and what has to be loaded with it: the live orders with quotas, and the civil day they count by. */
export type PointAt = { readonly point: PointFacts; readonly quotaDay: CivilDate; readonly quotaOrders: readonly string[] }

const keptMax = 20_000
let keptFor: Registry | undefined
/** Good from one instant up to, not with, another. */
type Kept = { readonly said: PointAt; readonly fromMs: number; readonly untilMs: number }
const kept = new Map<string, Kept>()

/** A point at an instant; undefined when there is no such point. Hours change on whole minutes, so a minute's answer is kept; an order that is ended at once ends within one. */
export function pointFactsAt(registry: Registry, id: string, at: Instant): PointAt | undefined {
  if (keptFor !== registry || kept.size >= keptMax) {
    kept.clear()
    keptFor = registry
  }
  const ms = epochMs(at)
  const minute = Math.floor(ms / minuteMs)
  const key = `${id} ${minute}`
  const known = kept.get(key)
  if (known && known.fromMs <= ms && ms < known.untilMs) return known.said
  const point = findPoint(registry, id)
  if (!point) return undefined
  const said = pointAt(point, registry, at)
  const edges = edgesWithin(registry.orders, minute * minuteMs)
  const fromMs = Math.max(minute * minuteMs, ...edges.filter((edge) => edge <= ms))
  const untilMs = Math.min((minute + 1) * minuteMs, ...edges.filter((edge) => edge > ms))
  kept.set(key, { said, fromMs, untilMs })
  return said
}

const minuteMs = 60_000
/** Where orders begin or end within this minute. */
const edgesWithin = (orders: readonly Order[], fromMs: number): number[] =>
  orders
    .flatMap(({ startsAt, endsAt }) => [epochMs(startsAt), ...(endsAt === null ? [] : [epochMs(endsAt)])])
    .filter((edge) => edge > fromMs && edge < fromMs + minuteMs)

/** The same without keeping it: whoever looks far ahead must not push out what the gates ask again and again. */
export function pointAt(point: CrossingPoint, registry: Registry, at: Instant): PointAt {
  const orders = registry.orders.filter((order) => concerns(order, point.id))
  const sides = sidesAt(point, orders, epochMs(at))
  const live = sides.flatMap((side) => side.orders)
  return {
    point: { id: point.id, class: valueOn(point.classes, civilDateAt(at, point.zone)) ?? null, sides },
    quotaDay: civilDateAt(at, borderZone),
    quotaOrders: orders.filter(({ id, sessions }) => live.includes(id) && sessions?.some(({ quota }) => quota !== null)).map((order) => order.id),
  }
}
