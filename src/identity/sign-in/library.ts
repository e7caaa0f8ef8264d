import { randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { getOAuthState } from 'better-auth/api'
import { type GenericOAuthConfig, genericOAuth } from 'better-auth/plugins'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { OperatingParameters } from '../../instruments/operating-parameters.ts'
import { epochMs, hourMs, type Instant, instantOfMs } from '../../kernel/time.ts'
import { type Database, inTransaction } from '../../platform/database.ts'
import { attemptCookieName, sessionCookieAttributes, sessionCookieName } from '../session-cookie.ts'
import type { HowSignedIn } from './context.ts'
import { endEarlier, endEarlierOfAttempt, sessionOf } from './earlier-sessions.ts'
import { readMetadata } from './oidc-metadata.ts'
import { type OidcProvider, providerConfig } from './oidc-provider-config.ts'
import { findStaff } from './staff.queries.ts'
import { recordStaffEvent } from './staff-events.ts'

/** Where better-auth's one open route lies: a ministry's provider sends people back to it. */
export const libraryPath = '/api/auth'

export type AuthLibrary = {
  /** Begins a session of an active account; undefined where there is none. Its events are the caller's. */
  createSession(account: string, how: HowSignedIn, userAgent: string | undefined): Promise<{ id: string; token: string } | undefined>
  /** The library with this one provider; its discovery document was read and found good. */
  atProvider(
    provider: OidcProvider,
  ): Promise<{ readonly ok: true; readonly library: ProviderLibrary } | { readonly ok: false; readonly fault: string }>
  close(): Promise<void>
}

export type ProviderLibrary = {
  /** better-auth's own answer to the way back from the provider. */
  handle(request: Request): Promise<Response>
  /** Begins a sign-in: the answer holds the provider's address and the cookie that binds the browser. */
  start(attempt: Attempt): Promise<Response>
}
/** `earlier` is the session that this browser has when the attempt begins. */
export type Attempt = { readonly signedIn: string; readonly failed: string; readonly earlier: string | undefined }

export type LibraryOptions = {
  readonly database: Database
  readonly origin: string
  readonly secret: string
  readonly now: () => Instant
  readonly parameters: OperatingParameters
}

/** better-auth's core for sessions and OIDC: no password, no sign-up, no e-mail, no cookie cache, nothing sent anywhere. */
export function openLibrary(options: LibraryOptions): AuthLibrary {
  const { pool, query } = ownPool(options.database)
  const openWith = (oidc: GenericOAuthConfig[]) => betterAuth({ ...configuration(options, oidc), database: { db: query, type: 'postgres' } })
  const auth = openWith([])
  const providers = new Map<string, ReturnType<AuthLibrary['atProvider']>>()
  const openProvider = async (provider: OidcProvider): ReturnType<AuthLibrary['atProvider']> => {
    const read = await readMetadata(provider)
    if (!read.ok) return read
    try {
      return await openLibraryOf(provider, openWith([providerConfig(provider, read.metadata)]))
    } catch (error) {
      return { ok: false, fault: `the sign-in library refuses it: ${error instanceof Error ? error.message : String(error)}` }
    }
  }
  return {
    async createSession(account, how, userAgent) {
      const context = await auth.$context
      const session = await context.internalAdapter.createSession(account, false, { how, userAgent: userAgent?.slice(0, 200) ?? null }, true)
      // The hook below said no: no such account, or one that is not active.
      return session ? { id: session.id, token: session.token } : undefined
    },
    async atProvider(provider) {
      const opening = providers.get(provider.id) ?? openProvider(provider)
      providers.set(provider.id, opening)
      const opened = await opening
      // Asked again at the next attempt: a ministry's server comes back without a restart of ours.
      if (!opened.ok && providers.get(provider.id) === opening) providers.delete(provider.id)
      return opened
    },
    close: async () => {
      await auth.$context
      await pool.end()
    },
  }
}

/** The library reads the discovery document itself too: what it took is asked again, so that a provider cannot answer us and it differently. */
async function openLibraryOf({ id, issuer }: OidcProvider, auth: Auth): ReturnType<AuthLibrary['atProvider']> {
  const { socialProviders } = await auth.$context
  if (socialProviders.find((provider) => provider.id === id)?.issuer !== issuer)
    return { ok: false, fault: 'its discovery document was another, or gone, when it was read again' }
  const start: ProviderLibrary['start'] = ({ signedIn, failed, earlier }) =>
    auth.api.signInSocial({
      body: { provider: id, callbackURL: signedIn, errorCallbackURL: failed, additionalData: { provider: id, earlier } },
      asResponse: true,
    })
  return { ok: true, library: { handle: (request) => auth.handler(request), start } }
}
/** What is used of an instance whose exact type says more than can be compared. */
type Auth = Pick<ReturnType<typeof betterAuth>, 'handler'> & {
  readonly api: Pick<ReturnType<typeof betterAuth>['api'], 'signInSocial'>
  readonly $context: Promise<{ readonly socialProviders: readonly { readonly id: string; readonly issuer?: string | undefined }[] }>
}

/** better-auth asks for Date where the rest of the program has ISO text: a small pool of its own reads so. */
function ownPool({ pool: { options } }: Database): { pool: pg.Pool; query: Kysely<unknown> } {
  const types = {
    getTypeParser: (oid: number, format?: string) =>
      oid === pg.types.builtins.TIMESTAMPTZ ? (text: string) => new Date(text) : parserOf(oid, format),
  }
  const pool = new pg.Pool({ ...options, max: 4, types: types as typeof pg.types })
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  return { pool, query: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }) }
}
const parserOf = (oid: number, format: string | undefined): unknown => pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text')

