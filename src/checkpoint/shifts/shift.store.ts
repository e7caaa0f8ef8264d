import { sql } from 'kysely'
import type { Instant } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import type { Shift } from './shift.rules.ts'

export async function insertShift(
  tx: Tx,
  shift: Pick<Shift, 'id' | 'point' | 'lane' | 'officer' | 'officerName' | 'leads' | 'startedAt'>,
): Promise<void> {
  const { id, point, lane, officer, officerName, leads, startedAt } = shift
  const ended = { ended_at: null, ended_by: null, ended_how: null, note: null }
  await tx
    .insertInto('shift')
    .values({ id, point, lane, officer, officer_name: officerName, leads, started_at: startedAt, seen_at: startedAt, ...ended })
    .execute()
}

export type Ended = { readonly at: Instant; readonly by: string; readonly how: 'ended' | 'moved' | 'taken-over'; readonly note: string | null }

export async function endShiftRow(tx: Tx, id: string, { at, by, how, note }: Ended): Promise<void> {
  await tx.updateTable('shift').set({ ended_at: at, ended_by: by, ended_how: how, note }).where('id', '=', id).execute()
}

export async function writeSeen(tx: Tx, seen: ReadonlyMap<string, Instant>): Promise<void> {
  await sql`update shift s set seen_at = v.at from unnest(${[...seen.keys()]}::uuid[], ${[...seen.values()]}::timestamptz[]) as v (id, at)
    where s.id = v.id and s.seen_at < v.at`.execute(tx)
}
