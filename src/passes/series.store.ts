import { sql } from 'kysely'
import type { Tx } from '../platform/database.ts'

/** The next number of an office's series, or the first of `count`. The row stays locked until the command commits: no number twice, and none lost by a refusal. */
export async function takeNumber(tx: Tx, office: string, kind: 'receipt' | 'pass', count = 1): Promise<number> {
  const row = await tx
    .insertInto('office_series')
    .values({ office, kind, next: 1 + count })
    .onConflict((conflict) => conflict.columns(['office', 'kind']).doUpdateSet({ next: sql<number>`office_series.next + ${count}` }))
    .returning('next')
    .executeTakeFirstOrThrow()
  return row.next - count
}

/** The next receipt of an office's own series. */
export async function nextReceipt(tx: Tx, office: string): Promise<string> {
  const serial = await takeNumber(tx, office, 'receipt')
  return `${office.replace(':', '')}-R${String(serial).padStart(6, '0')}`
}
