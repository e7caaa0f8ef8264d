import { addDays, borderZone, type ClockTime, civilDateAt, instantAt } from '../../kernel/time.ts'
import type { Order } from '../../places/order.rules.ts'
import { ordersUntil } from './local-facts.ts'
import type { Register } from './register.ts'

/** Orders that speak of the point now or later today, the earliest first. */
export function ordersToday(register: Register, id: string): Order[] {
  const point = register.value.points.find((each) => each.point === id)
  if (!point) return []
  const now = register.now()
  const midnight = instantAt(addDays(civilDateAt(now, borderZone), 1), '00:00' as ClockTime, borderZone)
  return ordersUntil(point, register.value.orders, now, midnight).sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
}
