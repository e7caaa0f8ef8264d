import { sql } from 'kysely'
import type { Instant } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'

type Bounds = { readonly before: Instant }

/** Cases that ended before: collected by their own column, closed by theirs. */
const overBefore = ({ before }: Bounds) => sql`
  ((a.state = 'collected' and a.collected_at < ${before}) or (a.state in ('rejected', 'withdrawn', 'lapsed') and a.closed_at < ${before}))`

/** The number with its messages, whole: what is left of a message without its text tells nobody anything. */
const cases = (bounds: Bounds) => sql`
  select a.cell, a.id from application a where ${overBefore(bounds)} and (
    exists (select 1 from application_mobile n where n.cell = a.cell and n.application_id = a.id)
    or exists (select 1 from message m where m.cell = a.cell and m.application_id = a.id))`

export const toldLongAgo = {
  async count(tx: Tx, bounds: Bounds): Promise<number> {
    const { rows } = await sql<{ n: number }>`select count(*) as n from (${cases(bounds)}) as found`.execute(tx)
    return rows[0]?.n ?? 0
  },
  async erase(tx: Tx, bounds: Bounds, limit: number): Promise<number> {
    const { rows } = await sql<{ cell: number; id: string }>`${cases(bounds)} limit ${limit}`.execute(tx)
    const these = sql`(select * from unnest(${rows.map(({ cell }) => cell)}::smallint[], ${rows.map(({ id }) => id)}::uuid[]))`
    await sql`delete from message where (cell, application_id) in ${these}`.execute(tx)
    await sql`delete from application_mobile where (cell, application_id) in ${these}`.execute(tx)
    return rows.length
  },
}
