import { type Insertable, type Selectable, sql } from 'kysely'
import type { AreaCode, CommandId } from '../../kernel/code.ts'
import { epochMs, type Instant } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import { newCommandId } from '../../platform/ids.ts'
import type { Tables } from '../../platform/tables.ts'
import { type PassKey, setPassStates } from '../pass-state.store.ts'
import { reachAt } from './reach.rules.ts'
import { isChosen, type Selection } from './signed-passes.queries.ts'
import type { Deed, Subject } from './subject.rules.ts'

export const massRevocationStates = ['proposed', 'withdrawn', 'confirmed', 'done'] as const
export type MassRevocationState = (typeof massRevocationStates)[number]
type Person = { readonly account: string; readonly name: string; readonly at: Instant }

export type MassRevocation = {
  readonly id: CommandId
  readonly of: Subject
  /** A state, a province with its offices, or one office. */
  readonly place: string
  readonly office: AreaCode | null
  readonly from: Instant
  readonly until: Instant
  readonly reason: string
  readonly state: MassRevocationState
  /** How many passes were good or suspended when it was proposed, and when it was confirmed. */
  readonly found: number
  readonly total: number | null
  readonly revoked: number
  readonly proposed: Person
  readonly confirmed: (Person & { readonly request: CommandId }) | null
  readonly doneAt: Instant | null
  /** Before anybody confirmed it: nothing was revoked. */
  readonly withdrawn: (Person & { readonly request: CommandId; readonly reason: string }) | null
}

export const selectionOf = ({ of, from, until, place, office }: MassRevocation): Selection => ({
  of,
  from,
  until,
  offices: reachAt(place, office).offices,
})

/** False: the id is taken. */
export async function insertMassRevocation(tx: Tx, row: Insertable<Tables['mass_revocation']>): Promise<boolean> {
  const done = await tx
    .insertInto('mass_revocation')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export async function findMassRevocation(tx: Tx, id: string): Promise<MassRevocation | undefined> {
  const row = await tx.selectFrom('mass_revocation').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toMassRevocation(row)
}

/** Locks the row: two people deciding, and two programs carrying it out, wait for each other. One that was withdrawn cannot be changed, and the database shows it to be read alone. */
export async function findMassRevocationForUpdate(tx: Tx, id: string): Promise<MassRevocation | undefined> {
  await tx.selectFrom('mass_revocation').select('id').where('id', '=', id).forUpdate().execute()
  return findMassRevocation(tx, id)
}

/** The newest first; about one instrument, or one account, or all. */
export async function listMassRevocations(
  tx: Tx,
  { instrument, account }: { readonly instrument?: string; readonly account?: string },
  limit: number,
): Promise<MassRevocation[]> {
  const rows = await tx
    .selectFrom('mass_revocation')
    .selectAll()
    .$if(instrument !== undefined, (query) => query.where('instrument', '=', instrument ?? ''))
    .$if(account !== undefined, (query) => query.where('account', '=', account ?? ''))
    .orderBy('proposed_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toMassRevocation)
}

export async function listUnfinished(tx: Tx): Promise<MassRevocation[]> {
  const rows = await tx.selectFrom('mass_revocation').selectAll().where('state', '=', 'confirmed').orderBy('confirmed_at').execute()
  return rows.map(toMassRevocation)
}

export async function saveConfirmation(tx: Tx, id: string, { by, request, total }: { by: Person; request: CommandId; total: number }): Promise<void> {
  await tx
    .updateTable('mass_revocation')
    .set({ state: 'confirmed', confirmation: request, confirmed_by: by.account, confirmed_name: by.name, confirmed_at: by.at, total })
    .where('id', '=', id)
    .execute()
}

export async function saveWithdrawal(tx: Tx, id: string, { by, request, reason }: { by: Person; request: CommandId; reason: string }): Promise<void> {
  const said = { withdrawal: request, withdrawn_by: by.account, withdrawn_name: by.name, withdrawn_at: by.at, withdrawn_reason: reason }
  await tx
    .updateTable('mass_revocation')
    .set({ state: 'withdrawn', ...said })
    .where('id', '=', id)
    .execute()
}

export async function saveProgress(tx: Tx, id: string, revoked: number): Promise<void> {
  await tx
    .updateTable('mass_revocation')
    .set({ revoked: sql<number>`mass_revocation.revoked + ${revoked}` })
    .where('id', '=', id)
    .execute()
}

export async function saveDone(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.updateTable('mass_revocation').set({ state: 'done', done_at: at }).where('id', '=', id).execute()
}

/** The mandates under which the selection still holds a pass that is good or suspended. */
export async function mandatesWithLivePasses(tx: Tx, selection: Selection): Promise<string[]> {
  const { rows } = await sql<{ mandate: string }>`select distinct mandate from pass where ${isLive(selection)} order by mandate`.execute(tx)
  return rows.map(({ mandate }) => mandate)
}

/** The first good or suspended passes that one mandate signed become revoked, each with an event of its own. Returns how many. */
export async function revokeSome(
  tx: Tx,
  selection: Selection,
  { mandate, most, by, body, at }: { mandate: string; most: number; by: string; body: { readonly reason: string }; at: Instant },
): Promise<number> {
  const chosen = await sql<PassKey>`
    select cell, number from pass where mandate = ${mandate} and ${isLive(selection)}
    order by issued_at limit ${most} for no key update`.execute(tx)
  const rows = await setPassStates(tx, chosen.rows, { state: 'revoked', at, reason: body.reason })
  if (rows.length === 0) return 0
  const ids = rows.map(() => newCommandId(epochMs(at)))
  await sql`
    insert into event (cell, id, made_at, type, subject, actor, recorded_at, body, place, about_staff)
    select cell, id, ${at}, 'PassRevoked', number, ${by}, ${at}, ${JSON.stringify(body)}::json, office, false
    from unnest(${rows.map(({ cell }) => cell)}::smallint[], ${ids}::uuid[], ${rows.map(({ number }) => number)}::text[], ${rows.map(({ office }) => office)}::text[])
      as made (cell, id, number, office)`.execute(tx)
  return rows.length
}

const isLive = (selection: Selection) => sql`${isChosen(selection)} and pass.state in ('active', 'suspended')`

function toMassRevocation(row: Selectable<Tables['mass_revocation']>): MassRevocation {
  return {
    id: row.id as CommandId,
    // The check constraints: one of the two, and a deed of the same list; a test compares.
    of: row.account === null ? { instrument: row.instrument ?? '' } : { account: row.account, deed: row.deed as Deed },
    place: row.place,
    office: row.office as AreaCode | null,
    from: row.from_at as Instant,
    until: row.until_at as Instant,
    reason: row.reason,
    state: row.state as MassRevocationState, // The check constraint lists the same states; a test compares the two.
    found: row.found,
    total: row.total,
    revoked: row.revoked,
    proposed: { account: row.proposed_by, name: row.proposed_name, at: row.proposed_at as Instant },
    confirmed:
      row.confirmed_by === null
        ? null
        : {
            account: row.confirmed_by,
            name: row.confirmed_name ?? '',
            at: row.confirmed_at as Instant,
            request: row.confirmation as CommandId,
          },
    doneAt: row.done_at as Instant | null,
    withdrawn:
      row.withdrawn_by === null
        ? null
        : {
            account: row.withdrawn_by,
            name: row.withdrawn_name ?? '',
            at: row.withdrawn_at as Instant,
            request: row.withdrawal as CommandId,
            reason: row.withdrawn_reason ?? '',
          },
  }
}
