import type { CivilDate } from '../../kernel/time.ts'
import type { CountAnswer as Count } from '../../movements/movements.api.ts'

/** Exits and entries are those let through; referred and refused are counted apart, and the total is all of them. */
export type DaySums = {
  readonly exits: number
  readonly entries: number
  readonly referred: number
  readonly refused: number
  readonly total: number
}
export type DayRow = DaySums & { readonly day: CivilDate; readonly point: string }

const nothing: DaySums = { exits: 0, entries: 0, referred: 0, refused: 0, total: 0 }

/** One row per day and point, newest day first, and the totals of all rows. */
export function sumByDay(counts: readonly Count[]): { days: DayRow[]; totals: DaySums } {
  const rows = new Map<string, DayRow>()
  let totals = nothing
  for (const { day, point, direction, outcome, count } of counts) {
    const column = outcome === 'refuse' ? 'refused' : outcome === 'refer' ? 'referred' : direction === 'exit' ? 'exits' : 'entries'
    const key = `${day} ${point}`
    const row = rows.get(key) ?? { ...nothing, day: day as CivilDate, point }
    rows.set(key, { ...row, [column]: row[column] + count, total: row.total + count })
    totals = { ...totals, [column]: totals[column] + count, total: totals.total + count }
  }
  return { days: [...rows.values()].sort((a, b) => (a.day === b.day ? a.point.localeCompare(b.point) : a.day < b.day ? 1 : -1)), totals }
}
