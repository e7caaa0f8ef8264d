import { loadavg } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import pg from 'pg'
import type { Instant } from '../../src/kernel/time.ts'
import { findNearPeople } from '../../src/persons/near-people.queries.ts'
import { clerkAccount, fillRegister, grantClerk, idAt } from '../../src/persons/test-register.ts'
import { kindAt, kinds, recordOf, variantOf } from '../../src/persons/test-variants.ts'
import { type Database, inTransaction, openDatabase } from '../../src/platform/database.ts'
import { ensureLogins, newPasswords } from '../../src/platform/postgres/logins.ts'
import { migrate } from '../../src/platform/postgres/migrate.ts'
import { cpuWithChildren } from './cpu.ts'
import { newHome, removeHome } from './leave.ts'
import { startScratchPostgres } from './scratch-postgres.ts'
import type { Row } from './table.ts'

const recallPeople = 100_000
const latencyPeople = 1_000_000
const batch = 5_000
/** Of each kind in the recall; of everything in the latency; of strangers. */
const [askedOfKind, askedForTime, askedStrangers] = [400, 1_000, 1_000]
const at = '2026-11-20T03:00:00.000Z' as Instant

/** Recall of people who come again, by what is different, among 100,000; then the time of the search among a million, through the program's own login. `--quick`: the recall alone. */
export async function benchDuplicates({ quick }: { quick: boolean }): Promise<Row[]> {
  const home = newHome()
  const postgres = await startScratchPostgres(join(home, 'var'))
  const migrator = openDatabase(postgres.url, 2)
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  await migrate(client)
  await grantClerk(migrator.pool)
  const { app } = await ensureLogins(client, postgres.url, newPasswords())
  const database = openDatabase(app, 1)
  try {
    await fill(migrator, 0, recallPeople)
    const rows = await recall(database)
    if (quick) return rows
    await fill(migrator, recallPeople, latencyPeople)
    return [...rows, ...(await latency(database, migrator, postgres.pid))]
  } finally {
    await database.close()
    await migrator.close()
    await client.end()
    await postgres.stop()
    removeHome(home)
  }
}

async function fill(migrator: Database, from: number, to: number): Promise<void> {
  for (let first = from; first < to; first += batch) {
    const people = Array.from({ length: Math.min(batch, to - first) }, (_, offset) => first + offset)
    const stored = (index: number) => (index < recallPeople ? variantOf(kindAt(index), index).stored : recordOf(index))
    await fillRegister(
      migrator,
      people.map((index) => ({ index, record: stored(index) })),
      at,
    )
  }
  await migrator.pool.query('vacuum analyze person, person_name_key')
}

const near = (database: Database, asked: Parameters<typeof findNearPeople>[1]) =>
  inTransaction(database, { account: clerkAccount, at }, (tx) => findNearPeople(tx, asked))

async function recall(database: Database): Promise<Row[]> {
  const rows: Row[] = []
  let [found, asked] = [0, 0]
  for (const kind of Object.keys(kinds)) {
    const indexes = Array.from({ length: recallPeople }, (_, index) => index).filter((index) => kindAt(index) === kind)
    const step = Math.floor(indexes.length / askedOfKind)
    // Khmer and Thai stand side by side: an even step would leave one out.
    const chosen = Array.from({ length: askedOfKind }, (_, turn) => indexes[turn * step + (turn % 2)] ?? 0)
    let ofKind = 0
    for (const index of chosen) {
      const people = await near(database, variantOf(kind, index).asked)
      if (people.some(({ id }) => id === idAt(index))) ofKind += 1
    }
    found += ofKind
    asked += chosen.length
    rows.push(recallRow(kind, ofKind, chosen.length))
  }
  const all = { ...recallRow('all kinds', found, asked), wanted: '≥ 95 %', holds: found / asked >= 0.95 }
  return [...rows, all, await strangersShown(database, recallPeople)]
}

/** People whom the register has not: whom are they like? */
async function strangersShown(database: Database, size: number): Promise<Row> {
  const counts: number[] = []
  for (let turn = 0; turn < askedStrangers; turn += 1) counts.push((await near(database, variantOf(strangers, 5_000_001 + turn * 3).asked)).length)
  const shown = counts.reduce((total, n) => total + n, 0)
  return {
    what: `strangers, ${size / 1e6} M people`,
    ours: `${((100 * counts.filter((n) => n > 0).length) / counts.length).toFixed(1)} % are shown anybody`,
    against: `${(shown / counts.length).toFixed(2)} people each`,
  }
}
const [strangers = ''] = Object.keys(kinds)
const recallRow = (kind: string, found: number, asked: number): Row => ({
  what: `comes again: ${kind}`,
  ours: `${((100 * found) / asked).toFixed(1)} % found`,
  against: `${asked} asked, ≤ 5 shown`,
})

async function latency(database: Database, migrator: Database, postmaster: number): Promise<Row[]> {
  const names = Object.keys(kinds)
  const asked = Array.from({ length: askedForTime }, (_, turn) => variantOf(names[turn % names.length] ?? '', (turn * 7919) % latencyPeople).asked)
  for (const each of asked.slice(0, 50)) await near(database, each)
  const times: number[] = []
  let shown = 0
  const [before, postgresBefore] = [process.cpuUsage(), cpuWithChildren(postmaster) ?? Number.NaN]
  for (const each of asked) {
    const start = performance.now()
    shown += (await near(database, each)).length
    times.push(performance.now() - start)
  }
  const { user, system } = process.cpuUsage(before)
  const cpuMs = [(user + system) / 1000, 1000 * ((cpuWithChildren(postmaster) ?? Number.NaN) - postgresBefore)].map((ms) =>
    (ms / asked.length).toFixed(1),
  )
  const sorted = times.toSorted((a, b) => a - b)
  const quantile = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
  const { rows } = await migrator.pool.query<{ size: string }>("select pg_size_pretty(pg_total_relation_size('person_name_key')) as size")
  return [
    await strangersShown(database, latencyPeople),
    {
      what: `near people among ${latencyPeople / 1e6} M, load ${loadavg()[0]?.toFixed(1)}`,
      ours: `p50 ${quantile(0.5).toFixed(1)} ms, p95 ${quantile(0.95).toFixed(1)} ms, p99 ${quantile(0.99).toFixed(1)} ms`,
      against: `keys take ${rows[0]?.size}, ${(shown / asked.length).toFixed(1)} people shown each; CPU of one: Node ${cpuMs[0]} ms, Postgres ${cpuMs[1]} ms`,
      wanted: 'p95 < 100 ms',
      holds: quantile(0.95) < 100,
    },
  ]
}
