import { sql } from 'kysely'
import type { AreaCode, CommandId } from '../kernel/code.ts'
import type { CivilDate, Instant } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import type { StatementKept } from './day.queries.ts'
import type { DayLine, FeeSplit } from './day.rules.ts'

export type NewClose = {
  readonly office: AreaCode
  readonly day: CivilDate
  readonly cashier: string
  readonly currency: string
  readonly expected: number
  readonly counted: number
  readonly explanation: string | null
  readonly fees: number
  readonly shares: { readonly office: number; readonly province: number }
  readonly split: FeeSplit
  readonly statement: StatementKept | null
  readonly command: CommandId
  readonly at: Instant
  readonly lines: readonly DayLine[]
}
/** One close of an office at a time: two at once would each read what the other is about to close. */
export const holdTill = (tx: Tx, office: AreaCode): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`till ${office}`}, 0))`.execute(tx)

/** Rows of one statement: Postgres takes 65,535 values in one. */
const rowsAtOnce = 5_000

/** The close and its lines, each of which stands in no other: the keys of the tables say so too. */
export async function insertClose(tx: Tx, close: NewClose): Promise<void> {
  const { office, day, cashier, currency, expected, counted, explanation, fees, shares, split, statement, command, at, lines } = close
  await tx
    .insertInto('day_close')
    .values({
      office,
      day,
      cashier,
      currency,
      expected,
      counted,
      explanation,
      fees,
      office_share: shares.office,
      province_share: shares.province,
      split_by: split.instrument,
      statement: statement && JSON.stringify(statement),
      command,
      closed_at: at,
    })
    .execute()
  for (let first = 0; first < lines.length; first += rowsAtOnce)
    await tx
      .insertInto('day_close_line')
      .values(
        lines.slice(first, first + rowsAtOnce).map(({ id, kind, amount }) => ({
          cell: cellOf(id as HolderBoundId),
          id,
          kind,
          office,
          day,
          cashier,
          amount: kind === 'payment' ? amount : -amount,
        })),
      )
      .execute()
}
