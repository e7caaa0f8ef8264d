// Goal: a browser has one session: the one before it ends with a new sign-in, whosever it was; a person has no more at once than may be. Method: real server, real Postgres, cookies kept by hand.
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { epochMs, instantOfMs } from '../../kernel/time.ts'
import { attemptCookieName } from '../session-cookie.ts'
import {
  codeIn,
  cookieOf,
  enrolPerson,
  enrolWith,
  eventsOf,
  invite,
  newAuthenticator,
  openTestSignIn,
  recover,
  signIn,
  type TestPerson,
} from './test-sign-in.ts'

const world = await openTestSignIn()
const { context } = world.signIn
// All of this comes from one address, within one minute.
beforeEach(() => world.database.query.deleteFrom('sign_in_limit').execute())
const ask = (cookie: string) => world.ask('GET', '/api/v1/sessions', { cookie })
const stateOf = async (cookie: string): Promise<string> => {
  const answer = await ask(cookie)
  return answer.status === 200 ? 'lives' : codeIn(answer)
}
const later = (seconds: number): void => {
  world.clock.now = instantOfMs(epochMs(world.clock.now) + seconds * 1_000)
}
/** Of the account's ended sessions: why, and who. */
async function endings(account: string): Promise<string[]> {
  const { rows } = await world.database.pool.query<{ why: string; actor: string }>(
    "select body->>'why' as why, actor from event where subject = $1 and type = 'SessionEnded' order by id",
    [account],
  )
  return rows.map(({ why, actor }) => `${why} by ${actor === account ? 'self' : actor}`)
}

const ways: [way: string, begin: (person: TestPerson, cookie: string) => Promise<string>][] = [
  ['a passkey', async ({ authenticator }, cookie) => cookieOf(await signIn(world, authenticator, { cookie }))],
  [
    'a recovery’s link',
    async ({ account }, cookie) => cookieOf(await enrolWith(world, newAuthenticator(), await recover(world, account), { cookie })),
  ],
  ['becoming somebody', async ({ account }, cookie) => (await world.signIn.begin(account, 'demonstration', { userAgent: 'x', cookie })) ?? ''],
]
for (const [way, begin] of ways) {
  test(`by ${way}: the session that the browser had is dead at the next request, others live`, async () => {
    const person = await enrolPerson(world, 'Self')
    const [elsewhere, neighbour] = [cookieOf(await signIn(world, person.authenticator)), await enrolPerson(world, 'Neighbour')]
    const fresh = await begin(person, person.cookie)
    assert.equal(await stateOf(fresh), 'lives')
    assert.equal(await stateOf(person.cookie), 'session.none')
    assert.equal(await stateOf(elsewhere), way.startsWith('a recovery') ? 'session.none' : 'lives')
    assert.equal(await stateOf(neighbour.cookie), 'lives')
    // A recovery ends every session of the account by itself, with an event of its own.
    assert.deepEqual(await endings(person.account), way.startsWith('a recovery') ? [] : ['signed-in-again by self'])
  })

  test(`by ${way}: another person’s session in that browser ends, and its event says who came after`, async () => {
    const [before, after] = [await enrolPerson(world, 'Before'), await enrolPerson(world, 'After')]
    assert.equal(await stateOf(await begin(after, before.cookie)), 'lives')
    assert.equal(await stateOf(before.cookie), 'session.none')
    assert.deepEqual(await endings(before.account), [`signed-in-again by ${after.account}`])
    assert.deepEqual(await endings(after.account), [])
  })
}

test('an invitation opened in a browser that has a session: that one ends', async () => {
  const clerk = await enrolPerson(world, 'At the machine')
  const { link } = await invite(world, 'New')
  const fresh = cookieOf(await enrolWith(world, newAuthenticator(), link, { cookie: clerk.cookie }))
  assert.deepEqual([await stateOf(fresh), await stateOf(clerk.cookie)], ['lives', 'session.none'])
})

