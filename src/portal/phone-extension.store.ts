import { sql } from 'kysely'
import { type CommandId, madeAtMs } from '../kernel/code.ts'
import { type CivilDate, epochMs, type Instant, instantOfMs } from '../kernel/time.ts'
import { drawFree } from '../passes/draw-number.ts'
import type { Tx } from '../platform/database.ts'
import { type Cell, newHolderBoundId } from '../platform/ids.ts'
import type { Followed } from './follow.queries.ts'

/** Holds the pass until the transaction ends: whoever comes meanwhile waits, and then sees what was done. */
export const holdSubject = (tx: Tx, number: string, born: CivilDate): Promise<unknown> =>
  sql`select hold_extension_subject(${number}, ${born})`.execute(tx)

/** The same command before. Undefined: it is new; null: its id was another's. */
export async function begunBefore(tx: Tx, id: CommandId, said: string): Promise<string | null | undefined> {
  const { rows } = await sql<{ number: string | null }>`select * from extension_again(${id}, ${instantOfMs(madeAtMs(id))}, ${said})`.execute(tx)
  return rows[0]?.number
}

export type NewExtension = {
  readonly number: string
  readonly born: CivilDate
  readonly cell: Cell
  readonly at: Instant
  readonly fee: NonNullable<Followed['fee']>
}

/** Enters the case with a follow number of its own. The database asks for number and birth date again, and writes about no other pass. */
export async function insertExtension(
  tx: Tx,
  { number, born, cell, at, fee }: NewExtension,
): Promise<{ id: ReturnType<typeof newHolderBoundId>; follow: string }> {
  const [id, photo] = [newHolderBoundId(epochMs(at), cell), newHolderBoundId(epochMs(at), cell)]
  const follow = await drawFree('follow', async (fresh) => {
    const { rows } = await sql<{
      begun: boolean
    }>`select begin_extension(${number}, ${born}, ${id}, ${photo}, ${fresh}, ${at}, ${fee.amount}::integer,
      ${fee.currency}, ${fee.instrument}) as begun`.execute(tx)
    return rows[0]?.begun === true
  })
  return { id, follow }
}
