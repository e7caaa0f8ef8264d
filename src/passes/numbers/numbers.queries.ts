import { sql } from 'kysely'
import type { AreaCode } from '../../kernel/code.ts'
import type { CivilDate, Instant } from '../../kernel/time.ts'
import type { Database, Tx } from '../../platform/database.ts'
import type { HolderBoundId } from '../../platform/ids.ts'
import type { CountedRow, PendingRow } from './numbers.rules.ts'

type Row = {
  readonly of: CountedRow['of'] | 'pending'
  readonly office: string
  readonly what: string
  readonly detail: string
  readonly day: string | null
  readonly n: number
  readonly oldest: string | null
}

/** All that the numbers of these offices are made of, in one statement: what is pending and what was counted are of one moment. `offices` is a LIKE pattern. */
export async function countOffices(
  query: Tx | Database['query'],
  { offices, on, since }: { offices: string; on: CivilDate; since: CivilDate },
): Promise<{ pending: PendingRow[]; counted: CountedRow[] }> {
  const { rows } = await sql<Row>`
    select 'pending' as of, office, state as what, '' as detail, completed_on as day, n, oldest from office_pending(${offices})
    union all select 'day', office, what, detail, day, n, null from office_count_day where day = ${on}::date and office like ${offices}
    union all select 'total', c.office, c.what, c.detail, null, c.n - coalesce(later.n, 0), null from office_count_total c
      left join (select office, what, case when what = 'produced' then '' else detail end as detail, sum(n) as n from office_count_day
        where day > ${on}::date and office like ${offices} group by 1, 2, 3) later using (office, what, detail)
      where c.office like ${offices}
    union all select 'window', office, what, detail, day, n, null from office_count_day
      where day between ${since}::date and ${on}::date and what = 'produced' and office like ${offices}`.execute(query)
  return {
    pending: rows.flatMap(({ of, office, what, day, n, oldest }) =>
      of === 'pending'
        ? [
            {
              office: office as AreaCode,
              state: what as PendingRow['state'],
              completedOn: day as CivilDate | null,
              n,
              oldest: oldest as Instant | null,
            },
          ]
        : [],
    ),
    counted: rows.flatMap(({ of, office, what, detail, day, n }) =>
      of === 'pending'
        ? []
        : [{ of, office: office as AreaCode, what: what as CountedRow['what'], detail, day: day as CivilDate | null, n: Number(n) }],
    ),
  }
}

/** Which number is opened. `detail`: a state, a kind, a ground; empty: all of them. `day` null: in all. */
export type Behind = { readonly what: 'pending' | 'late' | CountedRow['what']; readonly detail: string; readonly day: CivilDate | null }

/** The instant that each counted thing goes by, and what its detail is. */
const columns = {
  issued: { at: 'signed_at', detail: 'kind' },
  produced: { at: 'produced_at', detail: null },
  collected: { at: 'collected_at', detail: null },
  rejected: { at: 'closed_at', detail: 'ground' },
  withdrawn: { at: 'closed_at', detail: null },
  lapsed: { at: 'closed_at', detail: null },
} as const satisfies Record<CountedRow['what'], { at: string; detail: string | null }>
const ended: readonly Behind['what'][] = ['rejected', 'withdrawn', 'lapsed']

export async function casesBehind(
  tx: Tx,
  office: AreaCode,
  { what, detail, day }: Behind,
  { lateDays, limit }: { lateDays: readonly CivilDate[]; limit: number },
): Promise<HolderBoundId[]> {
  const completed = sql`case when paid_at is not null then greatest(paid_at, corrected_at) end`
  const pending = sql`office = ${office} and state in ('submitted', 'incomplete', 'paid', 'under-review', 'approved', 'signed', 'produced')`
  const query = () => {
    if (what === 'pending')
      return sql<{
        id: string
      }>`select id from application where ${pending} and ${detail} in ('', state) order by ${completed} nulls last, submitted_at limit ${limit}`
    if (what === 'late')
      return sql<{ id: string }>`select id from application where ${pending} and state in ('paid', 'under-review', 'approved', 'signed')
        and border_day(${completed}) = any(${lateDays}::date[]) order by ${completed}, id limit ${limit}`
    const { at, detail: column } = columns[what]
    return sql<{ id: string }>`select id from application where office = ${office} and ${sql.ref(at)} is not null
      ${ended.includes(what) ? sql`and state = ${what}` : sql``} ${column && detail !== '' ? sql`and ${sql.ref(column)} = ${detail}` : sql``}
      ${day === null ? sql`` : sql`and border_day(${sql.ref(at)}) = ${day}::date`} order by ${sql.ref(at)} desc, id limit ${limit}`
  }
  return (await query().execute(tx)).rows.map(({ id }) => id as HolderBoundId)
}
