import { randomUUID } from 'node:crypto'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { rollBackOn } from '../../platform/database.ts'
import { type Actor, mayActor } from '../actor.rules.ts'
import type { SignInContext } from './context.ts'
import { endLinks, linkExpiry, newToken, type OneTimeLink } from './links.ts'
import { findStaff } from './staff.queries.ts'
import { recordStaffEvent } from './staff-events.ts'

/** Somebody lost every passkey: one administrator begins. There is no link yet: the second administrator's confirmation makes it, so neither has one alone. */
export async function beginRecovery(context: SignInContext, actor: Actor, account: string): Promise<Outcome<{ recovery: string }>> {
  const at = context.now()
  const staff = await findStaff(context.database.query, account)
  if (!staff || staff.state !== 'active' || !mayActor(actor, 'staff.recover', staff.home, at).ok) return refuse('staff.not-found')
  if (actor.account === account) return refuse('authority.two-people')
  return rollBackOn(context.database, { account: actor.account, at }, async (tx) => {
    const recovery = randomUUID()
    await endLinks(tx, account, at)
    const row = { id: recovery, token_hash: null, purpose: 'recovery', account, made_by: actor.account } as const
    await tx
      .insertInto('invitation')
      .values({ ...row, made_at: at, expires_at: linkExpiry(context, 'recovery') })
      .execute()
    await recordStaffEvent(tx, at, { type: 'RecoveryBegun', account, place: staff.home.id, by: actor.account })
    return accept({ recovery })
  })
}

/** Another administrator confirms; the link is for the person. Where the person's app shows codes, the link asks for one, with new attempts. */
export async function confirmRecovery(context: SignInContext, actor: Actor, recovery: string): Promise<Outcome<OneTimeLink>> {
  const at = context.now()
  return rollBackOn(context.database, { account: actor.account, at }, async (tx): Promise<Outcome<OneTimeLink>> => {
    const begun = await tx
      .selectFrom('invitation')
      .select(['account', 'made_by'])
      .where('id', '=', recovery)
      .where('purpose', '=', 'recovery')
      .where('confirmed_by', 'is', null)
      .where('used_at', 'is', null)
      .where('expires_at', '>', at)
      .forUpdate()
      .executeTakeFirst()
    const staff = begun && (await findStaff(tx, begun.account))
    if (!staff || !mayActor(actor, 'staff.recover', staff.home, at).ok) return refuse('staff.not-found')
    if ([begun.made_by, begun.account].includes(actor.account)) return refuse('authority.two-people')
    const { url, hash } = newToken(context)
    const expiresAt = linkExpiry(context, 'recovery')
    await tx
      .updateTable('invitation')
      .set({ token_hash: hash, confirmed_by: actor.account, expires_at: expiresAt })
      .where('id', '=', recovery)
      .execute()
    await tx.updateTable('two_factor').set({ failed_attempts: 0 }).where('account', '=', staff.account).execute()
    await recordStaffEvent(tx, at, { type: 'RecoveryConfirmed', account: staff.account, place: staff.home.id, by: actor.account })
    return accept({ url, expiresAt })
  })
}
