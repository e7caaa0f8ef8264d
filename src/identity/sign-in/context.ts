import type { OperatingParameters } from '../../instruments/operating-parameters.ts'
import type { Brand } from '../../kernel/brand.ts'
import type { StateCode } from '../../kernel/code.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../../platform/database.ts'
import type { AuthLibrary } from './library.ts'
import type { SignInLimits } from './limits.ts'

/** What every part of sign-in needs. `database` is the identity login's. */
export type SignInContext = {
  readonly database: Database
  readonly state: StateCode
  /** As browsers name it, without a path: "https://spean.example". */
  readonly origin: string
  /** The origin's host: what passkeys are bound to. */
  readonly rpId: string
  readonly secret: string
  readonly now: () => Instant
  /** The machine's own clock, which codes follow, as people's telephones do. */
  readonly codesNow: () => Instant
  readonly mode: 'demonstration' | 'service'
  readonly parameters: OperatingParameters
  readonly limits: SignInLimits
  readonly library: AuthLibrary
}

/** How a session began. */
export type HowSignedIn = 'passkey' | 'oidc' | 'recovery' | 'demonstration'

/** A Set-Cookie line: never logged, never in a body. */
export type SetCookie = Brand<string, 'SetCookie'>
