import { type Selectable, sql } from 'kysely'
import type { AreaCode, InstrumentId } from '../kernel/code.ts'
import { epochMs, type Instant } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId, newHolderBoundId } from '../platform/ids.ts'
import type { Tables } from '../platform/tables.ts'
import type { PaymentCode } from './bank/payment-gateway.ts'
import type { Charge, PaymentHow, RefundReason, RequestState } from './charge.rules.ts'
import { placeCharges } from './place-charges.ts'

export type ChargeRow = Charge & { readonly subject: HolderBoundId; readonly payment: HolderBoundId | null }

/** The charge, held until the transaction ends: payments of one charge come one after the other. Entered at its first use, as it is then. */
export async function holdCharge(tx: Tx, subject: HolderBoundId, charge: Charge, at: Instant): Promise<ChargeRow | undefined> {
  const { office, amount, currency, instrument } = charge
  await tx
    .insertInto('charge')
    .values({ cell: cellOf(subject), subject, office, amount, currency, instrument, payment: null, made_at: at })
    .onConflict((conflict) => conflict.columns(['cell', 'subject']).doNothing())
    .execute()
  // Entered by an office that the caller does not see, before the case came here: row-level security shows nothing of it.
  return holdKnownCharge(tx, subject)
}

export async function holdKnownCharge(tx: Tx, subject: HolderBoundId): Promise<ChargeRow | undefined> {
  const row = await tx
    .selectFrom('charge')
    .selectAll()
    .where('cell', '=', cellOf(subject))
    .where('subject', '=', subject)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  return {
    subject,
    office: row.office as AreaCode,
    amount: row.amount,
    currency: row.currency,
    instrument: row.instrument as InstrumentId,
    payment: row.payment as HolderBoundId | null,
  }
}

export type RequestRow = {
  readonly id: HolderBoundId
  readonly subject: HolderBoundId
  readonly office: AreaCode
  readonly how: PaymentHow
  readonly amount: number
  readonly currency: string
  readonly hash: string
  readonly account: string
  readonly state: RequestState
  readonly madeAt: Instant
  readonly expiresAt: Instant
}

export async function insertRequest(
  tx: Tx,
  charge: ChargeRow,
  code: PaymentCode & { how: 'khqr' | 'promptpay'; billNumber: string; by: string; at: Instant; expiresAt: Instant; watchUntil: Instant },
): Promise<HolderBoundId> {
  const cell = cellOf(charge.subject)
  const id = newHolderBoundId(epochMs(code.at), cell)
  await tx
    .insertInto('payment_request')
    .values({
      cell,
      id,
      subject: charge.subject,
      office: charge.office,
      how: code.how,
      amount: charge.amount,
      currency: charge.currency,
      payload: code.payload,
      hash: code.hash,
      account: code.account,
      bill_number: code.billNumber,
      state: 'open',
      requested_by: code.by,
      made_at: code.at,
      expires_at: code.expiresAt,
      watch_until: code.watchUntil,
    })
    .execute()
  return id
}

export async function findRequest(tx: Tx, id: HolderBoundId): Promise<RequestRow | undefined> {
  const row = await tx.selectFrom('payment_request').selectAll().where('cell', '=', cellOf(id)).where('id', '=', id).executeTakeFirst()
  return row && toRequest(row)
}

export async function findOpenRequest(tx: Tx, subject: HolderBoundId): Promise<RequestRow | undefined> {
  const row = await tx
    .selectFrom('payment_request')
    .selectAll()
    .where('cell', '=', cellOf(subject))
    .where('subject', '=', subject)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return row && toRequest(row)
}

/** What became of a request. */
export async function updateRequest(tx: Tx, id: HolderBoundId, change: { state?: RequestState; checked_at?: Instant; said?: string }): Promise<void> {
  await tx.updateTable('payment_request').set(change).where('cell', '=', cellOf(id)).where('id', '=', id).execute()
}

/** The charge was paid: a code that is still open pays nothing any more, and is watched for those who scan it yet. */
export async function supersedeRequests(tx: Tx, subject: HolderBoundId): Promise<void> {
  await tx
    .updateTable('payment_request')
    .set({ state: 'superseded' })
    .where('cell', '=', cellOf(subject))
    .where('subject', '=', subject)
    .where('state', '=', 'open')
    .execute()
}

export type NewPayment = {
  readonly id: HolderBoundId
  readonly subject: HolderBoundId
  readonly office: AreaCode
  readonly how: PaymentHow
  readonly amount: number
  readonly currency: string
  readonly settles: boolean
  readonly paidAt: Instant
  readonly recordedAt: Instant
  readonly from: { readonly takenBy: string } | { readonly request: HolderBoundId; readonly reference: string }
}
export async function insertPayment(tx: Tx, { from, ...payment }: NewPayment): Promise<void> {
  await tx
    .insertInto('payment')
    .values({
      cell: cellOf(payment.id),
      id: payment.id,
      subject: payment.subject,
      office: payment.office,
      request: 'request' in from ? from.request : null,
      how: payment.how,
      amount: payment.amount,
      currency: payment.currency,
      reference: 'reference' in from ? from.reference : null,
      settles: payment.settles,
      taken_by: 'takenBy' in from ? from.takenBy : null,
      paid_at: payment.paidAt,
      recorded_at: payment.recordedAt,
    })
    .execute()
}

