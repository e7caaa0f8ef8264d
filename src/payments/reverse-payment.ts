import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { ChargeShown } from './charge.queries.ts'
import { type ChargeCommand, changeCharge } from './charge-command.ts'
import { findPayment, insertReversal, openRefund, setChargePayment } from './payment.store.ts'
import type { Payments } from './payment-services.ts'

export type ReversePayment = ChargeCommand & { readonly payment: string; readonly reason: string; readonly ownError?: boolean }

/**
 * Takes a payment back, by another hand than the one that took it: the row stays, and beside it stands why. Cash goes back out of the till that took it;
 * what came through the bank is owed, and a task says so.
 */
export function reversePayment(payments: Payments, command: ReversePayment): Promise<Outcome<ChargeShown>> {
  const { actor, requestId, subject, reason, ownError = false } = command
  const name = { action: 'payment.reverse', event: 'PaymentReversed', says: { payment: command.payment, reason, ownError } } as const
  return changeCharge(payments, command, name, async (tx, { row, at }) => {
    const payment = await findPayment(tx, subject, command.payment)
    if (!payment) return refuse('payment.not-found')
    if (payment.takenBy === actor.account) return refuse('authority.same-hands')
    if (payment.reversed) return refuse('payment.already-reversed')
    if (!payment.settles) return refuse('payment.owed-back')
    const { id, how, takenBy: till, amount, currency } = payment
    const { office } = row
    await insertReversal(tx, { subject, office, payment: id, till, reason, by: actor.account, at })
    await setChargePayment(tx, subject, null)
    if (how !== 'cash') await openRefund(tx, { subject, office, payment: id, reason: 'reversed', amount, currency, at })
    const told = await payments.hooks.onReversed(tx, {
      subject,
      payment: id,
      office,
      how,
      at,
      by: actor.account,
      command: requestId,
      reason,
      ownError,
    })
    return told.ok ? accept({ payment: id, amount, currency, how, reason, ownError }) : told
  })
}
