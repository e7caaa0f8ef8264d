import { recordRead } from '../../audit/record-read.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { addDays, epochMs, parseCivilDate, spanOfDay } from '../../kernel/time.ts'
import { countsByDay } from '../../movements/movement.queries.ts'
import { isLiveBetween } from '../../places/order.rules.ts'
import { inTransaction } from '../../platform/database.ts'
import { ordersAt, quotasOn } from '../live/live-state.ts'
import { countsByRule } from '../notable/notable.queries.ts'
import { type PointServices, standingAt } from '../point-services.ts'
import { referralsOf } from '../referrals/referral.queries.ts'
import { isAfterwards } from '../referrals/referral.rules.ts'
import { goodsCounts, vehicleCounts } from '../sheets/sheet.queries.ts'
import { shiftsBetween } from '../shifts/shift.queries.ts'
import { countsByHour, undoneOn } from './day-sheet.queries.ts'
import type { DayReferral, DaySheet } from './day-sheet.rules.ts'

/** For whoever reads movements at the point; that they read this day's sheet is on record. */
export async function readDaySheet(
  services: PointServices,
  actor: Actor,
  asked: { readonly point: string; readonly day: string },
): Promise<Outcome<DaySheet>> {
  const [day, at] = [parseCivilDate(asked.day), services.now()]
  if (!day) return refuse('time.invalid')
  const standing = standingAt(services, actor, 'movement.read', asked.point)
  if (!standing.ok) return standing
  const point = standing.value.place.id
  const [span, days] = [spanOfDay(day), { point, from: day, until: addDays(day, 1) }]
  const orders = ordersAt(services.registry.current, point).filter((order) => isLiveBetween(order, epochMs(span.from), epochMs(span.until)))
  return inTransaction(services.database, { account: actor.account, at }, async (tx) => {
    await recordRead(tx, { account: actor.account, subject: `day sheet of ${day}`, place: point, at })
    const counts = await countsByDay(tx, { points: [point], ...days })
    const referrals = (await referralsOf(tx, point, span)).map(toDayReferral).reverse()
    const goods = await goodsCounts(tx, days)
    return accept({
      point,
      day,
      asOf: at,
      counts: counts.map(({ direction, outcome, count }) => ({ direction, outcome, n: count })),
      hours: await countsByHour(tx, point, span),
      orders: orders.map(({ id, number, stage, startsAt, endsAt }) => ({ id, number, stage, startsAt, endsAt })),
      quotas: await quotasOn(tx, { point, day }, orders),
      referrals,
      overrides: referrals.filter((referral) => referral.usedBy !== null && !isAfterwards(referral)),
      notable: await countsByRule(tx, span, point),
      undone: await undoneOn(tx, point, span),
      vehicles: (await vehicleCounts(tx, days)).map(({ class: kind, direction, count }) => ({ class: kind, direction, n: count })),
      goods: [...goods.quantities, ...goods.values].map(({ chapter, direction, nature, measure, sum }) => ({
        chapter,
        direction,
        nature,
        measure,
        sum,
      })),
      shifts: (await shiftsBetween(tx, point, span)).reverse(),
    })
  })
}

type Row = Awaited<ReturnType<typeof referralsOf>>[number]
const toDayReferral = ({
  movement,
  lane,
  direction,
  occurredAt,
  reasons,
  state,
  to,
  reason,
  decidedAt,
  decidedBy,
  confirm,
  usedBy,
}: Row): DayReferral => ({
  ...{ movement, lane, direction, at: occurredAt, reasons, state, to, reason, decidedAt, decidedBy, confirm, usedBy },
})
