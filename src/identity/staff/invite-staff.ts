import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { type CivilDate, epochMs, type Instant } from '../../kernel/time.ts'
import { rollBackOn, type Tx } from '../../platform/database.ts'
import { newCommandId } from '../../platform/ids.ts'
import type { Actor } from '../actor.rules.ts'
import { may, type Role } from '../authority.rules.ts'
import type { AccountId } from '../grant.rules.ts'
import type { Place } from '../place.rules.ts'
import { makeLink, type OneTimeLink } from '../sign-in/links.ts'
import {
  type AboutMember,
  answerAgain,
  type Changed,
  changeMember,
  markOf,
  recordStaffEvent,
  type StaffCommand,
  type StaffServices,
} from './change-staff.ts'
import { knownPlace } from './known-place.ts'
import { linkProvider } from './link-provider.ts'
import { assessCare, assessGrant, type RoleLimits, type WantedRole } from './staff.rules.ts'
import { findMember, insertGrant, insertMember, oneAtATime, withRolesNow } from './staff.store.ts'

export type AskedRole = { readonly role: Role; readonly place: string; readonly from: CivilDate; readonly lastDay: CivilDate | null }
export type InviteStaff = StaffCommand & {
  readonly name: string
  readonly home: string
  readonly nationalId: string | null
  readonly familyBook: string | null
  readonly first: AskedRole
  /** Who the person is at their ministry's own sign-in. */
  readonly provider: { readonly id: string; readonly sub: string } | null
}

/** A new account at a place with its first role, and the one-time link to enrol with. The same request again answers the same account without the link. */
export async function inviteStaff(services: StaffServices, command: InviteStaff): Promise<Outcome<Changed<OneTimeLink>>> {
  const now = services.now()
  const places = { home: knownPlace(services.registry.current, services.state, command.home, now), first: placeOf(services, command.first, now) }
  if (!places.home.ok) return places.home
  if (!places.first.ok) return places.first
  const wanted: Wanted = { command, home: places.home.value, first: places.first.value, mark: markOf(command, askedOf(command)), now }
  return rollBackOn(services.identity, { account: command.actor.account, at: now }, async (tx) => {
    await oneAtATime(tx, command.requestId)
    const actor = await withRolesNow(tx, command.actor, now)
    const allowed = may(actor.grants, 'staff.invite', wanted.home, now)
    if (!allowed.ok) return allowed
    const again = await answerAgain(tx, command.requestId, { type: 'StaffInvited', mark: wanted.mark })
    if (again) return again.ok ? answerOf(tx, again.value, null) : again
    return invite(tx, services, actor, wanted)
  })
}

type Wanted = { readonly command: InviteStaff; readonly home: Place; readonly first: WantedRole; readonly mark: string; readonly now: Instant }

async function invite(
  tx: Tx,
  services: StaffServices,
  actor: Actor,
  { command, home, first, mark, now }: Wanted,
): Promise<Outcome<Changed<OneTimeLink>>> {
  const { name, nationalId, familyBook } = command
  const id: string = newCommandId(epochMs(now))
  const account = id as AccountId
  const mayGive = assessGrant(actor, { id: account, nationalId, state: 'invited' }, first, {
    now,
    limits: roleLimits(services, now),
  })
  if (!mayGive.ok) return mayGive
  // The ministry vouches for whom it signs in: with a link to it, nothing else has to be enrolled.
  const state = command.provider ? 'active' : 'invited'
  await insertMember(tx, { id: account, name, home, nationalId, familyBook, state, madeUp: false, createdAt: now })
  if (command.provider) {
    const linked = await linkProvider(tx, services, { ...command.provider, account, by: actor.account, at: now })
    if (!linked.ok) return linked
  }
  const grant = newCommandId(epochMs(now))
  await insertGrant(tx, { ...first, id: grant, account, by: actor.account, at: now, reason: null })
  const link = await makeLink(tx, 'invitation', { account, by: actor.account, at: now, hours: services.parameters('invitation.hours-max', now) })
  const body = {
    said: mark,
    home: home.id,
    grant,
    role: first.role,
    place: first.place.id,
    from: first.from,
    lastDay: first.lastDay,
    provider: command.provider?.id ?? null,
  }
  await recordStaffEvent(tx, { ...command, type: 'StaffInvited', member: { id: account, home }, at: now, body })
  return answerOf(tx, account, link)
}

/** A new link for somebody who has not enrolled yet; the old one is void. */
export async function inviteAgain(services: StaffServices, command: AboutMember): Promise<Outcome<Changed<OneTimeLink>>> {
  return changeMember<OneTimeLink>(
    services,
    command,
    { type: 'StaffInvited', asked: { again: command.member } },
    async (tx, { actor, member, now }) => {
      const allowed = assessCare(actor, member, 'staff.invite', now)
      if (!allowed.ok) return allowed
      if (member.state !== 'invited') return refuse('invitation.invalid')
      const added = await makeLink(tx, 'invitation', {
        account: member.id,
        by: actor.account,
        at: now,
        hours: services.parameters('invitation.hours-max', now),
      })
      return accept({ body: { again: true }, added })
    },
  )
}

/** The role as asked, at a place that is on the map. */
export function placeOf(services: StaffServices, asked: AskedRole, now: Instant): Outcome<WantedRole> {
  const place = knownPlace(services.registry.current, services.state, asked.place, now)
  return place.ok ? accept({ role: asked.role, place: place.value, from: asked.from, lastDay: asked.lastDay }) : place
}

export const roleLimits = ({ parameters }: StaffServices, now: Instant): RoleLimits => ({
  startsWithinDays: parameters('role.starts-within-days-max', now),
  lastsDaysMax: parameters('role.days-max', now),
})

const askedOf = ({ name, home, nationalId, familyBook, first, provider }: InviteStaff): object => ({
  name,
  home,
  nationalId,
  familyBook,
  first,
  provider,
})

async function answerOf(tx: Tx, account: string, added: OneTimeLink | null): Promise<Outcome<Changed<OneTimeLink>>> {
  const member = await findMember(tx, account)
  return member ? accept({ member, added }) : refuse('staff.not-found')
}
