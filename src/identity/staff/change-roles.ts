import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { epochMs } from '../../kernel/time.ts'
import { newCommandId } from '../../platform/ids.ts'
import { type AboutMember, type Changed, changeMember, type StaffServices } from './change-staff.ts'
import { type AskedRole, placeOf, roleLimits } from './invite-staff.ts'
import { assessEnd, assessGrant, counts } from './staff.rules.ts'
import { insertGrant, revokeGrants } from './staff.store.ts'

export type GrantRole = AboutMember & AskedRole & { readonly reason: string }
export type EndRole = AboutMember & { readonly grant: string; readonly reason: string }

/** Gives a role at a place from a day to a day. A longer time is a new role by someone who may give it: no role is ever lengthened. */
export async function grantRole(services: StaffServices, command: GrantRole): Promise<Outcome<Changed<null>>> {
  const { role, place, from, lastDay, reason } = command
  const asked = { role, place, from, lastDay, reason }
  return changeMember(services, command, { type: 'RoleGranted', asked }, async (tx, { actor, member, now }) => {
    const wanted = placeOf(services, asked, now)
    if (!wanted.ok) return wanted
    const allowed = assessGrant(actor, member, wanted.value, { now, limits: roleLimits(services, now) })
    if (!allowed.ok) return allowed
    const id = newCommandId(epochMs(now))
    await insertGrant(tx, { ...wanted.value, id, account: member.id, by: actor.account, at: now, reason })
    return accept({ body: { grant: id, ...asked }, added: null })
  })
}

/** Ends a role from this second on. A role that is over stays as it ended. */
export async function endRole(services: StaffServices, command: EndRole): Promise<Outcome<Changed<null>>> {
  const { grant: id, reason } = command
  return changeMember(services, command, { type: 'RoleEnded', asked: { id, reason } }, async (tx, { actor, member, now }) => {
    const grant = member.grants.find((each) => each.id === id)
    if (!grant) return refuse('staff.not-found')
    const allowed = assessEnd(actor, member, grant, now)
    if (!allowed.ok) return allowed
    if (!counts(grant, now)) return accept({ body: null, added: null })
    await revokeGrants(tx, [grant.id], { at: now, by: actor.account })
    return accept({ body: { grant: id, role: grant.role, place: grant.place.id, reason }, added: null })
  })
}
