import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import pg from 'pg'
import { becomeMadeUp } from '../../src/app/demonstration-session.ts'
import { cpuOf, cpuWithChildren } from './cpu.ts'
import { HttpClient } from './http-client.ts'
import { endOf, newHome, removeHome, tracked } from './leave.ts'
import type { LoadOrder, LoadResult, Pass } from './load.ts'
import { type Baseline, openBaseline } from './one-by-one.ts'
import { startScratchPostgres } from './scratch-postgres.ts'
import { startServer } from './server-process.ts'
import { median, type Row } from './table.ts'

export const levels = [
  { inFlight: 1, least: undefined },
  { inFlight: 32, least: 1.3 },
  { inFlight: 128, least: 2.5 },
] as const
const holders = 512
/** Few enough that a loaded machine answers before the request is given up. */
const passesARequest = 64

export type RecordOptions = { readonly quick: boolean; readonly lanes?: string; readonly nodeArguments?: readonly string[] }

/** Recording through HTTP, with no order live and nobody on the watchlist (circumstances.ts has those), against one transaction a movement, by turns on one database server, at 1, 32 and 128 in flight. */
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
        await baseline.play({ clients: 32, seconds: 1 })
        const rows = []
        const used = { server: () => cpuOf(server.child.pid ?? 0), database: () => cpuWithChildren(postgres.pid) }
        for (const level of levels) rows.push(...(await benchLevel(level, { rounds, seconds, load, baseline, used })))
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

type Used = { server(): number | undefined; database(): number | undefined }
export type Sides = {
  readonly rounds: number
  readonly seconds: number
  readonly load: LoadProcess
  readonly baseline: Baseline
  readonly used: Used
}
/** One side of one round: movements a second, and CPU microseconds a movement where the machine tells them. */
type Measured = { readonly perSecond: number; readonly cpu: number; readonly p99: number }
type Round = { readonly typed: Measured; readonly scanned: Measured; readonly plain: Measured }

export async function benchLevel(
  { inFlight, least }: { readonly inFlight: number; readonly least: number | undefined },
  sides: Sides,
): Promise<Row[]> {
  const measured: Round[] = []
  const connecting = await cpuOfConnecting(inFlight, sides)
  for (let round = 0; round < sides.rounds; round += 1) {
    const typed = await playOurs(inFlight, false, sides)
    const plain = await playTheirs(inFlight, connecting, sides)
    const scanned = await playOurs(inFlight, true, sides)
    measured.push({ typed, plain, scanned })
    const told = Object.entries({ typed, scanned, plain }).map(([side, { perSecond }]) => `${side} ${perSecond.toFixed(0)}/s`)
    console.error(`  ${inFlight} in flight, round ${round + 1}: ${told.join(', ')}`)
  }
  return rowsOf(measured, { inFlight, least, against: sides.baseline.name })
}

function rowsOf(measured: readonly Round[], { inFlight, least, against }: { inFlight: number; least: number | undefined; against: string }): Row[] {
  const middle = (side: keyof Round, figure: keyof Measured) => median(measured.map((round) => round[side][figure]))
  const row = (what: string, side: 'typed' | 'scanned'): Row => {
    const ratio = median(measured.map((round) => round[side].perSecond / round.plain.perSecond))
    const ours = `${middle(side, 'perSecond').toFixed(0)}/s, p99 ${middle(side, 'p99').toFixed(0)} ms`
    return {
      what,
      ours,
      against: `${against} ${middle('plain', 'perSecond').toFixed(0)}/s`,
      ratio,
      ...(least && { wanted: `≥ ${least}`, holds: ratio >= least }),
    }
  }
  const cpu = median(measured.map((round) => round.plain.cpu / round.typed.cpu))
  const steady: Row = {
    what: `  CPU a movement, by number, ${inFlight} in flight`,
    ours: `server and database ${middle('typed', 'cpu').toFixed(0)} µs`,
    against: `database alone ${middle('plain', 'cpu').toFixed(0)} µs`,
    ratio: cpu,
  }
  return [
    row(`record by pass number, ${inFlight} in flight`, 'typed'),
    ...(cpu > 0 ? [steady] : []),
    row(`record by scanned QR, ${inFlight} in flight`, 'scanned'),
  ]
}

async function playOurs(inFlight: number, scanned: boolean, { seconds, load, used }: Sides): Promise<Measured> {
  const before = sum(used.server(), used.database())
  const { perSecond, milliseconds } = await load.play({ inFlight, seconds, scanned })
  const cpu = ((sum(used.server(), used.database()) - before) * 1e6) / milliseconds.length
  return { perSecond, cpu, p99: milliseconds[Math.floor(milliseconds.length * 0.99)] ?? Number.NaN }
}

/** Without what its connections cost: ours stand already. */
async function playTheirs(clients: number, connecting: number, { seconds, baseline, used }: Sides): Promise<Measured> {
  const before = sum(used.database())
  const { perSecond, done } = await baseline.play({ clients, seconds })
  return { perSecond, cpu: ((sum(used.database()) - before - connecting) * 1e6) / (done - clients), p99: Number.NaN }
}

async function cpuOfConnecting(clients: number, { baseline, used }: Sides): Promise<number> {
  const before = sum(used.database())
  await baseline.play({ clients, seconds: 0 })
  return sum(used.database()) - before
}

/** NaN where the machine does not tell. */
const sum = (...seconds: (number | undefined)[]): number => seconds.reduce<number>((total, each) => total + (each ?? Number.NaN), 0)

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

export type LoadProcess = { play(order: LoadOrder): Promise<LoadResult>; stop(): Promise<void> }

export async function startLoad(url: string, passes: readonly Pass[]): Promise<LoadProcess> {
  const child = tracked(
    fork(join(import.meta.dirname, 'load.ts'), { execArgv: ['--disable-warning=ExperimentalWarning'], serialization: 'advanced' }),
  )
  // Six days ago at 08:00 at the border: the passes were made a week ago, and the point is open.
  const firstMs = Math.floor((Date.now() - 6 * 86_400_000) / 86_400_000) * 86_400_000 + 3_600_000
  const session = await becomeMadeUp(new URL(url), { role: 'checkpoint-officer', place: 'kh-th/poipet' })
  child.send({ url, session, passes, firstMs })
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
