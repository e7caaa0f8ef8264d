import type { Instant } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import { type Grant, timeOf } from './grant.rules.ts'
import { toGrant } from './staff/staff.store.ts'

/** The roles of the account in whose name this transaction is, as they stand in the database now: for long work, which goes on after the request that began it. */
export async function rolesNow(tx: Tx, account: string, now: Instant): Promise<Grant[]> {
  const rows = await tx.selectFrom('role_grant').selectAll().where('account', '=', account).execute()
  return rows.map(toGrant).filter((grant) => ['start', 'inside', 'end'].includes(timeOf(grant, now)))
}
