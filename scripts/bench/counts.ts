import { statfsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { instantOfMs } from '../../src/kernel/time.ts'
import { countsByDay } from '../../src/movements/movement.queries.ts'
import { ensureMonths } from '../../src/movements/partitions.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { migrate } from '../../src/platform/postgres/migrate.ts'
import { newHome, removeHome } from './leave.ts'
import { startScratchPostgres } from './scratch-postgres.ts'
import { median, type Row } from './table.ts'

const firstDay = '2021-12-01'
/** Five years: sixty monthly partitions, as many days as they have. */
const days = 1826
const chunk = 500_000
const freeBytesMin = 15 * 2 ** 30

/** Counters against counting, over sixty partitions with the real tables. The counters are filled as the recorder fills them: with the rows, in their transaction. */
export async function benchCounts({ quick }: { quick: boolean }): Promise<Row[]> {
  const home = newHome()
  const free = statfsSync(home)
  const enough = free.bavail * free.bsize >= freeBytesMin
  if (!quick && !enough) console.error('  less than 15 GB free in the temporary folder: 20 M rows are left out')
  const sizes = quick ? [100_000, 1_000_000] : enough ? [1_000_000, 20_000_000] : [1_000_000]
  const postgres = await startScratchPostgres(join(home, 'var'))
  const client = new pg.Client({ connectionString: postgres.url })
  try {
    await client.connect()
    await migrate(client)
    for (const year of [2022, 2024, 2026]) await ensureMonths(client, instantOfMs(Date.UTC(year, 10, 15)))
    // The rows are made up and made again at the next run: only here may a commit be quick.
    await client.query('set synchronous_commit = off; set max_parallel_workers_per_gather = 0')
    const rows: Row[] = []
    for (const size of sizes) {
      await client.query('truncate movement, movement_count_day, movement_count_month')
      for (let from = 0; from < size; from += chunk) await fill(client, { from, to: Math.min(from + chunk, size), size })
      await client.query('vacuum analyze')
      rows.push(...(await measure(client, postgres.url, size)))
    }
    return rows
  } finally {
    await client.end()
    await postgres.stop()
    removeHome(home)
  }
}

/** In order of time, as life writes them: a range index then helps count(*) as much as it can. */
async function fill(client: pg.Client, { from, to, size }: { from: number; to: number; size: number }): Promise<void> {
  await client.query(
    `with made as (
  select i, ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid as id, timestamptz '${firstDay} 00:00+07' + (i * ${days} / $3::bigint) * interval '1 day' + (7 + i % 13) * interval '1 hour' as at
  from generate_series($1::bigint, $2::bigint) i),
inserted as (
  insert into movement (cell, id, made_at, occurred_at, recorded_at, holder_id, document_issuer, document_number, point, lane, direction, outcome, rules, law_version, stay_number)
  select i % 64, id, at, at, at, ('00000000-0000-7000-8000-' || lpad(to_hex(i % 1000000), 12, '0'))::uuid, 'KH', 'KH' || lpad((i % 1000000)::text, 10, '0'),
    'kh-th/point-' || (i * 31 % 15), '1', case when i % 2 = 0 then 'exit' else 'entry' end, case when i % 50 = 0 then 'refer' else 'admit' end,
    '{document.genuine,stay.days}', 1, 1
  from made returning cell, occurred_at, point, direction, outcome),
counted as (
  select cell % 2 as shard, point, (occurred_at at time zone interval '7 hours')::date as day, direction, outcome, count(*)::int as n from inserted group by 1, 2, 3, 4, 5),
by_day as (
  insert into movement_count_day as c select * from counted
  on conflict (shard, point, day, direction, outcome) do update set n = c.n + excluded.n)
insert into movement_count_month as c select shard, point, date_trunc('month', day)::date, direction, outcome, sum(n) from counted group by 1, 2, 3, 4, 5
on conflict (shard, point, month, direction, outcome) do update set n = c.n + excluded.n`,
    [from, to - 1, size],
  )
}

async function measure(client: pg.Client, url: string, size: number): Promise<Row[]> {
  const database = openDatabase(url, 1)
  try {
    const day = { points: ['kh-th/point-3'], from: '2024-05-15', until: '2024-05-16' }
    const raw = (where: string, group: string) => () =>
      client.query(`select ${group}, direction, outcome, count(*) from movement where ${where} group by ${group}, direction, outcome`)
    const between = (from: string, until: string) => `occurred_at >= timestamptz '${from} 00:00+07' and occurred_at < timestamptz '${until} 00:00+07'`
    const months = (where: string) => () =>
      client.query(`select point, direction, outcome, sum(n) from movement_count_month where ${where} group by point, direction, outcome`)
    const label = `${size / 1e6} M movements`
    const compared = [
      {
        what: 'one point, one day',
        ours: () => countsByDay(database.query, day),
        theirs: raw(`${between(day.from, day.until)} and point = '${day.points[0]}'`, 'point'),
      },
      { what: 'every point, one month', ours: months("month = '2024-05-01'"), theirs: raw(between('2024-05-01', '2024-06-01'), 'point') },
      { what: 'every point, five years', ours: months('true'), theirs: raw('true', 'point') },
    ]
    const rows: Row[] = []
    for (const { what, ours, theirs } of compared) {
      const [a, b] = [await milliseconds(ours, 9), await milliseconds(theirs, size > 1e6 ? 3 : 5)]
      rows.push({ what: `count ${what}, ${label}`, ours: `counters ${a.toFixed(1)} ms`, against: `count(*) ${b.toFixed(1)} ms`, ratio: b / a })
    }
    return [...rows, await exactness(client, label)]
  } finally {
    await database.close()
  }
}

async function exactness(client: pg.Client, label: string): Promise<Row> {
  const counted = `select point, (occurred_at at time zone interval '7 hours')::date as day, direction, outcome, count(*) as n from movement group by 1, 2, 3, 4`
  const { rows } = await client.query<{ groups: number; wrong: number }>(
    `with raw as (${counted}),
day as (select point, day, direction, outcome, sum(n) as n from movement_count_day group by 1, 2, 3, 4),
month as (select point, month, direction, outcome, sum(n) as n from movement_count_month group by 1, 2, 3, 4),
raw_month as (select point, date_trunc('month', day)::date as month, direction, outcome, sum(n) as n from raw group by 1, 2, 3, 4)
select (select count(*) from raw)::int as groups,
  (select count(*) from raw full join day using (point, day, direction, outcome) where raw.n is distinct from day.n)::int +
  (select count(*) from raw_month full join month using (point, month, direction, outcome) where raw_month.n is distinct from month.n)::int as wrong`,
  )
  const [found] = rows
  if (!found || found.groups === 0) throw new Error('nothing was counted')
  return {
    what: `counters equal the count, ${label}`,
    ours: `${found.groups} groups`,
    against: `${found.wrong} differ`,
    wanted: '0 differ',
    holds: found.wrong === 0,
  }
}

async function milliseconds(ask: () => Promise<unknown>, times: number): Promise<number> {
  await ask()
  const took: number[] = []
  for (let time = 0; time < times; time += 1) {
    const started = performance.now()
    await ask()
    took.push(performance.now() - started)
  }
  return median(took)
}
