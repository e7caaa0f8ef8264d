import { sql } from 'kysely'
import type { CivilDate, Instant } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import type { Repair } from './repair.rules.ts'

type Key = { readonly holder: HolderBoundId; readonly number: number }
export type StayChange =
  | { readonly lawful_until: CivilDate; readonly extensions: number; readonly extended_at: Instant; readonly extended_by: string }
  | { readonly told_until: CivilDate; readonly told_by: string }
  | { readonly lawful_by: string; readonly lawful_through: CivilDate }
  | { readonly state: 'unmatched' }

/** Changes a stay that is locked, and raises its version: a gate that decided on the old one loses the race and decides again. */
export async function changeStay(tx: Tx, { holder, number }: Key, change: StayChange): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('stay')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('cell', '=', cellOf(holder))
    .where('holder_id', '=', holder)
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Error('a stay was changed that is not in hand')
}

export async function insertRepair(tx: Tx, { holder, number }: Key, repair: Repair & { readonly repairedBy: string }): Promise<void> {
  const { missing, at, point, basis, evidence, inTime, repairedAt, repairedBy } = repair
  await tx
    .insertInto('stay_repair')
    .values({
      cell: cellOf(holder),
      holder_id: holder,
      number,
      missing,
      occurred_at: at,
      point,
      basis,
      evidence,
      in_time: inTime,
      repaired_at: repairedAt,
      repaired_by: repairedBy,
    })
    .execute()
}
