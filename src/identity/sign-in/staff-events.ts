import { recordEvent } from '../../audit/record-event.ts'
import { epochMs, type Instant } from '../../kernel/time.ts'
import { type Database, inTransaction, type Tx } from '../../platform/database.ts'
import { type Cell, cellOf, type HolderBoundId, newCommandId } from '../../platform/ids.ts'

export type StaffEventType =
  | 'SignedIn'
  | 'SignInFailed'
  | 'SignedOut'
  | 'SessionEnded'
  | 'StaffInvited'
  | 'PasskeyEnrolled'
  | 'PasskeyRevoked'
  | 'CodeSetUp'
  | 'RecoveryDone'

/** What happened to an account. `place` is the account's home: its chief sees it. The body holds no address, no name, no key. */
export type StaffEvent = {
  readonly type: StaffEventType
  readonly account: string
  readonly place: string
  /** Who did it; the account itself where left out. */
  readonly by?: string
  readonly body?: Readonly<Record<string, string | number>>
}

/** In the same transaction as what it tells of. */
export const recordStaffEvent = (tx: Tx, at: Instant, { type, account, place, by = account, body = {} }: StaffEvent): Promise<void> =>
  recordEvent(tx, {
    id: newCommandId(epochMs(at)),
    cell: account === nobody ? (0 as Cell) : cellOf(account as HolderBoundId),
    type,
    subject: account,
    actor: by,
    at,
    body,
    place,
    aboutStaff: true,
  })

/** Of something that changed nothing else: a refusal. */
export const recordStaffEventAlone = (database: Database, at: Instant, event: StaffEvent): Promise<void> =>
  inTransaction(database, { account: event.by ?? event.account, at }, (tx) => recordStaffEvent(tx, at, event))

/** The subject of a failure of which no account is known. */
export const nobody = 'nobody'
