// Goal: a ministry's provider signs in the subject an administrator linked, and nobody else. Method: a real provider process, the real server, and every message between them changed in turn.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { epochMs, instantOfMs } from '../../kernel/time.ts'
import type { OidcProvider } from './oidc-provider-config.ts'
import { cookieOf, enrolPerson, eventsOf, invite, openTestSignIn } from './test-sign-in.ts'

/** "ministry" is as it should be; "elsewhere" is another provider; "impostor" answers as the ministry's own, but not under the issuer that was agreed. */
const ids = ['ministry', 'elsewhere', 'impostor'] as const
const issuers: string[] = []

const world = await openTestSignIn({
  oidc: async (origin) => {
    const backs = ids.map((id) => `${origin}/api/auth/callback/${id}`)
    for (const _ of ['ministry', 'elsewhere']) issuers.push(await startProvider(backs))
    const [ministry = '', elsewhere = ''] = issuers
    const entry = (id: string, at: string, issuer: string): OidcProvider => ({
      id,
      name: id,
      discoveryUrl: `${at}/.well-known/openid-configuration`,
      issuer,
      clientId: 'spean',
      clientSecret: 'a-secret-of-the-tests-own-provider',
    })
    return [entry('ministry', ministry, ministry), entry('elsewhere', elsewhere, elsewhere), entry('impostor', ministry, 'https://interior.example')]
  },
})
const [ministry = ''] = issuers

async function startProvider(backs: string[]): Promise<string> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'test-provider.ts'), ...backs], { stdio: ['ignore', 'pipe', 'ignore'] })
  after(() => child.kill())
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return line.toString('utf8').trim()
}

const governor = (await invite(world, 'Governor', { id: 'ministry', sub: 'officer-1' })).account

type Started = { readonly url: URL; readonly cookie: string }
/** `session` is the cookie of a session that the browser has. */
async function start(id: string, session?: string): Promise<Started> {
  const answer = await world.ask('POST', `/api/v1/sign-in/provider/${id}`, session === undefined ? {} : { cookie: session })
  assert.equal(answer.status, 200)
  const [line = ''] = answer.headers.getSetCookie()
  assert.match(line, /^__Host-spean-state=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  const { url } = (await answer.json()) as { url: string }
  return { url: new URL(url), cookie: line.split(';')[0] ?? '' }
}

/** The person's browser at the provider: from its address back to ours. */
async function atProvider(url: URL, subject: string): Promise<URL> {
  const jar = new Map<string, string>()
  let next = url
  for (let hop = 0; hop < 10; hop += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie, 'x-sign-in-as': subject } })
    for (const line of answer.headers.getSetCookie()) jar.set(line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1).split(';')[0] ?? '')
    const location = answer.headers.get('location')
    if (!location) throw new Error(`the provider stays: ${answer.status} ${(await answer.text()).replace(/[\s\S]*<pre>/, '')}`)
    next = new URL(location, next)
    if (next.origin === world.origin) return next
  }
  throw new Error('the provider sends in a circle')
}

const comeBack = (back: URL, cookie: string) => world.ask('GET', back.pathname + back.search, { cookie })

async function refused(answer: Response): Promise<void> {
  assert.equal(answer.status, 303)
  assert.equal(answer.headers.get('location'), '/sign-in?failed')
  assert.equal(cookieOf(answer), '')
}

test('the linked subject signs in', async () => {
  const { url, cookie } = await start('ministry')
  assert.deepEqual([url.origin, url.searchParams.get('code_challenge_method'), url.searchParams.get('scope')], [ministry, 'S256', 'openid'])
  assert.ok((url.searchParams.get('nonce') ?? '').length >= 32)
  const answer = await comeBack(await atProvider(url, 'officer-1'), cookie)
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/desk'])
  assert.match(
    answer.headers.getSetCookie().find((line) => line.startsWith('__Host-spean-session=')) ?? '',
    /Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  )
  const found = await world.signIn.sessions.readSession(cookieOf(answer), world.clock.now)
  assert.equal(typeof found === 'string' ? found : found.account, governor)
  assert.deepEqual(await eventsOf(world, governor), { SignedIn: 1 })
})

