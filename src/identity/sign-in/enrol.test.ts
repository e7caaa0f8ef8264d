// Goal: a link opens once, in time, for one person; nobody recovers an account alone. Method: real server, real Postgres.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { epochMs, instantOfMs } from '../../kernel/time.ts'
import { inTransaction } from '../../platform/database.ts'
import { firstAdministratorLink } from './invite.ts'
import { beginRecovery } from './links.ts'
import {
  codeIn,
  cookieOf,
  enrolPerson,
  enrolWith,
  eventsOf,
  invite,
  inviteAgain,
  newAuthenticator,
  openTestSignIn,
  recover,
  setUpApp,
  signIn,
  tokenOf,
} from './test-sign-in.ts'

const world = await openTestSignIn()
const { context } = world.signIn
const begun = world.clock.now
const moveHours = (hours: number) => {
  world.clock.now = instantOfMs(epochMs(begun) + hours * 3_600_000)
}
test('a new instance’s first administrator: one link, 24 hours, an account that may staff the others; then never again', async () => {
  const [first, again] = await Promise.all([firstAdministratorLink(context, { name: 'First' }), firstAdministratorLink(context, { name: 'First' })])
  assert.ok(first && again)
  assert.match(first.link, /^http:\/\/localhost:\d+\/enrol#[\w-]{43}$/)
  const accounts = await world.database.query.selectFrom('staff_account').select('id').execute()
  assert.equal(accounts.length, 1)
  // One of the two links replaced the other.
  const answers = [await enrolWith(world, newAuthenticator(), first.link), await enrolWith(world, newAuthenticator(), again.link)]
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 404])
  const found = await world.signIn.sessions.readSession(cookieOf(answers.find(({ status }) => status === 200) ?? new Response()), world.clock.now)
  if (typeof found === 'string') throw new Error(found)
  assert.deepEqual(
    found.grants.map(({ role, place }) => [role, place.id]),
    [['system-administrator', 'KH']],
  )
  assert.equal(await firstAdministratorLink(context, { name: 'Second' }), undefined)
})

test('a link: once; not after its time; not after a newer one; not a made-up one', async () => {
  const { account, link } = await invite(world, 'Once')
  const newer = await inviteAgain(world, account)
  assert.equal(await codeIn(await enrolWith(world, newAuthenticator(), link)), 'invitation.invalid')
  assert.equal((await enrolWith(world, newAuthenticator(), newer)).status, 200)
  assert.equal(await codeIn(await enrolWith(world, newAuthenticator(), newer)), 'invitation.invalid')
  assert.equal(await codeIn(await enrolWith(world, newAuthenticator(), `x#${'A'.repeat(43)}`)), 'invitation.invalid')

  const late = await invite(world, 'Late')
  moveHours(72)
  assert.equal(await codeIn(await world.ask('POST', '/api/v1/invitations/open', { body: { token: tokenOf(late.link) } })), 'invitation.invalid')
  moveHours(0)
})

test('ten browsers with one link: one enrols', async () => {
  const { account, link } = await invite(world, 'Ten')
  const answers = await Promise.all(Array.from({ length: 10 }, () => enrolWith(world, newAuthenticator(), link)))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array.from({ length: 9 }, () => 404)])
  assert.equal((await world.database.query.selectFrom('passkey').select('id').where('account', '=', account).execute()).length, 1)
})

test('the answer to another person’s link, an unverified person, somebody’s passkey: refused, and the link stays good', async () => {
  const mine = (await invite(world, 'Mine')).link
  const theirs = (await invite(world, 'Theirs')).link
  const opened = await world.ask('POST', '/api/v1/invitations/open', { body: { token: tokenOf(theirs) } })
  const { options } = (await opened.json()) as { options: { challenge: string } }
  const attestation = newAuthenticator().create({ ...world.place, challenge: options.challenge, userVerified: true })
  const foreign = await world.ask('POST', '/api/v1/invitations/enrol', { body: { token: tokenOf(mine), attestation, passkeyName: 'A' } })
  assert.equal(await codeIn(foreign), 'sign-in.failed')
  assert.equal(await codeIn(await enrolWith(world, newAuthenticator(), mine, { userVerified: false })), 'sign-in.gesture')
  const taken = await enrolPerson(world, 'Taken')
  assert.equal(await codeIn(await enrolWith(world, taken.authenticator, mine)), 'sign-in.failed')
  assert.equal((await enrolWith(world, newAuthenticator(), mine)).status, 200)
})

