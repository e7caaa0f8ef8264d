import type { Instant } from '../kernel/time.ts'
import type { Database, Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'

type Query = Database['query'] | Tx

/** Exact counts per point (undefined: of all), day, direction and outcome, from the rollup that each movement's own statement keeps. Days from `from` up to, not with, `until`. */
export async function countsByDay(query: Query, { points, from, until }: { points: readonly string[] | undefined; from: string; until: string }) {
  return query
    .selectFrom('movement_count_day')
    .select(['point', 'day', 'direction', 'outcome'])
    .select(({ fn }) => fn.sum<number>('n').as('count'))
    .where('day', '>=', from)
    .where('day', '<', until)
    .$if(points !== undefined, (select) => select.where('point', 'in', points?.length ? [...points] : ['']))
    .groupBy(['point', 'day', 'direction', 'outcome'])
    .orderBy('day')
    .orderBy('point')
    .orderBy('direction')
    .orderBy('outcome')
    .execute()
}

/** A holder's movements, newest first. */
export async function movementsOf(query: Query, holder: HolderBoundId, limit: number) {
  const rows = await query
    .selectFrom('movement')
    .selectAll()
    .where('cell', '=', cellOf(holder))
    .where('holder_id', '=', holder)
    .orderBy('occurred_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    occurredAt: row.occurred_at as Instant,
    recordedAt: row.recorded_at as Instant,
    point: row.point,
    lane: row.lane,
    direction: row.direction as 'exit' | 'entry',
    outcome: row.outcome as 'admit' | 'admit-with-flag' | 'refer' | 'refuse',
    rules: row.rules,
    stayNumber: row.stay_number,
    undoneAt: row.undone_at as Instant | null,
  }))
}

/** What is on record of a typed or scanned number, for a verdict that records nothing. */
export async function findHolderOf(query: Query, number: string): Promise<HolderBoundId | undefined> {
  const row = await query.selectFrom('pass_number').select('person_id').where('number', '=', number).executeTakeFirst()
  return row && (row.person_id as HolderBoundId)
}
