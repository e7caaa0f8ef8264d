import { sql } from 'kysely'
import { borderZone, civilDateAt, clockTimeAt, type Instant } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import { type CountedCase, type CounterChange, counterChanges, keyOf, totalDetail } from './counters.rules.ts'

/** A case before a step and after it; null: it was not there. */
export type CountedStep = { readonly before: CountedCase | null; readonly after: CountedCase }

/** Counts what steps changed, in their own transaction. Counters are taken in one order by everybody, so that two transactions wait for each other and never both. */
export async function countSteps(tx: Tx, steps: readonly CountedStep[]): Promise<void> {
  const changes = steps.flatMap(({ before, after }) => counterChanges(before, after))
  if (changes.length === 0) return
  const days = summed(changes, keyOf)
  await sql`insert into office_count_day as c (day, office, what, detail, n) select * from ${rowsOf(days.filter(({ n }) => n > 0))}
    on conflict (day, office, what, detail) do update set n = c.n + excluded.n`.execute(tx)
  // What is taken away was counted before: its counter is there.
  await sql`update office_count_day c set n = c.n + taken.n from ${rowsOf(days.filter(({ n }) => n < 0))}
    where c.day = taken.day and c.office = taken.office and c.what = taken.what and c.detail = taken.detail`.execute(tx)
  const totals = summed(
    changes.map((change) => ({ ...change, detail: totalDetail(change) })),
    ({ office, what, detail }) => [office, what, detail].join(' '),
  )
  await sql`insert into office_count_total as c (office, what, detail, n) select office, what, detail, n from ${rowsOf(totals.filter(({ n }) => n > 0))}
    on conflict (office, what, detail) do update set n = c.n + excluded.n`.execute(tx)
  await sql`update office_count_total c set n = c.n + taken.n from ${rowsOf(totals.filter(({ n }) => n < 0))}
    where c.office = taken.office and c.what = taken.what and c.detail = taken.detail`.execute(tx)
}

type Sum = Omit<CounterChange, 'n'> & { readonly n: number }

/** One row a counter, in the order of the keys. */
function summed(changes: readonly CounterChange[], key: (change: CounterChange) => string): Sum[] {
  const sums = new Map<string, Sum>()
  for (const change of changes) sums.set(key(change), { ...change, n: (sums.get(key(change))?.n ?? 0) + change.n })
  return [...sums].toSorted(([one], [other]) => (one < other ? -1 : 1)).flatMap(([, sum]) => (sum.n === 0 ? [] : [sum]))
}

const rowsOf = (sums: readonly Sum[]) => sql`unnest(${sums.map(({ day }) => day)}::date[], ${sums.map(({ office }) => office)}::text[],
  ${sums.map(({ what }) => what)}::text[], ${sums.map(({ detail }) => detail)}::text[], ${sums.map(({ n }) => n)}::int[]) as taken (day, office, what, detail, n)`

/** One more step of this person in this hour of the border's clock. */
export async function countDeed(
  tx: Tx,
  { office, account, step, at, n = 1 }: { office: string; account: string; step: string; at: Instant; n?: number },
): Promise<void> {
  const [day, hour] = [civilDateAt(at, borderZone), Number(clockTimeAt(at, borderZone).slice(0, 2))]
  await sql`insert into staff_count_hour as c (day, office, hour, account, step, n) values (${day}, ${office}, ${hour}, ${account}, ${step}, ${n})
    on conflict (day, office, hour, account, step) do update set n = c.n + excluded.n`.execute(tx)
}
