import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { OperatingParameter } from '../../instruments/operating-parameters.ts'
import { epochMs, type Instant, instantOfMs } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import type { SignInContext } from './context.ts'

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

const hoursOf: { readonly [P in LinkPurpose]: OperatingParameter } = {
  'first-administrator': 'invitation.hours-max-of-first-administrator',
  invitation: 'invitation.hours-max',
  recovery: 'recovery.hours-max',
}

export const linkExpiry = ({ parameters, now }: SignInContext, purpose: LinkPurpose): Instant =>
  instantOfMs(epochMs(now()) + parameters(hoursOf[purpose], now()) * 3_600_000)

/** A fresh token: the address for the person, the hash for the database. */
export function newToken({ origin }: SignInContext): { url: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { url: `${origin}/enrol#${token}`, hash: hashOf(token) }
}

/** A link for this account; earlier ones that are still open end. */
export async function makeLink(
  tx: Tx,
  context: SignInContext,
  { purpose, account, by }: { purpose: LinkPurpose; account: string; by: string },
): Promise<OneTimeLink> {
  const { url, hash } = newToken(context)
  const expiresAt = linkExpiry(context, purpose)
  await endLinks(tx, account, context.now())
  await tx
    .insertInto('invitation')
    .values({ id: randomUUID(), token_hash: hash, purpose, account, made_by: by, made_at: context.now(), expires_at: expiresAt })
    .execute()
  return { url, expiresAt }
}

export const endLinks = async (tx: Tx, account: string, at: Instant): Promise<void> =>
  void (await tx.updateTable('invitation').set({ used_at: at }).where('account', '=', account).where('used_at', 'is', null).execute())

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
