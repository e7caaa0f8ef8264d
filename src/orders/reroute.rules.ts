import type { PointId } from '../kernel/code.ts'
import { concerns, type Order, type VehicleRule } from '../places/order.rules.ts'
import { type CrossingPoint, findPoint, type Registry } from '../places/registry.rules.ts'
import { othersOf } from './conflicts.rules.ts'
import { sharedTime, somebodyPasses, spansOf } from './hours.rules.ts'
import type { OrderDraft, OrderFault } from './order-draft.rules.ts'
import { isBarred } from './sent-here.rules.ts'
import { travellersOf } from './travellers.rules.ts'

/** A vehicle is sent to a point that is there, open at the order's time, and does not turn it away again. */
export function rerouteFaults(draft: OrderDraft, registry: Registry): OrderFault[] {
  const { order } = draft
  const orders = [order, ...othersOf(draft, registry)]
  return order.vehicles.flatMap((rule, index) => [
    ...(isToItself(order, rule) ? [{ code: 'order.reroute-itself' as const, path: `vehicles/${index}/insteadAt` }] : []),
    ...rule.insteadAt.flatMap((id, at) =>
      targetFaults(order, orders, rule, { id, path: `vehicles/${index}/insteadAt/${at}`, point: findPoint(registry, id) }),
    ),
  ])
}

/** At every point that it speaks of, the rule exempts that very point: it sends nobody anywhere. */
const isToItself = ({ points }: Order, { insteadAt }: VehicleRule): boolean => points?.every((point) => insteadAt.includes(point)) ?? false

type Target = { readonly id: PointId; readonly path: string; readonly point: CrossingPoint | undefined }

function targetFaults(order: Order, orders: readonly Order[], rule: VehicleRule, { id, path, point }: Target): OrderFault[] {
  if (!point) return [{ code: 'order.point-unknown', path, about: { point: id } }]
  if (!point.sides.includes(order.state)) return [{ code: 'order.point-of-others', path, about: { point: id, state: order.state } }]
  const there = orders.filter((each) => concerns(each, id))
  const span = sharedTime(order)
  const travellers = travellersOf(there, point.sides)
  const isOpen = span !== undefined && spansOf(point, there, span).some(({ fromMs }) => somebodyPasses(point, there, fromMs, travellers))
  const bars = there.find((each) => isBarred(each, rule, id))
  return [
    ...(isOpen || span === undefined ? [] : [{ code: 'order.reroute-closed' as const, path, about: { point: id } }]),
    ...(bars ? [{ code: 'order.reroute-barred' as const, path, about: { point: id, order: bars.number } }] : []),
  ]
}
