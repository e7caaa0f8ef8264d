import { borderZone, type CivilDate, type ClockTime, epochMs, instantAt, weekdayOf } from '../../kernel/time.ts'
import { isLiveBetween, minutesOf, type Order } from '../../places/order.rules.ts'
import type { QuotaNow } from '../day/day-sheet.rules.ts'

/** Sessions with a quota that are held on that day: on its weekday, in hours of which some lie within their order's time. */
export function sessionsOn(orders: readonly Order[], day: CivilDate): Omit<QuotaNow, 'taken'>[] {
  const midnightMs = epochMs(instantAt(day, '00:00' as ClockTime, borderZone))
  const at = (clock: ClockTime): number => midnightMs + minutesOf(clock) * 60_000
  return orders.flatMap((order) =>
    (order.sessions ?? []).flatMap(({ quota, opens, closes, days }, session) => {
      const isHeld = days.includes(weekdayOf(day)) && isLiveBetween(order, at(opens), at(closes))
      return quota === null || !isHeld ? [] : [{ order: order.id, number: order.number, session, opens, closes, places: quota }]
    }),
  )
}
