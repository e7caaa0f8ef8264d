import type { InstrumentId, PointId, StateCode } from '../kernel/code.ts'
import {
  type CivilDate,
  type ClockTime,
  civilDateAt,
  dayMs,
  epochMs,
  type Instant,
  inForce,
  instantOfMs,
  type Weekday,
  weekdays,
} from '../kernel/time.ts'
import { binds, type Calendar, concerns, isLive, isWithin, minutesOf, type Order, type Traveller, wordOf } from './order.rules.ts'

/** A row in force from `from` up to, not with, `until`. */
export type Dated<T> = { readonly from: CivilDate; readonly until: CivilDate | null; readonly instrument: InstrumentId; readonly value: T }
export type PointStatus = 'active' | 'suspended'
/** A side's hours; `holidays`: on its state's public holidays it is closed, or has other hours. Absent: holidays are days like others. */
export type SideCalendar = Calendar & { readonly holidays?: 'closed' | Pick<Calendar, 'opens' | 'closes'> }

/** What the opening of a point depends on: each side's own calendar, and the point's status. */
export type PointSchedule = {
  readonly id: PointId
  /** Fixed offset, "+07:00": neither state has daylight saving. */
  readonly zone: string
  readonly sides: readonly StateCode[]
  readonly status: readonly Dated<PointStatus>[]
  readonly calendars: { readonly [S in StateCode]?: readonly Dated<SideCalendar>[] }
  /** Each state's public holidays, as far as they are known. */
  readonly holidays?: { readonly [S in StateCode]?: ReadonlySet<CivilDate> }
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

/** How far ahead an opening or closing is looked for. */
export const horizonDays = 400

/** Somebody of whom nothing is known, and who may go either way. */
export const anybody: Traveller = {
  nationality: null,
  document: null,
  issuingArea: null,
  purpose: null,
  age: null,
  goingHome: false,
  exits: null,
  vehicle: null,
}

/** Is the point open at `at` to `traveller`: both sides' calendars and every live order must agree. */
export function openingAt(point: PointSchedule, orders: readonly Order[], at: Instant, traveller: Traveller = anybody): Opening {
  const atMs = epochMs(at)
  const mine = orders.filter((order) => concerns(order, point.id) && binds(order, traveller))
  const isOpen = (ms: number) => sidesAt(point, mine, ms).every((side) => sideAdmits(side, mine, traveller))
  const sides = sidesAt(point, mine, atMs)
  const open = sides.every((side) => sideAdmits(side, mine, traveller))
  const change = nextChange(point, mine, atMs, (ms) => isOpen(ms) !== open)
  // An open point is open by both sides' word; a closed one by the word of those that close it.
  const deciding = sides.filter((side) => open || !sideAdmits(side, mine, traveller))
  const instruments = new Set(deciding.flatMap((side) => instrumentsOf(side, mine)))
  return { open, until: open ? change : null, nextOpen: open ? null : change, instruments: [...instruments] }
}

/** How one side stands at a moment: its calendar and status by themselves, and the orders that are live there, by id. */
export type SideAt = {
  readonly state: StateCode
  /** The calendar alone. */
  readonly open: boolean
  /** No order opens a point that is not one on that day, or is suspended. */
  readonly active: boolean
  readonly minute: number
  readonly weekday: Weekday
  /** When the calendar closes on this day; null: it is not open on it. */
  readonly closes: ClockTime | null
  readonly instrument: InstrumentId | null
  readonly orders: readonly string[]
}

/** Both sides of a point at an instant; `orders` are those of the point. */
export function sidesAt(point: PointSchedule, orders: readonly Order[], atMs: number): SideAt[] {
  const { date, minute, weekday } = civilAt(atMs, point.zone)
  const status = point.status.findLast((row) => inForce(row, date))
  return point.sides.map((state) => {
    const calendar = point.calendars[state]?.findLast((row) => inForce(row, date))
    const said = { state, minute, weekday }
    // Not yet, or no longer, a point: the instrument that says from when it is one.
    if (!status || !calendar)
      return { ...said, open: false, active: false, closes: null, instrument: point.status[0]?.instrument ?? null, orders: [] }
    if (status.value !== 'active') return { ...said, open: false, active: false, closes: null, instrument: status.instrument, orders: [] }
    const live = orders.filter((order) => order.state === state && isLive(order, atMs))
    const hours = hoursOn(calendar.value, point.holidays?.[state]?.has(date) ?? false)
    const closes = hours?.days.includes(weekday) ? hours.closes : null
    return {
      ...said,
      open: hours !== null && isWithin(hours, said),
      active: true,
      closes,
      instrument: calendar.instrument,
      orders: live.map(({ id }) => id),
    }
  })
}

function hoursOn(calendar: SideCalendar, isHoliday: boolean): Calendar | null {
  if (!isHoliday || calendar.holidays === undefined) return calendar
  return calendar.holidays === 'closed' ? null : { ...calendar, ...calendar.holidays }
}

export function sideAdmits(side: SideAt, orders: readonly Order[], traveller: Traveller): boolean {
  const live = ordersOf(side, orders).filter((order) => binds(order, traveller))
  if (!side.active || live.length === 0) return side.active && side.open
  return live.every((order) => wordOf(order, traveller, side, { calendarOpen: side.open }).admits)
}

const ordersOf = (side: SideAt, orders: readonly Order[]): Order[] => orders.filter(({ id }) => side.orders.includes(id))

function instrumentsOf(side: SideAt, orders: readonly Order[]): readonly InstrumentId[] {
  const live = ordersOf(side, orders)
  if (live.length > 0) return live.map(({ instrument }) => instrument)
  return side.instrument === null ? [] : [side.instrument]
}

/** The first instant after `fromMs` at which `changed` holds. */
function nextChange(point: PointSchedule, orders: readonly Order[], fromMs: number, changed: (ms: number) => boolean): Instant | null {
  for (const ms of edgesAhead(point, orders, fromMs, horizonDays + 1)) if (changed(ms)) return instantOfMs(ms)
  return null
}

/** The instants after `fromMs`, on its day and the `days` - 1 after it, at which alone an opening can change: midnights, windows' ends, orders' ends. */
export function* edgesAhead(point: PointSchedule, orders: readonly Order[], fromMs: number, days: number): Generator<number, void> {
  const minutes = new Set([0])
  for (const side of point.sides)
    for (const { value } of point.calendars[side] ?? []) {
      addEdges(minutes, value)
      if (typeof value.holidays === 'object') addEdges(minutes, value.holidays)
    }
  for (const order of orders) for (const session of order.sessions ?? []) addEdges(minutes, session)
  const orderEdges = orders.flatMap((order) => [epochMs(order.startsAt), ...(order.endsAt === null ? [] : [epochMs(order.endsAt)])])
  const edgesOfDay = [...minutes].sort((a, b) => a - b).map((minute) => minute * 60_000)
  const firstMidnight = midnightBefore(fromMs, point.zone)
  for (let day = 0; day < days; day += 1) {
    const midnight = firstMidnight + day * dayMs
    const inDay = orderEdges.filter((ms) => ms >= midnight && ms < midnight + dayMs)
    for (const ms of [...edgesOfDay.map((ms) => midnight + ms), ...inDay].sort((a, b) => a - b)) if (ms > fromMs) yield ms
  }
}

function addEdges(minutes: Set<number>, window: Pick<Calendar, 'opens' | 'closes'>): void {
  minutes.add(minutesOf(window.opens)).add(minutesOf(window.closes))
}

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
