import { randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { genericOAuth } from 'better-auth/plugins'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { OperatingParameters } from '../../instruments/operating-parameters.ts'
import { epochMs, type Instant, instantOfMs } from '../../kernel/time.ts'
import type { Database } from '../../platform/database.ts'
import { sessionCookieAttributes, sessionCookieName } from '../session-cookie.ts'
import type { HowSignedIn } from './context.ts'
import { type OidcProvider, providerConfig } from './oidc-provider-config.ts'
import { findStaff } from './staff.queries.ts'
import { recordStaffEventAlone } from './staff-events.ts'

/** Where better-auth's one open route lies: a ministry's provider sends people back to it. */
export const libraryPath = '/api/auth'

export type AuthLibrary = {
  /** Begins a session of an active account; undefined where there is none. Its events are the caller's. */
  createSession(account: string, how: HowSignedIn, userAgent: string | undefined): Promise<{ id: string; token: string } | undefined>
  /** better-auth's own answer to a request under /api/auth. */
  handle(request: Request): Promise<Response>
  /** Begins a sign-in at a provider: the answer holds its address and the cookie that binds the browser. */
  startOidc(provider: string, pages: { readonly signedIn: string; readonly failed: string }): Promise<Response>
  close(): Promise<void>
}

export type LibraryOptions = {
  readonly database: Database
  readonly origin: string
  readonly secret: string
  readonly now: () => Instant
  readonly parameters: OperatingParameters
  readonly oidc: readonly OidcProvider[]
}

const hourMs = 3_600_000

/** better-auth's core for sessions and OIDC: no password, no sign-up, no e-mail, no cookie cache, nothing sent anywhere. */
export function openLibrary(options: LibraryOptions): AuthLibrary {
  const { pool, query } = ownPool(options.database)
  const auth = betterAuth({ ...configuration(options), database: { db: query, type: 'postgres' } })
  return {
    async createSession(account, how, userAgent) {
      const context = await auth.$context
      const session = await context.internalAdapter.createSession(account, false, { how, userAgent: userAgent?.slice(0, 200) ?? null }, true)
      // The hook below said no: no such account, or one that is not active.
      return session ? { id: session.id, token: session.token } : undefined
    },
    handle: (request) => auth.handler(request),
    startOidc: (provider, { signedIn, failed }) =>
      auth.api.signInSocial({ body: { provider, callbackURL: signedIn, errorCallbackURL: failed, additionalData: { provider } }, asResponse: true }),
    close: async () => {
      await auth.$context
      await pool.end()
    },
  }
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

function configuration({ database, origin, secret, now, parameters, oidc }: LibraryOptions) {
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
    plugins: oidc.length > 0 ? [genericOAuth({ config: oidc.map(providerConfig) })] : [],
    databaseHooks: {
      session: {
        create: {
          before: (session: SessionData) => beginSession({ database, now, parameters }, session),
          after: (session: SessionData) => recordProviderSession({ database, now }, session),
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
        state: { name: '__Host-spean-state', attributes: { ...sessionCookieAttributes, sameSite: 'lax' } },
      },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => randomUUID(), validateSchema: false },
    },
  } as const satisfies Omit<NonNullable<Parameters<typeof betterAuth>[0]>, 'database' | 'disabledPaths'> & { disabledPaths: readonly string[] }
}

type SessionData = { readonly userId: string; readonly how?: unknown }

/** Times by the instance's clock, and only for an account that is active at this moment. */
async function beginSession({ database, now, parameters }: Pick<LibraryOptions, 'database' | 'now' | 'parameters'>, session: SessionData) {
  const account = await database.query.selectFrom('staff_account').select('state').where('id', '=', session.userId).executeTakeFirst()
  if (account?.state !== 'active') return false
  const at = now()
  const expiresAt = new Date(instantOfMs(epochMs(at) + parameters('session.hours-max', at) * hourMs))
  const begun = new Date(at)
  return { data: { how: session.how ?? 'oidc', createdAt: begun, updatedAt: begun, lastSeenAt: begun, expiresAt } }
}

/** A session that came by a provider is begun inside the library. Where the event cannot be kept, the cookie does not go out. */
async function recordProviderSession(
  { database, now }: Pick<LibraryOptions, 'database' | 'now'>,
  { userId: account, how }: SessionData,
): Promise<void> {
  if (how !== 'oidc') return
  const staff = await findStaff(database.query, account)
  await recordStaffEventAlone(database, now(), { type: 'SignedIn', account, place: staff?.home.id ?? '', body: { how: 'oidc' } })
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
