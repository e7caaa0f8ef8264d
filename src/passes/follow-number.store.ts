import { sql } from 'kysely'
import type { Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import { drawFree } from './draw-number.ts'

/** The number of a new application: its draft's, when a resident was given one, else a fresh one. */
export async function takeFollowNumber(tx: Tx, application: HolderBoundId, draft: string | null): Promise<string> {
  const cell = cellOf(application)
  if (draft !== null) {
    const { rows } = await sql<{ number: string | null }>`select move_number(${draft}, ${cell}::smallint, ${application}) as number`.execute(tx)
    if (rows[0]?.number) return rows[0].number
  }
  return insertNumber(tx, { cell, application, draft: null })
}

/** The number of a draft that a resident sent. */
export const takeDraftNumber = (tx: Tx, draft: string): Promise<string> => insertNumber(tx, { cell: null, application: null, draft })

const insertNumber = (tx: Tx, owner: { cell: number | null; application: string | null; draft: string | null }): Promise<string> =>
  drawFree('follow', async (number) => {
    const inserted = await tx
      .insertInto('follow_number')
      .values({ number, ...owner })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return inserted.numInsertedOrUpdatedRows === 1n
  })
