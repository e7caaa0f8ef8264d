// Goal: a demonstration has somebody in every role, made once and quickly, whom one can become, and whose gestures are real; nothing of it exists outside a demonstration.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { AreaCode, PointId } from '../../kernel/code.ts'
import { createHttpServer } from '../../platform/http.ts'
import { installAuthority } from '../authorise.ts'
import { roles } from '../authority.rules.ts'
import { rolePlaces } from '../role-places.rules.ts'
import { openSignIn } from '../sign-in.ts'
import { staffRoutes } from '../staff.routes.ts'
import { demonstrationRoutes } from './demonstration.routes.ts'
import { openMadeUpKeys } from './made-up-keys.ts'
import { madeUpPosts } from './made-up-staff.rules.ts'
import { ensureMadeUpStaff, madeUpAccount, madeUpStaff } from './made-up-staff.ts'
import { isPlaceOf } from './staff.rules.ts'
import { openTestStaff, placeOf } from './test-staff.ts'

const staff = await openTestStaff()
const { services, clock, owner } = staff
const folder = mkdtempSync(join(tmpdir(), 'spean-made-up-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const keys = openMadeUpKeys(join(folder, 'made-up-passkeys'))
const posts = {
  state: 'KH',
  offices: ['KH:01', 'KH:0110', 'KH:0109'] as AreaCode[],
  points: [{ id: 'kh-th/poipet' as PointId, area: 'KH:011001' as AreaCode }],
} as const

const origin = 'http://localhost:8080'
async function serve(demonstration: boolean) {
  const signIn = openSignIn({
    database: services.identity,
    state: 'KH',
    origin,
    secret: 'a secret of thirty-two characters',
    now: () => clock.now,
    mode: 'demonstration',
    oidc: [],
  })
  const server = await createHttpServer({ logLevel: 'silent', version: 'test' })
  installAuthority(server, { sessions: signIn.sessions, now: () => clock.now, demonstration, origin })
  staffRoutes(server, services)
  demonstrationRoutes(server, { identity: services.identity, now: () => clock.now, demonstration, keys, signIn })
  await server.ready()
  after(async () => {
    await server.close()
    await signIn.close()
  })
  return server
}
const headers = { host: 'localhost:8080', origin }

test('every role of the authority table has somebody, at a place where it belongs', () => {
  const made = madeUpPosts(posts)
  const missing = roles.filter((role) => rolePlaces[role].length > 0 && !made.some((post) => post.role === role))
  assert.deepEqual(missing, [])
  for (const { role, place } of made) assert.ok(isPlaceOf(role, place), `${role} at ${place.id}`)
})

test('made once: the same people the second time, and what a visitor changed stays', async () => {
  const count = await ensureMadeUpStaff(services.identity, posts, { now: clock.now, keys })
  assert.equal(count, madeUpPosts(posts).length)
  const clerk = madeUpAccount({ place: { id: 'KH:0110' }, role: 'clerk' })
  await owner.query.updateTable('role_grant').set({ revoked_at: clock.now, revoked_by: 'visitor' }).where('account', '=', clerk).execute()
  const before = await madeUpStaff(services.identity, clock.now)
  assert.equal(await ensureMadeUpStaff(services.identity, posts, { now: clock.now, keys }), 0)
  assert.deepEqual(await madeUpStaff(services.identity, clock.now), before)
  assert.deepEqual(before.find(({ account }) => account === clerk)?.roles, [])
  const signers = before.filter((each) => each.roles.some(({ role }) => ['governor', 'deputy-governor', 'provincial-governor'].includes(role)))
  const passkeys = await owner.query.selectFrom('passkey').select('account').where('revoked_at', 'is', null).execute()
  assert.deepEqual(passkeys.map(({ account }) => account).toSorted(), signers.map(({ account }) => account).toSorted())
})

test('seven hundred are made in one go', async () => {
  const offices = Array.from({ length: 80 }, (_, index) => `KH:${String(2_000 + index)}` as AreaCode)
  const count = await ensureMadeUpStaff(services.identity, { ...posts, offices }, { now: clock.now, keys })
  assert.ok(count > 640, `${count}`)
})

test('one becomes a made-up person by a real session, and the record says how', async () => {
  const server = await serve(true)
  const governor = madeUpAccount({ place: { id: 'KH:0110' }, role: 'governor' })
  const list = await server.inject({ url: '/api/v1/demonstration/staff?place=KH:0110', headers })
  assert.ok(list.json().some(({ account }: { account: string }) => account === governor))
  const became = await server.inject({ method: 'POST', url: '/api/v1/demonstration/become', headers, payload: { account: governor } })
  assert.equal(became.statusCode, 200, became.body)
  const cookie = String(became.headers['set-cookie']).split(';')[0] ?? ''
  assert.match(String(became.headers['set-cookie']), /^__Host-spean-session=.*Secure/)
  const me = await server.inject({ url: '/api/v1/account', headers: { ...headers, cookie } })
  assert.deepEqual([me.json().id, me.json().home], [governor, 'KH:0110'])
  const events = await server.inject({ url: '/api/v1/account/events', headers: { ...headers, cookie } })
  assert.deepEqual(
    events.json().map((event: { type: string; body: object }) => [event.type, event.body]),
    [['SignedIn', { how: 'demonstration' }]],
  )

  const challenge = Buffer.from('the hash of a list that was shown').toString('base64url')
  const gesture = await server.inject({
    method: 'POST',
    url: '/api/v1/demonstration/assertion',
    headers: { ...headers, cookie },
    payload: { challenge },
  })
  const key = await owner.query.selectFrom('passkey').selectAll().where('account', '=', governor).executeTakeFirstOrThrow()
  const verified = await verifyAuthenticationResponse({
    response: gesture.json(),
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: 'localhost',
    requireUserVerification: true,
    credential: { id: key.id, publicKey: new Uint8Array(key.public_key), counter: key.sign_count },
  })
  assert.equal(verified.verified, true)
})

test('a real person is nobody one can become', async () => {
  const server = await serve(true)
  const real = await staff.hire('Real Person', 'KH:0110', ['governor', 'KH:0110'])
  for (const account of [real, '0199f000-0000-7000-8000-000000000000']) {
    const answer = await server.inject({ method: 'POST', url: '/api/v1/demonstration/become', headers, payload: { account } })
    assert.deepEqual([answer.statusCode, answer.json().code, answer.headers['set-cookie']], [404, 'staff.not-found', undefined])
  }
})

test('outside a demonstration none of it is there', async () => {
  const server = await serve(false)
  const account = madeUpAccount({ place: { id: 'KH:0110' }, role: 'governor' })
  const list = await server.inject({ url: '/api/v1/demonstration/staff', headers })
  const became = await server.inject({ method: 'POST', url: '/api/v1/demonstration/become', headers, payload: { account } })
  for (const answer of [list, became]) assert.deepEqual([answer.statusCode, answer.json().code], [404, 'request.not-found'])
})

test('the keys come from a file that only its owner reads, the same ones at every start', () => {
  const file = join(folder, 'made-up-passkeys')
  assert.equal(statSync(file).mode & 0o777, 0o600)
  const account = madeUpAccount({ place: placeOf('KH:0110'), role: 'governor' })
  assert.equal(openMadeUpKeys(file).of(account).credentialId, keys.of(account).credentialId)
  assert.notEqual(openMadeUpKeys(join(folder, 'others')).of(account).credentialId, keys.of(account).credentialId)
})
