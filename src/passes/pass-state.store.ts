import { type Insertable, sql } from 'kysely'
import { digestOfText } from '../credential/verify.ts'
import type { AreaCode } from '../kernel/code.ts'
import type { Instant } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import type { Tables } from '../platform/tables.ts'
import type { PassState } from './pass.rules.ts'
import { type StatusChange, statusOfState } from './pass-status.rules.ts'

export type PassKey = { readonly cell: number; readonly number: string }
/** `reason`: of what is suspended or revoked; a pass in any other state has none. */
export type PassChange = { readonly state: PassState; readonly at: Instant; readonly reason?: string | null }
/** An older pass stands in no list: who holds one is looked up by its number. */
type Changed = PassKey & { readonly office: AreaCode; readonly before: PassState; readonly list: number | null; readonly index: number | null }

/**
 * The one way in which a pass's state changes: the row, and, where that changes its number in the status list, the list's history in the same transaction.
 * The caller has locked the rows and asked the rules. Returns what was changed.
 */
export async function setPassStates(
  tx: Tx,
  passes: readonly PassKey[],
  { state, at, reason = null }: PassChange,
): Promise<(PassKey & { readonly office: AreaCode })[]> {
  if (passes.length === 0) return []
  const { rows } = await sql<Changed>`
    with chosen as (
      select cell, number, state from pass
      where (cell, number) in (select * from unnest(${passes.map(({ cell }) => cell)}::smallint[], ${passes.map(({ number }) => number)}::text[])))
    update pass set state = ${state}, reason = ${reason} from chosen where pass.cell = chosen.cell and pass.number = chosen.number
    returning pass.cell, pass.number, pass.office, chosen.state as before, pass.status_list as list, pass.status_index as index`.execute(tx)
  const now = statusOfState(state)
  await appendStatusChanges(
    tx,
    rows
      .filter(({ before }) => statusOfState(before) !== now)
      .flatMap(({ list, index }) => (list === null || index === null ? [] : [{ list, index, status: now }])),
    at,
  )
  return rows.map(({ cell, number, office }) => ({ cell, number, office }))
}

/** Lists in their order: two commands that change passes of the same two lists wait for each other, and never both. */
async function appendStatusChanges(
  tx: Tx,
  changes: readonly { readonly list: number; readonly index: number; readonly status: number }[],
  at: Instant,
): Promise<void> {
  const lists = [...new Set(changes.map(({ list }) => list))].sort((one, other) => one - other)
  for (const list of lists) {
    const ofList = changes.filter((change) => change.list === list)
    const { seq } = await tx
      .insertInto('status_sequence')
      .values({ list, seq: ofList.length })
      .onConflict((conflict) => conflict.column('list').doUpdateSet({ seq: sql<number>`status_sequence.seq + excluded.seq` }))
      .returning('seq')
      .executeTakeFirstOrThrow()
    const first = seq - ofList.length + 1
    await tx
      .insertInto('status_change')
      .values(ofList.map(({ index, status }, place) => ({ list, seq: first + place, index, status, at })))
      .execute()
  }
}

/** Places of a list that are not "valid", and the number of its last change: one statement, so that the two belong together. */
export async function statusesOf(tx: Tx, list: number): Promise<{ seq: number; struck: { index: number; state: PassState }[] }> {
  const { rows } = await sql<{ seq: number; index: number | null; state: PassState }>`
    select s.seq, p.status_index as index, p.state from (select coalesce((select seq from status_sequence where list = ${list}), 0) as seq) s
    left join pass p on p.status_list = ${list} and p.state not in ('active', 'expired')`.execute(tx)
  return {
    seq: rows[0]?.seq ?? 0,
    struck: rows.flatMap(({ index, state }) => (index === null ? [] : [{ index, state }])),
  }
}

/** The number of a list's last change; 0: it has seen none. */
export async function lastSequence(query: Pick<Tx, 'selectFrom'>, list: number): Promise<number> {
  const row = await query.selectFrom('status_sequence').select('seq').where('list', '=', list).executeTakeFirst()
  return row?.seq ?? 0
}

/** A list's changes after `from`, up to `to`, the oldest first; at most `limit`. */
export async function changesBetween(
  query: Pick<Tx, 'selectFrom'>,
  list: number,
  { from, to, limit }: { from: number; to: number; limit: number },
): Promise<StatusChange[]> {
  return query
    .selectFrom('status_change')
    .select(['seq', 'index', 'status'])
    .where('list', '=', list)
    .where('seq', '>', from)
    .where('seq', '<=', to)
    .orderBy('seq')
    .limit(limit)
    .execute()
}

/** The same pass, signed anew: its number and its place in the status list stay. Its code until now stays genuine: what it hashes to is kept for the case that its key leaks. */
export async function updateExtended(tx: Tx, rows: readonly Insertable<Tables['pass']>[]): Promise<void> {
  for (const row of rows) {
    const { cell, number, person_id: _person, state: _state, status_list: _list, status_index: _index, handed_over_at: _hand, ...signed } = row
    const before = await tx
      .selectFrom('pass')
      .select(['qr_text', 'earlier_digests'])
      .where('cell', '=', cell)
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    const earlier = await digestOfText(before.qr_text ?? '')
    const earlier_digests = [...before.earlier_digests, ...(earlier ? [`${earlier.kid}:${earlier.digest.toHex()}`] : [])]
    await tx
      .updateTable('pass')
      .set({ ...signed, earlier_digests })
      .where('cell', '=', cell)
      .where('number', '=', number)
      .execute()
  }
}

/** The register knows the passes in their holders' hands. An extended one was there before, and keeps its day. Returns those that are not in force: where there is one, nothing was written. */
export async function handOverPasses(tx: Tx, passes: readonly PassKey[], at: Instant): Promise<string[]> {
  const [cells, numbers] = [passes.map(({ cell }) => cell), passes.map(({ number }) => number)]
  const { rows } =
    await sql<PassKey>`select pass.cell, pass.number from pass join unnest(${cells}::smallint[], ${numbers}::text[]) as given (cell, number)
    on pass.cell = given.cell and pass.number = given.number where pass.state = 'active' and pass.expires_at > ${at} for no key update of pass`.execute(
      tx,
    )
  const good = new Set(rows.map(({ number }) => number))
  const ended = numbers.filter((number) => !good.has(number))
  if (ended.length > 0) return ended
  await sql`update pass set handed_over_at = ${at} from unnest(${cells}::smallint[], ${numbers}::text[]) as given (cell, number)
    where pass.cell = given.cell and pass.number = given.number and pass.handed_over_at is null`.execute(tx)
  return []
}
