import type { InstrumentId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { inHundredths, type StatementLine } from './statement.rules.ts'

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
const sum = (amounts: readonly number[]): number => inHundredths(amounts.reduce((total, amount) => total + amount, 0))

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

/** The bank has another sum than we have, under one name: in how many lines. */
export type Differing = { readonly reference: string; readonly amount: number; readonly bankAmount: number; readonly bankLines: number }
export type Reconciled = {
  /** Ours and the bank's, the same sum. */
  readonly matched: readonly TransferLine[]
  /** Ours and the bank's, another sum. */
  readonly different: readonly (Differing & { readonly transfers: readonly TransferLine[] })[]
  /** Ours, and not in the list: they wait for the next close. */
  readonly missingAtBank: readonly TransferLine[]
  /** In the list, and not ours. */
  readonly unknownToUs: readonly StatementLine[]
  /** In the list with another sum than stands in an earlier close: taken back since, or paid once more. */
  readonly changedSince: readonly Differing[]
  /** In the list, and in an earlier close. */
  readonly closedEarlier: number
}

/** Our transfers against the bank's list. `closedBefore`: what stands in earlier closes, by reference and by hash. */
export function reconcile(transfers: readonly TransferLine[], list: readonly StatementLine[], closedBefore: ReadonlyMap<string, number>): Reconciled {
  const keys = new Set(list.map(({ key }) => key))
  const keyOf = ({ reference, hash }: TransferLine) => (keys.has(reference) ? reference : hash !== null && keys.has(hash) ? hash : undefined)
  const named = Map.groupBy(transfers, keyOf)
  const found = list.map((line) => {
    const ours = named.get(line.key) ?? []
    return { line, ours, amount: sum(ours.map(({ amount }) => amount)), before: closedBefore.get(line.key) }
  })
  const isEqual = ({ line, amount, before = 0 }: (typeof found)[number]) => line.amount === amount || line.amount === sum([amount, before])
  const [open, others] = [found.filter(({ ours }) => ours.length > 0), found.filter(({ ours }) => ours.length === 0)]
  const closed = others.filter(({ before }) => before !== undefined)
  return {
    matched: open.filter(isEqual).flatMap(({ ours }) => ours),
    different: open
      .filter((one) => !isEqual(one))
      .map(({ line, ours, amount }) => ({ ...differing(line, amount, ours.length === 1 ? ours[0]?.reference : undefined), transfers: ours })),
    missingAtBank: named.get(undefined) ?? [],
    unknownToUs: others.filter(({ before }) => before === undefined).map(({ line }) => line),
    changedSince: closed.filter(({ line, before }) => line.amount !== before).map(({ line, before = 0 }) => differing(line, before)),
    closedEarlier: closed.filter(({ line, before }) => line.amount === before).length,
  }
}

const differing = ({ key, amount: bankAmount, lines: bankLines }: StatementLine, amount: number, reference = key): Differing => ({
  reference,
  amount,
  bankAmount,
  bankLines,
})

/** May it be closed? What differs, in the till or at the bank, is explained. */
export function assessClose(day: {
  readonly expected: number
  readonly counted: number
  readonly reconciled: Reconciled | undefined
  readonly explanation: string | null
}): Outcome<undefined> {
  const { expected, counted, reconciled, explanation } = day
  const odd = reconciled ? [reconciled.different, reconciled.missingAtBank, reconciled.unknownToUs, reconciled.changedSince].flat().length : 0
  if (explanation === null && (expected !== counted || odd > 0)) return refuse('day.not-explained', { about: { expected, counted, odd } })
  return accept(undefined)
}
