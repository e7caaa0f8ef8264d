import { sql } from 'kysely'
import type { AreaCode } from '../../kernel/code.ts'
import type { CivilDate, Instant } from '../../kernel/time.ts'
import type { Database, Tx } from '../../platform/database.ts'
import type { Actor } from '../actor.rules.ts'
import type { Role } from '../authority.rules.ts'
import type { AccountId, Grant } from '../grant.rules.ts'
import { type Place, parsePlace } from '../place.rules.ts'
import { voidLinks } from '../sign-in/links.ts'
import { type AccountState, countsNow, type Member, type WantedRole } from './staff.rules.ts'

type Query = Tx | Database['query']

/** One command that arrives twice at the same moment: the second waits, and then finds what the first did. */
export const oneAtATime = (tx: Tx, requestId: string): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${requestId}, 3))`.execute(tx)

export async function findMember(query: Query, id: string): Promise<Member | undefined> {
  const [member] = await membersOf(query, [id])
  return member
}

/** Locks the account: two administrators acting on one person wait for each other. */
export async function findMemberForUpdate(tx: Tx, id: string): Promise<Member | undefined> {
  const locked = await tx.selectFrom('staff_account').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && findMember(tx, id)
}

/** Who works at these places, or holds a role there; a district's crossing points and units are of it. By name, at most `limit`. */
export async function listMembers(query: Query, places: readonly Place[], limit: number): Promise<Member[]> {
  const ids = places.map(({ id }) => id)
  const within = places.flatMap(({ kind, id }) => (kind === 'district' ? [`${id}%`] : []))
  const rows = await query
    .selectFrom('staff_account as a')
    .select('a.id')
    .where((where) =>
      where.or([
        where('a.home_place', 'in', ids),
        sql<boolean>`a.home_place like '%/%' and a.home_area like any (${within}::text[])`,
        where.exists(where.selectFrom('role_grant as g').select('g.id').whereRef('g.account', '=', 'a.id').where('g.place', 'in', ids)),
      ]),
    )
    .orderBy('a.name')
    .orderBy('a.id')
    .limit(limit)
    .execute()
  const members = await membersOf(
    query,
    rows.map(({ id }) => id),
  )
  return members.toSorted((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1))
}

/** Made-up people with an account that is open, by name. */
export async function listMadeUp(query: Query, place: string | undefined): Promise<Member[]> {
  const madeUp = query.selectFrom('staff_account').select('id').where('made_up', '=', true).where('state', '=', 'active')
  const rows = await (place === undefined ? madeUp : madeUp.where('home_place', '=', place)).execute()
  const members = await membersOf(
    query,
    rows.map(({ id }) => id),
  )
  return members.toSorted((a, b) => (a.home.id === b.home.id ? (a.name < b.name ? -1 : 1) : a.home.id < b.home.id ? -1 : 1))
}

async function membersOf(query: Query, ids: readonly string[]): Promise<Member[]> {
  if (ids.length === 0) return []
  const [accounts, grants] = [
    await query.selectFrom('staff_account').selectAll().where('id', 'in', ids).execute(),
    await query.selectFrom('role_grant').selectAll().where('account', 'in', ids).orderBy('valid_from').orderBy('id').execute(),
  ]
  const ofAccount = Map.groupBy(grants, ({ account }) => account)
  return accounts.map((row) => ({
    id: row.id as AccountId,
    name: row.name,
    home: toPlace(row.home_place, row.home_area),
    nationalId: row.national_id,
    state: row.state as AccountState,
    madeUp: row.made_up,
    createdAt: row.created_at as Instant,
    grants: (ofAccount.get(row.id) ?? []).map(toGrant),
  }))
}

/** The actor with the roles that stand in the database now, held until the transaction's end: who is being deprived of a role cannot use it meanwhile. */
export async function withRolesNow(tx: Tx, actor: Actor, now: Instant): Promise<Actor> {
  const rows = await tx.selectFrom('role_grant').selectAll().where('account', '=', actor.account).forShare().execute()
  return { ...actor, grants: rows.map(toGrant).filter((grant) => countsNow(grant, now)) }
}

export async function insertMember(tx: Tx, member: Omit<Member, 'grants'> & { readonly familyBook: string | null }): Promise<void> {
  await tx
    .insertInto('staff_account')
    .values({
      id: member.id,
      name: member.name,
      email: `${member.id}@staff.invalid`,
      created_at: member.createdAt,
      updated_at: member.createdAt,
      home_place: member.home.id,
      home_area: member.home.area,
      national_id: member.nationalId,
      family_book: member.familyBook,
      state: member.state,
      made_up: member.madeUp,
    })
    .execute()
}

export async function insertGrant(
  tx: Tx,
  grant: WantedRole & { readonly id: string; readonly account: string; readonly by: string; readonly at: Instant; readonly reason: string | null },
): Promise<void> {
  await tx
    .insertInto('role_grant')
    .values({
      id: grant.id,
      account: grant.account,
      role: grant.role,
      place: grant.place.id,
      area: grant.place.area,
      valid_from: grant.from,
      last_day: grant.lastDay,
      granted_by: grant.by,
      granted_at: grant.at,
      reason: grant.reason,
    })
    .execute()
}

/** Ends these roles at once. One that ended already stays as it was. */
export async function revokeGrants(tx: Tx, grants: readonly string[], end: { readonly at: Instant; readonly by: string }): Promise<void> {
  if (grants.length === 0) return
  await tx
    .updateTable('role_grant')
    .set({ revoked_at: end.at, revoked_by: end.by })
    .where('id', 'in', grants)
    .where('revoked_at', 'is', null)
    .execute()
}

export async function endSessions(tx: Tx, account: string): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('session').where('account', '=', account).executeTakeFirst()
  return Number(numDeletedRows)
}

/** Its links are void, its passkeys open nothing, its roles are over: the row stays, since the record names it. */
export async function closeMember(tx: Tx, account: string, end: { readonly at: Instant; readonly by: string }): Promise<void> {
  await tx.updateTable('staff_account').set({ state: 'closed', updated_at: end.at }).where('id', '=', account).execute()
  await tx
    .updateTable('passkey')
    .set({ revoked_at: end.at, revoked_by: end.by })
    .where('account', '=', account)
    .where('revoked_at', 'is', null)
    .execute()
  await voidLinks(tx, account, end.at)
}

type GrantRow = {
  readonly id: string
  readonly account: string
  readonly role: string
  readonly place: string
  readonly area: string | null
  readonly valid_from: string
  readonly last_day: string | null
  readonly revoked_at: string | null
}

export const toGrant = (row: GrantRow): Grant => ({
  id: row.id,
  account: row.account as AccountId,
  role: row.role as Role,
  place: toPlace(row.place, row.area),
  from: row.valid_from as CivilDate,
  lastDay: row.last_day as CivilDate | null,
  revokedAt: row.revoked_at as Instant | null,
})

/** The two columns of a place were written from one. @throws for a place that no longer reads as one. */
export function toPlace(id: string, area: string | null): Place {
  const place = parsePlace(id, () => area as AreaCode)
  if (!place) throw new Error(`not a place: ${id}`)
  return place
}
