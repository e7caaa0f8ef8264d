import { sql } from 'kysely'
import type { Database, Tx } from '../platform/database.ts'
import type { HolderBoundId } from '../platform/ids.ts'
import type { ApplicationState } from './application.rules.ts'
import { pendingStates } from './numbers/numbers.rules.ts'

type Query = Tx | Database['query']
type Asked = { readonly office: string; readonly limit: number; readonly state?: ApplicationState | undefined }

// Written out, as in the index of what is pending: a list of values as a parameter would not be known to lie in it.
const isPending = sql.raw(`state in (${pendingStates.map((state) => `'${state}'`).join(', ')})`)

/**
 * An office's cases as they are worked on: what waits longest first, counted from when it was paid and complete, then from when it came. Each state has its
 * share of a short list, so that a thousand cases under review hide neither those that are to be paid nor those that are to be signed. Behind them the
 * newest of the others, while there is room.
 */
export async function queueOf(query: Query, { office, limit, state }: Asked): Promise<HolderBoundId[]> {
  const of = state === undefined ? sql`true` : sql`state = ${state}`
  const waiting = await sql<{ id: HolderBoundId }>`
    select id from (
      select id, since, row_number() over (partition by state order by since, id) as place
      from (
        select id, state, case when paid_at is null then submitted_at else greatest(paid_at, corrected_at) end as since
        from application where office = ${office} and ${isPending} and ${of}
      ) as pending
      order by place, since, id limit ${limit}
    ) as first order by since, id`.execute(query)
  const ids = waiting.rows.map(({ id }) => id)
  const room = limit - ids.length
  if (room === 0) return ids
  const others = await sql<{ id: HolderBoundId }>`
    select id from application where office = ${office} and not (${isPending}) and ${of}
    order by submitted_at desc limit ${room}`.execute(query)
  return [...ids, ...others.rows.map(({ id }) => id)]
}
