import type { OfficeRow } from './office-queries.ts'

/** The row of an office as its table shows it. */
export type OfficeSums = {
  readonly issuedDay: number
  readonly issuedTotal: number
  readonly pending: number
  readonly late: number
  readonly rejected: number
  readonly onTime: number
  readonly produced: number
}

const sumOf = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((sum, n) => sum + n, 0)

export const sumsOf = ({ issued, pending, late, rejected, share }: OfficeRow): OfficeSums => ({
  issuedDay: sumOf(issued.day),
  issuedTotal: sumOf(issued.total),
  pending: sumOf(pending),
  late,
  rejected: sumOf(rejected.total),
  onTime: share.onTime,
  produced: share.produced,
})

const nothing: OfficeSums = { issuedDay: 0, issuedTotal: 0, pending: 0, late: 0, rejected: 0, onTime: 0, produced: 0 }

/** All offices together. */
export const totalOf = (rows: readonly OfficeRow[]): OfficeSums =>
  rows.map(sumsOf).reduce((sum, row) => {
    const keys = Object.keys(sum) as (keyof OfficeSums)[]
    return Object.fromEntries(keys.map((key) => [key, sum[key] + row[key]])) as OfficeSums
  }, nothing)

/** Whole percent, never rounded up: 99.9 % on time is not all of them. Null: of nothing. */
export const percentOf = (some: number, all: number): number | null => (all === 0 ? null : Math.floor((100 * some) / all))
