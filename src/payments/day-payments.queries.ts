import { sql } from 'kysely'
import type { AreaCode } from '../kernel/code.ts'
import { type CivilDate, spanOfDay } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import { type PaymentHow, paymentHows } from './charge.rules.ts'

/** What an office took on one day, by whichever hand and way; each with the charge that it was for. */
export type DayPayments = {
  readonly day: CivilDate
  /** All of the day: what counts as a fee, and neither what was reversed nor what is owed back. */
  readonly totals: readonly { readonly how: PaymentHow; readonly currency: string; readonly count: number; readonly amount: number }[]
  readonly count: number
  /** Newest first, as far as `limit`. */
  readonly payments: readonly DayPayment[]
}
export type DayPayment = {
  readonly id: string
  readonly subject: string
  readonly how: string
  readonly amount: number
  readonly currency: string
  readonly reference: string | null
  readonly settles: boolean
  readonly takenBy: string | null
  readonly recordedAt: string
  readonly reversal: { readonly reason: string; readonly by: string; readonly at: string } | null
}
type Row = {
  id: string
  subject: string
  how: string
  amount: string
  currency: string
  reference: string | null
  settles: boolean
  taken_by: string | null
  recorded_at: string
  reason: string | null
  reversed_by: string | null
  reversed_at: string | null
}

export async function listDayPayments(tx: Tx, office: AreaCode, day: CivilDate, limit: number): Promise<DayPayments> {
  const { from, until } = spanOfDay(day)
  const ofDay = sql`from payment p left join payment_reversal r on r.cell = p.cell and r.payment = p.id
    where p.office = ${office} and p.recorded_at >= ${from}::timestamptz and p.recorded_at < ${until}::timestamptz`
  const totals = await sql<{ how: PaymentHow; currency: string; count: number; amount: string; all: number }>`
    select p.how, p.currency, count(*) filter (where p.settles and r.id is null) as count,
      coalesce(sum(p.amount) filter (where p.settles and r.id is null), 0) as amount, count(*) as all
      ${ofDay} group by p.how, p.currency`.execute(tx)
  const { rows } = await sql<Row>`
    select p.id, p.subject, p.how, p.amount, p.currency, p.reference, p.settles, p.taken_by, p.recorded_at, r.reason, r.reversed_by, r.reversed_at
      ${ofDay} order by p.recorded_at desc, p.id desc limit ${limit}`.execute(tx)
  return {
    day,
    totals: totals.rows
      .map(({ how, currency, count, amount }) => ({ how, currency, count, amount: Number(amount) }))
      .toSorted((one, other) => paymentHows.indexOf(one.how) - paymentHows.indexOf(other.how)),
    count: totals.rows.reduce((sum, { all }) => sum + all, 0),
    payments: rows.map(toPayment),
  }
}

const toPayment = ({ amount, taken_by: takenBy, recorded_at: recordedAt, reason, reversed_by: by, reversed_at: at, ...row }: Row): DayPayment => ({
  ...row,
  amount: Number(amount),
  takenBy,
  recordedAt,
  reversal: reason !== null && by !== null && at !== null ? { reason, by, at } : null,
})
