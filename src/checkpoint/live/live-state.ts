import type { PointId } from '../../kernel/code.ts'
import { addDays, borderZone, type CivilDate, type ClockTime, civilDateAt, epochMs, type Instant, instantAt } from '../../kernel/time.ts'
import { countsByDay } from '../../movements/movement.queries.ts'
import type { LiveRegistry } from '../../places/live-registry.ts'
import { concerns, isLive, isLiveBetween, type Order } from '../../places/order.rules.ts'
import type { Registry } from '../../places/registry.rules.ts'
import { type Database, inTransaction, type Tx } from '../../platform/database.ts'
import type { QuotaNow } from '../day/day-sheet.rules.ts'
import { countOpen } from '../referrals/referral.queries.ts'
import type { LiveShifts } from '../shifts/live-shifts.ts'
import { sessionsOn } from './sessions-on.rules.ts'

export type LiveSources = {
  readonly database: Database
  readonly registry: LiveRegistry
  readonly shifts: LiveShifts
  readonly now: () => Instant
}
/** What stands at a point now, part by part: a part that changes is told anew, whole. Nobody is named. */
export type LiveState = {
  readonly counts: { readonly day: string; readonly rows: readonly { readonly direction: string; readonly outcome: string; readonly n: number }[] }
  readonly lanes: readonly {
    readonly lane: string
    readonly shift: string
    readonly leads: boolean
    readonly since: Instant
    readonly seenAt: Instant
  }[]
  readonly quotas: readonly QuotaNow[]
  readonly referrals: { readonly open: number }
  /** Live ones, and those that begin later today. */
  readonly orders: { readonly ids: readonly string[]; readonly coming: readonly string[] }
}
export const parts = ['counts', 'lanes', 'quotas', 'referrals', 'orders'] as const satisfies readonly (keyof LiveState)[]

/** Read from the tables in one transaction: the counts are exact, whoever recorded, and however often it is asked. */
export function readLiveState({ database, registry, shifts, now }: LiveSources, point: string): Promise<LiveState> {
  const at = now()
  const day = civilDateAt(at, borderZone)
  return inTransaction(database, { job: 'point', at }, async (tx) => {
    const rows = await countsByDay(tx, { points: [point], from: day, until: addDays(day, 1) })
    const here = ordersAt(registry.current, point)
    const live = here.filter((order) => isLive(order, epochMs(at)))
    // Also of an order that begins later today: its places are known before its first session opens.
    const notOver = here.filter((order) => isLiveBetween(order, epochMs(at), Number.POSITIVE_INFINITY))
    const midnight = instantAt(addDays(day, 1), '00:00' as ClockTime, borderZone)
    const coming = notOver.filter(({ startsAt }) => startsAt > at && startsAt < midnight)
    return {
      counts: { day, rows: rows.map(({ direction, outcome, count }) => ({ direction, outcome, n: count })) },
      lanes: shifts.at(point).map(({ id, lane, leads, startedAt, seenAt }) => ({ lane, shift: id, leads, since: startedAt, seenAt })),
      quotas: await quotasOn(tx, { point, day }, notOver),
      referrals: { open: await countOpen(tx, point) },
      orders: { ids: live.map(({ id }) => id), coming: coming.map(({ id }) => id) },
    }
  })
}

/** When the next of these orders begins or ends. */
export function nextEdgeMs(orders: readonly Order[], nowMs: number): number {
  const edges = orders.flatMap(({ startsAt, endsAt }) => [startsAt, ...(endsAt === null ? [] : [endsAt])]).map(epochMs)
  return Math.min(Number.POSITIVE_INFINITY, ...edges.filter((ms) => ms > nowMs))
}

export const ordersAt = ({ orders }: Registry, point: string): Order[] => orders.filter((order) => concerns(order, point as PointId))

/** Places taken of each session of that day that has a quota; a session in which nobody passed yet has none. */
export async function quotasOn(tx: Tx, { point, day }: { point: string; day: CivilDate }, orders: readonly Order[]): Promise<QuotaNow[]> {
  const sessions = sessionsOn(orders, day)
  if (sessions.length === 0) return []
  const taken = await tx
    .selectFrom('session_place')
    .select(['order_id', 'session', 'taken'])
    .where('point', '=', point)
    .where('day', '=', day)
    .execute()
  return sessions.map((each) => ({
    ...each,
    taken: taken.find((row) => row.order_id === each.order && row.session === each.session)?.taken ?? 0,
  }))
}