test('a sign-in that fails ends nothing; nor does a cookie that is not ours, or twice there', async () => {
  const [person, other] = [await enrolPerson(world, 'Fails'), await enrolPerson(world, 'Other')]
  assert.equal(await codeIn(await signIn(world, newAuthenticator(), { cookie: person.cookie })), 'sign-in.failed')
  assert.equal(await codeIn(await signIn(world, other.authenticator, { cookie: person.cookie, userVerified: false })), 'sign-in.gesture')
  assert.equal((await signIn(world, other.authenticator, { signCount: 5 })).status, 200)
  assert.equal(await codeIn(await signIn(world, other.authenticator, { cookie: person.cookie, signCount: 5 })), 'sign-in.failed', 'a copy')
  for (const cookie of [`${person.cookie.slice(0, -3)}AAA`, `${person.cookie}; ${person.cookie}`, 'a=b'])
    assert.equal((await signIn(world, person.authenticator, { cookie })).status, 200)
  assert.equal(await stateOf(person.cookie), 'lives')
  assert.deepEqual(await endings(person.account), [])
})

test('ten sign-ins at once in one browser: its session ends once', async () => {
  const person = await enrolPerson(world, 'Ten')
  const answers = await Promise.all(Array.from({ length: 10 }, () => signIn(world, person.authenticator, { cookie: person.cookie })))
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]))
  assert.equal(await stateOf(person.cookie), 'session.none')
  assert.equal((await endings(person.account)).filter((each) => each.startsWith('signed-in-again')).length, 1)
})

test('two browsers change hands at once, ten times: nobody waits in a circle', async () => {
  let [one, other] = [await enrolPerson(world, 'One'), await enrolPerson(world, 'The other')]
  for (let round = 0; round < 10; round += 1) {
    const [toOne, toOther] = await Promise.all([
      signIn(world, one.authenticator, { cookie: other.cookie }),
      signIn(world, other.authenticator, { cookie: one.cookie }),
    ])
    assert.deepEqual([await stateOf(one.cookie), await stateOf(other.cookie)], ['session.none', 'session.none'], `round ${round}`)
    one = { ...one, cookie: cookieOf(toOne) }
    other = { ...other, cookie: cookieOf(toOther) }
    assert.deepEqual([await stateOf(one.cookie), await stateOf(other.cookie)], ['lives', 'lives'], `round ${round}`)
  }
})

test('an attempt at a provider that the browser left open ends with the sign-in', async () => {
  const person = await enrolPerson(world, 'Two tabs')
  const open = await signIn(world, person.authenticator, { cookie: `${attemptCookieName}=abc; ${person.cookie}` })
  assert.match(open.headers.getSetCookie()[1] ?? '', /^__Host-spean-state=; Max-Age=0; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  const none = await signIn(world, person.authenticator, { cookie: cookieOf(open) })
  assert.equal(none.headers.getSetCookie().length, 1)
})

test('one session more than may be at once: the oldest ends, with an event; another person’s stay', async () => {
  const [person, other] = [await enrolPerson(world, 'Many'), await enrolPerson(world, 'Untouched')]
  const max = context.parameters('session.at-once-max', world.clock.now)
  const cookies = [person.cookie]
  for (let index = 1; index <= max; index += 1) {
    later(1)
    cookies.push(cookieOf(await signIn(world, person.authenticator)))
  }
  assert.deepEqual(await Promise.all(cookies.map(stateOf)), ['session.none', ...Array.from({ length: max }, () => 'lives')])
  assert.deepEqual(await endings(person.account), ['too-many by self'])
  assert.equal(await stateOf(other.cookie), 'lives')
})

test('in one browser there may be as many sign-ins as one likes: each replaces the one before', async () => {
  const person = await enrolPerson(world, 'Replaces')
  const elsewhere = cookieOf(await signIn(world, person.authenticator))
  let { cookie } = person
  for (let index = 0; index < 8; index += 1) {
    later(1)
    cookie = cookieOf(await signIn(world, person.authenticator, { cookie }))
  }
  assert.deepEqual([await stateOf(cookie), await stateOf(elsewhere)], ['lives', 'lives'])
})

test('ten browsers at once: as many as may be live after it', async () => {
  const person = await enrolPerson(world, 'Ten browsers')
  later(1)
  const answers = await Promise.all(Array.from({ length: 10 }, () => signIn(world, person.authenticator)))
  const living = (await Promise.all(answers.map((answer) => stateOf(cookieOf(answer))))).filter((state) => state === 'lives')
  assert.equal(living.length, context.parameters('session.at-once-max', world.clock.now))
  const { SessionEnded, SignedIn } = await eventsOf(world, person.account)
  assert.deepEqual([SignedIn, SessionEnded], [11, 11 - living.length])
})
