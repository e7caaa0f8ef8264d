import type { Instant } from '../../kernel/time.ts'

export type BankTransfer = {
  readonly state: 'paid'
  /** As the bank says it, whatever was asked. */
  readonly amount: number
  readonly currency: string
  readonly at: Instant
  /** The bank's own name of the transfer: never the same for two. */
  readonly reference: string
  /** The account that was paid. */
  readonly to: string
}
/** What a bank says of one request, looked up by its hash. */
export type BankWord =
  /** Nobody has paid it yet. */
  | { readonly state: 'unpaid' }
  /** The first transfer; `also`: whoever paid the same code after it. */
  | (BankTransfer & { readonly also?: readonly BankTransfer[] })
  /** It answered, and the answer cannot be read: nothing is concluded from it. */
  | { readonly state: 'unknown'; readonly why: string }
  /** It did not answer in time, refused us, or is ill: ask again later. */
  | { readonly state: 'unavailable'; readonly why: string }
