import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import pg from 'pg'
import { HttpClient } from './http-client.ts'
import type { LoadOrder, LoadResult, Pass } from './load.ts'
import { openBaseline } from './one-by-one.ts'
import { startScratchPostgres } from './scratch-postgres.ts'
import { endOf, newHome, removeHome, startServer } from './server-process.ts'
import { median, type Row } from './table.ts'

const levels = [
  { inFlight: 1, least: undefined },
  { inFlight: 32, least: 1.3 },
  { inFlight: 128, least: 2.5 },
] as const
const holders = 512
const passesARequest = 128

export type RecordOptions = { readonly quick: boolean; readonly lanes?: string; readonly nodeArguments?: readonly string[] }

/** Recording through HTTP against one transaction a movement, by turns on one database server, at 1, 32 and 128 in flight. */
export async function benchRecord({ quick, lanes = '2', nodeArguments = [] }: RecordOptions): Promise<Row[]> {
  const home = newHome()
  const [rounds, seconds] = quick ? [3, 2] : [5, 5]
  const postgres = await startScratchPostgres(join(home, 'var'))
  try {
    const server = await startServer(home, { lanes, nodeArguments, databaseUrl: postgres.url })
    try {
      const passes = await issuePasses(server.url, holders)
      const load = await startLoad(server.url, passes)
      try {
        // Warm-up, and a real event to take the size from.
        await load.play({ inFlight: 32, seconds: 3, scanned: true })
        await load.play({ inFlight: 32, seconds: 3, scanned: false })
        const baseline = await openBaseline({ databaseUrl: postgres.url, folder: home, holders, body: await middlingBody(postgres.url) })
        await baseline.perSecond({ clients: 32, seconds: 1 })
        const rows = []
        for (const level of levels) rows.push(...(await benchLevel(level, { rounds, seconds, load, baseline })))
        await assertCounted(postgres.url)
        return rows
      } finally {
        await load.stop()
      }
    } finally {
      await server.stop()
    }
  } finally {
    await postgres.stop()
    removeHome(home)
  }
}

type Sides = {
  readonly rounds: number
  readonly seconds: number
  readonly load: LoadProcess
  readonly baseline: Awaited<ReturnType<typeof openBaseline>>
}

async function benchLevel({ inFlight, least }: (typeof levels)[number], { rounds, seconds, load, baseline }: Sides): Promise<Row[]> {
  const measured: { typed: number; scanned: number; plain: number; p99: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const typed = await load.play({ inFlight, seconds, scanned: false })
    const plain = await baseline.perSecond({ clients: inFlight, seconds })
    const scanned = await load.play({ inFlight, seconds, scanned: true })
    console.error(
      `  ${inFlight} in flight, round ${round + 1}: ${[typed.perSecond, scanned.perSecond, plain].map((each) => each.toFixed(0)).join(', ')} a second (typed, scanned, one by one)`,
    )
    measured.push({
      typed: typed.perSecond,
      scanned: scanned.perSecond,
      plain,
      p99: scanned.milliseconds[Math.floor(scanned.milliseconds.length * 0.99)] ?? Number.NaN,
    })
  }
  const against = `${baseline.name}: ${middle(measured, 'plain')}/s`
  const row = (what: string, side: 'typed' | 'scanned'): Row => {
    const ratio = median(measured.map((round) => round[side] / round.plain))
    return { what, ours: `${middle(measured, side)}/s`, against, ratio, ...(least && { wanted: `≥ ${least}`, holds: ratio >= least }) }
  }
  return [
    row(`record by pass number, ${inFlight} in flight`, 'typed'),
    row(`record by scanned QR, signature checked, ${inFlight} in flight (p99 ${median(measured.map(({ p99 }) => p99)).toFixed(0)} ms)`, 'scanned'),
  ]
}

const middle = <K extends string>(rounds: readonly Readonly<Record<K, number>>[], key: K): string =>
  median(rounds.map((round) => round[key])).toFixed(0)

export async function issuePasses(url: string, holders: number): Promise<Pass[]> {
  const client = new HttpClient(url, 4)
  try {
    for (let from = 0; from < holders; from += passesARequest) await client.json('POST', '/api/v1/made-up/passes', { from, count: passesARequest })
    const passes = await client.json<Pass[]>('GET', `/api/v1/made-up/passes?limit=${holders}`)
    if (passes.length !== holders) throw new Error(`${passes.length} passes were issued, not ${holders}`)
    return passes
  } finally {
    client.close()
  }
}

type LoadProcess = { play(order: LoadOrder): Promise<LoadResult>; stop(): Promise<void> }

export async function startLoad(url: string, passes: readonly Pass[]): Promise<LoadProcess> {
  const child = fork(join(import.meta.dirname, 'load.ts'), { execArgv: ['--disable-warning=ExperimentalWarning'], serialization: 'advanced' })
  // Six days ago at 08:00 at the border: the passes were made a week ago, and the point is open.
  const firstMs = Math.floor((Date.now() - 6 * 86_400_000) / 86_400_000) * 86_400_000 + 3_600_000
  child.send({ url, passes, firstMs })
  await once(child, 'message')
  return {
    play: async (order) => {
      child.send(order)
      const [result] = (await once(child, 'message')) as [LoadResult]
      const strange = Object.keys(result.answers).filter((answer) => answer !== 'admit')
      if (strange.length > 0) throw new Error(`movements of the measurement were not all admitted: ${JSON.stringify(result.answers)}`)
      return result
    },
    stop: () => endOf(child, 'SIGTERM'),
  }
}

/** The body that stands in the middle by length: the baseline writes it each time. */
export const middlingBody = (databaseUrl: string): Promise<string> =>
  ask(
    databaseUrl,
    `select body::text as value from event where type = 'MovementRecorded' order by length(body::text) limit 1 offset (select count(*) / 2 from event where type = 'MovementRecorded')`,
  )

/** What was measured must also be right: every movement has its event, and the counters tell their number. */
async function assertCounted(databaseUrl: string): Promise<void> {
  const same = `(select sum(n) from movement_count_day) = count(*) and (select sum(n) from movement_count_month) = count(*)
    and (select count(*) from event where type = 'MovementRecorded') = count(*)`
  const right = await ask(databaseUrl, `select (${same})::text as value from movement`)
  if (right !== 'true') throw new Error('the counters do not tell the number of movements')
}

async function ask(databaseUrl: string, sql: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ value: string }>(sql)
    if (!rows[0]) throw new Error(`no answer to: ${sql}`)
    return rows[0].value
  } finally {
    await client.end()
  }
}
