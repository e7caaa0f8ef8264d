import { latinDigits } from '../kernel/digits.ts'
import type { QrCurrency } from './emv-qr.rules.ts'

/** Notes and coins that may lie in a till, largest first; of the riel also the rare ones of 15,000, 30,000 and 200,000. */
export const denominations = {
  KHR: [200_000, 100_000, 50_000, 30_000, 20_000, 15_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50],
  THB: [1_000, 500, 100, 50, 20, 10, 5, 2, 1],
  USD: [100, 50, 20, 10, 5, 2, 1],
} as const satisfies Record<QrCurrency, readonly number[]>

const notesMax = 1_000_000

/** How many, as typed; nothing typed is none. Undefined: that is no number of notes. */
export function readNotes(typed: string): number | undefined {
  const text = latinDigits(typed.normalize('NFKC')).trim()
  if (text === '') return 0
  return /^\d{1,7}$/.test(text) && Number(text) <= notesMax ? Number(text) : undefined
}

/** What lies in the till, or undefined while something typed is no number. */
export function sumOfNotes(typed: ReadonlyMap<number, string>): number | undefined {
  let sum = 0
  for (const [note, text] of typed) {
    const many = readNotes(text)
    if (many === undefined) return undefined
    sum += note * many
  }
  return sum
}
