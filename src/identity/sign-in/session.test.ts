// Goal: a session counts while it lives, for whom it is, and no request later. Method: real server, real Postgres, the instance's clock moved by hand.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { epochMs, type Instant, instantOfMs } from '../../kernel/time.ts'
import { readSessionToken, sessionCookie, sessionCookieName } from '../session-cookie.ts'
import { codeIn, cookieOf, enrolPerson, eventsOf, giveRole, openTestSignIn, signIn, testSecret } from './test-sign-in.ts'

const world = await openTestSignIn()
const began = world.clock.now
const later = (seconds: number): Instant => instantOfMs(epochMs(world.clock.now) + seconds * 1000)
const ask = (cookie: string) => world.ask('GET', '/api/v1/sessions', { cookie })

test('without a cookie, with a made-up one, with one flipped bit anywhere: nobody is signed in', async () => {
  const { cookie } = await enrolPerson(world, 'Chan Dara')
  assert.equal((await ask(cookie)).status, 200)
  assert.equal(await codeIn(await world.ask('GET', '/api/v1/sessions')), 'session.none')
  const value = cookie.slice(sessionCookieName.length + 1)
  for (let index = 0; index < value.length; index += 1) {
    const flipped = value.slice(0, index) + String.fromCharCode(value.charCodeAt(index) ^ 1) + value.slice(index + 1)
    assert.equal(readSessionToken(`${sessionCookieName}=${flipped}`, testSecret), undefined, `character ${index}`)
  }
  for (const other of [`${cookie}; ${cookie}`, `${sessionCookieName}=${'A'.repeat(5_000)}`, `${sessionCookieName}=%E0%A4%A`, sessionCookieName])
    assert.equal(await codeIn(await ask(other)), 'session.none', other.slice(0, 60))
  const forged = sessionCookie({ token: 'x'.repeat(32), secret: 'another secret', maxAgeSeconds: 1 }).split(';')[0] ?? ''
  assert.equal(await codeIn(await ask(forged)), 'session.none')
})

test('the cookie is signed as the library signs', async () => {
  const { makeSignature } = await import('better-auth/crypto')
  const token = 'abcdefghijklmnopqrstuvwxyz012345'
  const theirs = encodeURIComponent(`${token}.${await makeSignature(token, testSecret)}`)
  assert.equal(readSessionToken(`a=b; ${sessionCookieName}=${theirs}; c=d`, testSecret), token)
})

test('a signer’s session goes idle after 15 minutes without a request; others after eight hours', async () => {
  world.clock.now = began
  const governor = await enrolPerson(world, 'Governor')
  await giveRole(world, governor.account, { role: 'governor', place: 'KH:0110', area: 'KH:0110' })
  const clerk = await enrolPerson(world, 'Clerk')
  await giveRole(world, clerk.account, { role: 'clerk', place: 'KH:0110', area: 'KH:0110' })
  for (let step = 0; step < 3; step += 1) {
    world.clock.now = later(14 * 60)
    assert.equal((await ask(governor.cookie)).status, 200, `still at work, step ${step}`)
  }
  world.clock.now = later(15 * 60 + 1)
  assert.equal(await codeIn(await ask(governor.cookie)), 'session.idle')
  assert.equal((await ask(clerk.cookie)).status, 200)
  world.clock.now = later(8 * 3_600 + 1)
  assert.equal(await codeIn(await ask(clerk.cookie)), 'session.idle')
})

test('no session outlives twelve hours, however busy', async () => {
  world.clock.now = began
  const busy = await enrolPerson(world, 'Busy')
  for (let hour = 1; hour < 12; hour += 1) {
    world.clock.now = later(3_600)
    assert.equal((await ask(busy.cookie)).status, 200, `hour ${hour}`)
  }
  world.clock.now = later(3_600)
  assert.equal(await codeIn(await ask(busy.cookie)), 'session.none')
  world.clock.now = began
})

test('roles, also those that ended, come with the session; a role that is revoked is so at the next request', async () => {
  const person = await enrolPerson(world, 'Roles')
  const clerk = await giveRole(world, person.account, { role: 'clerk', place: 'KH:0110', area: 'KH:0110' })
  await giveRole(world, person.account, { role: 'checkpoint-officer', place: 'kh-th/poipet', area: 'KH:011001' })
  const read = async () => {
    const found = await world.signIn.sessions.readSession(person.cookie, world.clock.now)
    if (found === 'none' || found === 'idle') throw new Error(found)
    return found
  }
  const before = await read()
  assert.equal(before.account, person.account)
  assert.deepEqual(before.home, { kind: 'state', id: 'KH', state: 'KH', area: null })
  assert.deepEqual(
    before.grants.map(({ role, place, from, lastDay, revokedAt }) => [role, place.kind, place.id, place.area, from, lastDay, revokedAt]).sort(),
    [
      ['checkpoint-officer', 'point', 'kh-th/poipet', 'KH:011001', '2020-01-01', null, null],
      ['clerk', 'district', 'KH:0110', 'KH:0110', '2020-01-01', null, null],
    ],
  )
  await world.database.query
    .updateTable('role_grant')
    .set({ revoked_at: world.clock.now, revoked_by: 'test', last_day: '2027-01-31' })
    .where('id', '=', clerk)
    .execute()
  const after = (await read()).grants.find(({ role }) => role === 'clerk')
  assert.deepEqual([after?.revokedAt, after?.lastDay], [world.clock.now, '2027-01-31'])
})

