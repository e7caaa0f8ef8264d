import type { Outcome } from '../kernel/outcome.ts'
import type { Instant } from '../kernel/time.ts'
import { may } from './authority.rules.ts'
import type { Action } from './authority-lists.rules.ts'
import type { AccountId, Grant } from './grant.rules.ts'
import type { Place } from './place.rules.ts'

/** Who asks: read from the session at each request, never from what the request says. */
export type Actor = {
  readonly account: AccountId
  readonly name: string
  /** Roles in force at this request's instant, no others. */
  readonly grants: readonly Grant[]
  /** The person's own identity number and family book, so that nobody decides on their own or their family's case; null where not given. */
  readonly nationalId: string | null
  readonly familyBook: string | null
}

export const mayActor = (actor: Actor, action: Action, subject: Place | null, now: Instant): Outcome<Grant> => may(actor.grants, action, subject, now)
