import { sql } from 'kysely'
import type { AreaCode } from '../../kernel/code.ts'
import type { CivilDate, Instant } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import { cellOf, type HolderBoundId } from '../../platform/ids.ts'

const cellsOf = (ids: readonly HolderBoundId[]) => [...new Set(ids.map(cellOf))]

export async function moveToOffice(tx: Tx, applications: readonly { readonly id: HolderBoundId }[], office: AreaCode): Promise<void> {
  const ids = applications.map(({ id }) => id)
  if (ids.length === 0) return
  await tx.updateTable('application').set({ office }).where('cell', 'in', cellsOf(ids)).where('id', 'in', ids).execute()
}

/** What was typed for the correction of these cases goes with them: drafts are seen by their office alone. */
export async function placeCorrections(tx: Tx, applications: readonly { readonly id: HolderBoundId }[]): Promise<void> {
  const ids = applications.map(({ id }) => id)
  if (ids.length === 0) return
  await sql`select place_corrections(${cellsOf(ids)}::smallint[], ${ids}::uuid[])`.execute(tx)
}

export type CapacityRow = {
  readonly id: string
  readonly office: AreaCode
  readonly from: CivilDate
  readonly printers: number
  readonly instrument: string
  readonly by: string
  readonly at: Instant
}
/** False: a row with this id is there already. */
export async function insertCapacity(tx: Tx, { id, office, from, printers, instrument, by, at }: CapacityRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('office_capacity')
    .values({ id, office, valid_from: from, printers, instrument, recorded_by: by, recorded_at: at })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
