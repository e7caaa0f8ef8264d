import { sql } from 'kysely'
import { type Instant, instantOfMs } from '../kernel/time.ts'
import type { Database } from '../platform/database.ts'
import type { AccountId } from './grant.rules.ts'

/** A passkey that is not revoked, and how it came to its account. */
export type PasskeyOnRecord = {
  readonly id: string
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly transports: readonly string[]
  readonly enrolledAt: Instant
  /** The invitation's id; null: its owner added it while signed in. */
  readonly enrolledBy: string | null
}

/** What signing passes asks of the sign-in side. `identity` is the database through the identity login. */
export function openPasskeys(identity: Database) {
  return {
    /** The account's passkeys that are not revoked, oldest first; none for an account that is not active. */
    async credentialsOf(account: AccountId): Promise<readonly PasskeyOnRecord[]> {
      const rows = await identity.query
        .selectFrom('passkey as p')
        .innerJoin('staff_account as a', 'a.id', 'p.account')
        .leftJoin('invitation as i', (join) => join.onRef('i.account', '=', 'p.account').onRef('i.used_at', '=', 'p.created_at'))
        .select(['p.id', 'p.public_key', 'p.sign_count', 'p.transports', 'p.created_at', 'i.id as invitation'])
        .where('p.account', '=', account)
        .where('a.state', '=', 'active')
        .where('p.revoked_at', 'is', null)
        .orderBy('p.created_at')
        .execute()
      return rows.map((row) => ({
        id: row.id,
        publicKey: row.public_key,
        counter: Number(row.sign_count),
        transports: row.transports,
        enrolledAt: instantOfMs(new Date(row.created_at).getTime()),
        enrolledBy: row.invitation,
      }))
    },
    /** Keeps a gesture's counter. False, and nothing kept: revoked meanwhile, or the counter does not go on. A key that does not count says 0 for ever (WebAuthn §6.1.1). */
    async countGesture(id: string, counter: number, at: Instant): Promise<boolean> {
      const { numAffectedRows } = await sql`
        update passkey set sign_count = ${counter}, last_used_at = ${at}
        where id = ${id} and revoked_at is null and (sign_count < ${counter} or (sign_count = 0 and ${counter} = 0))`.execute(identity.query)
      return numAffectedRows === 1n
    },
  }
}
