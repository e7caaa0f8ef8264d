import { plainNumber } from '../../kernel/digits.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { ProblemCode } from '../../kernel/problem.ts'
import { addDays, borderZone, type CivilDate, civilDateAt, type Instant } from '../../kernel/time.ts'
import type { Actor } from '../actor.rules.ts'
import { may } from '../authority.rules.ts'
import type { Action, Role } from '../authority-lists.rules.ts'
import { type AccountId, type Grant, timeOf } from '../grant.rules.ts'
import { grantable, rolePlaces } from '../held-roles.rules.ts'
import type { Place, PlaceKind } from '../place.rules.ts'

export const accountStates = ['invited', 'active', 'closed'] as const
export type AccountState = (typeof accountStates)[number]

/** Somebody with an account. `home` is where they work: whoever watches over that place answers for them. */
export type Member = {
  readonly id: AccountId
  readonly name: string
  readonly home: Place
  readonly nationalId: string | null
  readonly state: AccountState
  readonly madeUp: boolean
  readonly createdAt: Instant
  /** Every role ever given, ended ones too. */
  readonly grants: readonly Grant[]
}

export type WantedRole = { readonly role: Role; readonly place: Place; readonly from: CivilDate; readonly lastDay: CivilDate | null }

/** How far ahead a role may begin, and how long it may last, in days. A dated operating parameter. */
export type RoleLimits = { readonly startsWithinDays: number; readonly lastsDaysMax: number }

/**
 * May the actor give this role to this person? Nobody to himself, at a place of the role's kind, within the actor's own reach, of the roles the actor's
 * own role gives, and never for days gone by: a role is evidence of who was allowed what.
 */
export function assessGrant(
  actor: Actor,
  person: Pick<Member, 'id' | 'nationalId' | 'state'> | null,
  wanted: WantedRole,
  rule: { now: Instant; limits: RoleLimits },
): Outcome<undefined> {
  if (person && isOneself(actor, person)) return refuse('authority.own-case')
  if (person?.state === 'closed') return refuse('staff.not-found')
  if (!isPlaceOf(wanted.role, wanted.place)) return refuse('staff.role-place', { about: { role: wanted.role, place: wanted.place.id } })
  const giving = mayGive(actor, 'staff.grant', wanted, rule.now)
  return giving.ok ? assessDates(wanted, rule) : giving
}

/** May the actor end this role, from this second on? */
export function assessEnd(actor: Actor, person: Pick<Member, 'id' | 'nationalId'>, grant: Grant, now: Instant): Outcome<undefined> {
  if (isOneself(actor, person)) return refuse('authority.own-case')
  return mayGive(actor, 'staff.grant', grant, now)
}

/**
 * May the actor take this person's account in hand: begin or confirm a recovery, end its sessions, close it? Only where the actor could give every role
 * that the person holds or will hold: else two office administrators could take over their governor's account.
 */
export function assessCare(actor: Actor, person: Member, action: Action, now: Instant): Outcome<undefined> {
  if (isOneself(actor, person)) return refuse('authority.own-case')
  const home = may(actor.grants, action, person.home, now)
  if (!home.ok) return home
  for (const grant of person.grants.filter((each) => counts(each, now))) {
    const giving = mayGive(actor, action, grant, now)
    if (!giving.ok) return giving
  }
  return accept(undefined)
}

/** What the actor sees of a person: everything where they watch over the person's own place, else the roles at places of theirs; undefined: nothing at all. */
export function seenBy(actor: Actor, person: Member, now: Instant): Member | undefined {
  if (may(actor.grants, 'staff.read', person.home, now).ok) return person
  const grants = person.grants.filter((grant) => counts(grant, now) && may(actor.grants, 'staff.read', grant.place, now).ok)
  return grants.length === 0 ? undefined : { ...person, grants }
}

/** Does the role count now, or will it? */
export const counts = (grant: Grant, now: Instant): boolean => !['after', 'revoked'].includes(timeOf(grant, now))
export const countsNow = (grant: Grant, now: Instant): boolean => ['start', 'inside', 'end'].includes(timeOf(grant, now))

export function isPlaceOf(role: Role, place: Place): boolean {
  const kinds: readonly PlaceKind[] = rolePlaces[role]
  // A commune stands for its district's office in many places, but nobody holds a role there: row-level security would find no office of that name.
  return kinds.includes(place.kind) && (place.kind !== 'district' || place.id.length === districtIdLength)
}

const districtIdLength = 'KH:0110'.length

/** A person may have a second account by another name; their identity number tells. */
const isOneself = (actor: Actor, person: Pick<Member, 'id' | 'nationalId'>): boolean =>
  actor.account === person.id ||
  (actor.nationalId !== null && person.nationalId !== null && plainNumber(actor.nationalId) === plainNumber(person.nationalId))

/** One and the same role of the actor must reach the place and give the role. */
function mayGive(actor: Actor, action: Action, wanted: { readonly role: Role; readonly place: Place }, now: Instant): Outcome<undefined> {
  const reaching = actor.grants.filter((grant) => may([grant], action, wanted.place, now).ok)
  if (reaching.length === 0) {
    const refused = may(actor.grants, action, wanted.place, now)
    return refused.ok ? refuse('authority.place') : refused
  }
  return reaching.some((grant) => grantable[grant.role]?.includes(wanted.role))
    ? accept(undefined)
    : refuse('staff.role-not-yours', { about: { role: wanted.role } })
}

function assessDates(
  { from, lastDay }: Pick<WantedRole, 'from' | 'lastDay'>,
  { now, limits }: { now: Instant; limits: RoleLimits },
): Outcome<undefined> {
  const today = civilDateAt(now, borderZone)
  const faults: readonly boolean[] = [
    from < today,
    from > addDays(today, limits.startsWithinDays),
    lastDay !== null && (lastDay < from || lastDay > addDays(from, limits.lastsDaysMax)),
  ]
  const code: ProblemCode = 'staff.dates'
  return faults.includes(true) ? refuse(code, { about: { from, lastDay: lastDay ?? '', today } }) : accept(undefined)
}