test('a subject that nobody linked: refused, and no account is made, whatever its e-mail address', async () => {
  const { url, cookie } = await start('ministry')
  await refused(await comeBack(await atProvider(url, 'officer-2'), cookie))
  assert.equal((await world.database.query.selectFrom('staff_account').select('id').execute()).length, 1)
})

test('the same subject at another provider is another person', async () => {
  const { url, cookie } = await start('elsewhere')
  await refused(await comeBack(await atProvider(url, 'officer-1'), cookie))
})

test('a provider that is not the agreed issuer: nobody is sent there, and nobody comes back from it', async () => {
  const { account } = await invite(world, 'Impostor', { id: 'impostor', sub: 'officer-1' })
  const answer = await world.ask('POST', '/api/v1/sign-in/provider/impostor')
  assert.deepEqual([answer.status, answer.headers.getSetCookie()], [503, []])
  const { url, cookie } = await start('ministry')
  const back = await atProvider(url, 'officer-1')
  back.pathname = '/api/auth/callback/impostor'
  await refused(await comeBack(back, cookie))
  assert.equal((await eventsOf(world, account))['SignedIn'], undefined)
})

const lives = async (session: string): Promise<boolean> => (await world.ask('GET', '/api/v1/sessions', { cookie: session })).status === 200
async function signInAtProvider(session?: string): Promise<string> {
  const { url, cookie } = await start('ministry', session)
  return cookieOf(await comeBack(await atProvider(url, 'officer-1'), cookie))
}

test('the session that the browser had when it left is dead, though the way back brings no cookie of it', async () => {
  const person = await enrolPerson(world, 'At the same machine')
  const fresh = await signInAtProvider(person.cookie)
  assert.deepEqual([await lives(fresh), await lives(person.cookie)], [true, false])
  const again = await signInAtProvider(fresh)
  assert.deepEqual([await lives(again), await lives(fresh)], [true, false])
  assert.equal((await eventsOf(world, person.account))['SessionEnded'], 1)
  // A provider of our own site: the cookie comes back too, also of a session that began meanwhile.
  const { url, cookie } = await start('ministry')
  const back = await atProvider(url, 'officer-1')
  const last = cookieOf(await comeBack(back, `${cookie}; ${again}`))
  assert.deepEqual([await lives(last), await lives(again)], [true, false])
})

test('the session that the browser had ended while it was away: the attempt ends with it', async () => {
  const person = await enrolPerson(world, 'Signed out meanwhile')
  const { url, cookie } = await start('ministry', person.cookie)
  const back = await atProvider(url, 'officer-1')
  assert.equal((await world.ask('POST', '/api/v1/sign-out', { cookie: person.cookie })).status, 200)
  await refused(await comeBack(back, cookie))
})

test('a provider’s refusal, and a subject that nobody linked, leave the earlier session as it was', async () => {
  const person = await enrolPerson(world, 'Stays')
  const { url, cookie } = await start('ministry', person.cookie)
  await refused(await comeBack(await atProvider(url, 'officer-2'), cookie))
  assert.equal(await lives(person.cookie), true)
})

test('ten attempts of one browser come back at once: one session is begun, and the earlier one ended once', async () => {
  const person = await enrolPerson(world, 'Ten ways back')
  const attempts: { back: URL; cookie: string }[] = []
  for (let index = 0; index < 10; index += 1) {
    const { url, cookie } = await start('ministry', person.cookie)
    attempts.push({ back: await atProvider(url, 'officer-1'), cookie })
  }
  const answers = await Promise.all(attempts.map(({ back, cookie }) => comeBack(back, cookie)))
  assert.equal(answers.filter((answer) => cookieOf(answer) !== '').length, 1)
  assert.equal(await lives(person.cookie), false)
  assert.equal((await eventsOf(world, person.account))['SessionEnded'], 1)
})

