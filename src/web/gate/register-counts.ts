import type { Known } from './register.ts'

/** Movements of today that were let through, by direction. */
export function sumOfCounts(
  rows: readonly { readonly direction: string; readonly outcome: string; readonly count: number }[],
): NonNullable<Known['counts']> {
  const sum = (direction: string): number =>
    rows
      .filter((row) => row.direction === direction && (row.outcome === 'admit' || row.outcome === 'admit-with-flag'))
      .reduce((total, row) => total + row.count, 0)
  return { exit: sum('exit'), entry: sum('entry') }
}
