import type pg from 'pg'
import type { CommandId } from '../kernel/code.ts'
import { borderZone, civilDateAt, spanOfDay } from '../kernel/time.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import type { Facts, RuleBook } from './facts.rules.ts'
import { decideVerdict, isAdmitted } from './verdict.rules.ts'
import { type Judged, judgedOf } from './verdict-decided.rules.ts'

/** The facts with what was judged in them, so that a gate says the same before it asks again; and the referral that a movement names as `decided`, where that lets this person pass now. */
export type Passed = { readonly facts: Facts; readonly passedReferral: CommandId | null }

/** The referral on which somebody in charge let this holder pass here today, this way, uncontested, and on which nobody passed yet. */
export async function passedReferral(pool: pg.Pool, holder: HolderBoundId, facts: Facts, book: RuleBook): Promise<Passed> {
  const { at, point, direction, person } = facts
  // It was named already, and does not lead through.
  if (person.decided !== null) return { facts, passedReferral: null }
  const { from, until } = spanOfDay(civilDateAt(at, borderZone))
  const { rows } = await pool.query<Judged & { movement: CommandId }>(
    `select movement, reasons, hits from referral where cell = $1 and holder_id = $2 and point = $3 and direction = $4 and occurred_at >= $5 and occurred_at < $6
     and state = 'let-pass' and confirm <> 'contested' and used_by is null order by occurred_at desc limit 1`,
    [cellOf(holder), holder, point.id, direction, from, until],
  )
  const [found] = rows
  if (!found) return { facts, passedReferral: null }
  const judged = { ...person, judged: judgedOf(found, person.watch) }
  const { outcome } = decideVerdict({ ...facts, person: { ...judged, decided: found.movement } }, book)
  return { facts: { ...facts, person: judged }, passedReferral: isAdmitted(outcome) ? found.movement : null }
}
