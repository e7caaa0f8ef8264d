import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { after } from 'node:test'
import { createOTP } from '@better-auth/utils/otp'
import { epochMs, type Instant, parseInstant } from '../../kernel/time.ts'
import { ensureMonths } from '../../movements/partitions.ts'
import { type Database, inTransaction, openDatabase } from '../../platform/database.ts'
import { createHttpServer } from '../../platform/http.ts'
import { newCommandId } from '../../platform/ids.ts'
import { ensureLogins, newPasswords } from '../../platform/postgres/logins.ts'
import { openTestDatabase } from '../../platform/postgres/test-cluster.ts'
import { installAuthority } from '../authorise.ts'
import type { Role } from '../authority.rules.ts'
import type { AccountId } from '../grant.rules.ts'
import { statePlace } from '../place.rules.ts'
import { openSignIn, type SignIn, signInRoutes } from '../sign-in.ts'
import { type Authenticator, makeAuthenticator } from '../software-authenticator.ts'
import { linkProvider } from '../staff/link-provider.ts'
import { openRecoveries } from '../staff/recovery.queries.ts'
import { insertMember } from '../staff/staff.store.ts'
import { beginRecovery, confirmRecovery, makeLink } from './links.ts'
import type { OidcProvider } from './oidc-provider-config.ts'

export type TestSignIn = {
  readonly signIn: SignIn
  /** The administrator's: to look, and to set the scene. Sign-in itself works as the identity login. */
  readonly database: Database
  readonly origin: string
  /** `codes` is what people's apps show: moved by hand too. */
  readonly clock: { now: Instant; codes: Instant }
  /** One request; `cookie` is what `cookieOf` gave. */
  ask(method: 'GET' | 'POST', path: string, options?: { body?: unknown; cookie?: string; headers?: Record<string, string> }): Promise<Response>
  /** What a passkey's gesture needs to know of this server. */
  readonly place: { readonly origin: string; readonly rpId: string }
}

export const instant = (text: string): Instant => {
  const found = parseInstant(text)
  if (!found) throw new Error(`not an instant: ${text}`)
  return found
}

export const testSecret = 'a secret of the tests, longer than thirty-two characters'

