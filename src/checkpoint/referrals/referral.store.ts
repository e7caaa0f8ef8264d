import { type CommandId, madeAtMs } from '../../kernel/code.ts'
import { type Instant, instantOfMs } from '../../kernel/time.ts'
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

/** Opens the referral of a movement after the fact; one that was decided on other entries is open again, for these too, and whoever found them now does not decide. Its decision is that movement's own: it lets no later one pass. */
export async function openReferral(
  tx: Tx,
  {
    cell,
    movement,
    holder,
    point,
    lane,
    direction,
    occurredAt,
  }: Pick<ReferralRow, 'cell' | 'holder' | 'point' | 'lane' | 'direction' | 'occurredAt'> & { movement: CommandId },
  { reasons, hits, by }: { readonly reasons: string[]; readonly hits: string[]; readonly by: string },
): Promise<void> {
  const undecided = {
    state: 'open',
    decided_at: null,
    decided_by: null,
    reason: null,
    handed_to: null,
    confirm: 'not-needed',
    confirmed_by: null,
    confirm_reason: null,
  }
  await tx
    .insertInto('referral')
    .values({
      ...{ cell, movement, made_at: instantOfMs(madeAtMs(movement)), holder_id: holder, point, lane, direction, occurred_at: occurredAt },
      ...{ reasons, recorded_by: by, hits, used_by: movement, ...undecided },
    })
    .onConflict((conflict) => conflict.columns(['cell', 'movement']).doUpdateSet({ ...undecided, hits, recorded_by: by }))
    .execute()
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
