import { hash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { epochMs, type Instant, instantOfMs } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import { newCommandId } from '../../platform/ids.ts'

const hourMs = 3_600_000
const tokenBytes = 32

/** `token` stands behind `#`, which no browser sends to a server; the database keeps its hash alone. */
export type OneTimeLink = { readonly link: string; readonly expiresAt: Instant }

const hashOfToken = (token: string): Buffer => hash('sha256', token, 'buffer')

/** A new link for somebody to enrol with. Earlier links of theirs are void from now on. */
export async function makeInvitation(tx: Tx, link: { account: string; by: string; at: Instant; hours: number }): Promise<OneTimeLink> {
  const token = randomBytes(tokenBytes).toString('base64url')
  const expiresAt = instantOfMs(epochMs(link.at) + link.hours * hourMs)
  await voidLinks(tx, link.account, link.at)
  await tx
    .insertInto('invitation')
    .values({
      id: newCommandId(epochMs(link.at)),
      token_hash: hashOfToken(token),
      purpose: 'invitation',
      account: link.account,
      made_by: link.by,
      made_at: link.at,
      expires_at: expiresAt,
    })
    .execute()
  return { link: `/enrol#${token}`, expiresAt }
}

export type Recovery = {
  readonly id: string
  readonly account: string
  readonly madeBy: string
  readonly madeAt: Instant
  readonly confirmed: boolean
}

/** A recovery without a link: its link is made when a second administrator confirms. */
export async function beginRecovery(tx: Tx, recovery: { account: string; by: string; at: Instant; hours: number }): Promise<void> {
  await voidLinks(tx, recovery.account, recovery.at)
  await tx
    .insertInto('invitation')
    .values({
      id: newCommandId(epochMs(recovery.at)),
      token_hash: null,
      purpose: 'recovery',
      account: recovery.account,
      made_by: recovery.by,
      made_at: recovery.at,
      expires_at: instantOfMs(epochMs(recovery.at) + recovery.hours * hourMs),
    })
    .execute()
}

/** The recovery's link, for the person: it asks for a code too where the person's app shows them, with new attempts. */
export async function confirmRecovery(
  tx: Tx,
  recovery: Pick<Recovery, 'id' | 'account'> & { by: string; at: Instant; hours: number },
): Promise<OneTimeLink> {
  const token = randomBytes(tokenBytes).toString('base64url')
  const expiresAt = instantOfMs(epochMs(recovery.at) + recovery.hours * hourMs)
  await tx
    .updateTable('invitation')
    .set({ token_hash: hashOfToken(token), confirmed_by: recovery.by, expires_at: expiresAt })
    .where('id', '=', recovery.id)
    .execute()
  await tx.updateTable('two_factor').set({ failed_attempts: 0 }).where('account', '=', recovery.account).execute()
  return { link: `/enrol#${token}`, expiresAt }
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

/** What was not used by now will not be. */
export async function voidLinks(tx: Tx, account: string, at: Instant): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ expires_at: at })
    .where('account', '=', account)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .execute()
}
