import { accept, type Outcome } from '../kernel/outcome.ts'
import { epochMs, type Instant } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId, newHolderBoundId } from '../platform/ids.ts'
import type { ChargeShown } from './charge.queries.ts'
import { assessCash, assessCharge } from './charge.rules.ts'
import { type ChargeCommand, changeCharge } from './charge-command.ts'
import { type ChargeRow, insertPayment, setChargePayment, supersedeRequests } from './payment.store.ts'
import type { Payments } from './payment-services.ts'

export type TakeCash = ChargeCommand & { readonly amount: number; readonly currency: string }

/** Takes the charge in cash: the set price and nothing else. */
export function takeCash(payments: Payments, command: TakeCash): Promise<Outcome<ChargeShown>> {
  const { requestId, subject, actor, amount, currency } = command
  const name = { action: 'payment.take', event: 'PaymentTaken', enters: true, says: { amount, currency } } as const
  return changeCharge(payments, command, name, async (tx, { found, row, at }) => {
    const payable = assessCharge(row, found.standing, row.payment !== null)
    if (!payable.ok) return payable
    const right = assessCash(row, command)
    if (!right.ok) return right
    const payment = await insertCash(tx, row, actor.account, at)
    const told = await payments.hooks.onPaid(tx, { subject, payment, office: row.office, how: 'cash', at, by: actor.account, command: requestId })
    if (!told.ok) return told
    return accept({ payment, amount: row.amount, currency: row.currency })
  })
}

async function insertCash(tx: Tx, row: ChargeRow, by: string, at: Instant): Promise<HolderBoundId> {
  const { subject, office, amount, currency } = row
  const id = newHolderBoundId(epochMs(at), cellOf(subject))
  await insertPayment(tx, { id, subject, office, how: 'cash', amount, currency, settles: true, paidAt: at, recordedAt: at, from: { takenBy: by } })
  await setChargePayment(tx, subject, id)
  await supersedeRequests(tx, subject)
  return id
}
