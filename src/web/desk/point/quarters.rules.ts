import type { ClockTime } from '../../../kernel/time.ts'

/** Movements of one quarter of an hour; 0 begins at midnight, 95 is the day's last. */
export type Quarter = { readonly quarter: number; readonly exits: number; readonly entries: number }
export const quartersOfDay = 96
const perHour = 4

/** What the chart shows: every quarter of the span, empty ones too, and its measure. */
export type DayChart = {
  readonly quarters: readonly Quarter[]
  /** Whole hours. */
  readonly fromHour: number
  readonly untilHour: number
  /** The busiest quarter; undefined: nobody crossed. */
  readonly peak: Quarter | undefined
  readonly hours: readonly { readonly hour: number; readonly exits: number; readonly entries: number }[]
}

export const totalOf = ({ exits, entries }: Pick<Quarter, 'exits' | 'entries'>): number => exits + entries
export const quarterTime = (quarter: number): ClockTime => clock(Math.floor(quarter / perHour), (quarter % perHour) * 15)
export const hourTime = (hour: number): ClockTime => clock(hour, 0)
const clock = (hour: number, minute: number) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` as ClockTime

/** Which quarter a minute of the day lies in. */
export const quarterOf = (minute: number): number => Math.min(quartersOfDay - 1, Math.max(0, Math.floor(minute / 15)))

/** The ordinary day of a crossing point is shown whole; whatever lies before or after it widens the span. */
const ordinary = { fromHour: 6, untilHour: 22 } as const

/** Rows in any order, some twice, some outside a day: each quarter stands once, and nothing outside the day counts. */
export function chartOf(rows: readonly Quarter[]): DayChart {
  const sums = new Map<number, Quarter>()
  for (const { quarter, exits, entries } of rows) {
    if (!Number.isInteger(quarter) || quarter < 0 || quarter >= quartersOfDay) continue
    const before = sums.get(quarter) ?? { quarter, exits: 0, entries: 0 }
    sums.set(quarter, { quarter, exits: before.exits + exits, entries: before.entries + entries })
  }
  const known = [...sums.values()].filter((row) => totalOf(row) > 0)
  const fromHour = Math.min(ordinary.fromHour, ...known.map(({ quarter }) => Math.floor(quarter / perHour)))
  const untilHour = Math.max(ordinary.untilHour, ...known.map(({ quarter }) => Math.floor(quarter / perHour) + 1))
  const quarters = Array.from({ length: (untilHour - fromHour) * perHour }, (_, index) => {
    const quarter = fromHour * perHour + index
    return sums.get(quarter) ?? { quarter, exits: 0, entries: 0 }
  })
  const peak = known.reduce<Quarter | undefined>((most, row) => (most && mostFirst(most, row) <= 0 ? most : row), undefined)
  const hours = Array.from({ length: untilHour - fromHour }, (_, index) =>
    hourOf(quarters.slice(index * perHour, (index + 1) * perHour), fromHour + index),
  )
  return { quarters, fromHour, untilHour, peak, hours: hours.filter((hour) => totalOf(hour) > 0) }
}

/** The busier quarter, and of two the earlier. */
const mostFirst = (a: Quarter, b: Quarter): number => totalOf(b) - totalOf(a) || a.quarter - b.quarter

const hourOf = (quarters: readonly Quarter[], hour: number) =>
  quarters.reduce((sum, { exits, entries }) => ({ hour, exits: sum.exits + exits, entries: sum.entries + entries }), { hour, exits: 0, entries: 0 })

/** A round number at or above the highest bar: 1, 2 or 5 times a power of ten. */
export function scaleTop(most: number): number {
  if (most <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 5, 10].map((step) => step * power).find((top) => top >= most) ?? most
}
