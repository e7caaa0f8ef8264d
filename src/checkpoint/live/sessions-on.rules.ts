import { borderZone, type CivilDate, type ClockTime, epochMs, instantAt, weekdayOf } from '../../kernel/time.ts'
import { minutesOf, type Order } from '../../places/order.rules.ts'
import type { QuotaNow } from '../day/day-sheet.rules.ts'

/** Sessions with a quota that are held on that day: on its weekday, in hours of which some lie within their order's time. */
export function sessionsOn(orders: readonly Order[], day: CivilDate): Omit<QuotaNow, 'taken'>[] {
  const midnightMs = epochMs(instantAt(day, '00:00' as ClockTime, borderZone))
  const at = (clock: ClockTime): number => midnightMs + minutesOf(clock) * 60_000
  return orders.flatMap(({ id, number, sessions, startsAt, endsAt }) =>
    (sessions ?? []).flatMap(({ quota, opens, closes, days }, session) => {
      const isHeld = days.includes(weekdayOf(day)) && epochMs(startsAt) < at(closes) && (endsAt === null || epochMs(endsAt) > at(opens))
      return quota === null || !isHeld ? [] : [{ order: id, number, session, opens, closes, places: quota }]
    }),
  )
}
