import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Law } from '../instruments/law.rules.ts'
import { readStateProfile } from '../instruments/states.ts'
import { borderZone, civilDateAt, epochMs, type Instant, instantOfMs } from '../kernel/time.ts'
import { ensureMonths } from '../movements/partitions.ts'
import { Recorder } from '../movements/recorder.ts'
import { LiveTrust } from '../passes/live-trust.ts'
import { officesOn } from '../passes/mandate.queries.ts'
import { openPagePrinter, type PagePrinter } from '../passes/page/page-printer.ts'
import type { Signing } from '../passes/sign-pass.ts'
import { openSigningKeys } from '../passes/signing-keys.ts'
import { LiveRegistry } from '../places/live-registry.ts'
import { type Config, ConfigFault, projectRoot, unwritable } from '../platform/config.ts'
import { type Database, openDatabase } from '../platform/database.ts'
import { startEmbedded } from '../platform/postgres/embedded.ts'
import { migrate } from '../platform/postgres/migrate.ts'
import { loadReference } from './load-reference.ts'
import { servingPid } from './serving-lock.ts'

export const version = (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version

export const systemClock = (): Instant => instantOfMs(Date.now())

/** The instance's clock: the system's, or in a trial one that starts where it was set. */
export function clockOf(config: Config): () => Instant {
  if (config.clockStart === undefined) return systemClock
  const aheadMs = epochMs(config.clockStart) - Date.now()
  return () => instantOfMs(Date.now() + aheadMs)
}

export type OpenDatabase = { readonly database: Database; readonly url: string; close(options?: { stopServer?: boolean }): Promise<void> }

/** Everything a running instance consists of. */
export type Instance = Signing & {
  readonly config: Config
  readonly version: string
  readonly registry: LiveRegistry
  readonly trust: LiveTrust
  readonly recorder: Recorder
  readonly printer: PagePrinter
  close(): Promise<void>
}

/** Connects to DATABASE_URL, or starts (or joins) the embedded Postgres, and brings its tables up to date. @throws with one line a person can act on. */
export async function connectDatabase(config: Config): Promise<OpenDatabase> {
  const embedded = config.databaseUrl === '' ? await startEmbedded(usableHome(config), config.databasePort) : undefined
  const url = embedded?.url ?? config.databaseUrl
  const stopServer = async (stop: boolean) => {
    if (embedded && stop) await embedded.stop()
  }
  try {
    await prepare(url, clockOf(config)())
  } catch (error) {
    await stopServer(embedded?.joined === false)
    throw new ConfigFault(
      `The database at ${embedded ? 'SPEAN_HOME' : 'DATABASE_URL'} cannot be used: ${error instanceof Error ? error.message || nameOf(error) : String(error)}`,
    )
  }
  const database = openDatabase(url)
  return {
    database,
    url,
    // A server that we only joined belongs to whoever started it; one that a serving process has joined meanwhile is that one's to stop.
    close: async ({ stopServer: stop = embedded?.joined === false && servingPid(config.home) === undefined } = {}) => {
      await database.close()
      await stopServer(stop)
    },
  }
}

const nameOf = (error: Error): string => ('code' in error ? String(error.code) : error.name)

/** Makes the folder. @throws ConfigFault when it cannot be made or written. */
export function usableHome(config: Config): string {
  try {
    mkdirSync(config.home, { recursive: true, mode: 0o755 })
  } catch (error) {
    throw new ConfigFault(`SPEAN_HOME=${config.home} cannot be made: ${error instanceof Error ? error.message : String(error)}`)
  }
  const reason = unwritable(config.home)
  if (reason) throw new ConfigFault(`SPEAN_HOME=${config.home} cannot be written (${reason}).`)
  return config.home
}

const serverVersionMin = 150_000

async function prepare(url: string, now: Instant): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
    if (Number(rows[0]?.server_version_num) < serverVersionMin)
      throw new Error(`Postgres 15 or newer is needed; this is ${rows[0]?.server_version_num}`)
    await migrate(client)
    await ensureMonths(client, now)
  } finally {
    await client.end()
  }
}

const monthsEveryMs = 6 * 3_600_000
/** Next month's partitions, long before they are needed. A database that is away is asked again the next time. */
async function makeMonths(database: Database, now: () => Instant): Promise<void> {
  const client = await database.pool.connect().catch(() => undefined)
  if (!client) return
  await ensureMonths(client, now()).catch(() => {})
  client.release()
}

/** Opens a whole instance on a connected database: reference data, keys of every office, registry, recorder. */
export async function openInstance(config: Config, connected: OpenDatabase, now: () => Instant = clockOf(config)): Promise<Instance> {
  const { database, url } = connected
  const today = civilDateAt(now(), borderZone)
  const law: Law = await loadReference(database, now(), today)
  const keys = await openSigningKeys(join(usableHome(config), 'keys', config.state), config.state, now())
  for (const office of await officesOn(database.query, today)) if (office.id.startsWith(`${config.state}:`)) await keys.keyOf(office.id, now())
  const signing: Signing = { database, state: config.state, law, now, keys, profile: readStateProfile(config.state) }
  const registry = await LiveRegistry.open(database)
  const months = setInterval(() => void makeMonths(database, now), monthsEveryMs).unref()
  const recorder = new Recorder({ url, lanes: config.lanes, state: config.state, law, now })
  const printer = openPagePrinter()
  const trust = new LiveTrust(signing, join(config.home, 'trust.json'))
  await trust.get()
  return {
    ...signing,
    config,
    version,
    registry,
    trust,
    recorder,
    printer,
    async close() {
      clearInterval(months)
      registry.close()
      printer.close()
      await recorder.close()
      await connected.close()
    },
  }
}
