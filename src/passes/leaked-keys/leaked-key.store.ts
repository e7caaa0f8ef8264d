import type { Selectable } from 'kysely'
import type { AreaCode, CommandId } from '../../kernel/code.ts'
import type { CivilDate, Instant } from '../../kernel/time.ts'
import type { Database, Tx } from '../../platform/database.ts'
import type { Tables } from '../../platform/tables.ts'

type Person = { readonly account: string; readonly name: string; readonly at: Instant }
export type LeakDeclared = {
  /** The proposal's command. */
  readonly id: CommandId
  readonly kid: string
  readonly office: AreaCode
  readonly leakedOn: CivilDate
  readonly reason: string
  readonly proposed: Person
  readonly confirmed: Person | null
  /** Before anybody confirmed it; it never counted. */
  readonly withdrawn: (Person & { readonly reason: string }) | null
}

/** Locks the row while it can still be changed: one that is confirmed cannot, and the database shows it to be read alone. */
export async function findLeakForUpdate(tx: Tx, kid: string): Promise<LeakDeclared | undefined> {
  await tx.selectFrom('leaked_key').select('kid').where('kid', '=', kid).where('withdrawn_by', 'is', null).forUpdate().execute()
  return findLeak(tx, kid)
}

/** What stands of a key: proposed or confirmed, never withdrawn. */
export async function findLeak(tx: Tx, kid: string): Promise<LeakDeclared | undefined> {
  const row = await tx.selectFrom('leaked_key').selectAll().where('kid', '=', kid).where('withdrawn_by', 'is', null).executeTakeFirst()
  return row && toLeak(row)
}

export async function findProposal(tx: Tx, id: CommandId): Promise<LeakDeclared | undefined> {
  const row = await tx.selectFrom('leaked_key').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toLeak(row)
}

export async function findWithdrawn(tx: Tx, withdrawal: CommandId): Promise<LeakDeclared | undefined> {
  const row = await tx.selectFrom('leaked_key').selectAll().where('withdrawal', '=', withdrawal).executeTakeFirst()
  return row && toLeak(row)
}

/** Everything that was ever said of a key, confirmed, withdrawn or neither. */
export async function findLeaks(tx: Tx): Promise<LeakDeclared[]> {
  return (await tx.selectFrom('leaked_key').selectAll().orderBy('proposed_at').execute()).map(toLeak)
}

function toLeak(row: Selectable<Tables['leaked_key']>): LeakDeclared {
  return {
    id: row.id as CommandId,
    kid: row.kid,
    office: row.office as AreaCode,
    leakedOn: row.leaked_on as CivilDate,
    reason: row.reason,
    proposed: { account: row.proposed_by, name: row.proposed_name, at: row.proposed_at as Instant },
    confirmed: personOf(row.confirmed_by, row.confirmed_name, row.confirmed_at),
    withdrawn: withReason(personOf(row.withdrawn_by, row.withdrawn_name, row.withdrawn_at), row.withdrawn_reason),
  }
}

const personOf = (account: string | null, name: string | null, at: string | null): Person | null =>
  account === null || name === null || at === null ? null : { account, name, at: at as Instant }
const withReason = (person: Person | null, reason: string | null): LeakDeclared['withdrawn'] => person && { ...person, reason: reason ?? '' }

const untouched = {
  ...{ confirmed_by: null, confirmed_name: null, confirmed_at: null },
  ...{ withdrawal: null, withdrawn_by: null, withdrawn_name: null, withdrawn_at: null, withdrawn_reason: null },
}

/** False: somebody proposed this key before, and it stands. */
export async function insertLeak(
  tx: Tx,
  { id, kid, office, leakedOn, reason, proposed }: Omit<LeakDeclared, 'confirmed' | 'withdrawn'>,
): Promise<boolean> {
  const { account, name, at } = proposed
  const row = { id, kid, office, leaked_on: leakedOn, reason, proposed_by: account, proposed_name: name, proposed_at: at }
  const inserted = await tx
    .insertInto('leaked_key')
    .values({ ...row, ...untouched })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

export async function confirmLeak(tx: Tx, kid: string, { account, name, at }: Person): Promise<void> {
  const said = { confirmed_by: account, confirmed_name: name, confirmed_at: at }
  await tx.updateTable('leaked_key').set(said).where('kid', '=', kid).where('withdrawn_by', 'is', null).execute()
}

export async function withdrawLeak(
  tx: Tx,
  kid: string,
  { withdrawal, by, reason }: { withdrawal: CommandId; by: Person; reason: string },
): Promise<void> {
  const said = { withdrawal, withdrawn_by: by.account, withdrawn_name: by.name, withdrawn_at: by.at, withdrawn_reason: reason }
  await tx.updateTable('leaked_key').set(said).where('kid', '=', kid).where('withdrawn_by', 'is', null).execute()
}

/** Keys that two people declared leaked. */
export async function leakedKids(query: Tx | Database['query']): Promise<{ kid: string; confirmedAt: Instant }[]> {
  const rows = await query.selectFrom('leaked_key').select(['kid', 'confirmed_at']).where('confirmed_at', 'is not', null).orderBy('kid').execute()
  return rows.map(({ kid, confirmed_at }) => ({ kid, confirmedAt: confirmed_at as Instant }))
}
