import type { ColumnType, JSONColumnType } from 'kysely'

/** Tables of db/0020-payments.sql. */
export type PaymentTables = {
  charge: ChargeTable
  payment_request: PaymentRequestTable
  payment: PaymentTable
  bank_reference: { reference: string; cell: number; payment: string }
  payment_reversal: PaymentReversalTable
  refund_task: RefundTaskTable
  day_close: DayCloseTable
  day_close_line: DayCloseLineTable
}

/** numeric(15,2): text when read, a number when written. */
type Amount = ColumnType<string, number, number>

type ChargeTable = {
  cell: number
  subject: string
  office: string
  amount: number
  currency: string
  instrument: string
  payment: string | null
  made_at: string
}
type PaymentRequestTable = {
  cell: number
  id: string
  subject: string
  office: string
  how: string
  amount: number
  currency: string
  payload: string
  hash: string
  account: string
  bill_number: string
  state: string
  requested_by: string
  made_at: string
  expires_at: string
  watch_until: string
  checked_at: string | null
  said: string | null
}
type PaymentTable = {
  cell: number
  id: string
  subject: string
  office: string
  request: string | null
  how: string
  amount: Amount
  currency: string
  reference: string | null
  settles: boolean
  taken_by: string | null
  paid_at: string
  recorded_at: string
}
type PaymentReversalTable = {
  cell: number
  id: string
  payment: string
  subject: string
  office: string
  till: string | null
  reason: string
  reversed_by: string
  reversed_at: string
}
type RefundTaskTable = {
  cell: number
  id: string
  payment: string
  subject: string
  office: string
  reason: string
  amount: Amount
  currency: string
  state: string
  opened_at: string
  done_by: string | null
  done_at: string | null
  how: string | null
  note: string | null
}
type DayCloseTable = {
  office: string
  day: string
  cashier: string
  currency: string
  expected: number
  counted: number
  explanation: string | null
  fees: number
  office_share: number
  province_share: number
  split_by: string
  statement: JSONColumnType<object, string, string> | null
  command: string
  closed_at: string
}
type DayCloseLineTable = {
  cell: number
  id: string
  kind: string
  office: string
  day: string
  cashier: string
  amount: Amount
}
