import { join } from 'node:path'
import pg from 'pg'
import type { CivilDate } from '../../src/kernel/time.ts'
import { countOffices } from '../../src/passes/numbers/numbers.queries.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { migrate } from '../../src/platform/postgres/migrate.ts'
import { newHome, removeHome } from './leave.ts'
import { startScratchPostgres } from './scratch-postgres.ts'
import { median, type Row } from './table.ts'

const offices = 40
/** Ten years of working days in forty offices. */
const days = 3650
const chunk = 500_000
const on = '2026-11-20' as CivilDate
const since = '2026-10-22' as CivilDate

/** The numbers of every office against counting the rows. The counters begin as the migration makes them, from the rows. */
export async function benchNumbers({ quick }: { quick: boolean }): Promise<Row[]> {
  const home = newHome()
  const postgres = await startScratchPostgres(join(home, 'var'))
  const client = new pg.Client({ connectionString: postgres.url })
  const database = openDatabase(postgres.url, 1)
  try {
    await client.connect()
    await migrate(client)
    // Made up, and made again at the next run: only here may a commit be quick, and a row stand without its person.
    await client.query('set synchronous_commit = off; set session_replication_role = replica; set max_parallel_workers_per_gather = 0')
    const rows: Row[] = []
    for (const size of quick ? [1_000_000] : [1_000_000, 10_000_000]) {
      await client.query('truncate application, office_count_day, office_count_total cascade')
      for (let from = 0; from < size; from += chunk) await fill(client, { from, to: Math.min(from + chunk, size), size })
      await client.query('insert into office_count_day select * from office_counts_of_rows()')
      await client.query(
        "insert into office_count_total select office, what, case when what = 'produced' then '' else detail end, sum(n) from office_count_day group by 1, 2, 3",
      )
      await client.query('vacuum analyze application, office_count_day, office_count_total')
      rows.push(...(await measure(client, database, size)))
    }
    return rows
  } finally {
    await database.close()
    await client.end()
    await postgres.stop()
    removeHome(home)
  }
}

/** In order of time; the last two days' cases still wait, and of the others one in twenty was rejected. */
async function fill(client: pg.Client, { from, to, size }: { from: number; to: number; size: number }): Promise<void> {
  await client.query(
    `insert into application (cell, id, person_id, photo_id, office, state, submitted_at, fee_amount, fee_currency, fee_rule, paid_at, receipt, approved_at, signed_at, mandate, pass_number,
      produced_at, collected_at, kind, subject_pass, cause, ground, closed_at)
    select i % 64, id, id, id, 'KH:' || lpad((1 + i % ${offices / 4})::text, 2, '0') || lpad((1 + i / 7 % 4)::text, 2, '0'),
      case when waits then 'paid' when ends then 'rejected' else 'collected' end, at, 20000, 'KHR', 'kh/order-2024-01-01', at, 'receipt', at,
      case when not waits and not ends then at + interval '2 days' end, case when not waits and not ends then 'mandate' end, case when not waits and not ends then 'KH' || i end,
      case when not waits and not ends then at + interval '3 days' end, case when not waits and not ends then at + interval '5 days' end, 'new', null, null,
      case when ends and not waits then 'papers' end, case when ends and not waits then at + interval '1 day' end
    from (select i, ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid as id, i % 20 = 0 as ends, i > $3::bigint - $3::bigint * 5 / ${days} as waits,
      timestamptz '2026-11-20 08:00+07' - (($3::bigint - i) * ${days} / $3::bigint) * interval '1 day' as at from generate_series($1::bigint, $2::bigint) i) made`,
    [from, to - 1, size],
  )
}

async function measure(client: pg.Client, database: ReturnType<typeof openDatabase>, size: number): Promise<Row[]> {
  const label = `${size / 1e6} M cases`
  const counting = (offices: string) => () =>
    client.query(
      'select office, state, kind, count(*), count(*) filter (where border_day(signed_at) = $2) from application where office like $1 group by 1, 2, 3',
      [offices, on],
    )
  const rows: Row[] = []
  for (const [what, pattern] of [
    ['one office', 'KH:0101'],
    ['one province', 'KH:01%'],
    ['every office', 'KH:%'],
  ] as const) {
    const ours = await milliseconds(() => countOffices(database.query, { offices: pattern, on, since }), 9)
    const theirs = await milliseconds(counting(pattern), 3)
    rows.push({
      what: `numbers of ${what}, ${label}`,
      ours: `counters ${ours.toFixed(1)} ms`,
      against: `count(*) by state and kind alone ${theirs.toFixed(0)} ms`,
      ratio: theirs / ours,
      wanted: '≤ 200 ms',
      holds: ours <= 200,
    })
  }
  return rows
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