/** A server with sign-in alone, on a real database and a loopback port. `oidc` is made when the origin is known. */
export async function openTestSignIn(
  options: { oidc?: (origin: string) => Promise<OidcProvider[]>; mode?: 'demonstration' | 'service' } = {},
): Promise<TestSignIn> {
  const clock = { now: instant('2026-03-02T09:00:00+07:00'), codes: instant('2026-03-02T09:00:10+07:00') }
  const { database, url } = await openTestDatabase()
  const client = await database.pool.connect()
  await ensureMonths(client, clock.now)
  const identity = openDatabase((await ensureLogins(client, url, newPasswords())).identity)
  client.release()
  const server = await createHttpServer({ logLevel: 'silent', version: 'test' })
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const now = () => clock.now
  const oidc = options.oidc ? await options.oidc(origin) : []
  const signIn = openSignIn({
    database: identity,
    state: 'KH',
    origin,
    secret: testSecret,
    now,
    codesNow: () => clock.codes,
    mode: options.mode ?? 'service',
    oidc,
  })
  installAuthority(server, { sessions: signIn.sessions, now, demonstration: false, origin })
  signInRoutes(server, signIn)
  await server.listen({ host: '127.0.0.1', port })
  after(async () => {
    await server.close()
    await signIn.close()
    await identity.close()
  })
  const ask: TestSignIn['ask'] = (method, path, { body, cookie, headers = {} } = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...(cookie && { cookie }), origin, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  return { signIn, database, origin, clock, ask, place: { origin, rpId: 'localhost' } }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

export function newAuthenticator(): Authenticator {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return makeAuthenticator({ privateKey, credentialId: randomBytes(32) })
}

/** name=value of the session cookie an answer set. */
export function cookieOf(answer: Response): string {
  const line = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('__Host-spean-session='))
  return line?.split(';')[0] ?? ''
}

const administrators = ['0190a000-0000-7000-8000-000000000001', '0190a000-0000-7000-8000-000000000002'] as const

/** An account that was invited, as src/identity/staff makes it, and its link. */
export function invite(test: TestSignIn, name: string, provider?: { id: string; sub: string }): Promise<{ account: string; link: string }> {
  const { context, providers } = test.signIn
  const at = context.now()
  const [by] = administrators
  return inTransaction(context.database, { account: by, at }, async (tx) => {
    const account = newCommandId(epochMs(at)) as string as AccountId
    const member = { id: account, name, home: statePlace('KH'), nationalId: null, familyBook: null, madeUp: false, createdAt: at }
    await insertMember(tx, { ...member, state: provider ? 'active' : 'invited' })
    const linked = provider && (await linkProvider(tx, { providers }, { ...provider, account, by, at }))
    if (linked && !linked.ok) throw new Error(linked.refusal.code)
    return { account, link: (await makeLink(tx, 'invitation', { account, by, at, hours: 72 })).link }
  })
}

/** A newer link for somebody who was invited. */
export async function inviteAgain({ signIn: { context } }: TestSignIn, account: string): Promise<string> {
  const at = context.now()
  const [by] = administrators
  return (await inTransaction(context.database, { account: by, at }, (tx) => makeLink(tx, 'invitation', { account, by, at, hours: 72 }))).link
}

/** The link of a recovery that two administrators made. */
export function recover({ signIn: { context } }: TestSignIn, account: string): Promise<string> {
  const at = context.now()
  const [one, other] = administrators
  return inTransaction(context.database, { account: one, at }, async (tx) => {
    await beginRecovery(tx, { account, by: one, at, hours: 24 })
    const [recovery] = await openRecoveries(tx, [account], at)
    if (!recovery) throw new Error('no recovery is open')
    return (await confirmRecovery(tx, { ...recovery, by: other, at, hours: 24 })).link
  })
}

export type TestPerson = { readonly account: string; readonly authenticator: Authenticator; readonly cookie: string }

/** Somebody who was invited and enrolled: an active account with one passkey and one session. */
export async function enrolPerson(test: TestSignIn, name: string): Promise<TestPerson> {
  const { account, link } = await invite(test, name)
  const authenticator = newAuthenticator()
  const answer = await enrolWith(test, authenticator, link)
  if (answer.status !== 200) throw new Error(`enrolment: ${await answer.text()}`)
  return { account, authenticator, cookie: cookieOf(answer) }
}

export const tokenOf = (url: string): string => url.slice(url.indexOf('#') + 1)

/** Opens the link and answers with a new passkey. */
export async function enrolWith(
  test: TestSignIn,
  authenticator: Authenticator,
  url: string,
  more: { code?: string; userVerified?: boolean; cookie?: string } = {},
): Promise<Response> {
  const token = tokenOf(url)
  const opened = await test.ask('POST', '/api/v1/invitations/open', { body: { token } })
  const { options } = (await opened.json()) as { options?: { challenge: string } }
  const attestation = authenticator.create({ ...test.place, challenge: options?.challenge ?? '', userVerified: more.userVerified ?? true })
  const body = { token, attestation, passkeyName: 'Telephone', ...(more.code !== undefined && { code: more.code }) }
  return test.ask('POST', '/api/v1/invitations/enrol', { body, ...(more.cookie && { cookie: more.cookie }) })
}

export async function signInChallenge(test: TestSignIn): Promise<string> {
  const answer = await test.ask('POST', '/api/v1/sign-in/passkey/options')
  return ((await answer.json()) as { challenge: string }).challenge
}

/** Signs in with a passkey; what is given replaces what a right gesture has. */
export async function signIn(
  test: TestSignIn,
  authenticator: Authenticator,
  more: { challenge?: string; userVerified?: boolean; signCount?: number; origin?: string; cookie?: string } = {},
): Promise<Response> {
  const challenge = more.challenge ?? (await signInChallenge(test))
  const assertion = authenticator.get({ ...test.place, userVerified: true, ...more, challenge })
  return test.ask('POST', '/api/v1/sign-in/passkey', { body: { assertion }, ...(more.cookie && { cookie: more.cookie }) })
}

export async function codeIn(answer: Response): Promise<string> {
  return ((await answer.json()) as { code?: string }).code ?? ''
}

export async function giveRole(
  test: TestSignIn,
  account: string,
  { role, place, area = null }: { role: Role; place: string; area?: string | null },
): Promise<string> {
  const id = crypto.randomUUID()
  await test.database.query
    .insertInto('role_grant')
    .values({ id, account, role, place, area, valid_from: '2020-01-01', last_day: null, granted_by: 'test', granted_at: test.clock.now })
    .execute()
  return id
}

/** How often each thing happened to the account. */
export async function eventsOf(test: TestSignIn, account: string): Promise<Record<string, number>> {
  const rows = await test.database.query.selectFrom('event').select('type').where('subject', '=', account).execute()
  return Object.fromEntries([...Map.groupBy(rows, ({ type }) => type)].map(([type, found]) => [type, found.length]))
}

/** The person's app that shows codes: set up for whom the cookie signs in, not confirmed yet. */
export async function setUpApp(test: TestSignIn, cookie: string): Promise<{ show(at: Instant): Promise<string> }> {
  const { url } = (await (await test.ask('POST', '/api/v1/codes/set-up', { cookie })).json()) as { url: string }
  const app = createOTP(base32(new URL(url).searchParams.get('secret') ?? ''))
  return { show: (at) => app.hotp(Math.floor(epochMs(at) / 30_000)) }
}

/** RFC 4648 §6, as the app reads the address; the secret's bytes. */
function base32(text: string): string {
  const bits = [...text].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))).toString('utf8')
}