/** The charge stands where it was paid; unpaid again, where its case is. */
export async function setChargePayment(tx: Tx, subject: HolderBoundId, payment: HolderBoundId | null): Promise<void> {
  await tx.updateTable('charge').set({ payment }).where('cell', '=', cellOf(subject)).where('subject', '=', subject).execute()
  await placeCharges(tx, [subject])
}

/** Claims the bank's name of a transfer for this payment: undefined when it is new, else the payment that has it. */
export async function claimReference(tx: Tx, reference: string, payment: HolderBoundId): Promise<HolderBoundId | undefined> {
  const claimed = await tx
    .insertInto('bank_reference')
    .values({ reference, cell: cellOf(payment), payment })
    .onConflict((conflict) => conflict.column('reference').doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows === 1n) return undefined
  const taken = await tx.selectFrom('bank_reference').select('payment').where('reference', '=', reference).executeTakeFirstOrThrow()
  return taken.payment as HolderBoundId
}

export type PaymentRow = {
  readonly id: HolderBoundId
  readonly how: PaymentHow
  readonly amount: number
  readonly currency: string
  readonly settles: boolean
  readonly takenBy: string | null
  readonly request: string | null
  readonly reversed: boolean
}
/** A payment of this charge, none of another. */
export async function findPayment(tx: Tx, subject: HolderBoundId, id: string): Promise<PaymentRow | undefined> {
  const row = await tx
    .selectFrom('payment as p')
    .select(['p.id', 'p.how', 'p.amount', 'p.currency', 'p.settles', 'p.taken_by', 'p.request'])
    .select(sql<boolean>`exists (select 1 from payment_reversal r where r.cell = p.cell and r.payment = p.id)`.as('reversed'))
    .where('p.cell', '=', cellOf(subject))
    .where('p.subject', '=', subject)
    .where('p.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { taken_by: takenBy, amount, ...rest } = row
  return { ...rest, id: row.id as HolderBoundId, how: row.how as PaymentHow, amount: Number(amount), takenBy }
}

export async function insertReversal(
  tx: Tx,
  row: { subject: HolderBoundId; office: string; payment: HolderBoundId; till: string | null; reason: string; by: string; at: Instant },
): Promise<void> {
  const cell = cellOf(row.subject)
  const { subject, office, payment, till, reason } = row
  await tx
    .insertInto('payment_reversal')
    .values({ cell, id: newHolderBoundId(epochMs(row.at), cell), payment, subject, office, till, reason, reversed_by: row.by, reversed_at: row.at })
    .execute()
}

export async function openRefund(
  tx: Tx,
  row: { subject: HolderBoundId; office: string; payment: HolderBoundId; reason: RefundReason; amount: number; currency: string; at: Instant },
): Promise<void> {
  const cell = cellOf(row.subject)
  const { subject, office, payment, reason, amount, currency } = row
  await tx
    .insertInto('refund_task')
    .values({
      cell,
      id: newHolderBoundId(epochMs(row.at), cell),
      payment,
      subject,
      office,
      reason,
      amount,
      currency,
      state: 'open',
      opened_at: row.at,
    })
    .execute()
}

/** The task, held; with whoever reversed its payment. */
export async function holdRefund(
  tx: Tx,
  subject: HolderBoundId,
  id: string,
): Promise<{ id: HolderBoundId; state: 'open' | 'done'; amount: number; currency: string; reversedBy: string | null } | undefined> {
  const row = await tx
    .selectFrom('refund_task')
    .selectAll()
    .where('cell', '=', cellOf(subject))
    .where('subject', '=', subject)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const reversal = await tx
    .selectFrom('payment_reversal')
    .select('reversed_by')
    .where('cell', '=', row.cell)
    .where('payment', '=', row.payment)
    .executeTakeFirst()
  return {
    id: row.id as HolderBoundId,
    state: row.state === 'done' ? 'done' : 'open',
    amount: Number(row.amount),
    currency: row.currency,
    reversedBy: reversal?.reversed_by ?? null,
  }
}

export async function settleRefundRow(
  tx: Tx,
  id: HolderBoundId,
  done: { by: string; at: Instant; how: 'cash' | 'bank'; note: string },
): Promise<void> {
  await tx
    .updateTable('refund_task')
    .set({ state: 'done', done_by: done.by, done_at: done.at, how: done.how, note: done.note })
    .where('cell', '=', cellOf(id))
    .where('id', '=', id)
    .execute()
}

function toRequest(row: Selectable<Tables['payment_request']>): RequestRow {
  return {
    id: row.id as HolderBoundId,
    subject: row.subject as HolderBoundId,
    office: row.office as AreaCode,
    how: row.how as PaymentHow,
    amount: row.amount,
    currency: row.currency,
    hash: row.hash,
    account: row.account,
    state: row.state as RequestState,
    madeAt: row.made_at as Instant,
    expiresAt: row.expires_at as Instant,
  }
}
