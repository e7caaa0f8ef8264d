import { loadavg } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import pg from 'pg'
import { readLaw } from '../../src/instruments/law-file.ts'
import { epochMs, type Instant, instantOfMs } from '../../src/kernel/time.ts'
import { ensureMonths } from '../../src/movements/partitions.ts'
import { countAffected } from '../../src/orders/count-affected.ts'
import { realOrder } from '../../src/orders/test-orders.ts'
import { insertRecorded, madeUpRecorded, type Recorded } from '../../src/orders/test-recorded.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { newCommandId } from '../../src/platform/ids.ts'
import { migrate } from '../../src/platform/postgres/migrate.ts'
import { cpuWithChildren } from './cpu.ts'
import { newHome, removeHome } from './leave.ts'
import { startScratchPostgres } from './scratch-postgres.ts'
import type { Row } from './table.ts'

const now = '2026-11-20T02:00:00.000Z' as Instant
const from = instantOfMs(epochMs(now) - 28 * 86_400_000)
const chunk = 5_000
const secondsMax = 120

/** A preview of the order of 26 June 2025 over four weeks of made-up movements: reading, deciding again, counting. `--quick`: a quarter of the movements. */
export async function benchOrders({ quick }: { quick: boolean }): Promise<Row[]> {
  const size = quick ? 100_000 : 400_000
  const { law } = readLaw()
  const book = { law, orders: new Map() }
  const home = newHome()
  const postgres = await startScratchPostgres(join(home, 'var'))
  const client = new pg.Client({ connectionString: postgres.url })
  const reader = openDatabase(postgres.url, 2)
  try {
    await client.connect()
    await migrate(client)
    await ensureMonths(client, now)
    await client.query('set synchronous_commit = off')
    let some: (Recorded & { id: string })[] = []
    for (const each of madeUpRecorded(1, size, { from, until: now, hours: [7, 20] }, book)) {
      some.push({ ...each, id: newCommandId(epochMs(each.facts.at)) })
      if (some.length < chunk) continue
      await insertRecorded(client, some)
      some = []
    }
    await client.query('vacuum analyze event')
    const draft = realOrder('2025-06-26-th-selective')
    const delay = monitorEventLoopDelay({ resolution: 5 })
    const heapBefore = process.memoryUsage().rss
    let rss = heapBefore
    const watching = setInterval(() => {
      rss = Math.max(rss, process.memoryUsage().rss)
    }, 50)
    delay.enable()
    const [own, theirs, start] = [process.cpuUsage(), cpuWithChildren(postgres.pid) ?? 0, performance.now()]
    const { read, passed, affected } = await countAffected(reader, draft, book, { points: null, from, until: now, secondsMax })
    const seconds = (performance.now() - start) / 1000
    const { user, system } = process.cpuUsage(own)
    const inDatabase = (cpuWithChildren(postgres.pid) ?? 0) - theirs
    clearInterval(watching)
    delay.disable()
    return [
      {
        what: `orders: preview over ${size.toLocaleString('en')} movements, load ${loadavg()[0]?.toFixed(1)}`,
        ours: `${seconds.toFixed(1)} s; CPU: ${((user + system) / 1e6).toFixed(1)} s of Node, ${inDatabase.toFixed(1)} s of Postgres`,
        against: `${read} read, ${passed} of them let pass at its hours, ${affected} affected; longest turn ${Math.round(delay.max / 1e6)} ms, ${Math.round((rss - heapBefore) / 2 ** 20)} MB more`,
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
