import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { borderZone, civilDateAt, epochMs } from '../../kernel/time.ts'
import { inTransaction, rollBackOn, type Tx } from '../../platform/database.ts'
import { newCommandId, newHolderBoundId } from '../../platform/ids.ts'
import { type Actor, mayActor } from '../actor.rules.ts'
import type { AccountId } from '../grant.rules.ts'
import { type Place, statePlace } from '../place.rules.ts'
import type { SignInContext } from './context.ts'
import { makeLink, type OneTimeLink } from './links.ts'
import { subjectOf } from './oidc-provider-config.ts'
import { findStaff } from './staff.queries.ts'
import { recordStaffEvent } from './staff-events.ts'

export type NewStaff = {
  readonly name: string
  readonly home: Place
  readonly nationalId: string | null
  readonly familyBook: string | null
  /** The person's subject at the ministry's provider, where they sign in there. */
  readonly provider?: { readonly issuer: string; readonly id: string; readonly sub: string }
}
export type Invited = { readonly account: AccountId; readonly link: OneTimeLink }

/** An account for a new member of staff, and the link by which the person enrols a passkey. Roles are given apart. A provider's subject that is somebody's already: `request.id-reused`. */
export async function inviteStaff(context: SignInContext, actor: Actor, staff: NewStaff): Promise<Outcome<Invited>> {
  const at = context.now()
  const allowed = mayActor(actor, 'staff.invite', staff.home, at)
  if (!allowed.ok) return allowed
  return rollBackOn(context.database, { account: actor.account, at }, async (tx) => {
    const account = await insertAccount(tx, context, staff)
    await recordStaffEvent(tx, at, { type: 'StaffInvited', account, place: staff.home.id, by: actor.account })
    const link = { account, by: actor.account, place: staff.home.id }
    if (staff.provider && !(await linkProvider(tx, context, { ...link, ...staff.provider }))) return refuse('request.id-reused')
    return accept({ account, link: await makeLink(tx, context, { purpose: 'invitation', account, by: actor.account }) })
  })
}

/** A new link for somebody who was invited and has not enrolled: the earlier one ends. */
export async function inviteAgain(context: SignInContext, actor: Actor, account: AccountId): Promise<Outcome<OneTimeLink>> {
  const at = context.now()
  const found = await findStaff(context.database.query, account)
  if (!found || found.state !== 'invited' || !mayActor(actor, 'staff.invite', found.home, at).ok) return refuse('staff.not-found')
  return inTransaction(context.database, { account: actor.account, at }, async (tx) => {
    await recordStaffEvent(tx, at, { type: 'StaffInvited', account, place: found.home.id, by: actor.account })
    return accept(await makeLink(tx, context, { purpose: 'invitation', account, by: actor.account }))
  })
}

/**
 * The link of a new instance's first administrator: an account that is system administrator for ever, until revoked. Undefined where
 * anybody has enrolled, or in a demonstration. Asked again before the link was used, it makes a new one, and the old one ends.
 */
export async function firstAdministratorLink(context: SignInContext, { name }: { name: string }): Promise<OneTimeLink | undefined> {
  if (context.mode !== 'service') return undefined
  const at = context.now()
  return inTransaction(context.database, { job: 'reference', at }, async (tx) => {
    // Two programs that start at once make one administrator.
    await sql`lock table staff_account in share row exclusive mode`.execute(tx)
    const accounts = await tx.selectFrom('staff_account').select(['id', 'state']).limit(2).execute()
    const [first, second] = accounts
    if (second || (first && first.state !== 'invited')) return undefined
    const account = first ? (first.id as AccountId) : await insertFirst(tx, context, name)
    return makeLink(tx, context, { purpose: 'first-administrator', account, by: installer })
  })
}

/** Whoever can start the program on its machine. */
const installer = 'installation'

async function insertFirst(tx: Tx, context: SignInContext, name: string): Promise<AccountId> {
  const at = context.now()
  const home = statePlace(context.state)
  const account = await insertAccount(tx, context, { name, home, nationalId: null, familyBook: null })
  const grant = { id: newCommandId(epochMs(at)), account, role: 'system-administrator', place: home.id, area: null }
  await tx
    .insertInto('role_grant')
    .values({ ...grant, valid_from: civilDateAt(at, borderZone), last_day: null, granted_by: installer, granted_at: at })
    .execute()
  await recordStaffEvent(tx, at, { type: 'StaffInvited', account, place: home.id, by: installer })
  return account
}

async function insertAccount(tx: Tx, { now }: SignInContext, { name, home, nationalId, familyBook }: NewStaff): Promise<AccountId> {
  const at = now()
  const id = newHolderBoundId(epochMs(at))
  await tx
    .insertInto('staff_account')
    .values({
      id,
      name,
      email: `${id}@staff.invalid`,
      created_at: at,
      updated_at: at,
      home_place: home.id,
      home_area: home.area,
      national_id: nationalId,
      family_book: familyBook,
      state: 'invited',
    })
    .execute()
  return id as string as AccountId
}

type ProviderLink = { account: string; by: string; place: string; id: string; issuer: string; sub: string }
/** From here on this subject of this issuer is this account, and the account is active: the ministry vouches for the person. False: the subject is another account's. */
async function linkProvider(tx: Tx, { now }: SignInContext, { account, by, place, id, issuer, sub }: ProviderLink): Promise<boolean> {
  const at = now()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('sign_in_account')
    .values({ id: randomUUID(), provider: id, subject: subjectOf({ issuer, sub }), account, linked_by: by, created_at: at, updated_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await tx.updateTable('staff_account').set({ state: 'active', updated_at: at }).where('id', '=', account).execute()
  await recordStaffEvent(tx, at, { type: 'ProviderLinked', account, place, by, body: { provider: id } })
  return true
}
