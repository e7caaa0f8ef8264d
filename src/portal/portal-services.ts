import type { Outcome } from '../kernel/outcome.ts'
import type { Issuing, Marking } from '../passes/issuing.ts'
import type { PassServices } from '../passes/pass-services.ts'
import type { Payments } from '../payments/payment-services.ts'
import type { Database, Scope } from '../platform/database.ts'

/** How often somebody without an account may ask. Each counts before the work: a thousand at once are the first few. */
export type PortalLimits = {
  /** Anything from this address. */
  ofAddress(address: string): Promise<Outcome<void>>
  /** Guesses: from this address, and of this number from wherever. Given back when it was right. */
  ofGuess(address: string, number: string): Promise<Outcome<void>>
  right(address: string, number: string): Promise<void>
  /** What is written into the register's waiting rooms: reports, complaints, drafts. */
  ofWriting(address: string): Promise<Outcome<void>>
}

/** What the portal's routes need of the instance. `database`: few connections of its own, so that the public cannot take the staff's. */
export type Portal = Issuing &
  Marking &
  Pick<PassServices, 'registry' | 'calendar' | 'parameters' | 'mode' | 'printer' | 'messages'> & {
    readonly database: Database
    readonly limits: PortalLimits
    readonly payments: Payments
  }

/** A transaction in nobody's name: it sees what the functions of db/0026-portal.sql tell, and nothing else. */
export const asResident = ({ now }: Pick<Issuing, 'now'>): Scope => ({ job: 'portal', at: now() })
/** The actor of what somebody did by knowing numbers, in the events. */
export const holder = 'holder'
