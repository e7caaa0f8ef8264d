import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type pg from 'pg'
import { prepareDatabase } from '../../app/prepare-database.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import { installAuthority, type SignedIn } from '../../identity/authorise.ts'
import type { Role } from '../../identity/authority-lists.rules.ts'
import type { AccountId, Grant } from '../../identity/grant.rules.ts'
import { areaPlace, type Place, statePlace } from '../../identity/place.rules.ts'
import { parseAreaCode, type StateCode } from '../../kernel/code.ts'
import { type CivilDate, epochMs, type Instant, instantOfMs } from '../../kernel/time.ts'
import { readConfig } from '../../platform/config.ts'
import { openDatabase } from '../../platform/database.ts'
import { createHttpServer, type HttpServer } from '../../platform/http.ts'
import { newCommandId } from '../../platform/ids.ts'
import { openTestDatabase } from '../../platform/postgres/test-cluster.ts'
import type { Issuing } from '../issuing.ts'
import { type MandateServices, mandateRoutes } from '../mandate.routes.ts'

export type MandateBed = {
  readonly issuing: Issuing
  readonly clock: { now: Instant }
  readonly server: HttpServer
  /** Past every wall: what is really in the tables. */
  readonly administrator: pg.Pool
  /** How often the trust lists were made new. */
  readonly renewals: () => number
  /** Somebody with this role there since long ago; the same name is the same account. */
  person(name: string, role: Role, place: string): Promise<Actor>
  call(actor: Actor, method: 'GET' | 'POST', url: string, payload?: object): Promise<{ status: number; body: never; text: string; type: string }>
}

/** A migrated database with reference data, the program's own login on it, and the routes of mandates behind the authority check; it ends with the test file. */
export async function openMandateBed(now: Instant): Promise<MandateBed> {
  const home = mkdtempSync(join(tmpdir(), 'spean-mandates-'))
  const { database: past, url } = await openTestDatabase()
  const { logins, law } = await prepareDatabase(url, readConfig({ SPEAN_HOME: home, SPEAN_STATE: 'KH' }), now)
  const database = openDatabase(logins.app)
  const clock = { now }
  const issuing: Issuing = { database, state: 'KH', law, now: () => clock.now }
  const people = new Map<string, SignedIn>()
  let renewed = 0
  const trust = { renew: () => (renewed += 1) } as unknown as MandateServices['trust']
  const server = await createHttpServer({ logLevel: 'silent', version: 'test' })
  const readSession = async (cookie: string | undefined) => people.get(decodeURIComponent(cookie ?? '')) ?? ('none' as const)
  installAuthority(server, { sessions: { readSession, recall: () => undefined }, now: issuing.now, demonstration: true, origin: undefined })
  mandateRoutes(server, { ...issuing, trust })
  await server.ready()
  after(async () => {
    await server.close()
    await database.close()
    rmSync(home, { recursive: true, force: true })
  })
  return {
    issuing,
    clock,
    server,
    administrator: past.pool,
    renewals: () => renewed,
    async person(name, role, place) {
      const grant = await grantRole(past.pool, name, role, placeOf(place))
      const { account } = grant
      people.set(name, { session: name, account, name, home: grant.place, nationalId: null, familyBook: null, version: null, grants: [grant] })
      return { account, name, grants: [grant], nationalId: null, familyBook: null }
    },
    async call(actor, method, url, payload) {
      const headers = { cookie: encodeURIComponent(actor.name), origin: 'http://localhost:80' }
      const answer = await server.inject({ method, url, headers, ...(payload && { payload }) })
      const type = String(answer.headers['content-type'])
      return { status: answer.statusCode, text: answer.payload, type, body: (type.includes('json') ? answer.json() : undefined) as never }
    },
  }
}

const placeOf = (id: string): Place => {
  const area = parseAreaCode(id)
  return area ? areaPlace(area) : statePlace(id as StateCode)
}

async function grantRole(pool: pg.Pool, name: string, role: Role, place: Place): Promise<Grant> {
  const id = newCommandId(Date.now())
  const grant: Grant = { id, account: `account-${name}` as AccountId, role, place, from: '2024-01-01' as CivilDate, lastDay: null, revokedAt: null }
  await pool.query(
    `insert into role_grant (id, account, role, place, area, valid_from, granted_by, granted_at) values ($1, $2, $3, $4, $5, $6, 'test', '2024-01-01')`,
    [id, grant.account, role, place.id, place.area, grant.from],
  )
  return grant
}

/** Who asks in the tests of passes that are wrong as a set, and when those passes were made. */
export async function openRevocationBed() {
  const noon = '2026-11-20T05:00:00.000Z' as Instant
  const started = '2026-11-10T02:00:00.000Z' as Instant
  const bed = await openMandateBed(noon)
  return {
    bed,
    noon,
    started,
    /** So many seconds after the first pass. */
    at: (seconds: number): Instant => instantOfMs(epochMs(started) + seconds * 1000),
    interior: await bed.person('interior', 'interior-desk', 'KH'),
    second: await bed.person('second of the desk', 'interior-desk', 'KH'),
    auditor: await bed.person('auditor', 'auditor', 'KH'),
    malai: await bed.person('governor of Malai', 'governor', 'KH:0109'),
    banteay: await bed.person('provincial governor', 'provincial-governor', 'KH:01'),
    battambang: await bed.person('another provincial governor', 'provincial-governor', 'KH:02'),
    clerk: await bed.person('clerk of Malai', 'clerk', 'KH:0109'),
  }
}

/** A command id of this instant. */
export const idAt = (at: Instant): string => newCommandId(epochMs(at))
