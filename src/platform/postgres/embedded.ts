import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { locateBinaries } from './binaries.ts'
import { chooseRunAs, commandAs, giveTo, type RunAs } from './run-as.ts'

export type Postgres = {
  readonly url: string
  /** True when a server was already running on this folder and we only joined it. */
  readonly joined: boolean
  /** Stops the server (fast shutdown: open transactions are rolled back, everything committed is on disk). Resolves when the process is gone. */
  stop(): Promise<void>
}

/** A line a person can act on; thrown at start only. */
export class PostgresFault extends Error {}

const startTimeoutMs = 60_000
const startAttemptsMax = 10
const serverSettings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'shared_buffers=256MB',
  'max_wal_size=2GB',
  'wal_compression=pglz',
  'max_connections=60',
  // Durability is the product: what is acknowledged is on disk.
  'fsync=on',
  'synchronous_commit=on',
  'full_page_writes=on',
  'timezone=UTC',
  'log_timezone=UTC',
  // Statements hold personal data: they stay out of the server's log.
  'log_min_error_statement=panic',
  'log_parameter_max_length_on_error=0',
]

/** Starts (after making it, the first time) the embedded Postgres on `home/postgres`, or joins the one that runs there. `settings` come after its own, and win. */
export async function startEmbedded(home: string, port: number, settings: readonly string[] = []): Promise<Postgres> {
  mkdirSync(home, { recursive: true, mode: 0o755 })
  const binaries = locateBinaries()
  const as = chooseRunAs([home, binaries.postgres])
  const folder = join(home, 'postgres')
  if (!existsSync(join(folder, 'PG_VERSION'))) initialise(home, folder, binaries.initdb, as)
  const password = readFileSync(join(home, 'postgres.password'), 'utf8')

  await untilReaped(folder)
  const running = await joinRunning(folder, password)
  if (running) return running

  const chosen = port === 0 ? await freePort() : port
  if (port !== 0 && !(await isFree(port))) throw new PostgresFault(`Port ${port} is in use: set SPEAN_DATABASE_PORT to a free one, or to 0.`)
  const url = urlOf(chosen, password)
  for (let attempt = 1; ; attempt += 1) {
    const command = commandAs(as, binaries.postgres, argumentsOf(folder, chosen, settings))
    const child = launch(join(home, 'postgres.log'), command)
    try {
      await untilReady(url, child, join(home, 'postgres.log'))
      return { url, joined: false, stop: () => stopChild(child, folder) }
    } catch (fault) {
      // A process of a killed Postgres is still on its way out: the folder is free in a moment.
      const leaving = fault instanceof PostgresFault && /shared memory block|lock file/i.test(fault.message)
      if (!leaving || attempt === startAttemptsMax) throw fault
      await wait(500)
    }
  }
}

