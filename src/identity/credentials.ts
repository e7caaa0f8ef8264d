import type { Instant } from '../kernel/time.ts'
import type { Database } from '../platform/database.ts'
import type { AccountId } from './grant.rules.ts'

/** A passkey of an account that is not revoked. */
export type Credential = {
  /** As browsers write it, in base64url. */
  readonly id: string
  /** COSE_Key bytes (RFC 9052 §7). */
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly transports: readonly string[]
  readonly enrolledAt: Instant
  /** The one-time link it was enrolled by; null: added by its owner while signed in. */
  readonly enrolledBy: string | null
}

/** An account's passkeys, for a gesture beside signing in: the passes' side asks through these two, since the tables are the identity login's. */
export function openCredentials(identity: Database) {
  return {
    async credentialsOf(account: AccountId): Promise<readonly Credential[]> {
      const rows = await identity.query.selectFrom('passkey').selectAll().where('account', '=', account).where('revoked_at', 'is', null).execute()
      const links = await identity.query
        .selectFrom('invitation')
        .select(['id', 'used_at'])
        .where('account', '=', account)
        .where('used_at', 'is not', null)
        .execute()
      return rows.map((row) => ({
        id: row.id,
        publicKey: new Uint8Array(row.public_key),
        counter: row.sign_count,
        transports: row.transports,
        enrolledAt: row.created_at as Instant,
        // A link is used in the transaction that keeps the key: at the same instant.
        enrolledBy: links.find(({ used_at }) => used_at === row.created_at)?.id ?? null,
      }))
    },
    /** Keeps a gesture's counter. False: the key was revoked meanwhile, or its counter does not go on (0 stays 0 for keys that do not count). */
    async countGesture(credential: string, counter: number, at: Instant): Promise<boolean> {
      const updated = await identity.query
        .updateTable('passkey')
        .set({ sign_count: counter, last_used_at: at })
        .where('id', '=', credential)
        .where('revoked_at', 'is', null)
        .where('sign_count', counter === 0 ? '=' : '<', counter)
        .executeTakeFirst()
      return updated.numUpdatedRows === 1n
    },
  }
}
