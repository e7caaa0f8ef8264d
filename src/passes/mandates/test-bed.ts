import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type pg from 'pg'
import { prepareDatabase } from '../../app/prepare-database.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import { installAuthority, type SignedIn } from '../../identity/authorise.ts'
import type { Role } from '../../identity/authority.rules.ts'
import type { AccountId, Grant } from '../../identity/grant.rules.ts'
import { areaPlace, type Place, statePlace } from '../../identity/place.rules.ts'
import { type AreaCode, parseAreaCode, type StateCode } from '../../kernel/code.ts'
import { type CivilDate, epochMs, type Instant } from '../../kernel/time.ts'
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
  installAuthority(server, { sessions: { readSession }, now: issuing.now, demonstration: true, origin: undefined })
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
      people.set(name, { session: name, account, name, home: grant.place, nationalId: null, familyBook: null, grants: [grant] })
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

/** Passes of made-up people that `office` signed, one a second from `at` on. `series` keeps the numbers of two calls apart. */
export async function makePasses(
  pool: Pick<pg.Pool, 'query'>,
  {
    office,
    mandate,
    at,
    count,
    series = 0,
    state = 'active',
  }: { office: AreaCode; mandate: string; at: Instant; count: number; series?: number; state?: string },
): Promise<void> {
  const [people, applications, photos] = ['1', '2', '3'].map((kind) => uuidOf(kind, office, series))
  const prefix = office.replace(':', '').padEnd(6, '0')
  await pool.query(
    `with made as materialized (
  select i, (i % 64)::smallint as cell, (${people})::uuid as person, (${applications})::uuid as application, (${photos})::uuid as photo,
    $2 || lpad((i + $6 * 100000)::text, 6, '0') || '0' as number, $4::timestamptz + i * interval '1 second' as at,
    (select coalesce(max(index), 0) from status_place where list = 202611) as taken from generate_series(1, $5::int) i),
people as (
  insert into person (cell, id, local_name, local_language, given_name, family_name, birth_date, sex, nationality, national_id, home_area, address, made_up, created_at)
  select cell, person, 'សុខ', 'khm', 'SOK', '=CHAN', date '1990-01-01', 1, 'KHM', 'made-up-' || number, $1, 'made up', true, at from made),
photos as (insert into photo (cell, id, person_id, portrait, chip, taken_at) select cell, photo, person, '\\x00', '\\x00', at from made),
applications as (
  insert into application (cell, id, person_id, photo_id, office, state, submitted_at, fee_amount, fee_currency, fee_rule, paid_at, receipt, approved_at, signed_at, signed_by, mandate, pass_number)
  select cell, application, person, photo, $1, 'signed', at, 20000, 'KHR', 'kh/order-2024-01-01', at, 'made up', at, at, 'Governor of a made-up district', $3, number from made),
numbers as (insert into pass_number (number, cell, person_id) select number, cell, person from made),
places as (insert into status_place (list, index, number) select 202611, taken + i, number from made)
insert into pass (cell, number, person_id, application_id, state, issuer, office, mandate, nationality, home_area, allowed_class, extension_count, issued_on, issued_at, expires_at,
  status_list, status_index, signer_kid, qr_text)
select cell, number, person, application, $7, 'KH', $1, $3, 'KHM', $1, 1, 0, (at at time zone interval '+07:00')::date, at, at + interval '2 years',
  202611, taken + i, 'kid', 'made up' from made`,
    [office, prefix, mandate, at, count, series, state],
  )
}

/** SQL of a UUID whose last byte is the row's cell. */
const uuidOf = (kind: string, office: string, series: number): string =>
  `'0198000${kind}-0000-7000-8${String(series).padStart(3, '0')}-${office.slice(3).padStart(6, '0')}' || lpad(to_hex(i / 64), 4, '0') || lpad(to_hex(i % 64), 2, '0')`

/** A command id of this instant. */
export const idAt = (at: Instant): string => newCommandId(epochMs(at))
