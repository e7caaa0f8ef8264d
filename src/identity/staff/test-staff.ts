import { after } from 'node:test'
import pg from 'pg'
import { readOperatingParameters } from '../../instruments/operating-parameters.ts'
import type { AreaCode, CommandId, PointId } from '../../kernel/code.ts'
import { type CivilDate, epochMs, type Instant } from '../../kernel/time.ts'
import type { Registry } from '../../places/registry.rules.ts'
import { type Database, openDatabase } from '../../platform/database.ts'
import { createHttpServer, type HttpServer } from '../../platform/http.ts'
import { newCommandId } from '../../platform/ids.ts'
import { ensureLogins, newPasswords } from '../../platform/postgres/logins.ts'
import { openTestDatabase } from '../../platform/postgres/test-cluster.ts'
import type { Actor } from '../actor.rules.ts'
import { installAuthority, type SessionReader } from '../authorise.ts'
import type { Role } from '../authority-lists.rules.ts'
import type { AccountId } from '../grant.rules.ts'
import { type Place, parsePlace } from '../place.rules.ts'
import { staffRoutes } from '../staff.routes.ts'
import type { StaffServices } from './change-staff.ts'
import { countsNow } from './staff.rules.ts'
import { findMember } from './staff.store.ts'

export const startsAt = '2026-03-02T03:00:00.000Z' as Instant
export const today = '2026-03-02' as CivilDate
const area = (code: string, level: string) => ({
  code: code as AreaCode,
  parent: code.slice(0, 5),
  level,
  name: { en: code, native: code },
  from: '1990-01-01' as CivilDate,
  until: null,
  instrument: 'kh/area-codes' as never,
})
/** Two districts of one province, one of another, and the gate at Poipet. */
const registry: Registry = {
  instruments: [],
  areas: [
    area('KH:01', 'province'),
    area('KH:0110', 'municipality'),
    area('KH:0109', 'district'),
    area('KH:02', 'province'),
    area('KH:0211', 'district'),
  ],
  points: [
    {
      id: 'kh-th/poipet' as PointId,
      zone: '+07:00',
      agreement: 'kh-th',
      sides: ['KH', 'TH'],
      location: null,
      sourceRow: 1,
      sourceText: '',
      classes: [],
      status: [],
      calendars: {},
      names: {},
      areas: { KH: [{ from: '1990-01-01' as CivilDate, until: null, instrument: 'kh/area-codes' as never, value: 'KH:011001' as AreaCode }] },
    },
  ],
  orders: [],
}

export const placeOf = (id: string): Place => {
  const place = parsePlace(id, () => 'KH:011001' as AreaCode)
  if (!place) throw new Error(`not a place: ${id}`)
  return place
}

export type TestStaff = {
  readonly services: StaffServices
  readonly server: HttpServer
  readonly clock: { now: Instant }
  /** Passes by every wall: looks at what is in the tables. */
  readonly owner: Database
  /** Somebody with these roles at these places, from a year ago; written straight into the tables. */
  hire(name: string, home: string, ...roles: [Role, string][]): Promise<string>
  /** With the roles that count at this moment. */
  actor(account: string): Promise<Actor>
  requestId(): CommandId
  /** A request with this person's session. */
  ask(account: string, method: 'GET' | 'POST', url: string, body?: object): Promise<{ status: number; body: Answer }>
}
// biome-ignore lint/suspicious/noExplicitAny: what a server answered is looked at field by field, and a wrong field fails its assertion.
type Answer = any

/** Staff administration on a real database, by its own logins, over HTTP. The session is named by a cookie; reading it is another test's. */
export async function openTestStaff(): Promise<TestStaff> {
  const { database: owner, url } = await openTestDatabase()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const logins = await ensureLogins(client, url, newPasswords())
  await client.end()
  const [identity, database] = [openDatabase(logins.identity), openDatabase(logins.app)]
  const clock = { now: startsAt }
  const services: StaffServices = {
    identity,
    database,
    state: 'KH',
    registry: { current: registry },
    parameters: readOperatingParameters(),
    providers: [{ id: 'ministry', issuer: 'https://sign-in.ministry.test' }],
    now: () => clock.now,
  }
  const server = await createHttpServer({ logLevel: 'silent', version: 'test' })
  installAuthority(server, { sessions: sessionsOf(identity), now: () => clock.now, demonstration: false, origin: 'http://spean.test' })
  staffRoutes(server, services)
  await server.ready()
  after(async () => {
    await server.close()
    await identity.close()
    await database.close()
  })
  const requestId = () => newCommandId(epochMs(clock.now))
  return {
    services,
    server,
    clock,
    owner,
    requestId,
    hire: (name, home, ...roles) => hire(owner, { name, home: placeOf(home), roles }),
    async actor(account) {
      const found = await findMember(owner.query, account)
      if (!found) throw new Error('nobody')
      return {
        account: found.id,
        name: found.name,
        nationalId: found.nationalId,
        familyBook: null,
        grants: found.grants.filter((grant) => countsNow(grant, clock.now)),
      }
    },
    async ask(account, method, path, body) {
      const headers = { cookie: `account=${account}`, ...(method === 'POST' && { origin: 'http://spean.test' }) }
      const answer = await server.inject({ method, url: path, headers, ...(body && { payload: body }) })
      return { status: answer.statusCode, body: answer.json() }
    },
  }
}

function sessionsOf(identity: Database): SessionReader {
  return {
    recall: () => undefined,
    async readSession(cookie) {
      const account = /^account=(.+)$/.exec(cookie ?? '')?.[1]
      const found = account === undefined ? undefined : await findMember(identity.query, account)
      if (!found) return 'none'
      const { id, name, home, nationalId, grants } = found
      return { session: 'test', account: id, name, home, nationalId, familyBook: null, version: null, grants }
    },
  }
}

async function hire(owner: Database, { name, home, roles }: { name: string; home: Place; roles: readonly [Role, string][] }): Promise<string> {
  const id: string = newCommandId(epochMs(startsAt))
  const at = '2025-03-01T00:00:00.000Z'
  await owner.query
    .insertInto('staff_account')
    .values({ id, name, email: `${id}@staff.invalid`, created_at: at, updated_at: at, home_place: home.id, home_area: home.area, state: 'active' })
    .execute()
  for (const [role, text] of roles) {
    const place = placeOf(text)
    const grant = { id: newCommandId(epochMs(startsAt)), account: id as AccountId, role, place: place.id, area: place.area }
    await owner.query
      .insertInto('role_grant')
      .values({ ...grant, valid_from: '2025-03-01', last_day: null, granted_by: 'test', granted_at: at })
      .execute()
  }
  return id
}
