import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Instant } from '../../kernel/time.ts'
import { projectRoot } from '../../platform/config.ts'
import { type Database, inTransaction } from '../../platform/database.ts'
import type { Role } from '../authority-lists.rules.ts'
import type { AccountId } from '../grant.rules.ts'
import type { MadeUpKeys } from './made-up-keys.ts'
import { madeUpPosts, type Post, type Posts, signsPasses } from './made-up-staff.rules.ts'
import { countsNow } from './staff.rules.ts'
import { listMadeUp } from './staff.store.ts'

/** Before any clock a demonstration is set to: made-up history is older than today. */
const since = '2000-01-01'
const madeAt = '2000-01-01T00:00:00.000Z'
const grantedBy = 'demonstration'

type Names = {
  readonly family: readonly [string, string][]
  readonly given: { readonly male: readonly [string, string][]; readonly female: readonly [string, string][] }
}

/**
 * Makes the made-up staff of a demonstration that are not there yet: a few hundred people in one transaction, the same ids and names every time.
 * What a visitor changed stays changed. Only for a database that the demonstration made.
 */
export async function ensureMadeUpStaff(
  identity: Database,
  posts: Posts,
  options: { readonly now: Instant; readonly keys: MadeUpKeys },
): Promise<number> {
  const names = (JSON.parse(readFileSync(join(projectRoot, 'data', 'made-up', 'names.json'), 'utf8')) as Record<string, Names | undefined>)[
    posts.state
  ]
  if (!names) throw new Error(`data/made-up/names.json has no ${posts.state}`)
  const people = madeUpPosts(posts).map((post) => ({ ...post, account: madeUpAccount(post), name: nameOf(post, names) }))
  return inTransaction(identity, { account: grantedBy, at: options.now }, async (tx) => {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('staff_account')
      .values(
        people.map(({ account, name, place }) => ({
          id: account,
          name,
          email: `${account}@staff.invalid`,
          created_at: madeAt,
          updated_at: madeAt,
          home_place: place.id,
          home_area: place.area,
          state: 'active' as const,
          made_up: true,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    await tx
      .insertInto('role_grant')
      .values(
        people.map(({ account, role, place, n }) => ({
          id: idOf(`grant ${place.id} ${role} ${n}`),
          account,
          role,
          place: place.id,
          area: place.area,
          valid_from: since,
          granted_by: grantedBy,
          granted_at: madeAt,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const keys = people.filter(({ role }) => signsPasses(role)).map(({ account }) => ({ account, key: options.keys.of(account) }))
    if (keys.length > 0)
      await tx
        .insertInto('passkey')
        .values(
          keys.map(({ account, key }) => ({
            id: key.credentialId,
            account,
            public_key: key.publicKey,
            sign_count: 0,
            transports: sql<string[]>`array['internal']`,
            backed_up: false,
            name: 'demonstration',
            created_at: madeAt,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    return Number(numInsertedOrUpdatedRows ?? 0)
  })
}

/** The account of the made-up person at a post. */
export const madeUpAccount = ({ place, role, n }: { place: { readonly id: string }; role: Role; n?: number }): AccountId =>
  idOf(`account ${place.id} ${role} ${n ?? 1}`) as string as AccountId

export type MadeUpMember = {
  readonly account: string
  readonly name: string
  readonly home: string
  readonly roles: { readonly role: Role; readonly place: string }[]
}

/** Made-up people one can become, with the roles that count now; at one place, or all. */
export async function madeUpStaff(identity: Database, now: Instant, place?: string): Promise<MadeUpMember[]> {
  const members = await inTransaction(identity, { account: grantedBy, at: now }, (tx) => listMadeUp(tx, place))
  return members.map(({ id, name, home, grants }) => ({
    account: id,
    name,
    home: home.id,
    roles: grants.filter((grant) => countsNow(grant, now)).map((grant) => ({ role: grant.role, place: grant.place.id })),
  }))
}

/** Of the form of a UUIDv7 of the first millisecond of 1970, which no client's clock gives: the same words, the same id. */
function idOf(words: string): string {
  const digits = hash('sha256', `made-up staff ${words}`, 'hex')
  return `00000000-0000-7${digits.slice(0, 3)}-8${digits.slice(3, 6)}-${digits.slice(6, 18)}`
}

function nameOf({ place, role, n }: Post, { family, given }: Names): string {
  const bytes = hash('sha256', `made-up name ${place.id} ${role} ${n}`, 'buffer')
  const pick = (list: readonly [string, string][], at: number): string => list[bytes.readUInt32BE(at) % list.length]?.[1] ?? ''
  return `${pick(family, 0)} ${pick(bytes.readUInt8(8) % 2 === 0 ? given.male : given.female, 4)}`
}
