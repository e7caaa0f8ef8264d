import { sql } from 'kysely'
import type { Actor } from '../../identity/actor.rules.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { borderZone, civilDateAt, epochMs, type Instant, instantOfMs, parseCivilDate, spanOfDay } from '../../kernel/time.ts'
import { inTransaction } from '../../platform/database.ts'
import { type PointServices, standingAt } from '../point-services.ts'
import type { ActivityAnswer, RecentAnswer } from './activity.api.ts'

const zone = sql.lit('+07:00')
const recentMinutes = 10
const recentMax = 20_000

/** A day at a point by the quarter of an hour: those who were let through. */
export async function readActivity(services: PointServices, actor: Actor, asked: { point: string; day: string }): Promise<Outcome<ActivityAnswer>> {
  const day = parseCivilDate(asked.day)
  if (!day) return refuse('time.invalid')
  const standing = standingAt(services, actor, 'movement.read', asked.point)
  if (!standing.ok) return standing
  const [at, span] = [services.now(), spanOfDay(day)]
  const quarter = sql<number>`floor(extract(epoch from (occurred_at at time zone interval ${zone})::time) / 900)::int`
  const rows = await inTransaction(services.database, { account: actor.account, at }, (tx) =>
    tx
      .selectFrom('movement')
      .select(({ fn }) => [
        quarter.as('quarter'),
        fn.countAll<number>().filterWhere('direction', '=', 'exit').as('exits'),
        fn.countAll<number>().filterWhere('direction', '=', 'entry').as('entries'),
      ])
      .where('point', '=', asked.point)
      .where('occurred_at', '>=', span.from)
      .where('occurred_at', '<', span.until)
      .where('outcome', 'in', ['admit', 'admit-with-flag'])
      .where('undone_at', 'is', null)
      .groupBy('quarter')
      .orderBy('quarter')
      .execute(),
  )
  return accept({ at, quarters: rows.map((row) => ({ quarter: row.quarter, exits: Number(row.exits), entries: Number(row.entries) })) })
}

/** The last minutes at a point, movement by movement, and each lane's last of today: what a live view begins with. Nobody is named. */
export async function readRecent(services: PointServices, actor: Actor, point: string): Promise<Outcome<RecentAnswer>> {
  const standing = standingAt(services, actor, 'movement.read', point)
  if (!standing.ok) return standing
  const at = services.now()
  const from = instantOfMs(epochMs(at) - recentMinutes * 60_000)
  const dayBegan = spanOfDay(civilDateAt(at, borderZone)).from
  const rows = await inTransaction(services.database, { account: actor.account, at }, (tx) => {
    const ofToday = tx
      .selectFrom('movement')
      .select(['id', 'lane', 'direction', 'outcome', 'occurred_at'])
      .select(sql<number>`row_number() over (partition by lane order by occurred_at desc, id desc)`.as('nth'))
      .where('point', '=', point)
      .where('occurred_at', '>=', dayBegan)
      .where('undone_at', 'is', null)
    return tx
      .selectFrom(ofToday.as('today'))
      .selectAll()
      .where(({ or, eb }) => or([eb('nth', '=', 1), eb('occurred_at', '>=', from)]))
      .orderBy('occurred_at', 'desc')
      .limit(recentMax)
      .execute()
  })
  const movements = rows.map(({ id, lane, direction, outcome, occurred_at }) => ({ id, lane, direction, outcome, at: occurred_at as Instant }))
  return accept({ at, movements } as RecentAnswer)
}
