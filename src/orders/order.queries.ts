import { sql } from 'kysely'
import type { Instant } from '../kernel/time.ts'
import type { Database, Tx } from '../platform/database.ts'
import { type KeptOrder, keptOf } from './order.store.ts'
import type { PaperType } from './paper.rules.ts'

type Query = Database['query'] | Tx
const ordersMax = 500

export async function findOrder(query: Query, id: string): Promise<KeptOrder | undefined> {
  const row = await query.selectFrom('crossing_order').selectAll().where('id', '=', id).executeTakeFirst()
  return row && keptOf(row)
}

/** Those that are not over, then those that are; of each the newest start first. */
export async function listOrders(query: Query, at: Instant): Promise<KeptOrder[]> {
  const rows = await query
    .selectFrom('crossing_order')
    .selectAll()
    .orderBy(sql`coalesce(ends_at <= ${at} or ends_at = starts_at, false)`)
    .orderBy('starts_at', 'desc')
    .orderBy('id')
    .limit(ordersMax)
    .execute()
  return rows.map(keptOf)
}

/** The files of a paper, without their bytes. */
export async function papersOf(tx: Tx, instrument: string): Promise<{ sha256: string; type: PaperType; keptAt: string }[]> {
  const rows = await tx
    .selectFrom('instrument_paper')
    .select(['sha256', 'type', 'kept_at'])
    .where('instrument', '=', instrument)
    .orderBy('kept_at')
    .execute()
  return rows.map(({ sha256, type, kept_at }) => ({ sha256, type: type as PaperType, keptAt: kept_at }))
}

export async function findPaper(tx: Tx, instrument: string, sha256: string): Promise<{ type: PaperType; bytes: Buffer } | undefined> {
  const row = await tx
    .selectFrom('instrument_paper')
    .select(['type', 'bytes'])
    .where('instrument', '=', instrument)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row && { type: row.type as PaperType, bytes: row.bytes }
}
