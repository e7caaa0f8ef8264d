import { sql } from 'kysely'
import { borderZone, civilDateAt, epochMs } from '../../kernel/time.ts'
import { inTransaction, type Tx } from '../../platform/database.ts'
import { newCommandId, newHolderBoundId } from '../../platform/ids.ts'
import { statePlace } from '../place.rules.ts'
import type { SignInContext } from './context.ts'
import { makeLink, type OneTimeLink } from './links.ts'
import { recordStaffEvent } from './staff-events.ts'

/** Whoever can start the program on its machine. */
const installer = 'installation'

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
    const [first, second] = await tx.selectFrom('staff_account').select(['id', 'state']).limit(2).execute()
    if (second || (first && first.state !== 'invited')) return undefined
    const account = first?.id ?? (await insertFirst(tx, context, name))
    const hours = context.parameters('invitation.hours-max-of-first-administrator', at)
    const made = await makeLink(tx, 'first-administrator', { account, by: installer, at, hours })
    // It is read off a terminal: the whole address.
    return { ...made, link: context.origin + made.link }
  })
}

async function insertFirst(tx: Tx, { state, now }: SignInContext, name: string): Promise<string> {
  const at = now()
  const home = statePlace(state)
  const account = newHolderBoundId(epochMs(at))
  await tx
    .insertInto('staff_account')
    .values({ id: account, name, email: `${account}@staff.invalid`, created_at: at, updated_at: at, home_place: home.id, state: 'invited' })
    .execute()
  const grant = { id: newCommandId(epochMs(at)), account, role: 'system-administrator', place: home.id, area: null }
  await tx
    .insertInto('role_grant')
    .values({ ...grant, valid_from: civilDateAt(at, borderZone), last_day: null, granted_by: installer, granted_at: at })
    .execute()
  await recordStaffEvent(tx, at, { type: 'StaffInvited', account, place: home.id, by: installer })
  return account
}
