import type { Actor } from '../identity/actor.rules.ts'
import type { OperatingParameters } from '../instruments/operating-parameters.ts'
import type { AreaCode, CommandId } from '../kernel/code.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Instant } from '../kernel/time.ts'
import type { Database, Scope, Tx } from '../platform/database.ts'
import type { HolderBoundId } from '../platform/ids.ts'
import type { PaymentGateway } from './bank/payment-gateway.ts'
import type { Charge, PaymentHow, Standing } from './charge.rules.ts'

/** What stands behind a subject: who wires payments knows, payments do not. */
export type ChargeFound = {
  readonly charge: Charge
  readonly standing: Standing
  /** Is it the asker's own or their family's case? Nobody takes or gives back money in those. */
  readonly own: boolean
}
/** Undefined: no such subject, or not for this account to see. */
export type FindCharge = (tx: Tx, subject: HolderBoundId, actor: Actor | null) => Promise<ChargeFound | undefined>

export type Paid = {
  readonly subject: HolderBoundId
  readonly payment: HolderBoundId
  /** Where the money is. */
  readonly office: AreaCode
  readonly how: PaymentHow
  readonly at: Instant
  /** Who took it; 'bank' for a transfer, which nobody took. */
  readonly by: string
  /** The command that led here. Its id is its own event's: an event of the hook needs another. */
  readonly command: CommandId
}
/** `ownError`: it goes back because the office itself was wrong. Also what was earned goes back then. */
export type Reversal = { readonly reason: string; readonly ownError: boolean }
/**
 * What follows from a payment, in its transaction. A refusal undoes what the hook wrote: cash is then not taken, a transfer is owed back.
 * `onReversed` may refuse, when what was paid for has been rendered.
 */
export type PaymentHooks = {
  /** Holds what stands behind a subject until the transaction ends: before its charge, as whoever moves it does. */
  hold(tx: Tx, subject: HolderBoundId): Promise<unknown>
  onPaid(tx: Tx, paid: Paid): Promise<Outcome<unknown>>
  onReversed(tx: Tx, paid: Paid & Reversal): Promise<Outcome<unknown>>
}

/** What the commands of payments need of the instance. */
export type Payments = {
  readonly database: Database
  readonly now: () => Instant
  readonly parameters: OperatingParameters
  readonly findCharge: FindCharge
  readonly hooks: PaymentHooks
  /** Undefined: cash alone. */
  readonly gateway: PaymentGateway | undefined
}

/** Can this office be paid by a code? The screens ask what the command will answer. */
export const takesCodes = (gateway: PaymentGateway | undefined, office: AreaCode): boolean => gateway?.serves(office) ?? false

export const inNameOf = ({ now }: Pick<Payments, 'now'>, actor: Actor): Scope => ({ account: actor.account, at: now() })
/** What the bank says is nobody's own word. */
export const asBank = ({ now }: Pick<Payments, 'now'>): Scope => ({ job: 'payments', at: now() })
