import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import type pg from 'pg'
import type { Role } from '../identity/authority-lists.rules.ts'
import type { AccountId } from '../identity/grant.rules.ts'
import { areaPlace, type Place, type PlaceKind, pointPlace } from '../identity/place.rules.ts'
import { firstMs, placeOfKind, readOracle } from '../identity/test-oracle.ts'
import type { AreaCode } from '../kernel/code.ts'
import { epochMs, type Instant, instantOfMs } from '../kernel/time.ts'
import type { SessionHeaders } from './demonstration-session.ts'
import { openDesk } from './test-desk.ts'
import { openTestInstance, type TestInstance } from './test-instance.ts'

/** Somebody with one role at one place, signed in. */
export type Holder = {
  readonly role: Role
  readonly kind: PlaceKind
  readonly place: Place
  readonly account: AccountId
  readonly headers: SessionHeaders
}
/** A case of an office: an application that was signed, and its pass, revoked: each command on them has a refusal of its own. */
export type OfficeCase = {
  readonly place: Place
  readonly application: string
  readonly number: string
  readonly familyName: string
  readonly birthDate: string
}
export type StaffCase = { readonly place: Place; readonly account: string }

export type Matrix = {
  readonly open: TestInstance
  readonly holders: readonly Holder[]
  readonly offices: readonly OfficeCase[]
  readonly points: readonly Place[]
  readonly staff: readonly StaffCase[]
  /** Crossed at each of `points`. */
  readonly traveller: string
  /** Sets the clock, and every holder's role anew: three days from 20 November 2026; all sessions have just been used. */
  at(now: Instant, more?: { revokedAt?: Instant }): Promise<void>
}

const issuedAt = '2026-11-19T09:00:00+07:00'
const officeIds = ['KH:0110', 'KH:0109', 'KH:01', 'KH:0201', 'TH:2701'] as const
const pointIds = [
  ['kh-th/poipet', 'KH:0110'],
  ['kh-th/malai', 'KH:010902'],
  ['kh-th/daung', 'KH:02120201'],
] as const
const strangers = [
  ['01980000-0000-7000-8000-0000000000f1', 'TH:2701', 'TH:2701', 'clerk'],
  ['01980000-0000-7000-8000-0000000000f2', 'KH:0110/border-unit-1', 'KH:0110', 'patrol-leader'],
] as const

/** An instance with a case at every place that a role can lie to, and a holder of every role at every kind of place that it is held at; and of `resident`, which nobody should hold. */
export async function openMatrix(): Promise<Matrix> {
  const open = await openTestInstance({ now: issuedAt })
  const { administrator, clock } = open
  for (const { pool } of [open.instance.database, open.instance.identity]) keepPlans(pool)
  const desk = openDesk(open)
  const offices: OfficeCase[] = []
  for (const [index, office] of officeIds.entries()) {
    const { application, number } = await desk.issue(index + 3, 'KH:0110')
    await administrator.query('update application set office = $1 where id = $2', [office, application])
    for (const table of ['charge', 'payment']) await administrator.query(`update ${table} set office = $1 where subject = $2`, [office, application])
    await administrator.query("update pass set office = $1, state = 'revoked' where number = $2", [office, number])
    const { rows } = await administrator.query<{ familyName: string; birthDate: string }>(
      'select family_name as "familyName", birth_date as "birthDate" from person p join application a on a.person_id = p.id where a.id = $1',
      [application],
    )
    offices.push({ place: areaPlace(office as AreaCode), application, number, ...(rows[0] ?? assert.fail(office)) })
  }
  const traveller = await crossEverywhere(open, desk)
  for (const [account, place, area, role] of strangers) await insertStranger(open, { account, place, area, role })

  const wanted = [
    ...readOracle().roles.flatMap(({ role, heldAt }) => heldAt.map((kind) => ({ role, kind }))),
    { role: 'resident' as const, kind: 'district' as const },
  ]
  const free = await administrator.query<{ id: string }>(
    "select id from staff_account where home_place like 'KH:13%' or home_place like 'KH:15%' order by id limit $1",
    [wanted.length],
  )
  assert.equal(free.rows.length, wanted.length)
  const holders: Holder[] = []
  for (const [index, { role, kind }] of wanted.entries()) {
    const account = (free.rows[index]?.id ?? '') as AccountId
    holders.push({ role, kind, place: placeOfKind[kind], account, headers: await sessionOf(open, account) })
  }
  const staff: StaffCase[] = strangers.map(([account, place, area]) => ({
    account,
    place: place === area ? areaPlace(area as AreaCode) : placeOfKind.unit,
  }))
  for (const place of [
    placeOfKind.state,
    placeOfKind.province,
    placeOfKind.district,
    ...[officeIds[1], officeIds[3]].map((id) => areaPlace(id as AreaCode)),
    ...pointPlaces(),
  ]) {
    const found = await administrator.query<{ account: string }>(
      "select account from role_grant where place = $1 and role = any('{clerk,checkpoint-officer,auditor}') order by account limit 1",
      [place.id],
    )
    staff.push({ place, account: found.rows[0]?.account ?? assert.fail(place.id) })
  }
  const at: Matrix['at'] = async (now, { revokedAt } = {}) => {
    clock.now = now
    await administrator.query('delete from role_grant where account = any($1)', [holders.map(({ account }) => account)])
    for (const [index, { account, role, place }] of holders.entries())
      await administrator.query(
        `insert into role_grant (id, account, role, place, area, valid_from, last_day, granted_by, granted_at, revoked_at, revoked_by)
         values ($1, $2, $3, $4, $5, '2026-11-20', '2026-11-22', 'test', $6, $7, case when $7::timestamptz is null then null else 'test' end)`,
        [grantId(index), account, role, place.id, place.area, instantOfMs(firstMs - 86_400_000), revokedAt ?? null],
      )
    await administrator.query("update session set last_seen_at = $1, expires_at = $1::timestamptz + interval '1 day'", [now])
  }
  return { open, holders, offices, points: pointPlaces(), staff, traveller, at }
}

