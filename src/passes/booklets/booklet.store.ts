import { sql } from 'kysely'
import type { AreaCode } from '../../kernel/code.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import { cellOf, type HolderBoundId } from '../../platform/ids.ts'
import type { BookletState } from './booklet.rules.ts'

export type Booklet = { readonly number: string; readonly office: AreaCode; readonly state: BookletState; readonly pass: string | null }

/** Locks the row: two printers who type one number wait for each other. Another office's is not seen. */
export async function findBookletForUpdate(tx: Tx, number: string): Promise<Booklet | undefined> {
  const row = await tx.selectFrom('booklet').select(['number', 'office', 'state', 'pass']).where('number', '=', number).forUpdate().executeTakeFirst()
  return row && { ...row, office: row.office as AreaCode, state: row.state as BookletState }
}

/** Several, locked in the order of their numbers. */
export async function findBookletsForUpdate(tx: Tx, numbers: readonly string[]): Promise<ReadonlyMap<string, Booklet>> {
  if (numbers.length === 0) return new Map()
  const rows = await tx
    .selectFrom('booklet')
    .select(['number', 'office', 'state', 'pass'])
    .where('number', 'in', numbers)
    .orderBy('number')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.number, { ...row, office: row.office as AreaCode, state: row.state as BookletState }]))
}

export async function takeBooklets(
  tx: Tx,
  used: readonly { readonly number: string; readonly pass: string }[],
  { at, by }: { at: Instant; by: string },
): Promise<void> {
  if (used.length === 0) return
  const [numbers, passes] = [used.map(({ number }) => number), used.map(({ pass }) => pass)]
  await sql`update booklet set state = 'used', pass = bound.pass, changed_at = ${at}, changed_by = ${by}
    from unnest(${numbers}::text[], ${passes}::text[]) as bound (number, pass) where booklet.number = bound.number`.execute(tx)
}

export type BookletBatch = {
  readonly id: string
  readonly office: AreaCode
  readonly first: string
  readonly numbers: readonly string[]
  readonly at: Instant
  readonly by: string
}

/** @throws a broken unique rule where one of the numbers came in before, anywhere in the state. */
export async function insertBatch(tx: Tx, { id, office, first, numbers, at, by }: BookletBatch): Promise<void> {
  await tx.insertInto('booklet_batch').values({ id, office, first, count: numbers.length, received_at: at, received_by: by }).execute()
  const rows = numbers.map((number) => ({ number, office, batch: id, state: 'in-stock', pass: null, changed_at: at, changed_by: by, reason: null }))
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx
      .insertInto('booklet')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute()
}
const rowsAtOnce = 1000

export type BookletChange = {
  readonly state: BookletState
  readonly pass?: string
  readonly at: Instant
  readonly by: string
  readonly reason?: string
}
export async function updateBooklet(tx: Tx, number: string, { state, pass, at, by, reason }: BookletChange): Promise<void> {
  await tx
    .updateTable('booklet')
    .set({ state, ...(pass !== undefined && { pass }), changed_at: at, changed_by: by, ...(reason !== undefined && { reason }) })
    .where('number', '=', number)
    .execute()
}

export type HandOver = { readonly kind: 'signature' | 'thumb'; readonly mark: Uint8Array; readonly at: Instant; readonly account: string }
export async function insertHandOvers(tx: Tx, handOvers: readonly (HandOver & { readonly application: HolderBoundId })[]): Promise<void> {
  await tx
    .insertInto('hand_over')
    .values(
      handOvers.map(({ application, kind, mark, at, account }) => ({
        cell: cellOf(application),
        application_id: application,
        kind,
        mark: Buffer.from(mark),
        at,
        account,
      })),
    )
    .execute()
}
