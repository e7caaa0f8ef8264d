import type { AreaCode } from '../../kernel/code.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Money, QrReading } from '../emv-qr.rules.ts'
import type { BankWord } from './bank-word.rules.ts'

export type RequestToPay = {
  readonly office: AreaCode
  readonly money: Money
  /** What the payer's bank shows beside the sum: at most 25 characters. */
  readonly billNumber: string
  readonly createdMs: number
  readonly expiresMs: number
}
export type PaymentCode = {
  readonly payload: string
  /** What the bank looks a payment up by. */
  readonly hash: string
  /** Whom the code pays. */
  readonly account: string
}

/** The code as it was shown: a bank that knows no hash looks up what stands in it. */
export type ShownCode = { readonly payload: string; readonly madeAt: Instant }

/** A way to be paid without cash. A bank of another make is another one of these, and nothing else changes. */
export interface PaymentGateway {
  readonly how: 'khqr' | 'promptpay'
  /** Has this office an account? Without one its fees are taken in cash alone. */
  serves(office: AreaCode): boolean
  /** The code to show. Undefined: the office has no account. */
  create(request: RequestToPay): QrReading<PaymentCode> | undefined
  /** Never throws: a bank that is away is an answer. */
  check(hash: string, shown?: ShownCode): Promise<BankWord>
}
