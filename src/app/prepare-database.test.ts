// Goal: made-up staff and real people never share a database, and no login walks through row-level security. Method: real databases in every wrong state; the start must say no before it writes.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Instant } from '../kernel/time.ts'
import { type Config, ConfigFault, readConfig } from '../platform/config.ts'
import { openDatabase } from '../platform/database.ts'
import { openTestDatabase } from '../platform/postgres/test-cluster.ts'
import { prepareDatabase } from './prepare-database.ts'

const now = '2026-11-20T01:30:00.000Z' as Instant
const home = mkdtempSync(join(tmpdir(), 'spean-prepare-'))
after(() => rmSync(home, { recursive: true, force: true }))
const config = (mode: Config['mode'], more: Record<string, string> = {}) => readConfig({ SPEAN_HOME: home, SPEAN_MODE: mode, ...more })
const refused = (url: string, asked: Config, why: RegExp) =>
  assert.rejects(prepareDatabase(url, asked, now), (error) => error instanceof ConfigFault && why.test(error.message))

test('a database keeps the mode and the state that its first start gave it', async () => {
  const { url } = await openTestDatabase()
  await prepareDatabase(url, config('demonstration'), now)
  await prepareDatabase(url, config('demonstration'), now)
  await refused(url, config('service'), /is a demonstration/)
  await refused(url, config('demonstration', { SPEAN_STATE: 'TH' }), /instance of KH/)
})

test('the demonstration does not use a real service’s database', async () => {
  const { url } = await openTestDatabase()
  await prepareDatabase(url, config('service'), now)
  await refused(url, config('demonstration'), /real service/)
})

test('the demonstration does not use a database of something else, and leaves it as it was', async () => {
  const { url, database } = await openTestDatabase()
  await database.pool.query('drop schema public cascade; create schema public; create table customers (name text)')
  await refused(url, config('demonstration'), /did not make/)
  const { rows } = await database.pool.query("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'")
  assert.deepEqual(rows, [{ relname: 'customers' }])
})

test('a trial from before the marks: made-up people alone are a demonstration, a real one is refused', async () => {
  const { url, database } = await openTestDatabase()
  await database.pool.query('drop table instance_mark')
  await database.pool.query(
    "insert into person (cell, id, local_name, local_language, given_name, family_name, birth_date, sex, nationality, national_id, home_area, address, made_up, created_at) values (1, gen_random_uuid(), 'x', 'khm', 'A', 'B', '1990-01-01', 1, 'KHM', '1', 'KH:0110', '', false, now())",
  )
  await refused(url, config('demonstration'), /did not make/)
  await refused(url, config('service'), /trial/)
})

const spoilt: [how: string, spoil: (login: string) => string, why: RegExp][] = [
  ['is a superuser', (login) => `alter role ${login} superuser`, /app is a superuser/],
  ['has BYPASSRLS', (login) => `alter role ${login} bypassrls`, /app has BYPASSRLS/],
  ['owns a table', (login) => `create table mine (n int); alter table mine owner to ${login}`, /app owns tables/],
  ['meets a table whose security is off', () => 'alter table person disable row level security', /person has no forced row-level security/],
  ['meets a table whose security is not forced', () => 'alter table pass no force row level security', /pass has no forced row-level security/],
]
for (const [how, spoil, why] of spoilt)
  test(`the start refuses a login that ${how}`, async () => {
    const { url, database } = await openTestDatabase()
    const { logins } = await prepareDatabase(url, config('demonstration'), now)
    await database.pool.query(spoil(`"${decodeURIComponent(new URL(logins.app).username)}"`))
    await refused(url, config('demonstration'), why)
  })

test('each login reaches what is its own, and nothing of the others', async () => {
  const { url } = await openTestDatabase()
  const { logins } = await prepareDatabase(url, config('demonstration'), now)
  const denied: [login: keyof typeof logins, sql: string][] = [
    ['app', 'select 1 from session'],
    ['app', 'select 1 from passkey'],
    ['app', 'select 1 from staff_account'],
    ['app', 'insert into movement select * from movement'],
    ['app', "update event set type = 'x'"],
    ['app', 'delete from event'],
    ['app', 'truncate person'],
    ['app', 'insert into role_grant select * from role_grant'],
    ['app', 'alter table person disable row level security'],
    ['app', 'create table x (n int)'],
    ['recorder', 'select given_name from person'],
    ['recorder', 'select national_id from person'],
    ['recorder', 'select 1 from photo'],
    ['recorder', 'select qr_text from pass'],
    ['recorder', 'delete from movement'],
    ['identity', 'select 1 from person'],
    ['identity', 'select 1 from pass'],
    ['identity', 'delete from role_grant'],
    ['reader', 'select 1 from person'],
    ['reader', "update event set type = 'x'"],
  ]
  for (const [login, sql] of denied) {
    const database = openDatabase(logins[login], 1)
    await assert.rejects(database.pool.query(sql), /permission denied|must be owner/, `${login}: ${sql}`)
    await database.close()
  }
})

test('the demonstration listens on this machine alone; a service where it is told', () => {
  for (const host of ['0.0.0.0', '::', '10.0.0.1']) {
    assert.throws(() => config('demonstration', { SPEAN_HOST: host }), /SPEAN_HOST=.* cannot be used in the demonstration/)
    assert.equal(config('service', { SPEAN_HOST: host }).host, host)
  }
  assert.throws(() => config('service', { SPEAN_ORIGIN: 'http://pass.example' }), ConfigFault)
  assert.throws(() => config('service', { SPEAN_ORIGIN: 'https://pass.example/desk' }), ConfigFault)
})
