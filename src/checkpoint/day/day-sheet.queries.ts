import { sql } from 'kysely'
import type { Instant } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import type { HourCount, Undone } from './day-sheet.rules.ts'

export type Span = { readonly from: Instant; readonly until: Instant }

/** Movements of a day at a point, by hour and lane, without those that were undone. */
export async function countsByHour(tx: Tx, point: string, { from, until }: Span): Promise<HourCount[]> {
  const { rows } = await sql<HourCount>`
    select extract(hour from occurred_at at time zone interval '+07:00')::int as hour, lane, direction, outcome, count(*)::int as n
    from movement where point = ${point} and occurred_at >= ${from} and occurred_at < ${until} and undone_at is null
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(tx)
  return rows
}

const undoneMax = 500
export async function undoneOn(tx: Tx, point: string, { from, until }: Span): Promise<Undone[]> {
  const { rows } = await sql<Undone>`
    select id as movement, lane, direction, occurred_at as at, undone_at as "undoneAt"
    from movement where point = ${point} and occurred_at >= ${from} and occurred_at < ${until} and undone_at is not null
    order by occurred_at, id limit ${undoneMax}`.execute(tx)
  return rows
}
