import type { WorkingCalendar } from '../instruments/calendar.rules.ts'
import type { OperatingParameters } from '../instruments/operating-parameters.ts'
import type { LiveRegistry } from '../places/live-registry.ts'
import type { LiveTrust } from './live-trust.ts'
import type { MessagesUse } from './messages/messages.api.ts'
import type { PagePrinter } from './page/page-printer.ts'
import type { Signing } from './sign-pass.ts'

/** What the routes of issuing need of the instance. */
export type PassServices = Signing & {
  readonly registry: LiveRegistry
  readonly trust: LiveTrust
  readonly printer: PagePrinter
  /** Where pages wait to be fetched: nobody else's, empty at each start and stop. */
  readonly printFolder: string
  readonly version: string
  readonly parameters: OperatingParameters
  readonly calendar: WorkingCalendar
  readonly mode: 'demonstration' | 'service'
  readonly messages: MessagesUse
  /** Codes are paid at a bank that is made up: whoever sits at the screen may play the payer. */
  readonly madeUpBank: boolean
  /** The ministries' sign-in providers, beside the passkey. */
  readonly signInWays: readonly { readonly id: string; readonly name: string }[]
}
