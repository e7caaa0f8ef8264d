import type { Kysely } from 'kysely'
import type { AreaCode } from '../../kernel/code.ts'
import type { Tables } from '../../platform/tables.ts'
import type { AccountId } from '../grant.rules.ts'
import { type Place, parsePlace } from '../place.rules.ts'

export type Staff = { readonly account: AccountId; readonly name: string; readonly home: Place; readonly state: 'invited' | 'active' | 'closed' }

/** @throws for a home that no code of ours wrote. */
export async function findStaff(query: Kysely<Tables>, account: string): Promise<Staff | undefined> {
  const row = await query
    .selectFrom('staff_account')
    .select(['name', 'home_place', 'home_area', 'state'])
    .where('id', '=', account)
    .executeTakeFirst()
  if (!row) return undefined
  const home = parsePlace(row.home_place, () => (row.home_area ?? undefined) as AreaCode | undefined)
  if (!home) throw new Error('a home in the database has no form of ours')
  return { account: account as AccountId, name: row.name, home, state: row.state }
}
