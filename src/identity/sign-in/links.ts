import { hash, randomBytes } from 'node:crypto'
import { epochMs, hourMs, type Instant, instantOfMs } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import { newCommandId } from '../../platform/ids.ts'
import type { SignInContext } from './context.ts'

/** What a one-time link is for. Administrators make the later two (src/identity/staff). */
export type LinkPurpose = 'first-administrator' | 'invitation' | 'recovery'

/** A link that opens once: a path of our own. Its token stands behind the #, which no browser sends and no server logs; the database keeps its hash alone. */
export type OneTimeLink = { readonly link: string; readonly expiresAt: Instant }

/** Whose link, who makes it, and for how long it is good. */
export type LinkFor = { readonly account: string; readonly by: string; readonly at: Instant; readonly hours: number }

export type Link = {
  readonly id: string
  readonly purpose: LinkPurpose
  readonly account: string
  readonly name: string
  readonly state: 'invited' | 'active' | 'closed'
  readonly home_place: string
}

/** A new link for somebody to enrol with. Earlier links of theirs are void from now on. */
export async function makeLink(tx: Tx, purpose: Exclude<LinkPurpose, 'recovery'>, { account, by, at, hours }: LinkFor): Promise<OneTimeLink> {
  const { link, tokenHash, expiresAt } = newLink(at, hours)
  await voidLinks(tx, account, at)
  await tx
    .insertInto('invitation')
    .values({ id: newCommandId(epochMs(at)), token_hash: tokenHash, purpose, account, made_by: by, made_at: at, expires_at: expiresAt })
    .execute()
  return { link, expiresAt }
}

/** The first half of a recovery: a row without a link. */
export async function beginRecovery(tx: Tx, { account, by, at, hours }: LinkFor): Promise<void> {
  await voidLinks(tx, account, at)
  await tx
    .insertInto('invitation')
    .values({
      id: newCommandId(epochMs(at)),
      token_hash: null,
      purpose: 'recovery',
      account,
      made_by: by,
      made_at: at,
      expires_at: instantOfMs(epochMs(at) + hours * hourMs),
    })
    .execute()
}

/** The second half, its link: it asks for a code too where the person's app shows them, with new attempts. */
export async function confirmRecovery(tx: Tx, { id, account, by, at, hours }: LinkFor & { readonly id: string }): Promise<OneTimeLink> {
  const { link, tokenHash, expiresAt } = newLink(at, hours)
  await tx.updateTable('invitation').set({ token_hash: tokenHash, confirmed_by: by, expires_at: expiresAt }).where('id', '=', id).execute()
  await tx.updateTable('two_factor').set({ failed_attempts: 0 }).where('account', '=', account).execute()
  return { link, expiresAt }
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

function newLink(at: Instant, hours: number): OneTimeLink & { readonly tokenHash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { link: `/enrol#${token}`, tokenHash: hashOf(token), expiresAt: instantOfMs(epochMs(at) + hours * hourMs) }
}

const hashOf = (token: string): Buffer => hash('sha256', token, 'buffer')
