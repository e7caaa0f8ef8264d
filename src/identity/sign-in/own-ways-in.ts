import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { epochMs, type Instant } from '../../kernel/time.ts'
import { inTransaction, rollBackOn, type Tx } from '../../platform/database.ts'
import type { SignedIn } from '../authorise.ts'
import type { SignInContext } from './context.ts'
import { lockAccount } from './earlier-sessions.ts'
import { insertPasskey, registrationOptions, verifyRegistration } from './register-passkey.ts'
import { recordStaffEvent } from './staff-events.ts'

type Me = Pick<SignedIn, 'account' | 'session' | 'name' | 'home'>

/** A person's own passkeys and sessions; both as shown to that person alone. */
export async function listPasskeys({ database }: SignInContext, { account }: Me) {
  const rows = await database.query
    .selectFrom('passkey')
    .select(['id', 'name', 'created_at', 'last_used_at', 'backed_up'])
    .where('account', '=', account)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name, createdAt: row.created_at, lastUsedAt: row.last_used_at, backedUp: row.backed_up }))
}

/** Changing the ways in asks for a session that has just begun: a machine left open is not enough. */
export async function isFresh({ database, parameters, now }: SignInContext, { session }: Me): Promise<boolean> {
  const row = await database.query.selectFrom('session').select('created_at').where('id', '=', session).executeTakeFirst()
  return row !== undefined && epochMs(now()) - epochMs(row.created_at as Instant) <= parameters('session.fresh-minutes', now()) * 60_000
}

export async function addPasskeyOptions(context: SignInContext, me: Me): Promise<Outcome<PublicKeyCredentialCreationOptionsJSON>> {
  if (!(await isFresh(context, me))) return refuse('sign-in.gesture')
  return accept(await registrationOptions(context, 'add', me))
}

export async function addPasskey(
  context: SignInContext,
  me: Me,
  { attestation, name }: { attestation: RegistrationResponseJSON; name: string },
): Promise<Outcome<void>> {
  const { account, home } = me
  const passkey = await verifyRegistration(context, { purpose: 'add', account, attestation })
  if (!passkey.ok) return passkey
  const at = context.now()
  return rollBackOn(context.database, { account, at }, async (tx): Promise<Outcome<void>> => {
    if (!(await insertPasskey(tx, at, { account, name, passkey: passkey.value }))) return refuse('sign-in.failed')
    await recordStaffEvent(tx, at, { type: 'PasskeyEnrolled', account, place: home.id, body: { by: 'session' } })
    return accept(undefined)
  })
}

/** Revokes one's own passkey, and ends one's other sessions, since one of them may be the finder's. Never the last way in. */
export async function revokePasskey(context: SignInContext, me: Me, id: string): Promise<Outcome<void>> {
  if (!(await isFresh(context, me))) return refuse('sign-in.gesture')
  const { account, session, home } = me
  const at = context.now()
  return rollBackOn(context.database, { account, at }, async (tx): Promise<Outcome<void>> => {
    // Two revocations at once wait for each other here, so that they do not take one way in each.
    await lockAccount(tx, account)
    const { numUpdatedRows } = await tx
      .updateTable('passkey')
      .set({ revoked_at: at, revoked_by: account })
      .where('id', '=', id)
      .where('account', '=', account)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return refuse('staff.not-found')
    if (!(await hasWayIn(tx, account))) return refuse('staff.last-way-in')
    await tx.deleteFrom('session').where('account', '=', account).where('id', '<>', session).execute()
    await recordStaffEvent(tx, at, { type: 'PasskeyRevoked', account, place: home.id })
    return accept(undefined)
  })
}

async function hasWayIn(tx: Tx, account: string): Promise<boolean> {
  const passkey = await tx.selectFrom('passkey').select('id').where('account', '=', account).where('revoked_at', 'is', null).executeTakeFirst()
  if (passkey) return true
  return (await tx.selectFrom('sign_in_account').select('id').where('account', '=', account).executeTakeFirst()) !== undefined
}

export async function listSessions({ database, now }: SignInContext, { account, session }: Me) {
  const rows = await database.query
    .selectFrom('session')
    .select(['id', 'how', 'user_agent', 'created_at', 'last_seen_at'])
    .where('account', '=', account)
    .where('expires_at', '>', now())
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    how: row.how,
    browser: row.user_agent,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    current: row.id === session,
  }))
}

/** Ends one of the person's sessions, or every one; those that are over go with it. */
export async function endSessions(context: SignInContext, { account, home }: Me, which: { session: string } | 'all'): Promise<Outcome<void>> {
  const at = context.now()
  return inTransaction(context.database, { account, at }, async (tx): Promise<Outcome<void>> => {
    await lockAccount(tx, account)
    const own = tx.deleteFrom('session').where('account', '=', account)
    const { numDeletedRows } = await (which === 'all' ? own : own.where('id', '=', which.session)).executeTakeFirst()
    if (numDeletedRows === 0n) return refuse('staff.not-found')
    await recordStaffEvent(tx, at, { type: 'SessionEnded', account, place: home.id, body: { sessions: Number(numDeletedRows) } })
    return accept(undefined)
  })
}

/** The session that asks ends. */
export async function signOut(context: SignInContext, { account, session, home }: Me): Promise<void> {
  const at = context.now()
  await inTransaction(context.database, { account, at }, async (tx) => {
    await tx.deleteFrom('session').where('id', '=', session).execute()
    await tx.deleteFrom('session').where('account', '=', account).where('expires_at', '<=', at).execute()
    await recordStaffEvent(tx, at, { type: 'SignedOut', account, place: home.id })
  })
}
