import type { AccountId } from '../identity/grant.rules.ts'
import type { Instant } from '../kernel/time.ts'

/** The lane at which an officer works now. Shifts are the checkpoint's, which lies above: the recording path asks them from memory. */
export type ShiftNow = { readonly id: string; readonly lane: string; readonly startedAt: Instant }
export type ShiftsNow = {
  of(account: AccountId, point: string): ShiftNow | undefined
  /** Their officer recorded something. */
  seen(shift: Pick<ShiftNow, 'id'>, at: Instant): void
}
