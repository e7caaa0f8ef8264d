import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { ChargeShown } from './charge.queries.ts'
import { type ChargeCommand, changeCharge } from './charge-command.ts'
import { holdRefund, settleRefundRow } from './payment.store.ts'
import type { Payments } from './payment-services.ts'

export type SettleRefund = ChargeCommand & { readonly refund: string; readonly how: 'cash' | 'bank'; readonly note: string }

/** What was owed back has been given back: out of the cashier's own till, or through the bank. `note` says to whom, or the bank's name of the transfer. */
export function settleRefund(payments: Payments, command: SettleRefund): Promise<Outcome<ChargeShown>> {
  const { actor, subject, how, note } = command
  const name = { action: 'refund.settle', event: 'RefundSettled', says: { refund: command.refund, how, note } } as const
  return changeCharge(payments, command, name, async (tx, { at }) => {
    const refund = await holdRefund(tx, subject, command.refund)
    if (!refund) return refuse('refund.not-found')
    if (refund.state === 'done') return refuse('refund.done')
    // Who decided that it is owed does not pay it out.
    if (refund.reversedBy === actor.account) return refuse('authority.same-hands')
    await settleRefundRow(tx, refund.id, { by: actor.account, at, how, note })
    return accept({ refund: refund.id, amount: refund.amount, currency: refund.currency, how, note })
  })
}
