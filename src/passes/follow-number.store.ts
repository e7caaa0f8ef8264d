import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import { type NumberKind, numberOf } from './follow-number.rules.ts'

/** From a number drawn by chance, another cannot be guessed. */
export const drawNumber = (kind: NumberKind): string => numberOf(kind, randomInt(2 ** 47) / 2 ** 47)

const drawsMax = 50

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

async function insertNumber(tx: Tx, owner: { cell: number | null; application: string | null; draft: string | null }): Promise<string> {
  for (let draw = 1; draw <= drawsMax; draw += 1) {
    const number = drawNumber('follow')
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('follow_number')
      .values({ number, ...owner })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 1n) return number
  }
  throw new Error(`${drawsMax} draws found no free number`)
}
