// Goal: a ministry's provider signs in the subject an administrator linked, and nobody else. Method: a real provider process, the real server, and every message between them changed in turn.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { OidcProvider } from './oidc-provider-config.ts'
import { cookieOf, eventsOf, invite, openTestSignIn } from './test-sign-in.ts'

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
async function start(id: string): Promise<Started> {
  const answer = await world.ask('POST', `/api/v1/sign-in/provider/${id}`)
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

test('a provider that is not the agreed issuer', async () => {
  const { account } = await invite(world, 'Impostor', { id: 'impostor', sub: 'officer-1' })
  const { url, cookie } = await start('impostor')
  await refused(await comeBack(await atProvider(url, 'officer-1'), cookie))
  assert.equal((await eventsOf(world, account))['SignedIn'], undefined)
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
  for (const { kept } of rows) assert.ok(!/eyJ/.test(kept), kept)
})
