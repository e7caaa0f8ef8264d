import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LivePoints } from '../checkpoint/live/live-points.ts'
import { LiveShifts } from '../checkpoint/shifts/live-shifts.ts'
import { openCredentials } from '../identity/credentials.ts'
import { readOidcProviders } from '../identity/sign-in/oidc-provider-config.ts'
import { openSignIn, type SignIn } from '../identity/sign-in.ts'
import type { WorkingCalendar } from '../instruments/calendar.rules.ts'
import { readCalendar } from '../instruments/calendar-file.ts'
import type { Law } from '../instruments/law.rules.ts'
import type { OperatingParameters } from '../instruments/operating-parameters.ts'
import { readStateProfile } from '../instruments/states.ts'
import { borderZone, civilDateAt, epochMs, type Instant, instantOfMs } from '../kernel/time.ts'
import { watchesNobody } from '../movements/ask-watchlist.ts'
import { openRecorder } from '../movements/open-recorder.ts'
import type { Recorder } from '../movements/recorder.ts'
import { importFolder } from '../passes/import/import-file.ts'
import { type Imports, openImports, resumeImports } from '../passes/import/imports.ts'
import { LiveTrust } from '../passes/live-trust.ts'
import { officesOn } from '../passes/mandate.queries.ts'
import { openPagePrinter, type PagePrinter } from '../passes/page/page-printer.ts'
import type { Signing } from '../passes/sign-pass.ts'
import type { Credentials } from '../passes/signing-gesture.ts'
import { openSigningKeys } from '../passes/signing-keys.ts'
import { LiveRegistry } from '../places/live-registry.ts'
import { areasOn } from '../places/registry.rules.ts'
import { type Config, ConfigFault, type Mode, projectRoot, unwritable } from '../platform/config.ts'
import { type Database, openDatabase } from '../platform/database.ts'
import { startEmbedded } from '../platform/postgres/embedded.ts'
import type { Logins } from '../platform/postgres/logins.ts'
import { openPortalLimits } from '../portal/limits.ts'
import type { Portal } from '../portal/portal-services.ts'
import { LiveWatchlist } from '../watchlist/live-watchlist.ts'
import { startBackground } from './background.ts'
import { type Cashier, openCashier } from './cashier.ts'
import { type Demonstration, openDemonstration } from './demonstration.ts'
import { type OpenMessenger, openMessenger } from './messenger.ts'
import { type Prepared, prepareDatabase } from './prepare-database.ts'
import { servingPid } from './serving-lock.ts'