test('more sessions at once than may be, by a provider: the oldest ends', async () => {
  const max = world.signIn.context.parameters('session.at-once-max', world.clock.now)
  const sessions: string[] = []
  for (let index = 0; index <= max; index += 1) {
    world.clock.now = instantOfMs(epochMs(world.clock.now) + 1_000)
    sessions.push(await signInAtProvider())
  }
  assert.deepEqual(await Promise.all(sessions.map(lives)), [false, ...Array.from({ length: max }, () => true)])
})

test('a token with another nonce', async () => {
  const { url, cookie } = await start('ministry')
  url.searchParams.set('nonce', 'another-nonce-than-this-browser-was-given')
  await refused(await comeBack(await atProvider(url, 'officer-1'), cookie))
})

test('a code replayed: in the same attempt, and in another', async () => {
  const { url, cookie } = await start('ministry')
  const back = await atProvider(url, 'officer-1')
  assert.notEqual(cookieOf(await comeBack(back, cookie)), '')
  await refused(await comeBack(back, cookie))
  const other = await start('ministry')
  back.searchParams.set('state', other.url.searchParams.get('state') ?? '')
  await refused(await comeBack(back, other.cookie))
})

test('another browser’s attempt: the state without its cookie, or with another’s', async () => {
  const victim = await start('ministry')
  const back = await atProvider(victim.url, 'officer-1')
  const other = await start('ministry')
  await refused(await comeBack(back, ''))
  await refused(await comeBack(back, other.cookie))
})

test('providers mixed up: another one answers than was asked, by path, by issuer, by both', async () => {
  for (const change of ['path', 'iss', 'both']) {
    const { url, cookie } = await start('ministry')
    const back = await atProvider(url, 'officer-1')
    if (change !== 'iss') back.pathname = '/api/auth/callback/elsewhere'
    if (change !== 'path') back.searchParams.set('iss', issuers[1] ?? '')
    await refused(await comeBack(back, cookie))
  }
})

test('asked at one provider, answered with a good code of another', async () => {
  const asked = await start('elsewhere')
  // The code is made for the challenge and nonce of the other attempt, as a provider in the middle would.
  const url = new URL((await start('ministry')).url)
  for (const name of ['state', 'nonce', 'code_challenge']) url.searchParams.set(name, asked.url.searchParams.get(name) ?? '')
  const back = await atProvider(url, 'officer-1')
  assert.equal(back.pathname, '/api/auth/callback/ministry')
  await refused(await comeBack(back, asked.cookie))
})

test('the provider’s refusal, an unknown provider, and no answer at all', async () => {
  const { url, cookie } = await start('ministry')
  const state = url.searchParams.get('state') ?? ''
  const denied = new URL(`${world.origin}/api/auth/callback/ministry?error=access_denied&error_description=%3Cb%3Eno&state=${state}`)
  await refused(await comeBack(denied, cookie))
  await refused(await comeBack(new URL(`${world.origin}/api/auth/callback/nobody?code=a&state=${state}`), cookie))
  await refused(await comeBack(new URL(`${world.origin}/api/auth/callback/ministry`), ''))
  assert.equal((await world.ask('POST', '/api/v1/sign-in/provider/nobody')).status, 404)
})

test('no token of a provider is kept', async () => {
  const { rows } = await world.database.pool.query(
    'select (a.*)::text as kept from sign_in_account a union all select (v.*)::text from verification v',
  )
  // Two parts that begin as JSON does, with a point between: no drawn verifier looks so.
  for (const { kept } of rows) assert.ok(!/eyJ[\w-]*\.eyJ/.test(kept), kept)
})

test('the library behind the way back answers nothing else', async () => {
  const { closedPaths } = await import('./library.ts')
  const [provider = assert.fail()] = world.signIn.providers
  const opened = await world.signIn.context.library.atProvider(provider)
  if (!opened.ok) throw new Error(opened.fault)
  for (const path of closedPaths) {
    const asked = new Request(`${world.origin}/api/auth${path}`, { method: 'POST', headers: { origin: world.origin } })
    assert.equal((await opened.library.handle(asked)).status, 404, path)
  }
})
