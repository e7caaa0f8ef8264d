import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type pg from 'pg'
import type { Role } from '../identity/authority-lists.rules.ts'
import type { StateCode } from '../kernel/code.ts'
import { epochMs, type Instant, parseInstant } from '../kernel/time.ts'
import { readConfig } from '../platform/config.ts'
import type { HttpServer } from '../platform/http.ts'
import { openTestDatabase } from '../platform/postgres/test-cluster.ts'
import type { SessionHeaders } from './demonstration-session.ts'
import { type Instance, openInstance, openPrepared } from './instance.ts'
import { prepareDatabase } from './prepare-database.ts'
import { createServer } from './server.ts'

export type TestInstance = {
  readonly instance: Instance
  readonly server: HttpServer
  readonly url: string
  /** The instance's clock: set it to move in time. */
  readonly clock: { now: Instant }
  /** Past every wall: what is really in the tables. */
  readonly administrator: pg.Pool
  /** Headers of a request by the first made-up person with this role there; `nth` 1: the second. */
  as(role: Role, place: string, nth?: number): Promise<SessionHeaders>
}
export type TestOptions = {
  readonly now: string
  readonly state?: StateCode
  readonly mode?: 'demonstration' | 'service'
  readonly webFolder?: string
  readonly listen?: boolean
  /** More settings: SPEAN_* and their values. */
  readonly settings?: Readonly<Record<string, string>>
  /** False: the authority table is not asked, and row-level security stands alone. */
  readonly check?: boolean
}

/** A whole instance on a real database with a clock of the test's own; it ends with the test file. `listen` opens a loopback port. */
export async function openTestInstance(options: TestOptions): Promise<TestInstance> {
  const now = parseInstant(options.now)
  if (!now) throw new Error(`not an instant: ${options.now}`)
  const clock = { now }
  const home = mkdtempSync(join(tmpdir(), 'spean-instance-'))
  const { state = 'KH', mode = 'demonstration', check = true } = options
  const config = readConfig({ SPEAN_HOME: home, SPEAN_PORT: '0', SPEAN_LOG: 'silent', SPEAN_STATE: state, SPEAN_MODE: mode, ...options.settings })
  const { database, url: databaseUrl } = await openTestDatabase()
  const connected = openPrepared(databaseUrl, await prepareDatabase(databaseUrl, config, now), async () => {})
  const instance = await openInstance(config, connected, () => clock.now)
  // A test asks the bank by itself, at its own clock's time; a round by the machine's time would now and then have asked just before.
  instance.cashier.stopWatch()
  const server = await createServer(instance, options.webFolder, { check })
  const url = options.listen ? await server.listen({ host: '127.0.0.1', port: 0 }) : ''
  after(async () => {
    await server.close()
    await instance.close()
    rmSync(home, { recursive: true, force: true })
  })
  const sessions = new Map<string, Promise<SessionHeaders>>()
  const as = (role: Role, place: string, nth = 0): Promise<SessionHeaders> => {
    // A signer's session goes idle in a quarter of an hour, and a test's clock leaps: another quarter, another session.
    const key = `${role} ${place} ${nth} ${Math.floor(epochMs(clock.now) / quarterMs)}`
    const session = sessions.get(key) ?? become(server, { role, place, nth })
    sessions.set(key, session)
    return session
  }
  return { instance, server, url, clock, administrator: database.pool, as }
}

const quarterMs = 900_000
/** Where a request that is injected, not sent, comes from. */
const injectedOrigin = 'http://localhost:80'

async function become(server: HttpServer, { role, place, nth }: { role: Role; place: string; nth: number }): Promise<SessionHeaders> {
  const listed = await server.inject({ url: `/api/v1/demonstration/staff?place=${encodeURIComponent(place)}` })
  const staff = listed.json() as { account: string; roles: { role: string; place: string }[] }[]
  const person = staff.filter(({ roles }) => roles.some((each) => each.role === role && each.place === place))[nth]
  if (!person) throw new Error(`no ${role} number ${nth + 1} at ${place}`)
  const payload = { account: person.account }
  const became = await server.inject({ method: 'POST', url: '/api/v1/demonstration/become', headers: { origin: injectedOrigin }, payload })
  const [cookie = ''] = [became.headers['set-cookie'] ?? []].flat().map((line) => line.split(';')[0] ?? '')
  if (became.statusCode >= 300 || cookie === '') throw new Error(`becoming ${role} at ${place} answered ${became.statusCode}: ${became.payload}`)
  return { cookie, origin: injectedOrigin }
}
