import type { PointId } from '../kernel/code.ts'
import { type Vehicle, vehicleClasses } from '../kernel/vehicle.ts'
import { concerns, type Order, type VehicleRule, vehicleWordOf } from '../places/order.rules.ts'
import { findPoint, type Registry } from '../places/registry.rules.ts'
import { sharedTime, somebodyPasses, spansOf } from './hours.rules.ts'
import { travellersOf } from './travellers.rules.ts'

/** Points that `other` sends vehicles to, and that are open to them until this order shuts them or turns them away: they would be sent in vain. */
export function sentInVain(order: Order, other: Order, others: readonly Order[], registry: Registry): PointId[] {
  const found = other.vehicles.flatMap((rule) =>
    rule.insteadAt.filter((id) => concerns(order, id) && (isBarred(order, rule, id) || isShutBy(order, other, { id, others, registry }))),
  )
  return [...new Set(found)]
}

export const isBarred = (order: Order, rule: VehicleRule, at: PointId): boolean =>
  samplesOf(rule).some((vehicle) => vehicleWordOf(order, vehicle, at) !== undefined)

type At = { readonly id: PointId; readonly others: readonly Order[]; readonly registry: Registry }

function isShutBy(order: Order, other: Order, { id, others, registry }: At): boolean {
  const [point, span] = [findPoint(registry, id), sharedTime(order, other)]
  if (!point || !span) return false
  const before = others.filter((each) => concerns(each, id))
  const isOpenBy = (orders: readonly Order[]) => {
    const travellers = travellersOf(orders, point.sides)
    return spansOf(point, orders, span).some(({ fromMs }) => somebodyPasses(point, orders, fromMs, travellers))
  }
  return isOpenBy(before) && !isOpenBy([order, ...before])
}

/** Of each class that the rule speaks of, the vehicle with the fewest wheels and one with more than any other rule is likely to allow: who is barred lies at an end. */
const wheelsMost = 100
const samplesOf = ({ classes, wheelsOver }: VehicleRule): Vehicle[] =>
  (classes ?? vehicleClasses).flatMap((one) => [wheelsOver === null ? 0 : wheelsOver + 1, wheelsMost].map((wheels) => ({ class: one, wheels })))
