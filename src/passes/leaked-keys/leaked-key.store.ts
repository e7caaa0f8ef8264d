import type { Selectable } from 'kysely'
import type { AreaCode } from '../../kernel/code.ts'
import type { CivilDate, Instant } from '../../kernel/time.ts'
import type { Database, Tx } from '../../platform/database.ts'
import type { Tables } from '../../platform/tables.ts'

type Person = { readonly account: string; readonly name: string; readonly at: Instant }
export type LeakDeclared = {
  readonly kid: string
  readonly office: AreaCode
  readonly leakedOn: CivilDate
  readonly reason: string
  readonly proposed: Person
  readonly confirmed: Person | null
}

/** Locks the row while it can still be changed: one that is confirmed cannot, and the database shows it to be read alone. */
export async function findLeakForUpdate(tx: Tx, kid: string): Promise<LeakDeclared | undefined> {
  await tx.selectFrom('leaked_key').select('kid').where('kid', '=', kid).forUpdate().execute()
  return findLeak(tx, kid)
}

export async function findLeak(tx: Tx, kid: string): Promise<LeakDeclared | undefined> {
  const row = await tx.selectFrom('leaked_key').selectAll().where('kid', '=', kid).executeTakeFirst()
  return row && toLeak(row)
}

/** Everything that was ever said of a key, confirmed or not. */
export async function findLeaks(tx: Tx): Promise<LeakDeclared[]> {
  return (await tx.selectFrom('leaked_key').selectAll().orderBy('proposed_at').execute()).map(toLeak)
}

function toLeak(row: Selectable<Tables['leaked_key']>): LeakDeclared {
  const { confirmed_by: account, confirmed_name: name, confirmed_at: at } = row
  return {
    kid: row.kid,
    office: row.office as AreaCode,
    leakedOn: row.leaked_on as CivilDate,
    reason: row.reason,
    proposed: { account: row.proposed_by, name: row.proposed_name, at: row.proposed_at as Instant },
    confirmed: account === null || name === null || at === null ? null : { account, name, at: at as Instant },
  }
}

/** False: somebody proposed this key before. */
export async function insertLeak(tx: Tx, { kid, office, leakedOn, reason, proposed }: Omit<LeakDeclared, 'confirmed'>): Promise<boolean> {
  const { account, name, at } = proposed
  const row = { kid, office, leaked_on: leakedOn, reason, proposed_by: account, proposed_name: name, proposed_at: at }
  const inserted = await tx
    .insertInto('leaked_key')
    .values({ ...row, confirmed_by: null, confirmed_name: null, confirmed_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

export async function confirmLeak(tx: Tx, kid: string, { account, name, at }: Person): Promise<void> {
  await tx.updateTable('leaked_key').set({ confirmed_by: account, confirmed_name: name, confirmed_at: at }).where('kid', '=', kid).execute()
}

/** Keys that two people declared leaked. */
export async function leakedKids(query: Tx | Database['query']): Promise<{ kid: string; confirmedAt: Instant }[]> {
  const rows = await query.selectFrom('leaked_key').select(['kid', 'confirmed_at']).where('confirmed_at', 'is not', null).orderBy('kid').execute()
  return rows.map(({ kid, confirmed_at }) => ({ kid, confirmedAt: confirmed_at as Instant }))
}
