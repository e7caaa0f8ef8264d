import { sql } from 'kysely'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { CivilDate, Instant } from '../../kernel/time.ts'
import { inTransaction, type Scope, type Tx } from '../../platform/database.ts'
import type { Actor } from '../actor.rules.ts'
import { may } from '../authority.rules.ts'
import { actions, type Role } from '../authority-lists.rules.ts'
import { authority } from '../authority-table.rules.ts'
import type { AccountId, Grant } from '../grant.rules.ts'
import { grantable } from '../held-roles.rules.ts'
import type { AccountAnswer, MemberAnswer, StaffEventAnswer } from '../identity.api.ts'
import type { Place } from '../place.rules.ts'
import type { StaffServices } from './change-staff.ts'
import { knownPlace } from './known-place.ts'
import { openRecoveries } from './recovery.queries.ts'
import { countsNow, type Member, seenBy } from './staff.rules.ts'
import { findMember, listMembers } from './staff.store.ts'

/** Longer lists are not read by people; a place has some dozen staff. */
export const staffListMax = 500
const readsMax = 500

const scopeOf = (actor: Actor, at: Instant): Scope => ({ account: actor.account, at })

/** Who works at a place of the actor's reach, or at the actor's own places; of each, what the actor sees. */
export async function listStaff(services: StaffServices, actor: Actor, place: string | undefined): Promise<Outcome<MemberAnswer[]>> {
  const now = services.now()
  const places = placesToList(services, actor, place, now)
  if (!places.ok) return places
  return inTransaction(services.identity, scopeOf(actor, now), async (tx) => {
    const found = await listMembers(tx, places.value, staffListMax)
    return accept(await answersOf(tx, actor, found, now))
  })
}

function placesToList(services: StaffServices, actor: Actor, asked: string | undefined, now: Instant): Outcome<Place[]> {
  if (asked === undefined) return accept(actor.grants.filter(({ role }) => authority[role]['staff.read'] !== undefined).map((grant) => grant.place))
  const place = knownPlace(services.registry.current, services.state, asked, now)
  if (!place.ok) return place
  const allowed = may(actor.grants, 'staff.read', place.value, now)
  return allowed.ok ? accept([place.value]) : allowed
}

/** One person. Somebody the actor sees nothing of answers like an id that was never given. */
export async function readMember(services: StaffServices, actor: Actor, id: string): Promise<Outcome<MemberAnswer>> {
  const now = services.now()
  return inTransaction(services.identity, scopeOf(actor, now), async (tx) => {
    const member = await findMember(tx, id)
    const [answer] = member ? await answersOf(tx, actor, [member], now) : []
    return answer ? accept(answer) : refuse('staff.not-found')
  })
}

/** A changed person as an answer. */
export async function answerOfMember(services: StaffServices, actor: Actor, member: Member): Promise<MemberAnswer> {
  const now = services.now()
  return inTransaction(services.identity, scopeOf(actor, now), async (tx) => {
    const [recovery] = await openRecoveries(tx, [member.id], now)
    return toAnswer(member, recovery, now)
  })
}

async function answersOf(tx: Tx, actor: Actor, members: readonly Member[], now: Instant): Promise<MemberAnswer[]> {
  const seen = members.flatMap((member) => seenBy(actor, member, now) ?? [])
  const recoveries = await openRecoveries(
    tx,
    seen.map(({ id }) => id),
    now,
  )
  return seen.map((member) =>
    toAnswer(
      member,
      recoveries.find(({ account }) => account === member.id),
      now,
    ),
  )
}

function toAnswer(member: Member, recovery: { madeBy: string; madeAt: Instant; confirmed: boolean } | undefined, now: Instant): MemberAnswer {
  const { id, name, home, state, madeUp, createdAt, grants } = member
  return {
    id,
    name,
    home: home.id,
    state,
    madeUp,
    createdAt,
    recovery: recovery ? { madeBy: recovery.madeBy, madeAt: recovery.madeAt, confirmed: recovery.confirmed } : null,
    grants: grants.map((grant) => grantAnswer(grant, now)),
  }
}

