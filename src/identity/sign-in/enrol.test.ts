// Goal: a link opens once, in time, for one person; nobody recovers an account alone. Method: real server, real Postgres.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createOTP } from '@better-auth/utils/otp'
import { epochMs, instantOfMs } from '../../kernel/time.ts'
import { areaPlace } from '../place.rules.ts'
import { firstAdministratorLink, inviteAgain, inviteStaff } from './invite.ts'
import { beginRecovery, confirmRecovery } from './recover.ts'
import {
  actor,
  administrator,
  codeIn,
  cookieOf,
  enrolPerson,
  enrolWith,
  eventsOf,
  newAuthenticator,
  openTestSignIn,
  signIn,
  tokenOf,
} from './test-sign-in.ts'

const world = await openTestSignIn()
const { context } = world.signIn
const second = actor('0190a000-0000-7000-8000-000000000002', 'system-administrator')
const inOffice = areaPlace('KH:0110' as Parameters<typeof areaPlace>[0])
const staff = (name: string) => ({ name, home: inOffice, nationalId: null, familyBook: null })
const begun = world.clock.now
const moveHours = (hours: number) => {
  world.clock.now = instantOfMs(epochMs(begun) + hours * 3_600_000)
}
const value = <T>(outcome: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

test('a new instance’s first administrator: one link, 24 hours, an account that may staff the others; then never again', async () => {
  const [first, again] = await Promise.all([firstAdministratorLink(context, { name: 'First' }), firstAdministratorLink(context, { name: 'First' })])
  assert.ok(first && again)
  assert.match(first.url, /^http:\/\/localhost:\d+\/enrol#[\w-]{43}$/)
  const accounts = await world.database.query.selectFrom('staff_account').select('id').execute()
  assert.equal(accounts.length, 1)
  // One of the two links replaced the other.
  const answers = [await enrolWith(world, newAuthenticator(), first.url), await enrolWith(world, newAuthenticator(), again.url)]
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 404])
  const found = await world.signIn.sessions.readSession(cookieOf(answers.find(({ status }) => status === 200) ?? new Response()), world.clock.now)
  if (typeof found === 'string') throw new Error(found)
  assert.deepEqual(
    found.grants.map(({ role, place }) => [role, place.id]),
    [['system-administrator', 'KH']],
  )
  assert.equal(await firstAdministratorLink(context, { name: 'Second' }), undefined)
})

test('only whoever may invite there invites', async () => {
  const elsewhere = actor('0190a000-0000-7000-8000-000000000009', 'office-administrator', areaPlace('KH:0111' as Parameters<typeof areaPlace>[0]))
  const refused = await inviteStaff(context, elsewhere, staff('Nobody'))
  assert.equal(refused.ok ? '' : refused.refusal.code, 'authority.place')
  const clerk = await inviteStaff(context, actor('0190a000-0000-7000-8000-000000000009', 'clerk', inOffice), staff('Nobody'))
  assert.equal(clerk.ok ? '' : clerk.refusal.code, 'authority.role')
})

test('a link: once; not after its time; not after a newer one; not a made-up one', async () => {
  const { account, link } = value(await inviteStaff(context, administrator, staff('Once')))
  const newer = value(await inviteAgain(context, administrator, account))
  assert.equal(await codeIn(await enrolWith(world, newAuthenticator(), link.url)), 'invitation.invalid')
  assert.equal((await enrolWith(world, newAuthenticator(), newer.url)).status, 200)
  assert.equal(await codeIn(await enrolWith(world, newAuthenticator(), newer.url)), 'invitation.invalid')
  assert.equal(await codeIn(await enrolWith(world, newAuthenticator(), `x#${'A'.repeat(43)}`)), 'invitation.invalid')

  const late = value(await inviteStaff(context, administrator, staff('Late')))
  moveHours(72)
  assert.equal(await codeIn(await world.ask('POST', '/api/v1/invitations/open', { body: { token: tokenOf(late.link.url) } })), 'invitation.invalid')
  moveHours(0)
})

test('ten browsers with one link: one enrols', async () => {
  const { account, link } = value(await inviteStaff(context, administrator, staff('Ten')))
  const answers = await Promise.all(Array.from({ length: 10 }, () => enrolWith(world, newAuthenticator(), link.url)))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array.from({ length: 9 }, () => 404)])
  assert.equal((await world.database.query.selectFrom('passkey').select('id').where('account', '=', account).execute()).length, 1)
})

test('the answer to another person’s link, an unverified person, somebody’s passkey: refused, and the link stays good', async () => {
  const mine = value(await inviteStaff(context, administrator, staff('Mine'))).link
  const theirs = value(await inviteStaff(context, administrator, staff('Theirs'))).link
  const opened = await world.ask('POST', '/api/v1/invitations/open', { body: { token: tokenOf(theirs.url) } })
  const { options } = (await opened.json()) as { options: { challenge: string } }
  const attestation = newAuthenticator().create({ ...world.place, challenge: options.challenge, userVerified: true })
  const foreign = await world.ask('POST', '/api/v1/invitations/enrol', { body: { token: tokenOf(mine.url), attestation, passkeyName: 'A' } })
  assert.equal(await codeIn(foreign), 'sign-in.failed')
  assert.equal(await codeIn(await enrolWith(world, newAuthenticator(), mine.url, { userVerified: false })), 'sign-in.gesture')
  const taken = await enrolPerson(world, 'Taken')
  assert.equal(await codeIn(await enrolWith(world, taken.authenticator, mine.url)), 'sign-in.failed')
  assert.equal((await enrolWith(world, newAuthenticator(), mine.url)).status, 200)
})

