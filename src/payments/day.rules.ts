import type { InstrumentId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { StatementLine } from './statement.rules.ts'

/** One movement of money in a cashier's day. `settles`: it is a fee, not money that is owed back. Amounts are above nothing; the kind says the direction. */
export type DayLine = {
  readonly id: string
  readonly kind: 'payment' | 'reversal' | 'refund'
  readonly how: 'cash' | 'khqr' | 'promptpay'
  readonly amount: number
  readonly currency: string
  readonly settles: boolean
  readonly at: string
}
/** A transfer as the bank's list may name it. */
export type TransferLine = DayLine & { readonly reference: string; readonly hash: string | null }

/** Whose fee it is, in thousandths, and by which text. */
export type FeeSplit = { readonly office: number; readonly province: number; readonly instrument: InstrumentId }

const signed = ({ kind, amount }: DayLine): number => (kind === 'payment' ? amount : -amount)
const sum = (amounts: readonly number[]): number => Math.round(amounts.reduce((total, amount) => total + amount, 0) * 100) / 100

/** What must lie in the till for these lines: cash taken, less what went back out of it. */
export const expectedCash = (lines: readonly DayLine[]): number => Math.round(sum(lines.map(signed)))

/** Fees of these lines: what settled a charge, less what was reversed. A refund moves money, and no fee: the payment was never one, or its reversal took it away. */
export const feesOf = (lines: readonly DayLine[]): number =>
  Math.round(sum(lines.filter(({ kind, settles }) => settles && kind !== 'refund').map(signed)))

/** Exact: the province's part is rounded towards nothing, the rest is the office's. @throws for a split that is not of a whole. */
export function splitFees(
  fees: number,
  { office, province }: Pick<FeeSplit, 'office' | 'province'>,
): { readonly office: number; readonly province: number } {
  if (![office, province].every((part) => Number.isInteger(part) && part >= 0) || office + province !== 1000)
    throw new RangeError(`${office} and ${province} thousandths are no whole`)
  if (!Number.isSafeInteger(fees * 1000)) throw new RangeError(`fees of ${fees} cannot be split`)
  const provincePart = Math.trunc((fees * province) / 1000) + 0
  return { office: fees - provincePart, province: provincePart }
}

export type Reconciled = {
  /** Ours and the bank's, the same sum. */
  readonly matched: readonly TransferLine[]
  /** Ours and the bank's, another sum. */
  readonly different: readonly (TransferLine & { readonly bankAmount: number })[]
  /** Ours, and not in the list: they wait for the next close. */
  readonly missingAtBank: readonly TransferLine[]
  /** In the list, and not ours. */
  readonly unknownToUs: readonly StatementLine[]
  /** In the list, and in an earlier close. */
  readonly closedEarlier: number
}

/** Our transfers against the bank's list. `closedBefore`: references and hashes that stand in earlier closes. */
export function reconcile(transfers: readonly TransferLine[], list: readonly StatementLine[], closedBefore: ReadonlySet<string>): Reconciled {
  const byKey = new Map(list.map((line) => [line.key, line]))
  const bankLineOf = ({ reference, hash }: TransferLine) => byKey.get(reference) ?? (hash === null ? undefined : byKey.get(hash))
  const known = new Set(transfers.flatMap(({ reference, hash }) => (hash === null ? [reference] : [reference, hash])))
  const found = transfers.map((transfer) => ({ transfer, line: bankLineOf(transfer) }))
  return {
    matched: found.flatMap(({ transfer, line }) => (line && line.amount === transfer.amount ? [transfer] : [])),
    different: found.flatMap(({ transfer, line }) => (line && line.amount !== transfer.amount ? [{ ...transfer, bankAmount: line.amount }] : [])),
    missingAtBank: found.flatMap(({ transfer, line }) => (line ? [] : [transfer])),
    unknownToUs: list.filter(({ key }) => !known.has(key) && !closedBefore.has(key)),
    closedEarlier: list.filter(({ key }) => !known.has(key) && closedBefore.has(key)).length,
  }
}

/** May it be closed? What differs, in the till or at the bank, is explained. */
export function assessClose(day: {
  readonly expected: number
  readonly counted: number
  readonly reconciled: Reconciled | undefined
  readonly explanation: string | null
}): Outcome<undefined> {
  const { expected, counted, reconciled, explanation } = day
  const odd = reconciled ? reconciled.different.length + reconciled.missingAtBank.length + reconciled.unknownToUs.length : 0
  if (explanation === null && (expected !== counted || odd > 0)) return refuse('day.not-explained', { about: { expected, counted, odd } })
  return accept(undefined)
}
