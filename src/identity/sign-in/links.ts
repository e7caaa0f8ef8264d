import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { epochMs, type Instant, instantOfMs } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import type { SignInContext } from './context.ts'

/** What a one-time link is for. Administrators make the later two (src/identity/staff). */
export type LinkPurpose = 'first-administrator' | 'invitation' | 'recovery'

/** A link that opens once. Its token stands behind the #, which no browser sends and no server logs. */
export type OneTimeLink = { readonly url: string; readonly expiresAt: Instant }

export type Link = {
  readonly id: string
  readonly purpose: LinkPurpose
  readonly account: string
  readonly name: string
  readonly state: 'invited' | 'active' | 'closed'
  readonly home_place: string
}

/** The first administrator's link; an earlier one ends. The database keeps its hash alone. */
export async function makeFirstLink(
  tx: Tx,
  { origin, parameters, now }: SignInContext,
  { account, by }: { account: string; by: string },
): Promise<OneTimeLink> {
  const at = now()
  const token = randomBytes(32).toString('base64url')
  const expiresAt = instantOfMs(epochMs(at) + parameters('invitation.hours-max-of-first-administrator', at) * 3_600_000)
  await voidLinks(tx, account, at)
  await tx
    .insertInto('invitation')
    .values({ id: randomUUID(), token_hash: hashOf(token), purpose: 'first-administrator', account, made_by: by, made_at: at, expires_at: expiresAt })
    .execute()
  return { url: `${origin}/enrol#${token}`, expiresAt }
}

/** Links of the account that are still open end at `at`; none of them was used. */
export const voidLinks = async (tx: Tx, account: string, at: Instant): Promise<void> =>
  void (await tx
    .updateTable('invitation')
    .set({ expires_at: at })
    .where('account', '=', account)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .execute())

/** The link of a token, if it is still good. */
export async function findLink({ database, now }: SignInContext, token: string): Promise<Link | undefined> {
  return database.query
    .selectFrom('invitation as i')
    .innerJoin('staff_account as a', 'a.id', 'i.account')
    .select(['i.id', 'i.purpose', 'i.account', 'a.name', 'a.state', 'a.home_place'])
    .where('i.token_hash', '=', hashOf(token))
    .where('i.used_at', 'is', null)
    .where('i.expires_at', '>', now())
    .where('a.state', '<>', 'closed')
    .executeTakeFirst()
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