test('two hundred at once are few queries, and each gets its own answer', async () => {
  const [one, other] = [await enrolPerson(world, 'One'), await enrolPerson(world, 'Other')]
  const asked = Array.from({ length: 200 }, (_, index) => ({ index, cookie: [one.cookie, other.cookie, ''][index % 3] }))
  const before = await calls()
  const found = await Promise.all(asked.map(({ cookie }) => world.signIn.sessions.readSession(cookie, world.clock.now)))
  const accounts = found.map((answer) => (typeof answer === 'string' ? answer : answer.account))
  assert.deepEqual(
    accounts,
    asked.map(({ index }) => [one.account, other.account, 'none'][index % 3]),
  )
  assert.ok((await calls()) - before <= 3, 'queries')
})

test('a damaged row fails alone', async () => {
  const [good, damaged] = [await enrolPerson(world, 'Good'), await enrolPerson(world, 'Damaged')]
  await giveRole(world, damaged.account, { role: 'clerk', place: 'nowhere' })
  const [one, other] = await Promise.allSettled([good, damaged].map(({ cookie }) => world.signIn.sessions.readSession(cookie, world.clock.now)))
  assert.deepEqual([one?.status, other?.status], ['fulfilled', 'rejected'])
})

let counted = 0
const { pool } = world.signIn.context.database
const query = pool.query.bind(pool)
Object.assign(pool, {
  query: (...args: Parameters<typeof query>) => {
    counted += 1
    return query(...args)
  },
})
const calls = async () => counted

test('an ended session is ended at the next request: one, all, or this one', async () => {
  const person = await enrolPerson(world, 'Leaving')
  const [second, third] = [cookieOf(await signIn(world, person.authenticator)), cookieOf(await signIn(world, person.authenticator))]
  const listed = (await (await ask(third)).json()) as { id: string; current: boolean; how: string }[]
  assert.equal(listed.length, 3)
  const current = listed.find((session) => session.current)
  assert.equal((await world.ask('POST', '/api/v1/sessions/end', { cookie: second, body: { session: current?.id } })).status, 200)
  assert.equal(await codeIn(await ask(third)), 'session.none')

  const signedOut = await world.ask('POST', '/api/v1/sign-out', { cookie: second })
  assert.match(signedOut.headers.getSetCookie()[0] ?? '', /^__Host-spean-session=; Max-Age=0;/)
  assert.equal(await codeIn(await ask(second)), 'session.none')

  const stranger = await enrolPerson(world, 'Stranger')
  const mine = (await (await ask(person.cookie)).json()) as { id: string }[]
  const foreign = await world.ask('POST', '/api/v1/sessions/end', { cookie: stranger.cookie, body: { session: mine[0]?.id } })
  assert.equal(foreign.status, 404)
  assert.equal((await world.ask('POST', '/api/v1/sessions/end', { cookie: person.cookie, body: { session: 'all' } })).status, 200)
  assert.equal(await codeIn(await ask(person.cookie)), 'session.none')
  assert.deepEqual(await eventsOf(world, person.account), { PasskeyEnrolled: 1, SignedIn: 3, SessionEnded: 2, SignedOut: 1 })
})

test('a closed account has no session, old or new', async () => {
  const person = await enrolPerson(world, 'Closed')
  await world.database.query.updateTable('staff_account').set({ state: 'closed' }).where('id', '=', person.account).execute()
  assert.equal(await codeIn(await ask(person.cookie)), 'session.none')
  assert.equal(await codeIn(await signIn(world, person.authenticator)), 'sign-in.failed')
  assert.equal(await world.signIn.begin(person.account, 'demonstration', { userAgent: undefined, cookie: undefined }), undefined)
})

test('a command from a page of another origin is refused, cookie or not', async () => {
  const { cookie } = await enrolPerson(world, 'Origin')
  const answer = await world.ask('POST', '/api/v1/sign-out', { cookie, headers: { origin: 'https://elsewhere.example' } })
  assert.equal(await codeIn(answer), 'session.origin')
  assert.equal((await ask(cookie)).status, 200)
})
