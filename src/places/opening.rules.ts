import type { InstrumentId, PointId, StateCode } from '../kernel/code.ts'
import { type CivilDate, type ClockTime, civilDateAt, epochMs, type Instant, inForce, instantOfMs, type Weekday, weekdays } from '../kernel/time.ts'

/** A row in force from `from` up to, not with, `until`. */
export type Dated<T> = { readonly from: CivilDate; readonly until: CivilDate | null; readonly instrument: InstrumentId; readonly value: T }
export type Calendar = { readonly opens: ClockTime; readonly closes: ClockTime; readonly days: readonly Weekday[] }
export type PointStatus = 'active' | 'suspended'

/** What the opening of a point depends on: each side's own calendar, and the point's status. */
export type PointSchedule = {
  readonly id: PointId
  /** Fixed offset, "+07:00": neither state has daylight saving. */
  readonly zone: string
  readonly sides: readonly StateCode[]
  readonly status: readonly Dated<PointStatus>[]
  readonly calendars: { readonly [S in StateCode]?: readonly Dated<Calendar>[] }
}

/** Who may use a window. 'everyone' is the ordinary traveller; the others are exceptions that an order names. */
export const travellerClasses = ['everyone', 'student', 'national-going-home'] as const
export type TravellerClass = (typeof travellerClasses)[number]

/** A live order takes the place of its own side's calendar. No windows: closed. `points` null: every point. */
export type OpeningOrder = {
  readonly id: string
  readonly instrument: InstrumentId
  readonly state: StateCode
  readonly points: readonly PointId[] | null
  readonly startsAt: Instant
  readonly endsAt: Instant | null
  readonly windows: readonly (Calendar & { readonly for: TravellerClass })[]
}

export type Opening = {
  readonly open: boolean
  /** When it closes next, while open; null when that lies beyond the horizon. */
  readonly until: Instant | null
  /** When it opens next, while closed; null when that lies beyond the horizon. */
  readonly nextOpen: Instant | null
  /** What decided: the calendars, status rows and live orders at that instant. */
  readonly instruments: readonly InstrumentId[]
}

const dayMs = 86_400_000
/** How far ahead an opening or closing is looked for. */
export const horizonDays = 400

/** Is the point open at `at` to `traveller`: both sides' calendars and every live order must agree. */
export function openingAt(point: PointSchedule, orders: readonly OpeningOrder[], at: Instant, traveller: TravellerClass = 'everyone'): Opening {
  const atMs = epochMs(at)
  const mine = orders.filter((order) => order.points === null || order.points.includes(point.id))
  const isOpen = (ms: number) => point.sides.every((side) => sideAt(point, mine, side, ms, traveller).open)
  const open = isOpen(atMs)
  const change = nextChange(point, mine, atMs, (ms) => isOpen(ms) !== open)
  // An open point is open by both sides' word; a closed one by the word of those that close it.
  const deciding = point.sides.map((side) => sideAt(point, mine, side, atMs, traveller)).filter((side) => open || !side.open)
  const instruments = new Set(deciding.flatMap((side) => side.instruments))
  return { open, until: open ? change : null, nextOpen: open ? null : change, instruments: [...instruments] }
}

type SideAt = { readonly open: boolean; readonly instruments: readonly InstrumentId[] }

function sideAt(point: PointSchedule, orders: readonly OpeningOrder[], side: StateCode, ms: number, traveller: TravellerClass): SideAt {
  const { date, minute, weekday } = civilAt(ms, point.zone)
  const status = point.status.findLast((row) => inForce(row, date))
  const calendar = point.calendars[side]?.findLast((row) => inForce(row, date))
  // Not yet, or no longer, a point: the instrument that says from when it is one.
  if (!status || !calendar) return { open: false, instruments: point.status.slice(0, 1).map((row) => row.instrument) }
  if (status.value !== 'active') return { open: false, instruments: [status.instrument] }
  const within = (window: Calendar) => window.days.includes(weekday) && minutesOf(window.opens) <= minute && minute < minutesOf(window.closes)
  const live = orders.filter(
    (order) => order.state === side && epochMs(order.startsAt) <= ms && (order.endsAt === null || ms < epochMs(order.endsAt)),
  )
  if (live.length === 0) return { open: within(calendar.value), instruments: [calendar.instrument] }
  const admits = (order: OpeningOrder) => order.windows.some((window) => (window.for === 'everyone' || window.for === traveller) && within(window))
  return { open: live.every(admits), instruments: live.map((order) => order.instrument) }
}

/** The first instant after `fromMs` at which `changed` holds. Only edges can change it: midnights, windows' ends, orders' ends. */
function nextChange(point: PointSchedule, orders: readonly OpeningOrder[], fromMs: number, changed: (ms: number) => boolean): Instant | null {
  const minutes = new Set([0])
  for (const side of point.sides) for (const row of point.calendars[side] ?? []) addEdges(minutes, row.value)
  for (const order of orders) for (const window of order.windows) addEdges(minutes, window)
  const orderEdges = orders.flatMap((order) => [epochMs(order.startsAt), ...(order.endsAt === null ? [] : [epochMs(order.endsAt)])])
  const edgesOfDay = [...minutes].sort((a, b) => a - b).map((minute) => minute * 60_000)
  const firstMidnight = midnightBefore(fromMs, point.zone)
  for (let day = 0; day <= horizonDays; day += 1) {
    const midnight = firstMidnight + day * dayMs
    const inDay = orderEdges.filter((ms) => ms >= midnight && ms < midnight + dayMs)
    const edges = [...edgesOfDay.map((ms) => midnight + ms), ...inDay].sort((a, b) => a - b)
    const found = edges.find((ms) => ms > fromMs && changed(ms))
    if (found !== undefined) return instantOfMs(found)
  }
  return null
}

function addEdges(minutes: Set<number>, window: Calendar): void {
  minutes.add(minutesOf(window.opens)).add(minutesOf(window.closes))
}

const minutesOf = (time: ClockTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Plain arithmetic, since this runs thousands of times for one answer: the zone is a fixed offset. */
function civilAt(ms: number, zone: string): { date: CivilDate; minute: number; weekday: Weekday } {
  const local = ms + offsetMs(zone)
  const day = Math.floor(local / dayMs)
  return {
    date: dateOfDay(day),
    minute: Math.floor((local - day * dayMs) / 60_000),
    // 1 January 1970 was a Thursday.
    weekday: weekdays[(((day + 3) % 7) + 7) % 7] ?? 'mon',
  }
}

const midnightBefore = (ms: number, zone: string): number => Math.floor((ms + offsetMs(zone)) / dayMs) * dayMs - offsetMs(zone)

function offsetMs(zone: string): number {
  const sign = zone.startsWith('-') ? -1 : 1
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6))) * 60_000
}

/** Days since 1 January 1970 to an ISO date. Kept, since a closed border asks the same 400 days for every point. */
const datesKeptMax = 10_000
const dates = new Map<number, CivilDate>()
function dateOfDay(day: number): CivilDate {
  const kept = dates.get(day)
  if (kept) return kept
  if (dates.size >= datesKeptMax) dates.clear()
  const date = civilDateAt(instantOfMs(day * dayMs), 'UTC')
  dates.set(day, date)
  return date
}
