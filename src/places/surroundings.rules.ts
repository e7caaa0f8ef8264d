import type { PointId } from '../kernel/code.ts'
import { addDays, type CivilDate, type ClockTime, dayMs, epochMs, instantAt } from '../kernel/time.ts'
import { distanceToLineKm } from './geometry.rules.ts'
import { edgesAhead, sideAdmits, sidesAt } from './opening.rules.ts'
import { binds, concerns, isLiveBetween, type Order, type Traveller } from './order.rules.ts'
import { type CrossingPoint, findPoint, type Registry } from './registry.rules.ts'

/** Every order on record by its id, also those that are over: old verdicts name them. */
const books = new WeakMap<Registry, ReadonlyMap<string, Order>>()
export function orderBook(registry: Registry): ReadonlyMap<string, Order> {
  const kept = books.get(registry)
  if (kept) return kept
  const book = new Map(registry.orders.map((order) => [order.id, order]))
  books.set(registry, book)
  return book
}

/** The least minutes from one point to another: the straight line, at a speed no road there allows. null: a place is not known, or it is the same. */
export function minutesBetween(registry: Registry, from: PointId, to: PointId, kilometresPerHourMax: number): number | null {
  if (from === to) return null
  const [one, other] = [findPoint(registry, from)?.location, findPoint(registry, to)?.location]
  return one && other ? Math.floor((distanceToLineKm(one.lonLat, [[other.lonLat]]) / kilometresPerHourMax) * 60) : null
}

/** Days from the first to the last on which the calendars alone were open at some minute, and orders left this traveller none. */
export const tolledDays = (...asked: Parameters<typeof tolledBy>): CivilDate[] => tolledBy(...asked).map(({ day }) => day)

/** The same with the orders that shut each day: those that do so by themselves; where none does, all that do so together. */
export function tolledBy(
  registry: Registry,
  id: PointId,
  traveller: Traveller,
  from: CivilDate,
  last: CivilDate,
): { readonly day: CivilDate; readonly orders: readonly Order[] }[] {
  const point = findPoint(registry, id)
  if (!point) return []
  const orders = registry.orders.filter((order) => concerns(order, point.id) && binds(order, traveller))
  if (orders.length === 0) return []
  const found: { day: CivilDate; orders: Order[] }[] = []
  for (let day = from; day <= last; day = addDays(day, 1)) {
    const live = orders.filter((order) => touches(order, point, day))
    if (live.length === 0 || !isOpenSometime(point, [], traveller, day) || isOpenSometime(point, live, traveller, day)) continue
    const alone = live.length === 1 ? live : live.filter((order) => !isOpenSometime(point, [order], traveller, day))
    found.push({ day, orders: alone.length > 0 ? alone : live })
  }
  return found
}

const start = (point: CrossingPoint, day: CivilDate): number => epochMs(instantAt(day, '00:00' as ClockTime, point.zone))

function touches(order: Order, point: CrossingPoint, day: CivilDate): boolean {
  const from = start(point, day)
  return isLiveBetween(order, from, from + dayMs)
}

/** A day can only open at its midnight, or where an opening can change. */
function isOpenSometime(point: CrossingPoint, orders: readonly Order[], traveller: Traveller, day: CivilDate): boolean {
  const from = start(point, day)
  const edges = [from, ...edgesAhead(point, orders, from, 1)]
  return edges.some((ms) => ms < from + dayMs && sidesAt(point, orders, ms).every((side) => sideAdmits(side, orders, traveller)))
}