export const version = (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version

const portalConnectionsMax = 5
/** A preview reads for seconds: more than two wait for each other. */
const readersMax = 2

export const systemClock = (): Instant => instantOfMs(Date.now())

/** The instance's clock: the system's, or in a trial one that starts where it was set. */
export function clockOf(config: Config): () => Instant {
  if (config.clockStart === undefined) return systemClock
  const aheadMs = epochMs(config.clockStart) - Date.now()
  return () => instantOfMs(Date.now() + aheadMs)
}

export type OpenDatabase = {
  /** The application's own login: row-level security holds for it. */
  readonly database: Database
  /** The login that reaches accounts and sessions, and nothing of residents. */
  readonly identity: Database
  readonly logins: Logins
  readonly law: Law
  /** Work on tables and reference data: a connection of the migrator's, for as long as it takes. */
  asMigrator<T>(work: (database: Database) => Promise<T>): Promise<T>
  close(options?: { stopServer?: boolean }): Promise<void>
}

/** Everything a running instance consists of. */
export type Instance = Signing & {
  /** As browsers name this server; passkeys belong to it. */
  readonly origin: string
  readonly signIn: SignIn
  readonly providers: SignIn['providers']
  readonly signInWays: readonly { readonly id: string; readonly name: string }[]
  readonly credentials: Credentials
  readonly parameters: OperatingParameters
  readonly calendar: WorkingCalendar
  readonly demonstration: Demonstration | undefined
  readonly cashier: Cashier
  readonly messenger: OpenMessenger
  readonly messages: OpenMessenger['use']
  readonly madeUpBank: boolean
  /** Residents' own requests, on connections of their own. */
  readonly portal: Portal
  readonly imports: Imports
  readonly config: Config
  readonly version: string
  readonly mode: Mode
  readonly registry: LiveRegistry
  readonly trust: LiveTrust
  readonly recorder: Recorder
  /** Reads for residents what the gate would read, and records nothing: no lane, and connections of its own. */
  readonly looker: Recorder
  readonly watchlist: LiveWatchlist
  readonly shifts: LiveShifts
  readonly live: LivePoints
  readonly printer: PagePrinter
  readonly printFolder: string
  readonly identity: Database
  /** The read-only login: events and counts, nobody's name. */
  readonly reader: Database
  close(): Promise<void>
}

/** Connects to DATABASE_URL, or starts (or joins) the embedded Postgres, and brings its tables, reference data and logins up to date. @throws with one line a person can act on. */
export async function connectDatabase(config: Config): Promise<OpenDatabase> {
  const embedded = config.databaseUrl === '' ? await startEmbedded(usableHome(config), config.databasePort) : undefined
  const url = embedded?.url ?? config.databaseUrl
  const stopServer = async (stop: boolean) => {
    if (embedded && stop) await embedded.stop()
  }
  try {
    const prepared = await prepareDatabase(url, config, clockOf(config)())
    // A server that we only joined belongs to whoever started it; one that a serving process has joined meanwhile is that one's to stop.
    const stopsIt = () => embedded?.joined === false && servingPid(config.home) === undefined
    return openPrepared(url, prepared, ({ stopServer: stop = stopsIt() } = {}) => stopServer(stop))
  } catch (error) {
    await stopServer(embedded?.joined === false)
    if (error instanceof ConfigFault) throw error
    throw new ConfigFault(
      `The database at ${embedded ? 'SPEAN_HOME' : 'DATABASE_URL'} cannot be used: ${error instanceof Error ? error.message || nameOf(error) : String(error)}`,
    )
  }
}

/** The pools on a database that is up to date. `after` runs when they are closed. */
export function openPrepared(url: string, { logins, law }: Prepared, after: OpenDatabase['close']): OpenDatabase {
  const [database, identity] = [openDatabase(logins.app), openDatabase(logins.identity, 10)]
  return {
    database,
    identity,
    logins,
    law,
    async asMigrator(work) {
      const migrator = openDatabase(url, 2)
      try {
        return await work(migrator)
      } finally {
        await migrator.close()
      }
    },
    async close(options) {
      await Promise.all([database.close(), identity.close()])
      await after(options)
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

/** Opens a whole instance on a connected database: keys of every office, registry, recorder. */
export async function openInstance(config: Config, connected: OpenDatabase, now: () => Instant = clockOf(config)): Promise<Instance> {
  const { database, identity, law, logins } = connected
  const today = civilDateAt(now(), borderZone)
  const calendar = readCalendar(config.state)
  const keys = await openSigningKeys(join(usableHome(config), 'keys', config.state), config.state, now())
  const offices = (await officesOn(database.query, today)).map(({ id }) => id).filter((id) => id.startsWith(`${config.state}:`))
  for (const office of offices) await keys.keyOf(office, now())
  const secret = keptSecret(join(config.home, 'keys', config.state, 'session.secret'))
  const fingerprint = (text: string) => createHmac('sha256', `fingerprint ${secret}`).update(text).digest('base64')
  const signing: Signing = { database, state: config.state, law, now, keys, profile: readStateProfile(config.state), fingerprint }
  const registry = await LiveRegistry.open(database)
  const stopBackground = startBackground(connected, config, now)
  const printer = openPagePrinter({ workersMax: 2 })
  const trust = new LiveTrust(signing, { file: join(config.home, 'trust.json'), rememberedPasses: config.rememberedPasses })
  await trust.get()
  const origin = config.origin === '' ? `http://localhost:${config.port === 0 ? 8080 : config.port}` : config.origin
  const signIn = openSignIn({
    database: identity,
    state: config.state,
    origin,
    secret,
    now,
    mode: config.mode,
    oidc: readOidcProviders(config.oidcFile),
  })
  const credentials = openCredentials(identity)
  const demonstration =
    config.mode === 'demonstration' ? await openDemonstration(config, { ...signing, origin, credentials, identity, registry }) : undefined
  const imports = openImports({
    ...signing,
    areas: () => areasOn(registry.current, civilDateAt(now(), borderZone)),
    folder: importFolder(config),
    madeUp: config.mode === 'demonstration',
  })
  await resumeImports(imports)
  const cashier = await openCashier(config, { database, now, parameters: signIn.context.parameters, law: connected.law, offices })
  const { parameters } = signIn.context
  const messenger = openMessenger(config, { database, now, parameters })
  const watchlist = await LiveWatchlist.open({ database, now, parameters })
  const shifts = await LiveShifts.open({ database, now })
  const live = new LivePoints({ database, registry, shifts, now })
  const recorder = openRecorder({
    ...{ url: logins.recorder, lanes: config.lanes, state: config.state, law, now, registry, parameters, watchlist },
    onRecorded: (request, verdict) => live.recorded(request, verdict),
    onUndone: (undone) => live.undone(undone),
  })
  const asked = { url: logins.recorder, lanes: 0, state: config.state, law, now, registry, parameters }
  const looker = openRecorder({ ...asked, watchlist: watchesNobody })
  // The public never waits for the staff's connections, nor they for the public's.
  const open = openDatabase(logins.app, portalConnectionsMax)
  const reader = openDatabase(logins.reader, readersMax)
  const limits = openPortalLimits(open.pool, { parameters, now, fingerprint })
  const receiptPrinter = openPagePrinter({ waitingMax: 20 })
  const portal: Portal = {
    ...signing,
    database: open,
    registry,
    calendar,
    parameters,
    mode: config.mode,
    payments: { ...cashier.payments, database: open },
    messages: messenger.use,
    printer: receiptPrinter,
    limits,
  }
  return {
    ...signing,
    portal,
    demonstration,
    cashier,
    messenger,
    messages: messenger.use,
    madeUpBank: cashier.bank !== undefined,
    imports,
    origin,
    signIn,
    providers: signIn.providers,
    signInWays: signIn.providers.map(({ id, name }) => ({ id, name })),
    credentials,
    parameters,
    calendar,
    config,
    version,
    mode: config.mode,
    registry,
    trust,
    recorder,
    looker,
    watchlist,
    shifts,
    live,
    printer,
    printFolder: join(config.home, 'print'),
    identity,
    reader,
    async close() {
      stopBackground()
      await imports.close()
      await cashier.close()
      messenger.close()
      await open.close()
      await reader.close()
      registry.close()
      receiptPrinter.close()
      watchlist.close()
      shifts.close()
      live.close()
      printer.close()
      await recorder.close()
      await looker.close()
      await signIn.close()
      await connected.close()
    },
  }
}

/** What signs session cookies and marks of requests: a file beside the keys, never in the database. */
function keptSecret(file: string): string {
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, randomBytes(48).toString('base64url'), { mode: 0o600, flush: true })
    renameSync(`${file}.new`, file)
  }
  return readFileSync(file, 'utf8')
}
