import { sql } from 'kysely'
import type { AreaCode } from '../kernel/code.ts'
import type { Instant } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import type { ShownCode } from './bank/payment-gateway.ts'
import type { Standing } from './charge.rules.ts'
import { type ChargeFound, type Payments, takesCodes } from './payment-services.ts'

/** Everything of one charge, as a screen shows it: each command answers with it. */
export type ChargeShown = {
  readonly subject: string
  readonly office: string
  readonly amount: number
  readonly currency: string
  readonly instrument: string
  readonly state: 'unpaid' | 'paid' | 'settled' | 'closed'
  /** Why no code can be made here, as asking for one would say; null: one can. */
  readonly codeRefused: 'payment.not-online' | null
  readonly requests: readonly RequestShown[]
  readonly payments: readonly PaymentShown[]
  readonly refunds: readonly RefundShown[]
}
export type RequestShown = {
  readonly id: string
  readonly how: string
  readonly payload: string
  readonly hash: string
  readonly billNumber: string
  readonly state: string
  readonly madeAt: string
  readonly expiresAt: string
  readonly checkedAt: string | null
  readonly said: string | null
}
export type PaymentShown = {
  readonly id: string
  readonly how: string
  readonly amount: number
  readonly currency: string
  readonly reference: string | null
  readonly settles: boolean
  readonly takenBy: string | null
  readonly paidAt: string
  readonly reversal: { readonly reason: string; readonly by: string; readonly at: string } | null
}
export type RefundShown = {
  readonly id: string
  readonly subject: string
  readonly payment: string
  readonly reason: string
  readonly amount: number
  readonly currency: string
  readonly state: string
  readonly openedAt: string
  readonly done: { readonly by: string; readonly at: string; readonly how: string; readonly note: string } | null
}

/** Is the charge of this subject paid, and the payment not reversed? */
export async function isPaid(tx: Tx, subject: HolderBoundId): Promise<boolean> {
  const row = await tx.selectFrom('charge').select('payment').where('cell', '=', cellOf(subject)).where('subject', '=', subject).executeTakeFirst()
  return row !== undefined && row.payment !== null
}

/** To those who look, what was sent back is not to be paid, as what is over. */
const shownState = { open: 'unpaid', settled: 'settled', returned: 'closed', closed: 'closed' } as const satisfies Record<Standing, string>

export async function showCharge(
  tx: Tx,
  { gateway }: Pick<Payments, 'gateway'>,
  subject: HolderBoundId,
  { charge, standing }: ChargeFound,
): Promise<ChargeShown> {
  const of = { cell: cellOf(subject), subject }
  const paid = await isPaid(tx, subject)
  const requests = await tx.selectFrom('payment_request').selectAll().where(sameCharge(of)).orderBy('made_at', 'desc').orderBy('id', 'desc').execute()
  const payments = await tx
    .selectFrom('payment as p')
    .leftJoin('payment_reversal as r', (join) => join.onRef('r.cell', '=', 'p.cell').onRef('r.payment', '=', 'p.id'))
    .select([
      'p.id',
      'p.how',
      'p.amount',
      'p.currency',
      'p.reference',
      'p.settles',
      'p.taken_by',
      'p.paid_at',
      'r.reason',
      'r.reversed_by',
      'r.reversed_at',
    ])
    .where('p.cell', '=', of.cell)
    .where('p.subject', '=', subject)
    .orderBy('p.recorded_at')
    .orderBy('p.id')
    .execute()
  const refunds = await tx.selectFrom('refund_task').selectAll().where(sameCharge(of)).orderBy('opened_at').orderBy('id').execute()
  return {
    subject,
    ...charge,
    codeRefused: takesCodes(gateway, charge.office) ? null : 'payment.not-online',
    state: paid ? 'paid' : shownState[standing],
    requests: requests.map((row) => ({
      id: row.id,
      how: row.how,
      payload: row.payload,
      hash: row.hash,
      billNumber: row.bill_number,
      state: row.state,
      madeAt: row.made_at,
      expiresAt: row.expires_at,
      checkedAt: row.checked_at,
      said: row.said,
    })),
    payments: payments.map((row) => ({
      id: row.id,
      how: row.how,
      amount: Number(row.amount),
      currency: row.currency,
      reference: row.reference,
      settles: row.settles,
      takenBy: row.taken_by,
      paidAt: row.paid_at,
      reversal:
        row.reason !== null && row.reversed_by !== null && row.reversed_at !== null
          ? { reason: row.reason, by: row.reversed_by, at: row.reversed_at }
          : null,
    })),
    refunds: refunds.map(toRefund),
  }
}

const sameCharge = ({ cell, subject }: { cell: number; subject: string }) => sql<boolean>`(cell = ${cell} and subject = ${subject})`

/** What an office owes back, oldest first. */
export async function listRefunds(tx: Tx, office: AreaCode, state: 'open' | 'done', limit: number): Promise<RefundShown[]> {
  const rows = await tx
    .selectFrom('refund_task')
    .selectAll()
    .where('office', '=', office)
    .where('state', '=', state)
    .orderBy('opened_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toRefund)
}

/**
 * Requests that the bank is to be asked about: an open one at each round, the others now and then until their watch is over. One that was paid is asked about too, since somebody may pay it once more:
 * a code of PromptPay has no end; one of KHQR has, and is asked about each minute until once after it.
 */
export async function requestsToWatch(tx: Tx, now: Instant, limit: number): Promise<(ShownCode & { id: HolderBoundId; hash: string })[]> {
  const rows = await tx
    .selectFrom('payment_request')
    .select(['id', 'hash', 'payload', 'made_at'])
    .where(sql<boolean>`(state <> 'paid' or how = 'promptpay' or checked_at <= expires_at)`)
    .where('watch_until', '>', now)
    .where(
      sql<boolean>`(checked_at is null or checked_at <= ${now}::timestamptz - case
        when state = 'open' then interval '4 seconds' when state <> 'paid' then interval '10 minutes' when how = 'khqr' then interval '1 minute' else interval '2 hours' end)`,
    )
    .orderBy(sql`checked_at nulls first`)
    .limit(limit)
    .execute()
  return rows.map(({ id, hash, payload, made_at: madeAt }) => ({ id: id as HolderBoundId, hash, payload, madeAt: madeAt as Instant }))
}

function toRefund(row: {
  id: string
  subject: string
  payment: string
  reason: string
  amount: string
  currency: string
  state: string
  opened_at: string
  done_by: string | null
  done_at: string | null
  how: string | null
  note: string | null
}): RefundShown {
  const { done_by: by, done_at: at, how, note } = row
  return {
    id: row.id,
    subject: row.subject,
    payment: row.payment,
    reason: row.reason,
    amount: Number(row.amount),
    currency: row.currency,
    state: row.state,
    openedAt: row.opened_at,
    done: by !== null && at !== null && how !== null && note !== null ? { by, at, how, note } : null,
  }
}
