import { readOperatingParameters } from '../instruments/operating-parameters.ts'
import type { StateCode } from '../kernel/code.ts'
import { type Instant, instantOfMs } from '../kernel/time.ts'
import type { Database } from '../platform/database.ts'
import type { HttpServer } from '../platform/http.ts'
import type { SessionReader } from './authorise.ts'
import { openSessionReader } from './session-reader.ts'
import type { HowSignedIn, SetCookie, SignInContext } from './sign-in/context.ts'
import { openLibrary } from './sign-in/library.ts'
import { openLimits } from './sign-in/limits.ts'
import type { OidcProvider } from './sign-in/oidc-provider-config.ts'
import { ownWaysInRoutes } from './sign-in/own-ways-in.routes.ts'
import { waysInRoutes } from './sign-in/sign-in.routes.ts'
import { type Browser, beginSession } from './sign-in/sign-in-with-passkey.ts'

export type SignInOptions = {
  /** The identity login's database, which this does not close. */
  readonly database: Database
  readonly state: StateCode
  /** As browsers name this server: "https://spean.example", "http://localhost:8080". */
  readonly origin: string
  /** 32 characters or more; whoever has it can make a cookie for any session in the database. */
  readonly secret: string
  readonly now: () => Instant
  /** What codes go by: the machine's own clock where left out. */
  readonly codesNow?: () => Instant
  readonly mode: 'demonstration' | 'service'
  readonly oidc: readonly OidcProvider[]
}

export type SignIn = {
  readonly context: SignInContext
  readonly sessions: SessionReader
  readonly providers: readonly OidcProvider[]
  /** A session without a way in: the demonstration's page alone. Undefined: no active account of this id. */
  begin(account: string, how: HowSignedIn, browser: Browser): Promise<SetCookie | undefined>
  close(): Promise<void>
}

const secretLengthMin = 32

/** @throws when the secret is short or the origin has a path: both are mistakes of the installation. */
export function openSignIn(options: SignInOptions): SignIn {
  const { database, state, origin, secret, now, mode, oidc, codesNow = () => instantOfMs(Date.now()) } = options
  if (secret.length < secretLengthMin) throw new Error(`The secret of sessions has fewer than ${secretLengthMin} characters`)
  if (new URL(origin).origin !== origin) throw new Error(`The origin is more than a scheme, a host and a port: ${origin}`)
  const parameters = readOperatingParameters()
  const library = openLibrary({ database, origin, secret, now, parameters })
  const limits = openLimits(database.pool)
  const context: SignInContext = { database, state, origin, rpId: new URL(origin).hostname, secret, now, codesNow, mode, parameters, limits, library }
  return {
    context,
    sessions: openSessionReader({ pool: database.pool, secret, parameters }),
    providers: oidc,
    begin: (account, how, browser) => beginSession(context, account, how, browser),
    close: () => library.close(),
  }
}

/** Every route of signing in. Register after `installAuthority`. */
export function signInRoutes(server: HttpServer, signIn: SignIn): void {
  waysInRoutes(server, signIn.context, signIn.providers)
  ownWaysInRoutes(server, signIn.context)
}
