// Goal: a passkey signs in once, with the person verified, for its own account; everything else is one refusal. Method: real server, real Postgres, real WebAuthn bytes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeIn, cookieOf, enrolPerson, eventsOf, newAuthenticator, openTestSignIn, signIn, signInChallenge } from './test-sign-in.ts'

const world = await openTestSignIn()
const person = await enrolPerson(world, 'Chan Dara')

const isIn = async (cookie: string) => (await world.ask('GET', '/api/v1/sessions', { cookie })).status

test('a passkey signs in; the cookie is the browser’s alone, and the next request knows who asks', async () => {
  const answer = await signIn(world, person.authenticator)
  assert.equal(answer.status, 200)
  const line = answer.headers.getSetCookie()[0] ?? ''
  assert.match(line, /^__Host-spean-session=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
  assert.deepEqual(await answer.json(), { done: true })
  assert.equal(await isIn(cookieOf(answer)), 200)
  assert.deepEqual(await eventsOf(world, person.account), { PasskeyEnrolled: 1, SignedIn: 2 })
})

test('an assertion is good once', async () => {
  const challenge = await signInChallenge(world)
  assert.equal((await signIn(world, person.authenticator, { challenge })).status, 200)
  const again = await signIn(world, person.authenticator, { challenge })
  assert.equal(again.status, 401)
  assert.equal(await codeIn(again), 'sign-in.failed')
  assert.equal((await eventsOf(world, person.account))['SignInFailed'], 1)
})

test('a challenge is good for five minutes', async () => {
  const before = world.clock.now
  const challenge = await signInChallenge(world)
  world.clock.now = new Date(Date.parse(before) + 300_000).toISOString() as typeof before
  assert.equal(await codeIn(await signIn(world, person.authenticator, { challenge })), 'sign-in.failed')
  world.clock.now = before
})

test('an assertion for a challenge that was given for something else, or by nobody', async () => {
  const options = await world.ask('POST', '/api/v1/passkeys/options', { cookie: person.cookie })
  const { challenge } = (await options.json()) as { challenge: string }
  assert.equal(await codeIn(await signIn(world, person.authenticator, { challenge })), 'sign-in.failed')
  assert.equal(await codeIn(await signIn(world, person.authenticator, { challenge: 'A'.repeat(43) })), 'sign-in.failed')
})

test('without the person verified: refused before anything is said of the passkey', async () => {
  assert.equal(await codeIn(await signIn(world, person.authenticator, { userVerified: false })), 'sign-in.gesture')
  assert.equal(await codeIn(await signIn(world, newAuthenticator(), { userVerified: false })), 'sign-in.gesture')
})

test('an unknown passkey and one of another page are answered alike', async () => {
  const unknown = await signIn(world, newAuthenticator())
  const phished = await signIn(world, person.authenticator, { origin: 'http://localhost.example' })
  assert.deepEqual([unknown.status, phished.status], [401, 401])
  assert.deepEqual(await unknown.json(), await phished.json())
})

test('the handle in the answer, where there is one, is the account’s own', async () => {
  const answer = async (userHandle: string | null) => {
    const challenge = await signInChallenge(world)
    const assertion = person.authenticator.get({ ...world.place, challenge, userVerified: true })
    return world.ask('POST', '/api/v1/sign-in/passkey', { body: { assertion: { ...assertion, response: { ...assertion.response, userHandle } } } })
  }
  const handle = (account: string) => Buffer.from(account).toString('base64url')
  assert.equal((await answer(handle(person.account))).status, 200)
  assert.equal((await answer(null)).status, 200)
  assert.equal(await codeIn(await answer(handle('0190a000-0000-7000-8000-00000000dead'))), 'sign-in.failed')
})

test('a count that goes back, or stands still, is a copy', async () => {
  const counting = await enrolPerson(world, 'Sok Vanna')
  assert.equal((await signIn(world, counting.authenticator, { signCount: 7 })).status, 200)
  for (const signCount of [7, 6, 0])
    assert.equal(await codeIn(await signIn(world, counting.authenticator, { signCount })), 'sign-in.failed', `count ${signCount}`)
  assert.equal((await signIn(world, counting.authenticator, { signCount: 8 })).status, 200)
  const { rows } = await world.database.pool.query("select body->>'reason' as reason from event where subject = $1 and type = 'SignInFailed'", [
    counting.account,
  ])
  assert.deepEqual(rows, [{ reason: 'sign-count' }, { reason: 'sign-count' }, { reason: 'sign-count' }])
})

test('a second passkey; the first revoked signs in no more and its sessions end; the last stays', async () => {
  const two = await enrolPerson(world, 'Keo Sophea')
  const older = cookieOf(await signIn(world, two.authenticator))
  const second = newAuthenticator()
  const options = await world.ask('POST', '/api/v1/passkeys/options', { cookie: two.cookie })
  const { challenge } = (await options.json()) as { challenge: string }
  const attestation = second.create({ ...world.place, challenge, userVerified: true })
  assert.equal((await world.ask('POST', '/api/v1/passkeys', { cookie: two.cookie, body: { attestation, name: 'Second' } })).status, 200)

  const revoke = (passkey: string) => world.ask('POST', '/api/v1/passkeys/revoke', { cookie: two.cookie, body: { passkey } })
  assert.equal(await codeIn(await revoke(person.authenticator.credentialId)), 'staff.not-found')
  assert.equal((await revoke(two.authenticator.credentialId)).status, 200)
  assert.equal(await codeIn(await signIn(world, two.authenticator)), 'sign-in.failed')
  assert.equal(await isIn(older), 401)
  assert.equal(await isIn(two.cookie), 200)
  assert.equal(await codeIn(await revoke(second.credentialId)), 'staff.last-way-in')
  assert.equal((await signIn(world, second)).status, 200)
})

test('ways in are changed by a session that has just begun', async () => {
  const tired = await enrolPerson(world, 'Chea Rithy')
  const before = world.clock.now
  world.clock.now = new Date(Date.parse(before) + 301_000).toISOString() as typeof before
  for (const path of ['/api/v1/passkeys/options', '/api/v1/codes/set-up'])
    assert.equal(await codeIn(await world.ask('POST', path, { cookie: tired.cookie })), 'sign-in.gesture', path)
  world.clock.now = before
})

test('malformed answers of an authenticator are refused, never a fault', async () => {
  const whole = person.authenticator.get({ ...world.place, challenge: await signInChallenge(world), userVerified: true })
  for (const field of ['clientDataJSON', 'authenticatorData', 'signature'] as const)
    for (const value of ['', 'AA', '!', 'A'.repeat(3_999)]) {
      const assertion = { ...whole, response: { ...whole.response, [field]: value } }
      const { status } = await world.ask('POST', '/api/v1/sign-in/passkey', { body: { assertion }, headers: {} })
      assert.ok([400, 401, 429].includes(status), `${field} ${value.slice(0, 4)}: ${status}`)
    }
})

test('every path of the library but the way back is closed', async () => {
  const { closedPaths } = await import('./library.ts')
  for (const path of [...closedPaths, '/two-factor/enable', '/passkey/verify-authentication', '/admin/impersonate-user', '/callback', ''])
    for (const method of ['GET', 'POST'] as const) assert.equal((await world.ask(method, `/api/auth${path}`)).status, 404, `${method} ${path}`)
})