test('a recovery needs two administrators, neither of them the person; then everything older ends', async () => {
  const lost = await enrolPerson(world, 'Lost', { home: inOffice })
  const refusedCode = async (outcome: ReturnType<typeof beginRecovery> | ReturnType<typeof confirmRecovery>) => {
    const found = await outcome
    return found.ok ? '' : found.refusal.code
  }
  assert.equal(await refusedCode(beginRecovery(context, actor(lost.account, 'system-administrator'), lost.account)), 'authority.two-people')
  assert.equal(await refusedCode(beginRecovery(context, administrator, '0190a000-0000-7000-8000-00000000dead')), 'staff.not-found')
  const { recovery } = value(await beginRecovery(context, administrator, lost.account))
  assert.equal(await refusedCode(confirmRecovery(context, administrator, recovery)), 'authority.two-people')
  assert.equal(await refusedCode(confirmRecovery(context, actor(lost.account, 'system-administrator'), recovery)), 'authority.two-people')
  assert.equal(
    await refusedCode(confirmRecovery(context, actor('0190a000-0000-7000-8000-000000000003', 'governor', inOffice), recovery)),
    'staff.not-found',
  )
  const { url } = value(await confirmRecovery(context, second, recovery))
  assert.equal(await refusedCode(confirmRecovery(context, second, recovery)), 'staff.not-found')

  const fresh = newAuthenticator()
  const answer = await enrolWith(world, fresh, url)
  assert.equal(answer.status, 200)
  assert.equal(await codeIn(await signIn(world, lost.authenticator)), 'sign-in.failed')
  assert.equal((await world.ask('GET', '/api/v1/sessions', { cookie: lost.cookie })).status, 401)
  assert.equal((await world.ask('GET', '/api/v1/sessions', { cookie: cookieOf(answer) })).status, 200)
  assert.equal((await signIn(world, fresh)).status, 200)
  const events = await eventsOf(world, lost.account)
  assert.deepEqual([events['RecoveryBegun'], events['RecoveryConfirmed'], events['RecoveryDone']], [1, 1, 1])
  assert.deepEqual(await secondFactorOf(lost.account), ['two-administrators'])
})

test('with an app that shows codes the recovery asks for one; five wrong ones end it, from wherever they come', async () => {
  const person = await enrolPerson(world, 'Code', { home: inOffice })
  const { url: address } = (await (await world.ask('POST', '/api/v1/codes/set-up', { cookie: person.cookie })).json()) as { url: string }
  const show = () => createOTP(base32(new URL(address).searchParams.get('secret') ?? '')).totp()
  const wrong = async () => String((Number(await show()) + 1) % 1_000_000).padStart(6, '0')
  const confirm = async (code: string) => world.ask('POST', '/api/v1/codes/confirm', { cookie: person.cookie, body: { code } })
  assert.equal(await codeIn(await confirm(await wrong())), 'sign-in.failed')
  assert.equal((await confirm(await show())).status, 200)

  const recover = async () =>
    value(await confirmRecovery(context, second, value(await beginRecovery(context, administrator, person.account)).recovery)).url
  const guessed = await recover()
  const answers = await Promise.all(
    Array.from({ length: 12 }, async () => codeIn(await enrolWith(world, newAuthenticator(), guessed, { code: '000000' }))),
  )
  assert.equal(answers.filter((code) => code === 'sign-in.failed').length, 5)
  assert.equal(answers.filter((code) => code === 'session.too-many').length, 7)
  assert.equal(await codeIn(await enrolWith(world, newAuthenticator(), guessed, { code: await show() })), 'session.too-many')
  assert.equal((await signIn(world, person.authenticator)).status, 200, 'the passkey is untouched')

  const anew = await recover()
  assert.equal(await codeIn(await enrolWith(world, newAuthenticator(), anew)), 'sign-in.failed')
  assert.equal((await enrolWith(world, newAuthenticator(), anew, { code: await show() })).status, 200)
  assert.deepEqual(await secondFactorOf(person.account), ['code'])
})

test('no link, key or secret is kept as it is', async () => {
  const { url } = value(await inviteStaff(context, administrator, staff('Secret'))).link
  const { rows } = await world.database.pool.query('select (i.*)::text as kept from invitation i union all select (t.*)::text from two_factor t')
  assert.ok(rows.length > 0)
  for (const { kept } of rows) assert.ok(!kept.includes(tokenOf(url)), 'a token')
})

async function secondFactorOf(account: string): Promise<string[]> {
  const { rows } = await world.database.pool.query<{ factor: string }>(
    "select body->>'secondFactor' as factor from event where subject = $1 and type = 'RecoveryDone'",
    [account],
  )
  return rows.map(({ factor }) => factor)
}

/** RFC 4648 §6, as the app reads the address; the secret's bytes. */
function base32(text: string): string {
  const bits = [...text].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))).toString('utf8')
}