/** Makes the cluster in a folder beside its place and renames it when it is whole: a full disk leaves nothing half-made. */
function initialise(home: string, folder: string, initdb: string, as: RunAs): void {
  const draft = mkdtempSync(join(home, 'postgres-new-'))
  const password = randomBytes(24).toString('base64url')
  try {
    const passwordFile = join(draft, 'password')
    writeFileSync(passwordFile, password, { mode: 0o600 })
    const cluster = join(draft, 'cluster')
    mkdirSync(cluster, { mode: 0o700 })
    for (const path of [draft, passwordFile, cluster]) giveTo(as, path)
    const args = ['-D', cluster, '-U', 'spean', `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '--no-instructions']
    const command = commandAs(as, initdb, args)
    const made = spawnSync(command.file, command.args, { ...command.options, encoding: 'utf8' })
    if (made.status !== 0)
      throw new PostgresFault(`The database could not be made in ${home}: ${tellingLine(made.stderr) || made.error?.message || 'initdb failed'}`)
    writeFileSync(join(home, 'postgres.password'), password, { mode: 0o600 })
    rmSync(folder, { recursive: true, force: true })
    renameSync(cluster, folder)
  } catch (error) {
    if (error instanceof PostgresFault) throw error
    throw new PostgresFault(`The database could not be made in ${home}: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

const argumentsOf = (folder: string, port: number, settings: readonly string[]): string[] => [
  ...['-D', folder, '-p', String(port)],
  ...[...serverSettings, ...settings].flatMap((setting) => ['-c', setting]),
]

function launch(logFile: string, command: ReturnType<typeof commandAs>): ChildProcess {
  const log = openSync(logFile, 'a', 0o600)
  // A log file, not a pipe: the server outlives a killed parent. Its own process group: Ctrl-C reaches it through us, after the last answer is out.
  const child = spawn(command.file, command.args, { ...command.options, stdio: ['ignore', log, log], detached: true })
  closeSync(log)
  return child
}

async function untilReady(url: string, child: ChildProcess, logFile: string): Promise<void> {
  let gone: string | undefined
  child.once('error', (error) => {
    gone = error.message
  })
  child.once('exit', (code, signal) => {
    gone ??= `it ended with ${signal ?? code}`
  })
  for (let waitedMs = 0; waitedMs < startTimeoutMs; waitedMs += 25) {
    if (gone) throw new PostgresFault(`Postgres did not start: ${tellingLine(readFileSync(logFile, 'utf8').slice(-4000)) || gone}`)
    if (await answers(url)) return
    await wait(25)
  }
  child.kill('SIGINT')
  throw new PostgresFault(`Postgres did not answer within ${startTimeoutMs / 1000} s: see ${logFile}`)
}

async function stopChild(child: ChildProcess, folder: string): Promise<void> {
  const running = () => child.exitCode === null && child.signalCode === null
  const pid = readPidFile(folder)?.pid ?? child.pid
  if (!running() || pid === undefined) return
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    if (!running()) resolve()
  })
  signal(pid, 'SIGINT')
  await ended
}

const reapTimeoutMs = 5_000
/** A killed Postgres that its parent has not yet noticed (a zombie) looks alive to the next one, which then refuses to start: wait for it to go, else take its pid file away. */
async function untilReaped(folder: string): Promise<void> {
  for (let waitedMs = 0; waitedMs < reapTimeoutMs; waitedMs += 50) {
    const found = readPidFile(folder)
    if (!found || isAlive(found.pid) || !exists(found.pid)) return
    await wait(50)
  }
  rmSync(join(folder, 'postmaster.pid'), { force: true })
}

/** A killed program may leave its Postgres running: we join it. A dead one's pid file is left to Postgres, which knows how to clear it. */
async function joinRunning(folder: string, password: string): Promise<Postgres | undefined> {
  for (let waitedMs = 0; waitedMs < startTimeoutMs; waitedMs += 50) {
    const found = readPidFile(folder)
    if (!found || !isAlive(found.pid)) return undefined
    const url = urlOf(found.port, password)
    if (found.port > 0 && (await answers(url)))
      return {
        url,
        joined: true,
        stop: async () => {
          signal(found.pid, 'SIGINT')
          while (isAlive(found.pid)) await wait(25)
        },
      }
    await wait(50)
  }
  throw new PostgresFault(`A Postgres runs on ${folder} but does not answer: end it (its pid is the first line of postmaster.pid), then start again.`)
}

function readPidFile(folder: string): { pid: number; port: number } | undefined {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3] ?? 0) }
  } catch {
    return undefined
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** A zombie (state Z) has ended: only its parent has not yet noticed. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return true
  }
}

function signal(pid: number, name: 'SIGINT'): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended on its own.
  }
}

const urlOf = (port: number, password: string): string => `postgres://spean:${password}@127.0.0.1:${port}/postgres`

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })

/** The last line that names the disk or a permission, else a fault, else the last line. */
function tellingLine(text: string): string {
  const lines = text.trim().split('\n')
  const [full, fault] = [/no space left|permission denied/i, /fatal|panic|error:|could not/i].map((sign) => lines.findLast((line) => sign.test(line)))
  return (full ?? fault ?? lines.at(-1) ?? '').trim()
}
