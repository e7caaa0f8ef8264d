import { sql } from 'kysely'
import type { Instant } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'

export type Recovery = {
  readonly id: string
  readonly account: string
  readonly madeBy: string
  readonly madeAt: Instant
  readonly confirmed: boolean
}

/** Recoveries that are under way: begun or confirmed, not used and not over. */
export async function openRecoveries(tx: Tx, accounts: readonly string[], now: Instant): Promise<Recovery[]> {
  if (accounts.length === 0) return []
  const rows = await tx
    .selectFrom('invitation')
    .select(['id', 'account', 'made_by', 'made_at', sql<boolean>`confirmed_by is not null`.as('confirmed')])
    .where('account', 'in', accounts)
    .where('purpose', '=', 'recovery')
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
  return rows.map((row) => ({ id: row.id, account: row.account, madeBy: row.made_by, madeAt: row.made_at as Instant, confirmed: row.confirmed }))
}
