import type { Money } from './emv-qr.rules.ts'
import { readKhqr } from './khqr.rules.ts'
import { readPromptPay } from './promptpay.rules.ts'

/** What a payer's bank reads out of a code, of whichever make. */
export type ReadCode = {
  readonly how: 'khqr' | 'promptpay'
  readonly account: string
  /** PromptPay carries no name: the bank shows its own of the biller. */
  readonly name: string | null
  readonly money: Money
}

/** Undefined: no bank takes this. */
export function readPaymentCode(text: string): ReadCode | undefined {
  const khqr = readKhqr(text)
  if (khqr.ok) return { how: 'khqr', account: khqr.value.receiver.account, name: khqr.value.name, money: khqr.value.money }
  const promptPay = readPromptPay(text)
  if (!promptPay.ok) return undefined
  const { receiver, baht } = promptPay.value
  const account = receiver.kind === 'biller' ? receiver.billerId : receiver.number
  return { how: 'promptpay', account, name: null, money: { amount: baht, currency: 'THB' } }
}
