// Goal: a code counts once, in its own half minute or the one after, for the secret it was made of. Method: real server, real Postgres, the app's clock moved by hand.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { epochMs, instantOfMs } from '../../kernel/time.ts'
import { checkCode } from './code.ts'
import { codeIn, enrolPerson, enrolWith, eventsOf, newAuthenticator, openTestSignIn, recover, setUpApp } from './test-sign-in.ts'

const world = await openTestSignIn()
const { context } = world.signIn
const begun = epochMs(world.clock.codes) - (epochMs(world.clock.codes) % 30_000)
/** `seconds` after the begin of the step that this file counts from. */
const at = (seconds: number) => instantOfMs(begun + seconds * 1_000)

async function withApp(name: string) {
  const person = await enrolPerson(world, name)
  return { ...person, app: await setUpApp(world, person.cookie) }
}
const answerOf = async (account: string, code: string): Promise<string> => {
  const checked = await checkCode(context, account, code)
  return checked.ok ? 'taken' : checked.refusal.code
}

const windows: [what: string, shownAt: number, sentAt: number, answer: string][] = [
  ['in its first second', 0, 0, 'taken'],
  ['in its last', 0, 29.999, 'taken'],
  ['in the step after', 0, 30, 'taken'],
  ['at the end of the step after', 0, 59.999, 'taken'],
  ['one step later still', 0, 60, 'sign-in.failed'],
  ['an hour later', 0, 3_600, 'sign-in.failed'],
  ['one millisecond before it is shown', 30, 29.999, 'sign-in.failed'],
  ['a step ahead', 60, 0, 'sign-in.failed'],
]
for (const [what, shownAt, sentAt, answer] of windows)
  test(`a code sent ${what}: ${answer}`, async () => {
    const { account, app } = await withApp('Window')
    world.clock.codes = at(sentAt)
    assert.equal(await answerOf(account, await app.show(at(shownAt))), answer)
  })

test('a code replayed, and the code of the step before the last one taken: refused, and the next one is taken', async () => {
  const { account, app } = await withApp('Replay')
  const [before, now, next] = [await app.show(at(-30)), await app.show(at(0)), await app.show(at(30))]
  world.clock.codes = at(5)
  assert.equal(await answerOf(account, now), 'taken')
  assert.equal(await answerOf(account, now), 'sign-in.failed')
  assert.equal(await answerOf(account, before), 'sign-in.failed')
  world.clock.codes = at(35)
  assert.equal(await answerOf(account, now), 'sign-in.failed', 'still in its window')
  assert.equal(await answerOf(account, next), 'taken')
})

test('a machine whose clock is set back takes no code of a step that is over', async () => {
  const { account, app } = await withApp('Set back')
  world.clock.codes = at(300)
  assert.equal(await answerOf(account, await app.show(at(300))), 'taken')
  world.clock.codes = at(0)
  assert.equal(await answerOf(account, await app.show(at(0))), 'sign-in.failed')
})

test('ten of one code at once: one is taken', async () => {
  const { account, app } = await withApp('Ten')
  world.clock.codes = at(0)
  const code = await app.show(at(0))
  const answers = await Promise.all(Array.from({ length: 10 }, () => answerOf(account, code)))
  assert.equal(answers.filter((answer) => answer === 'taken').length, 1, answers.join())
})

test('ten confirmations at once with one code: one is done, and one event says so', async () => {
  const { account, cookie, app } = await withApp('Confirm')
  world.clock.codes = at(0)
  const code = await app.show(at(0))
  const answers = await Promise.all(Array.from({ length: 10 }, () => world.ask('POST', '/api/v1/codes/confirm', { cookie, body: { code } })))
  assert.equal(answers.filter(({ status }) => status === 200).length, 1)
  assert.equal((await eventsOf(world, account))['CodeSetUp'], 1)
})

test('the code that confirmed the app does not recover the account', async () => {
  const { account, cookie, app } = await withApp('Twice')
  world.clock.codes = at(0)
  const code = await app.show(at(0))
  assert.equal((await world.ask('POST', '/api/v1/codes/confirm', { cookie, body: { code } })).status, 200)
  const link = await recover(world, account)
  assert.equal(await codeIn(await enrolWith(world, newAuthenticator(), link, { code })), 'sign-in.failed')
  world.clock.codes = at(30)
  assert.equal((await enrolWith(world, newAuthenticator(), link, { code: await app.show(at(30)) })).status, 200)
})

test('a new secret: the old app’s codes are nothing, and the new one’s count from the first', async () => {
  const { account, cookie, app } = await withApp('New app')
  world.clock.codes = at(0)
  assert.equal(await answerOf(account, await app.show(at(0))), 'taken')
  const fresh = await setUpApp(world, cookie)
  world.clock.codes = at(30)
  assert.equal(await answerOf(account, await app.show(at(30))), 'sign-in.failed')
  assert.equal(await answerOf(account, await fresh.show(at(0))), 'taken', 'the step before counts, it is another secret’s')
})

test('what is no code', async () => {
  const { account, app } = await withApp('No code')
  world.clock.codes = at(0)
  const code = await app.show(at(0))
  for (const other of ['', code.slice(1), `${code}0`, `${code.slice(0, 5)}٠`]) assert.equal(await answerOf(account, other), 'sign-in.failed', other)
  assert.equal(await answerOf(account, code), 'taken', 'four wrong ones were let')
  assert.equal(await answerOf('0190a000-0000-7000-8000-00000000ffff', code), 'session.too-many', 'nobody has no secret')
})
