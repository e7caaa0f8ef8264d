import { statfsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { becomeMadeUp, type SessionHeaders } from '../../src/app/demonstration-session.ts'
import { instantOfMs } from '../../src/kernel/time.ts'
import { ensureMonths } from '../../src/movements/partitions.ts'
import { cpuOf, cpuWithChildren } from './cpu.ts'
import { HttpClient } from './http-client.ts'
import { newHome, removeHome } from './leave.ts'
import type { LoadResult } from './load.ts'
import { issuePasses, type LoadProcess, startLoad } from './record.ts'
import { startScratchPostgres } from './scratch-postgres.ts'
import { startServer } from './server-process.ts'
import { median, type Row } from './table.ts'

const holders = 512
/** One point's year: twenty thousand movements a day. */
const yearMovements = 7_300_000
const quickMovements = 1_000_000
/** Each goes out and comes home some twelve times a year. */
const movementsAHolder = 24
const chunk = 250_000
const days = 365
const freeBytesMin = 12 * 2 ** 30
/** Whatever is there after this long is what is measured. */
const fillMsMax = 130_000
const countMsMax = 50
const within = 0.1
const point = 'kh-th/poipet'

/** Recording into an empty database, and into one that holds a year of a large point: rows, events, stays and counters, in the real partitions. */
export async function benchYear({ quick }: { quick: boolean }): Promise<Row[]> {
  const home = newHome()
  const free = statfsSync(home)
  const enough = free.bavail * free.bsize >= freeBytesMin
  if (!quick && !enough) console.error('  less than 12 GB free in the temporary folder: a million movements instead of a year')
  const movements = quick || !enough ? quickMovements : yearMovements
  const postgres = await startScratchPostgres(join(home, 'var'))
  const client = new pg.Client({ connectionString: postgres.url })
  try {
    await client.connect()
    const server = await startServer(home, { databaseUrl: postgres.url })
    try {
      const passes = await issuePasses(server.url, holders)
      const load = await startLoad(server.url, passes)
      try {
        const used = () => (cpuOf(server.child.pid ?? 0) ?? Number.NaN) + (cpuWithChildren(postgres.pid) ?? Number.NaN)
        await load.play({ inFlight: 32, seconds: 3, scanned: false })
        const empty = await recording(load, used, quick)
        const filled = await fill(client, movements)
        await load.play({ inFlight: 32, seconds: 3, scanned: false })
        const full = await recording(load, used, quick)
        const session = await becomeMadeUp(new URL(server.url), { role: 'checkpoint-officer', place: point })
        const read = await reading(server.url, session, passes[0]?.number ?? '')
        return [filled, ...recordingRows(empty, full, movements), ...read]
      } finally {
        await load.stop()
      }
    } finally {
      await server.stop()
    }
  } finally {
    await client.end()
    await postgres.stop()
    removeHome(home)
  }
}

/** In order of time, counters and stays with the rows. Events are there with empty bodies: recording meets their index, never their text, which alone would be nine gigabytes. */
async function fill(client: pg.Client, movements: number): Promise<Row> {
  const started = performance.now()
  const now = Date.now()
  for (const daysAgo of [365, 270, 180, 90, 0]) await ensureMonths(client, instantOfMs(now - daysAgo * 86_400_000))
  // Made up, and thrown away: only here may a commit be quick.
  await client.query('set synchronous_commit = off; set max_parallel_workers_per_gather = 0')
  let loaded = 0
  for (; loaded < movements && performance.now() - started < fillMsMax; loaded = Math.min(movements, loaded + chunk))
    await client.query(fillStatement, [loaded, Math.min(movements, loaded + chunk) - 1, movements])
  const people = Math.floor(movements / movementsAHolder)
  await client.query(
    `insert into stay (cell, holder_id, number, state, opened_by, opened_at, opened_point, closed_by, closed_at, closed_point, version)
     select i % 64, ${holderOf('i')}, ${movementsAHolder / 2}, 'closed', ${idOf('i')}, now() - interval '30 days', '${point}', ${idOf('i')}, now() - interval '29 days', '${point}', 2
     from generate_series(0, $1::bigint - 1) i`,
    [people],
  )
  await client.query('vacuum analyze')
  // What the filling left to be written is no part of a day.
  await client.query('checkpoint')
  const right = await client.query<{ right: boolean }>('select (select sum(n) from movement_count_day) = count(*) as right from movement')
  if (right.rows[0]?.right !== true) throw new Error('the counters do not tell the number of movements')
  const size = await client.query<{ bytes: string }>('select pg_database_size(current_database())::text as bytes')
  return {
    what: `load ${loaded / 1e6} M movements of one point${loaded < movements ? ` (of ${movements / 1e6} M: no more time)` : ''}`,
    ours: `${((performance.now() - started) / 1000).toFixed(0)} s`,
    against: `${(Number(size.rows[0]?.bytes) / 2 ** 30).toFixed(1)} GB`,
  }
}

const holderOf = (index: string): string => `('00000000-0000-8000-8000-' || lpad(to_hex(${index}), 12, '0'))::uuid`
const idOf = (index: string): string => `('00000000-0000-7000-8000-' || lpad(to_hex(${index}), 12, '0'))::uuid`
const people = `($3::bigint / ${movementsAHolder})`
/** $1 the first and $2 the last of these, $3 how many in all. */
const fillStatement = `
with made as materialized (
  select i, i % ${people} as holder, ${idOf('i')} as id,
    date_trunc('day', now()) - interval '${days + 1} days' + (i * ${days} / $3::bigint) * interval '1 day' + (i % 50000) * interval '1 second' as at,
    case when (i / ${people}) % 2 = 0 then 'exit' else 'entry' end as direction, case when i % 50 = 0 then 'refer' else 'admit' end as outcome
  from generate_series($1::bigint, $2::bigint) i),
inserted as (
  insert into movement (cell, id, made_at, occurred_at, recorded_at, holder_id, document_issuer, document_number, point, lane, direction, outcome, rules, law_version, stay_number)
  select holder % 64, id, at, at, at, ${holderOf('holder')}, 'KH', 'KH' || lpad(holder::text, 10, '0'), '${point}', (1 + i % 8)::text, direction, outcome,
    '{document.genuine,document.standing,document.validity,document.classes,point.open,stay.days}', 1, 1 + i / ${people} / 2 from made),
told as (
  insert into event (cell, id, made_at, type, subject, actor, recorded_at, body, place)
  select holder % 64, id, at, 'MovementRecorded', ${holderOf('holder')}::text, 'gate', at, '{}', '${point}' from made),
counted as (
  select i % 2 as shard, (at at time zone interval '7 hours')::date as day, direction, outcome, count(*)::int as n from made group by 1, 2, 3, 4),
by_day as (
  insert into movement_count_day as c (shard, point, day, direction, outcome, n) select shard, '${point}', day, direction, outcome, n from counted
  on conflict (shard, point, day, direction, outcome) do update set n = c.n + excluded.n)
insert into movement_count_month as c (shard, point, month, direction, outcome, n)
select shard, '${point}', date_trunc('month', day)::date, direction, outcome, sum(n) from counted group by 1, 2, 3, 4, 5
on conflict (shard, point, month, direction, outcome) do update set n = c.n + excluded.n`

/** Movements a second, p99, and microseconds of CPU of server and database a movement; the medians of the rounds. */
type Recorded = { readonly inFlight: number; readonly perSecond: number; readonly p99: number; readonly cpu: number }

async function recording(load: LoadProcess, used: () => number, quick: boolean): Promise<Recorded[]> {
  const [rounds, seconds] = quick ? [3, 2] : [5, 3]
  const measured: Recorded[] = []
  for (const inFlight of [32, 128]) {
    const all: (LoadResult & { cpu: number })[] = []
    for (let round = 0; round < rounds; round += 1) {
      const before = used()
      const result = await load.play({ inFlight, seconds, scanned: false })
      all.push({ ...result, cpu: ((used() - before) * 1e6) / result.milliseconds.length })
    }
    const p99 = all.map(({ milliseconds }) => milliseconds[Math.floor(milliseconds.length * 0.99)] ?? Number.NaN)
    measured.push({ inFlight, perSecond: median(all.map((each) => each.perSecond)), p99: median(p99), cpu: median(all.map(({ cpu }) => cpu)) })
  }
  return measured
}

function recordingRows(empty: readonly Recorded[], full: readonly Recorded[], movements: number): Row[] {
  const told = ({ perSecond, p99 }: Recorded) => `${perSecond.toFixed(0)}/s, p99 ${p99.toFixed(0)} ms`
  return full.flatMap((after) => {
    const before = empty.find(({ inFlight }) => inFlight === after.inFlight)
    if (!before) return []
    const row = (what: string, ours: string, against: string, ratio: number): Row => ({
      what,
      ours,
      against,
      ratio,
      wanted: '≥ 0.9',
      holds: ratio >= 1 - within,
    })
    return [
      row(
        `record, ${after.inFlight} in flight, ${movements / 1e6} M movements there`,
        told(after),
        `none there: ${told(before)}`,
        after.perSecond / before.perSecond,
      ),
      row(`  CPU a movement, ${after.inFlight} in flight`, `${after.cpu.toFixed(0)} µs`, `${before.cpu.toFixed(0)} µs`, before.cpu / after.cpu),
    ]
  })
}

async function reading(url: string, session: SessionHeaders, number: string): Promise<Row[]> {
  const client = new HttpClient(url, 1, session)
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
  const asked = [
    { what: 'count one point, one day, over HTTP', path: `/api/v1/counts?point=${point}&from=${day(100)}&until=${day(99)}` },
    { what: 'count one point, a year by day, over HTTP', path: `/api/v1/counts?point=${point}&from=${day(366)}&until=${day(-1)}` },
    { what: 'movements of one holder, over HTTP', path: `/api/v1/movements?number=${number}&limit=20` },
  ]
  try {
    const rows: Row[] = []
    for (const { what, path } of asked) {
      const took: number[] = []
      for (let time = 0; time < 21; time += 1) {
        const started = performance.now()
        await client.json('GET', path)
        took.push(performance.now() - started)
      }
      const sorted = took.slice(1).sort((a, b) => a - b)
      const middle = median(sorted)
      rows.push({
        what,
        ours: `p50 ${middle.toFixed(1)} ms`,
        against: `slowest of 20: ${sorted.at(-1)?.toFixed(0)} ms`,
        wanted: `< ${countMsMax} ms`,
        holds: middle < countMsMax,
      })
    }
    return rows
  } finally {
    client.close()
  }
}
