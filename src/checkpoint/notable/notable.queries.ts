import { sql } from 'kysely'
import { type CommandId, madeAtMs } from '../../kernel/code.ts'
import { type Instant, instantOfMs } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import { everyCell } from '../../platform/ids.ts'
import { type NotableOutcome, notableOutcomes, type RuleCount } from './notable.rules.ts'

export type Span = { readonly from: Instant; readonly until: Instant }
export type NotableRow = {
  readonly id: CommandId
  readonly point: string
  readonly lane: string
  readonly direction: string
  readonly outcome: NotableOutcome
  readonly occurredAt: Instant
  readonly recordedAt: Instant
  readonly number: string | null
}
type Of = { readonly point: string; readonly rule: string | undefined; readonly limit: number; readonly before: NotableRow | undefined }

/** Refused and flagged movements of a span at a point, without those that were undone, the latest first. Of a day the index over time (db/0004) reads that day's pages alone. */
export async function notableOf(tx: Tx, { from, until }: Span, { point, rule, before, limit }: Of): Promise<NotableRow[]> {
  const rows = await notable(tx)
    .where('point', '=', point)
    .where('occurred_at', '>=', from)
    .where('occurred_at', '<', until)
    .where('undone_at', 'is', null)
    .$if(rule !== undefined, (select) => select.where(sql<boolean>`${rule ?? ''} = any(rules)`))
    // The first bound alone is one that the index over time knows.
    .$if(before !== undefined, (select) =>
      select
        .where('occurred_at', '<=', before?.occurredAt ?? '')
        .where(sql<boolean>`(occurred_at, id) < (${before?.occurredAt ?? null}::timestamptz, ${before?.id ?? null}::uuid)`),
    )
    .orderBy('occurred_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toRow)
}

const notable = (tx: Tx) =>
  tx
    .selectFrom('movement')
    .select(['id', 'point', 'lane', 'direction', 'outcome', 'occurred_at', 'recorded_at', 'document_number'])
    .where('outcome', 'in', notableOutcomes)

type Selected = Awaited<ReturnType<ReturnType<typeof notable>['execute']>>[number]
const toRow = (row: Selected): NotableRow => ({
  ...{ id: row.id as CommandId, point: row.point, lane: row.lane, direction: row.direction, outcome: row.outcome as NotableOutcome },
  ...{ occurredAt: row.occurred_at as Instant, recordedAt: row.recorded_at as Instant, number: row.document_number },
})

/** One that was undone since is found too. */
export async function findNotable(tx: Tx, id: CommandId): Promise<(NotableRow & { readonly undoneAt: Instant | null }) | undefined> {
  const row = await notable(tx)
    .select('undone_at')
    .where('cell', 'in', everyCell)
    .where('id', '=', id)
    .where('made_at', '=', instantOfMs(madeAtMs(id)))
    .executeTakeFirst()
  return row && { ...toRow(row), undoneAt: row.undone_at as Instant | null }
}

/** How many of them each rule decided; a movement that two rules decided is counted with both. */
export async function countsByRule(tx: Tx, { from, until }: Span, point: string): Promise<RuleCount[]> {
  const { rows } = await sql<RuleCount>`
    select outcome, spoke.rule, count(*)::int as n
    from movement cross join lateral (select distinct unnest(rules) as rule) as spoke
    where point = ${point} and occurred_at >= ${from} and occurred_at < ${until} and undone_at is null and outcome = any(${notableOutcomes}::text[])
    group by 1, 2 order by 1 desc, 3 desc, 2`.execute(tx)
  return rows
}

/** The names that officers had in these shifts. */
export async function officersOf(tx: Tx, shifts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (shifts.length === 0) return new Map()
  const rows = await tx.selectFrom('shift').select(['id', 'officer_name']).where('id', 'in', shifts).execute()
  return new Map(rows.map(({ id, officer_name }) => [id, officer_name]))
}
