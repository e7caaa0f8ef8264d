import { addDays, borderZone, type CivilDate, type ClockTime, civilDateAt, instantAt } from '../../kernel/time.ts'
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

/** The end of the order of that number, where it lies before that session: a verdict tells the order's next session by its hours alone, since an end may still come nearer. */
export function endBefore(orders: readonly Order[], number: string, { day, opens }: { day: CivilDate; opens: ClockTime }): Order['endsAt'] {
  const at = instantAt(day, opens, borderZone)
  const named = orders.filter((order) => order.number === number)
  return named.every(({ endsAt }) => endsAt !== null && endsAt <= at) ? (named[0]?.endsAt ?? null) : null
}
