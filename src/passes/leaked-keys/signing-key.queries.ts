import { sql } from 'kysely'
import type { AreaCode } from '../../kernel/code.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'

export type CountedOfKey = {
  /** Passes whose code this key signed, whatever became of them. */
  readonly signed: number
  /** Of these: in force or suspended. */
  readonly live: number
  /** Of the live: signed at `since` or later. */
  readonly liveSince: number
}

/** How many passes carry a signature of this key. Row-level security narrows it to what the reader reaches. */
export async function countOfKey(tx: Tx, { kid, office, since }: { kid: string; office: AreaCode; since: Instant }): Promise<CountedOfKey> {
  const live = sql`state in ('active', 'suspended')`
  const { rows } = await sql<CountedOfKey>`select count(*)::int as signed, count(*) filter (where ${live})::int as live,
    count(*) filter (where ${live} and issued_at >= ${since})::int as "liveSince"
    from pass where office = ${office} and signer_kid = ${kid}`.execute(tx)
  return rows[0] ?? { signed: 0, live: 0, liveSince: 0 }
}
