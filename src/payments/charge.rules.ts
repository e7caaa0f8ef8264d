import type { AreaCode, InstrumentId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { Instant } from '../kernel/time.ts'

/** What is owed for one subject, at one office, by which text. Whole units of the currency. */
export type Charge = {
  readonly office: AreaCode
  readonly amount: number
  readonly currency: string
  readonly instrument: InstrumentId
}
/** How the subject itself stands: to be paid, paid in a way that these tables do not know, sent back and not to be paid until it was put right, or over. */
export type Standing = 'open' | 'settled' | 'returned' | 'closed'

export const paymentHows = ['cash', 'khqr', 'promptpay'] as const
export type PaymentHow = (typeof paymentHows)[number]
export const requestStates = ['open', 'paid', 'expired', 'superseded'] as const
export type RequestState = (typeof requestStates)[number]
/** Why money is owed back. */
export const refundReasons = ['second-payment', 'wrong-amount', 'wrong-currency', 'late', 'charge-closed', 'reversed'] as const
export type RefundReason = (typeof refundReasons)[number]

/** May this charge be paid now at all? A price of nothing is no price. */
export function assessCharge({ amount }: Charge, standing: Standing, isPaid: boolean): Outcome<undefined> {
  if (isPaid || standing === 'settled') return refuse('charge.already-paid')
  if (standing === 'returned') return refuse('application.incomplete')
  if (standing === 'closed') return refuse('charge.closed')
  return Number.isSafeInteger(amount) && amount > 0 ? accept(undefined) : refuse('charge.amount')
}

/** Cash is the set price and nothing else. */
export function assessCash(charge: Charge, given: { readonly amount: number; readonly currency: string }): Outcome<undefined> {
  const { amount, currency, instrument } = charge
  if (given.amount === amount && given.currency === currency) return accept(undefined)
  return refuse('fee.amount', { about: { amount, currency }, instruments: [instrument] })
}

/** A transfer that the bank names, against what was asked. It settles the charge, or it is owed back for the first reason that holds: money is never turned away unrecorded. */
export function judgeTransfer(
  asked: { readonly amount: number; readonly currency: string; readonly expiresAt: Instant },
  transfer: { readonly amount: number; readonly currency: string; readonly at: Instant },
  isPaid: boolean,
): 'settles' | RefundReason {
  if (transfer.currency !== asked.currency) return 'wrong-currency'
  if (transfer.amount !== asked.amount) return 'wrong-amount'
  if (isPaid) return 'second-payment'
  return transfer.at > asked.expiresAt ? 'late' : 'settles'
}
