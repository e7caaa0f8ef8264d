import { loadavg } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import pg from 'pg'
import { readLaw } from '../../src/instruments/law-file.ts'
import { type Instant, instantOfMs } from '../../src/kernel/time.ts'
import { ensureMonths } from '../../src/movements/partitions.ts'
import { goodFacts } from '../../src/movements/test-facts.ts'
import { decideVerdict } from '../../src/movements/verdict.rules.ts'
import { AffectedCount } from '../../src/orders/affected.rules.ts'
import { readRecorded } from '../../src/orders/read-recorded.ts'
import { realOrder } from '../../src/orders/test-orders.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { migrate } from '../../src/platform/postgres/migrate.ts'
import { newHome, removeHome } from './leave.ts'
import { startScratchPostgres } from './scratch-postgres.ts'
import type { Row } from './table.ts'

const now = '2026-11-20T02:00:00.000Z' as Instant
const chunk = 50_000
const secondsMax = 120

/** A preview of the order of 26 June 2025 over four weeks of one point: reading, deciding again, counting. `--quick`: a quarter of the movements. */
export async function benchOrders({ quick }: { quick: boolean }): Promise<Row[]> {
  const size = quick ? 100_000 : 400_000
  const { law } = readLaw()
  const body = JSON.stringify({ facts: goodFacts, verdict: decideVerdict(goodFacts, { law, orders: new Map() }) })
  const home = newHome()
  const postgres = await startScratchPostgres(join(home, 'var'))
  const client = new pg.Client({ connectionString: postgres.url })
  const reader = openDatabase(postgres.url, 2)
  try {
    await client.connect()
    await migrate(client)
    await ensureMonths(client, now)
    await client.query('set synchronous_commit = off')
    for (let from = 0; from < size; from += chunk)
      await client.query(
        `insert into event (cell, id, made_at, type, subject, actor, recorded_at, body, place)
         select i % 64, gen_random_uuid(), at, 'MovementRecorded', 'x', 'x', at, jsonb_set($3::jsonb, '{facts,at}', to_jsonb(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), 'kh-th/poipet'
         from (select i, $4::timestamptz - interval '28 days' + i * (interval '28 days' / $5) as at from generate_series($1::int, $2::int - 1) i) as made`,
        [from, from + chunk, body, now, size],
      )
    await client.query('vacuum analyze event')
    const count = new AffectedCount(realOrder('2025-06-26-th-selective'), { law, orders: new Map() })
    const from = instantOfMs(Date.parse(now) - 28 * 86_400_000)
    const before = process.cpuUsage()
    const start = performance.now()
    const span = await readRecorded(reader, { what: 'facts', points: null, from, until: now, secondsMax }, ({ facts, verdict }) =>
      count.add({ facts, outcome: verdict.outcome }),
    )
    const seconds = (performance.now() - start) / 1000
    const { user, system } = process.cpuUsage(before)
    const { passed, affected } = count.result
    return [
      {
        what: `orders: preview over ${span.read.toLocaleString('en')} movements, load ${loadavg()[0]?.toFixed(1)}`,
        ours: `${seconds.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of CPU`,
        against: `${Math.round(span.read / seconds).toLocaleString('en')} a second; ${passed} looked at, ${affected} affected`,
        wanted: '400,000 within 20 s',
        holds: seconds * (400_000 / size) < 20,
      },
    ]
  } finally {
    await reader.close()
    await client.end()
    await postgres.stop()
    removeHome(home)
  }
}
