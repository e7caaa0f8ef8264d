import type { Instant } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import type { ReferralRow } from './referral.queries.ts'
import type { Confirm, Decision, Receiver } from './referral.rules.ts'

type Key = Pick<ReferralRow, 'cell' | 'movement'>
type Decided = {
  readonly state: Decision
  readonly to: Receiver | null
  readonly reason: string
  readonly at: Instant
  readonly by: string
  readonly confirm: Confirm
}

export async function writeDecision(tx: Tx, { cell, movement }: Key, { state, to, reason, at, by, confirm }: Decided): Promise<void> {
  await tx
    .updateTable('referral')
    .set({ state, handed_to: to, reason, decided_at: at, decided_by: by, confirm })
    .where('cell', '=', cell)
    .where('movement', '=', movement)
    .execute()
}

export async function writeConfirmation(tx: Tx, { cell, movement }: Key, said: { confirm: Confirm; by: string; reason: string }): Promise<void> {
  await tx
    .updateTable('referral')
    .set({ confirm: said.confirm, confirmed_by: said.by, confirm_reason: said.reason })
    .where('cell', '=', cell)
    .where('movement', '=', movement)
    .execute()
}
