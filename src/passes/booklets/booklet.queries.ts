import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { cellOf, type HolderBoundId } from '../../platform/ids.ts'

export type Stock = {
  readonly inStock: number
  readonly used: number
  readonly spoilt: number
  /** The lowest number in stock: the one on top of the pile; null: none is left. */
  readonly next: string | null
  readonly batches: readonly { readonly first: string; readonly count: number; readonly receivedAt: string; readonly receivedBy: string }[]
}

const batchesShown = 20

/** An office's booklets: how many, by state, the next number, and what came in last. Every number that came in is one of the three. */
export async function stockOf(tx: Tx, office: string): Promise<Stock> {
  const counts = await tx
    .selectFrom('booklet')
    .select(['state', sql<number>`count(*)::int`.as('n'), sql<string | null>`min(number)`.as('first')])
    .where('office', '=', office)
    .groupBy('state')
    .execute()
  const of = (state: string) => counts.find((row) => row.state === state)
  const batches = await tx
    .selectFrom('booklet_batch')
    .select(['first', 'count', 'received_at as receivedAt', 'received_by as receivedBy'])
    .where('office', '=', office)
    .orderBy('received_at', 'desc')
    .limit(batchesShown)
    .execute()
  return {
    inStock: of('in-stock')?.n ?? 0,
    used: of('used')?.n ?? 0,
    spoilt: of('spoilt')?.n ?? 0,
    next: of('in-stock')?.first ?? null,
    batches,
  }
}

/** The mark that was set at the hand-over. */
export async function findHandOver(tx: Tx, application: HolderBoundId): Promise<{ kind: string; mark: Buffer } | undefined> {
  return tx
    .selectFrom('hand_over')
    .select(['kind', 'mark'])
    .where('cell', '=', cellOf(application))
    .where('application_id', '=', application)
    .executeTakeFirst()
}