function configuration({ database, origin, secret, now, parameters }: LibraryOptions, oidc: GenericOAuthConfig[]) {
  return {
    baseURL: origin,
    basePath: libraryPath,
    secret,
    trustedOrigins: [origin],
    disabledPaths: closedPaths,
    emailAndPassword: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Our own limits stand before it (limits.ts).
    rateLimit: { enabled: false },
    onAPIError: { errorURL: `${origin}/` },
    user: {
      modelName: 'staff_account',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      changeEmail: { enabled: false },
      deleteUser: { enabled: false },
    },
    session: {
      modelName: 'session',
      fields: {
        userId: 'account',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
      additionalFields: {
        how: { type: 'string', required: false, input: false },
        lastSeenAt: { type: 'date', required: false, input: false, fieldName: 'last_seen_at' },
      },
      expiresIn: (parameters('session.hours-max', now()) * hourMs) / 1000,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'sign_in_account',
      fields: { providerId: 'provider', accountId: 'subject', userId: 'account', createdAt: 'created_at', updatedAt: 'updated_at' },
      // A provider's tokens are not kept: they open a ministry's systems, and nothing here needs them.
      updateAccountOnSignIn: false,
      accountLinking: { enabled: false, disableImplicitLinking: true },
      storeStateStrategy: 'database',
    },
    verification: { modelName: 'verification', fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' } },
    plugins: oidc.length > 0 ? [genericOAuth({ config: oidc })] : [],
    databaseHooks: {
      session: {
        create: {
          before: (session: SessionData) => beginSession({ database, now, parameters }, session),
          after: (session: SessionData, request: Asked) => recordProviderSession({ database, now, parameters, secret }, session, request),
        },
      },
    },
    advanced: {
      cookiePrefix: '__Host-spean',
      useSecureCookies: false,
      defaultCookieAttributes: sessionCookieAttributes,
      cookies: {
        session_token: { name: sessionCookieName, attributes: sessionCookieAttributes },
        // Comes back from another site with the person: Strict would keep it out. It holds a nonce and no session.
        state: { name: attemptCookieName, attributes: { ...sessionCookieAttributes, sameSite: 'lax' } },
      },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => randomUUID(), validateSchema: false },
    },
  } as const satisfies Omit<NonNullable<Parameters<typeof betterAuth>[0]>, 'database' | 'disabledPaths'> & { disabledPaths: readonly string[] }
}

type SessionData = { readonly id?: unknown; readonly userId: string; readonly how?: unknown }
type Asked = { readonly headers?: Headers | undefined } | null

/** Times by the instance's clock, and only for an account that is active at this moment. What comes from a provider ends the session that the browser had. */
async function beginSession({ database, now, parameters }: Pick<LibraryOptions, 'database' | 'now' | 'parameters'>, session: SessionData) {
  const account = await database.query.selectFrom('staff_account').select('state').where('id', '=', session.userId).executeTakeFirst()
  if (account?.state !== 'active') return false
  const at = now()
  // SameSite=Strict: the way back from another site brings no session's cookie, so the attempt remembers it.
  const earlier = session.how === undefined ? (await getOAuthState())?.['earlier'] : undefined
  const by = session.userId
  if (typeof earlier === 'string')
    if (!(await inTransaction(database, { account: by, at }, (tx) => endEarlierOfAttempt(tx, at, { session: earlier, by })))) return false
  const expiresAt = new Date(instantOfMs(epochMs(at) + parameters('session.hours-max', at) * hourMs))
  const begun = new Date(at)
  return { data: { how: session.how ?? 'oidc', createdAt: begun, updatedAt: begun, lastSeenAt: begun, expiresAt } }
}

/** A session that came by a provider is begun inside the library. Where the event cannot be kept, the cookie does not go out. */
async function recordProviderSession(
  context: Pick<LibraryOptions, 'database' | 'now' | 'parameters' | 'secret'>,
  { id, userId: account, how }: SessionData,
  asked: Asked,
): Promise<void> {
  if (how !== 'oidc') return
  const { database, now } = context
  const staff = await findStaff(database.query, account)
  // A provider of our own site does bring the cookie.
  const earlier = await sessionOf(context, asked?.headers?.get('cookie') ?? undefined)
  const at = now()
  await inTransaction(database, { account, at }, async (tx) => {
    await endEarlier(tx, context, { account, session: String(id), earlier })
    await recordStaffEvent(tx, at, { type: 'SignedIn', account, place: staff?.home.id ?? '', body: { how: 'oidc' } })
  })
}

/** Everything better-auth answers besides the way back from a provider. The server mounts that one path only; this is the second lock. */
export const closedPaths = [
  '/sign-in/social',
  '/sign-in/email',
  '/sign-up/email',
  '/sign-out',
  '/get-session',
  '/list-sessions',
  '/revoke-session',
  '/revoke-sessions',
  '/revoke-other-sessions',
  '/update-session',
  '/update-user',
  '/delete-user',
  '/delete-user/callback',
  '/change-email',
  '/change-password',
  '/set-password',
  '/reset-password',
  '/request-password-reset',
  '/verify-password',
  '/verify-email',
  '/send-verification-email',
  '/link-social',
  '/list-accounts',
  '/unlink-account',
  '/refresh-token',
  '/get-access-token',
  '/account-info',
  '/ok',
  '/error',
]