test('a recovery’s link: a new passkey, and everything older ends', async () => {
  const lost = await enrolPerson(world, 'Lost')
  const fresh = newAuthenticator()
  const answer = await enrolWith(world, fresh, await recover(world, lost.account))
  assert.equal(answer.status, 200)
  assert.equal(await codeIn(await signIn(world, lost.authenticator)), 'sign-in.failed')
  assert.equal((await world.ask('GET', '/api/v1/sessions', { cookie: lost.cookie })).status, 401)
  const [session] = (await (await world.ask('GET', '/api/v1/sessions', { cookie: cookieOf(answer) })).json()) as { how: string }[]
  assert.equal(session?.how, 'recovery')
  assert.equal((await signIn(world, fresh)).status, 200)
  assert.deepEqual(await eventsOf(world, lost.account), { PasskeyEnrolled: 2, SignedIn: 3, RecoveryDone: 1, SignInFailed: 1 })
  assert.deepEqual(await secondFactorOf(lost.account), ['two-administrators'])
})

test('a recovery that one administrator began has no link', async () => {
  const { account } = await enrolPerson(world, 'Half')
  const at = world.clock.now
  await inTransaction(context.database, { account, at }, (tx) => beginRecovery(tx, { account, by: 'one', at, hours: 24 }))
  const { rows } = await world.database.pool.query('select token_hash from invitation where account = $1 and purpose = $2', [account, 'recovery'])
  assert.deepEqual(rows, [{ token_hash: null }])
})

test('with an app that shows codes the recovery asks for one; five wrong ones end it, from wherever they come', async () => {
  const person = await enrolPerson(world, 'Code')
  const app = await setUpApp(world, person.cookie)
  /** The app's next code: each counts once. */
  const show = () => {
    world.clock.codes = instantOfMs(epochMs(world.clock.codes) + 30_000)
    return app.show(world.clock.codes)
  }
  const wrong = async () => String((Number(await show()) + 1) % 1_000_000).padStart(6, '0')
  const confirm = async (code: string) => world.ask('POST', '/api/v1/codes/confirm', { cookie: person.cookie, body: { code } })
  assert.equal(await codeIn(await confirm(await wrong())), 'sign-in.failed')
  assert.equal((await confirm(await show())).status, 200)

  const guessed = await recover(world, person.account)
  const answers = await Promise.all(
    Array.from({ length: 12 }, async () => codeIn(await enrolWith(world, newAuthenticator(), guessed, { code: '000000' }))),
  )
  assert.equal(answers.filter((code) => code === 'sign-in.failed').length, 5)
  assert.equal(answers.filter((code) => code === 'session.too-many').length, 7)
  assert.equal(await codeIn(await enrolWith(world, newAuthenticator(), guessed, { code: await show() })), 'session.too-many')
  assert.equal((await signIn(world, person.authenticator)).status, 200, 'the passkey is untouched')

  const anew = await recover(world, person.account)
  assert.equal(await codeIn(await enrolWith(world, newAuthenticator(), anew)), 'sign-in.failed')
  assert.equal((await enrolWith(world, newAuthenticator(), anew, { code: await show() })).status, 200)
  assert.deepEqual(await secondFactorOf(person.account), ['code'])
})

test('no link, key or secret is kept as it is', async () => {
  const { link } = await invite(world, 'Secret')
  const { rows } = await world.database.pool.query('select (i.*)::text as kept from invitation i union all select (t.*)::text from two_factor t')
  assert.ok(rows.length > 0)
  for (const { kept } of rows) assert.ok(!kept.includes(tokenOf(link)), 'a token')
})

async function secondFactorOf(account: string): Promise<string[]> {
  const { rows } = await world.database.pool.query<{ factor: string }>(
    "select body->>'secondFactor' as factor from event where subject = $1 and type = 'RecoveryDone'",
    [account],
  )
  return rows.map(({ factor }) => factor)
}
