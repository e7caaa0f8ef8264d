import { sql } from 'kysely'
import type { Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'

/**
 * Puts these charges where they belong: unpaid where their case is now, paid where the money was taken. For whoever moves cases, in the same transaction and
 * with the cases held; a code for the old account is open no more.
 */
export async function placeCharges(tx: Tx, subjects: readonly HolderBoundId[]): Promise<void> {
  if (subjects.length === 0) return
  await sql`select place_charges(${[...new Set(subjects.map(cellOf))]}::smallint[], ${subjects}::uuid[])`.execute(tx)
}
