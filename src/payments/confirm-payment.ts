import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import { epochMs, type Instant } from '../kernel/time.ts'
import { inTransaction, type Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId, newCommandId, newHolderBoundId } from '../platform/ids.ts'
import type { BankWord } from './bank/bank-word.rules.ts'
import { judgeTransfer, type RefundReason } from './charge.rules.ts'
import {
  claimReference,
  findPayment,
  findRequest,
  holdKnownCharge,
  insertPayment,
  openRefund,
  type RequestRow,
  setChargePayment,
  supersedeRequests,
  updateRequest,
} from './payment.store.ts'
import { asBank, type Paid, type PaymentHooks, type Payments } from './payment-services.ts'

/** What came of a bank's word. */
export type Confirmed =
  /** This transfer paid the charge. */
  | 'settled'
  /** Money came that pays nothing: a task says that it is owed back. */
  | 'refund'
  /** Known already. */
  | 'again'
  /** The bank names a transfer of another request, or to another account: nothing is recorded as paid. */
  | 'not-ours'
  | 'unpaid'
  | 'no-word'
  | 'no-request'

type Transfer = Extract<BankWord, { state: 'paid' }>

/** Takes the bank's word about a request. Said ten times at once, repeated, late or out of order, one transfer is one payment. */
export function confirmPayment(payments: Payments, id: HolderBoundId, word: BankWord): Promise<Confirmed> {
  return inTransaction(payments.database, asBank(payments), async (tx) => {
    const asked = await findRequest(tx, id)
    if (asked) await payments.hooks.hold(tx, asked.subject)
    const charge = asked && (await holdKnownCharge(tx, asked.subject))
    // As it is now that the charge is held.
    const request = charge && (await findRequest(tx, id))
    if (!charge || !request) return 'no-request'
    const at = payments.now()
    if (word.state !== 'paid') return noted(tx, request, word, at)
    if (word.to !== request.account) return notOurs(tx, request, 'other-account', at)
    const payment = newHolderBoundId(epochMs(at), cellOf(request.subject))
    const known = await claimReference(tx, word.reference, payment)
    if (known) {
      const same = (await findPayment(tx, request.subject, known))?.request === request.id
      if (!same) return notOurs(tx, request, 'other-transfer', at)
      await updateRequest(tx, request.id, { checked_at: at, said: 'paid', state: 'paid' })
      return 'again'
    }
    return record(tx, payments, { request, transfer: word, payment, isPaid: charge.payment !== null, at })
  })
}

type NewTransfer = {
  readonly request: RequestRow
  readonly transfer: Transfer
  readonly payment: HolderBoundId
  readonly isPaid: boolean
  readonly at: Instant
}

/** A transfer that was not known: it settles the charge, or is owed back. Recorded it is in any case. */
async function record(tx: Tx, payments: Payments, { request, transfer, payment, isPaid, at }: NewTransfer): Promise<Confirmed> {
  const { subject, office, how } = request
  const command = newCommandId(epochMs(at))
  let judged: 'settles' | RefundReason = judgeTransfer(request, transfer, isPaid)
  const paidAt = possibleTime(transfer.at, { from: request.madeAt, until: at })
  if (judged === 'settles' && !(await takes(tx, payments.hooks, { subject, payment, office, how, at: paidAt, by: 'bank', command })))
    judged = 'charge-closed'
  const settles = judged === 'settles'
  const { amount, currency, reference } = transfer
  const from = { request: request.id, reference }
  await insertPayment(tx, { id: payment, subject, office, how, amount, currency, settles, paidAt: transfer.at, recordedAt: at, from })
  await updateRequest(tx, request.id, { checked_at: at, said: 'paid', state: 'paid' })
  if (settles) {
    await setChargePayment(tx, subject, payment)
    await supersedeRequests(tx, subject)
  } else await openRefund(tx, { subject, office, payment, reason: judged as RefundReason, amount, currency, at })
  const body = { payment, request: request.id, amount, currency, reference, judged }
  await recordEvent(tx, { id: command, cell: cellOf(subject), type: 'TransferReceived', subject, actor: 'bank', place: office, at, body })
  return settles ? 'settled' : 'refund'
}

/** A code was paid after it was made and before the bank told of it, whatever its clock says: the office's days and the receipt count from here. The payment keeps the bank's word. */
const possibleTime = (said: Instant, { from, until }: { from: Instant; until: Instant }): Instant =>
  said < from ? from : said > until ? until : said

/** Does what is paid for take the payment? A hook that says no has written nothing. */
async function takes(tx: Tx, hooks: PaymentHooks, paid: Paid): Promise<boolean> {
  await sql`savepoint paid`.execute(tx)
  const told = await hooks.onPaid(tx, paid)
  if (!told.ok) await sql`rollback to savepoint paid`.execute(tx)
  await sql`release savepoint paid`.execute(tx)
  return told.ok
}

async function noted(tx: Tx, request: RequestRow, word: Exclude<BankWord, Transfer>, at: Instant): Promise<Confirmed> {
  const expired = request.state === 'open' && at > request.expiresAt
  const said = 'why' in word ? `${word.state}: ${word.why}`.slice(0, 60) : word.state
  // What was paid stays said; and its last question, after its end, counts only when the bank answered.
  const unheard = request.state === 'paid' && word.state !== 'unpaid' && at > request.expiresAt
  const checked = { checked_at: unheard ? request.expiresAt : at, ...(request.state !== 'paid' && { said }) }
  await updateRequest(tx, request.id, { ...checked, ...(expired && { state: 'expired' as const }) })
  return word.state === 'unpaid' ? 'unpaid' : 'no-word'
}

/** Said on the request, where the cashier sees it; no money of ours moved, so there is no payment. */
async function notOurs(tx: Tx, request: RequestRow, said: string, at: Instant): Promise<Confirmed> {
  await updateRequest(tx, request.id, { checked_at: at, said })
  return 'not-ours'
}
