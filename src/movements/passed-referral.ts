import type pg from 'pg'
import type { CommandId } from '../kernel/code.ts'
import { borderZone, civilDateAt, spanOfDay } from '../kernel/time.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import type { Facts } from './facts.rules.ts'

/** The referral on which somebody in charge let this holder pass here today, this way, uncontested, and on which nobody passed yet: a movement names it as `decided`. */
export async function passedReferral(pool: pg.Pool, holder: HolderBoundId, { at, point, direction }: Facts): Promise<CommandId | null> {
  const { from, until } = spanOfDay(civilDateAt(at, borderZone))
  const { rows } = await pool.query<{ movement: CommandId }>(
    `select movement from referral where cell = $1 and holder_id = $2 and point = $3 and direction = $4 and occurred_at >= $5 and occurred_at < $6
     and state = 'let-pass' and confirm <> 'contested' and used_by is null order by occurred_at desc limit 1`,
    [cellOf(holder), holder, point.id, direction, from, until],
  )
  return rows[0]?.movement ?? null
}