export const grantId = (index: number): string => `01980000-0000-7000-8000-0000000001${String(index).padStart(2, '0')}`
const pointPlaces = (): Place[] => pointIds.map(([id, area]) => pointPlace(id, area as AreaCode))

/** A statement is planned once for each connection, not once for each of fifty thousand questions: where policies stand inside policies, planning is most of what an answer costs. The policies are in the plan, and ask at each run who asks. */
function keepPlans(pool: pg.Pool): void {
  // A connection that rests is not closed: its plans would go with it.
  pool.options.idleTimeoutMillis = 0
  pool.on('connect', (client) => {
    void client.query('set plan_cache_mode = force_generic_plan')
    const plain = client.query.bind(client) as (...asked: unknown[]) => unknown
    client.query = ((text: unknown, values: unknown, ...more: unknown[]) =>
      typeof text === 'string' && Array.isArray(values) && values.length > 0
        ? plain({ name: hash('sha1', text), text, values }, ...more)
        : plain(text, values, ...more)) as pg.PoolClient['query']
  })
}

/** One made-up person goes out, comes home and goes out again, each time at another point. */
async function crossEverywhere({ clock }: TestInstance, desk: ReturnType<typeof openDesk>): Promise<string> {
  const { number } = await desk.issue(20, 'KH:0110')
  for (const [index, [point]] of pointIds.entries()) {
    clock.now = instantOfMs(epochMs(clock.now) + 3_600_000)
    const direction = index % 2 === 0 ? 'exit' : 'entry'
    const body = { id: desk.id(), point, direction, document: { number }, occurredAt: clock.now, photo: 'match' }
    const recorded = await desk.post('/api/v1/movements', body, { role: 'checkpoint-officer', place: point })
    assert.equal(recorded.status, 201, JSON.stringify(recorded.body))
  }
  return number
}

async function insertStranger(
  { administrator }: TestInstance,
  { account, place, area, role }: { account: string; place: string; area: string; role: string },
) {
  await administrator.query(
    `insert into staff_account (id, name, email, created_at, updated_at, home_place, home_area, state, made_up)
     values ($1::text, 'Somebody Else', $1::text || '@staff.invalid', '2026-01-01', '2026-01-01', $2, $3, 'active', true)`,
    [account, place, area],
  )
  await administrator.query(
    "insert into role_grant (id, account, role, place, area, valid_from, granted_by, granted_at) values ($1::text::uuid, $1::text, $2, $3, $4, '2026-01-01', 'test', '2026-01-01')",
    [account, role, place, area],
  )
}

async function sessionOf({ server }: TestInstance, account: string): Promise<SessionHeaders> {
  const origin = 'http://localhost:80'
  const became = await server.inject({ method: 'POST', url: '/api/v1/demonstration/become', headers: { origin }, payload: { account } })
  const [cookie = ''] = [became.headers['set-cookie'] ?? []].flat().map((line) => line.split(';')[0] ?? '')
  assert.equal(became.statusCode, 200, became.payload)
  return { cookie, origin }
}
