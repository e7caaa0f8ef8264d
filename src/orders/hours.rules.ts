import {
  borderZone,
  type CivilDate,
  type ClockTime,
  civilDateAt,
  dayMs,
  epochMs,
  hourMs,
  instantAt,
  instantOfMs,
  type Weekday,
  weekdayOf,
  weekdays,
} from '../kernel/time.ts'
import { edgesAhead, type PointSchedule, sideAdmits, sidesAt } from '../places/opening.rules.ts'
import { type Calendar, concerns, minutesOf, type Order, type Traveller } from '../places/order.rules.ts'

/** A stretch of time in which nothing changes at a point. */
export type Span = { readonly fromMs: number; readonly untilMs: number }

/** An order repeats itself each week. */
export const lookAheadDays = 7

/** What both live in, at most a week of it; undefined: they never meet. */
export function sharedTime(...orders: readonly Pick<Order, 'startsAt' | 'endsAt'>[]): Span | undefined {
  const fromMs = Math.max(...orders.map(({ startsAt }) => epochMs(startsAt)))
  const ends = orders.map(({ endsAt }) => (endsAt === null ? Number.POSITIVE_INFINITY : epochMs(endsAt)))
  const untilMs = Math.min(...ends, fromMs + lookAheadDays * dayMs)
  return untilMs > fromMs ? { fromMs, untilMs } : undefined
}

/** The stretches of `span`: only where an opening can change does anything change. */
export function spansOf(point: PointSchedule, orders: readonly Order[], span: Span): Span[] {
  const edges = new Set([span.fromMs, ...edgesAhead(point, orders, span.fromMs, lookAheadDays + 1), span.untilMs])
  const inside = [...edges].filter((ms) => ms <= span.untilMs).sort((a, b) => a - b)
  return inside.slice(1).map((untilMs, index) => ({ fromMs: inside[index] ?? span.fromMs, untilMs }))
}

/** Does any of these people pass at this moment, by every side? */
export function somebodyPasses(point: PointSchedule, orders: readonly Order[], ms: number, travellers: readonly Traveller[]): boolean {
  const mine = orders.filter((order) => concerns(order, point.id))
  const sides = sidesAt(point, mine, ms)
  return travellers.some((traveller) => sides.every((side) => sideAdmits(side, mine, traveller)))
}

/** Stretches as hours of weekdays, joined where they touch; what lasts for the same hours on several days is one line. */
export function hoursOf(spans: readonly Span[]): Calendar[] {
  const joined: { fromMs: number; untilMs: number }[] = []
  for (const { fromMs, untilMs } of spans) {
    const last = joined.at(-1)
    const isMidnight = (fromMs + 7 * hourMs) % dayMs === 0
    if (last && last.untilMs === fromMs && !isMidnight) last.untilMs = untilMs
    else joined.push({ fromMs, untilMs })
  }
  const byHours = new Map<string, { opens: ClockTime; closes: ClockTime; days: Set<Weekday> }>()
  for (const { fromMs, untilMs } of joined) {
    const day = civilDateAt(instantOfMs(fromMs), borderZone)
    const [opens, closes] = [clockOf(fromMs, day), clockOf(untilMs, day)]
    const kept = byHours.get(`${opens} ${closes}`) ?? { opens, closes, days: new Set() }
    kept.days.add(weekdayOf(day))
    byHours.set(`${opens} ${closes}`, kept)
  }
  return [...byHours.values()]
    .map(({ opens, closes, days }) => ({ opens, closes, days: weekdays.filter((day) => days.has(day)) }))
    .sort((a, b) => minutesOf(a.opens) - minutesOf(b.opens))
}

function clockOf(ms: number, day: CivilDate): ClockTime {
  const minutes = Math.floor((ms - epochMs(instantAt(day, '00:00' as ClockTime, borderZone))) / 60_000)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}` as ClockTime
}