const grantAnswer = (grant: Grant, now: Instant): MemberAnswer['grants'][number] => ({
  id: grant.id,
  role: grant.role,
  place: grant.place.id,
  from: grant.from,
  lastDay: grant.lastDay,
  revokedAt: grant.revokedAt,
  inForce: countsNow(grant, now),
})

/** Who is signed in, with every role of theirs, and what they may do at this moment. Nothing is read: the session brought it. */
export function accountAnswer(
  person: { readonly account: AccountId; readonly name: string; readonly home: Place; readonly grants: readonly Grant[] },
  now: Instant,
): AccountAnswer {
  const current = person.grants.filter((grant) => countsNow(grant, now))
  const may = actions.flatMap((action) => {
    const places = current.flatMap(({ role, place }) => {
      const relations = authority[role][action]
      return relations ? [{ place: place.id, relations: [...relations] }] : []
    })
    return places.length === 0 ? [] : [{ action, places }]
  })
  const gives = new Set<Role>(current.flatMap(({ role }) => grantable[role] ?? []))
  return {
    id: person.account,
    name: person.name,
    home: person.home.id,
    grants: person.grants.map((grant) => grantAnswer(grant, now)),
    may,
    gives: [...gives],
  }
}

export type Page = { readonly before: Instant | undefined; readonly limit: number }

/** What is on record about a person, newest first: sign-ins, failures, recoveries, roles. */
export async function eventsOf(
  services: StaffServices,
  actor: Actor,
  person: { readonly id: string; readonly home: Place },
  page: Page,
): Promise<StaffEventAnswer[]> {
  const rows = await inTransaction(services.identity, scopeOf(actor, services.now()), (tx) => {
    const about = tx
      .selectFrom('event')
      .select(['id', 'type', 'recorded_at', 'subject', 'actor', 'place', 'body'])
      .where('about_staff', '=', true)
      .where('place', '=', person.home.id)
      .where('subject', '=', person.id)
    return (page.before === undefined ? about : about.where('recorded_at', '<', page.before))
      .orderBy('recorded_at', 'desc')
      .limit(page.limit)
      .execute()
  })
  return rows.map(({ recorded_at, body, ...row }) => {
    // The mark that tells repeated requests apart is for the program alone.
    const { said: _, ...told } = body as Record<string, unknown>
    return { ...row, at: recorded_at, body: told }
  })
}

/** May the actor see what is on record about this person? Their home, when so. */
export async function watchedMember(services: StaffServices, actor: Actor, id: string): Promise<Outcome<Member>> {
  const now = services.now()
  const member = await inTransaction(services.identity, scopeOf(actor, now), (tx) => findMember(tx, id))
  if (!member || !seenBy(actor, member, now)) return refuse('staff.not-found')
  const allowed = may(actor.grants, 'staff.events', member.home, now)
  return allowed.ok ? accept(member) : allowed
}

export type Reads = {
  readonly days: { day: string; records: number; n: number }[]
  readonly reads: { day: string; subject: string; place: string; n: number; firstAt: string; lastAt: string }[]
}

/** Whose records this person looked at: how many by day, and which. Through the program's own login: row-level security shows the places that answer to the actor, and no others. */
export async function readsOf(services: StaffServices, actor: Actor, account: string, day: CivilDate | undefined): Promise<Reads> {
  return inTransaction(services.database, scopeOf(actor, services.now()), async (tx) => {
    const days = await tx
      .selectFrom('person_read')
      .select(['day', sql<number>`count(distinct subject)`.as('records'), sql<number>`sum(n)`.as('n')])
      .where('account', '=', account)
      .groupBy('day')
      .orderBy('day', 'desc')
      .limit(readsMax)
      .execute()
    const latest = day ?? days[0]?.day
    const reads =
      latest === undefined
        ? []
        : await tx
            .selectFrom('person_read')
            .select(['day', 'subject', 'place', 'n', 'first_at as firstAt', 'last_at as lastAt'])
            .where('account', '=', account)
            .where('day', '=', latest)
            .orderBy('last_at', 'desc')
            .limit(readsMax)
            .execute()
    return { days, reads }
  })
}
