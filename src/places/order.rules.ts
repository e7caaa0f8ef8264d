import { type AreaCode, type InstrumentId, liesIn, type PointId, type StateCode } from '../kernel/code.ts'
import type { Text } from '../kernel/language.ts'
import { type CivilDate, type ClockTime, epochMs, type Instant, type Weekday } from '../kernel/time.ts'
import type { Vehicle, VehicleClass } from '../kernel/vehicle.ts'

/** Hours of some weekdays. */
export type Calendar = { readonly opens: ClockTime; readonly closes: ClockTime; readonly days: readonly Weekday[] }

/** How far an order goes; what it does stands in its sessions. */
export const stages = ['normal', 'limited', 'selective', 'closed'] as const
export type Stage = (typeof stages)[number]
export const purposes = ['visit', 'trade', 'work', 'student', 'medical', 'official'] as const
export type Purpose = (typeof purposes)[number]
export const documentKinds = ['border-pass', 'passport'] as const
export type DocumentKind = (typeof documentKinds)[number]
/** Seen from the state that speaks. */
export type Direction = 'exit' | 'entry'

/** Whom an order or one of its sessions is for: each condition that is there must hold; none: everybody. */
export type Who = {
  readonly nationalities?: readonly string[]
  readonly documents?: readonly DocumentKind[]
  /** The office that issued the pass lies in one of these areas. */
  readonly issuingAreas?: readonly AreaCode[]
  readonly purposes?: readonly Purpose[]
  /** Whole years: from, up to and not with. */
  readonly ageFrom?: number
  readonly ageUntil?: number
  /** People on their way home alone. */
  readonly goingHome?: true
}

/** What is known of somebody who wants to cross; null: not known, and then no condition on it holds. */
export type Traveller = {
  readonly nationality: string | null
  readonly document: DocumentKind | null
  readonly issuingArea: AreaCode | null
  readonly purpose: Purpose | null
  readonly age: number | null
  readonly goingHome: boolean
  /** Seen from the instance's state; null: either way is asked for. */
  readonly exits: StateCode | null
  readonly vehicle: Vehicle | null
}

/** Hours in which an order lets people pass. `quota`: so many people a day who leave home, at each point; null: no limit. */
export type Session = Calendar & { readonly who: Who; readonly quota: number | null }

/** Vehicles that an order turns away or sends to other points. `classes` null: of any class; `wheelsOver` null: with any number of wheels. */
export type VehicleRule = {
  readonly classes: readonly VehicleClass[] | null
  readonly wheelsOver: number | null
  readonly insteadAt: readonly PointId[]
}

/** An instruction of one state on its own side of crossing points. While it is live it takes the place of that side's calendar. Written once; only its end may be moved: nearer, or back where it was when the order that was to take its place never comes. */
export type Order = {
  readonly id: string
  /** As it is printed on the paper. */
  readonly number: string
  readonly state: StateCode
  readonly instrument: InstrumentId
  /** null: every point. */
  readonly points: readonly PointId[] | null
  /** Seen from `state`; null: both. */
  readonly directions: readonly Direction[] | null
  readonly stage: Stage
  readonly startsAt: Instant
  readonly endsAt: Instant | null
  /** null: the hours of the side's own calendar, for whom `who` says. Empty: closed to everybody. */
  readonly sessions: readonly Session[] | null
  readonly who: Who
  readonly vehicles: readonly VehicleRule[]
  /** What is told to the public. */
  readonly words: Text
  /** The order that was to take its place, and was taken back before it began. */
  readonly restoredOf?: string
}

/** Why an order does not let somebody pass, the nearest miss first in this list's order. */
export const orderMisses = ['hours', 'purpose', 'area', 'document', 'nationality', 'age', 'going-home', 'closed'] as const
export type OrderMiss = (typeof orderMisses)[number]
export type OrderWord =
  /** `sessions`: those that let this person pass now, as indexes; empty where the calendar's hours stand. */
  { readonly admits: true; readonly sessions: readonly number[] } | { readonly admits: false; readonly miss: OrderMiss }

type Moment = { readonly minute: number; readonly weekday: Weekday }
export const minutesOf = (time: ClockTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
export const isWithin = (window: Calendar, { minute, weekday }: Moment): boolean =>
  window.days.includes(weekday) && minutesOf(window.opens) <= minute && minute < minutesOf(window.closes)

export const isLive = (order: Pick<Order, 'startsAt' | 'endsAt'>, atMs: number): boolean =>
  epochMs(order.startsAt) <= atMs && (order.endsAt === null || atMs < epochMs(order.endsAt))
/** At some moment of this span. One that was taken back before it began ends where it begins, and never is. */
export function isLiveBetween({ startsAt, endsAt }: Pick<Order, 'startsAt' | 'endsAt'>, fromMs: number, untilMs: number): boolean {
  const starts = epochMs(startsAt)
  return starts < untilMs && (endsAt === null || epochMs(endsAt) > Math.max(starts, fromMs))
}
export const concerns = (order: Order, point: PointId): boolean => order.points === null || order.points.includes(point)

/** Does the order speak of this way at all? Asked without a way, it does. */
export function binds(order: Order, traveller: Traveller): boolean {
  if (order.directions === null || traveller.exits === null) return true
  return order.directions.includes(traveller.exits === order.state ? 'exit' : 'entry')
}

/** What a live order says to somebody at a moment; `calendarOpen`: its side's calendar at that moment. `ofAll`: of sessions that are open now no more is said than of the others. */
export function wordOf(
  order: Order,
  traveller: Traveller,
  moment: Moment,
  { calendarOpen, ofAll = false }: { calendarOpen: boolean; ofAll?: boolean },
): OrderWord {
  if (order.sessions === null) {
    const miss = missOf(order.who, traveller)
    if (miss) return { admits: false, miss }
    return calendarOpen ? { admits: true, sessions: [] } : { admits: false, miss: 'hours' }
  }
  const now = order.sessions.flatMap((session, index) => (isWithin(session, moment) && !missOf(session.who, traveller) ? [index] : []))
  if (now.length > 0) return { admits: true, sessions: now }
  if (order.sessions.length === 0) return { admits: false, miss: 'closed' }
  // For whom it is at another hour, the hours are what is wrong; else what the sessions of now ask for; where none is open now, the condition that came nearest.
  const misses = order.sessions.map((session) => ({ miss: missOf(session.who, traveller) ?? ('hours' as const), isNow: isWithin(session, moment) }))
  const ofNow = misses.filter(({ isNow }) => isNow)
  const told = ofAll || ofNow.length === 0 || misses.some(({ miss }) => miss === 'hours') ? misses : ofNow
  return { admits: false, miss: orderMisses.find((each) => told.some(({ miss }) => miss === each)) ?? 'closed' }
}

/** The first condition of `who` that this traveller does not meet. */
export function missOf(who: Who, traveller: Traveller): Exclude<OrderMiss, 'hours' | 'closed'> | undefined {
  if (who.goingHome && !traveller.goingHome) return 'going-home'
  if (who.documents && !isOneOf(who.documents, traveller.document)) return 'document'
  if (who.nationalities && !isOneOf(who.nationalities, traveller.nationality)) return 'nationality'
  const { issuingArea, age } = traveller
  if (who.issuingAreas && !who.issuingAreas.some((area) => issuingArea !== null && liesIn(issuingArea, area))) return 'area'
  if (who.ageFrom !== undefined && !(age !== null && age >= who.ageFrom)) return 'age'
  if (who.ageUntil !== undefined && !(age !== null && age < who.ageUntil)) return 'age'
  if (who.purposes && !isOneOf(who.purposes, traveller.purpose)) return 'purpose'
  return undefined
}

const isOneOf = <T extends string>(list: readonly T[], value: T | null): boolean => value !== null && list.includes(value)

/** The order's word on a vehicle: undefined where it says nothing against it. */
export function vehicleWordOf(order: Order, vehicle: Vehicle, point: PointId): VehicleRule | undefined {
  return order.vehicles.find(
    (rule) =>
      (rule.classes === null || rule.classes.includes(vehicle.class)) &&
      (rule.wheelsOver === null || vehicle.wheels > rule.wheelsOver) &&
      !rule.insteadAt.includes(point),
  )
}

/** A civil day and minute of it. */
export type SessionStart = { readonly day: CivilDate; readonly opens: ClockTime; readonly session: number }

/** The order's next session for this traveller that opens after `minute` of `days[0]`; `days` in turn with their weekdays. */
export function nextSession(
  order: Order,
  traveller: Traveller,
  minute: number,
  days: readonly { readonly day: CivilDate; readonly weekday: Weekday }[],
): SessionStart | undefined {
  for (const [ahead, { day, weekday }] of days.entries()) {
    const starts = (order.sessions ?? [])
      .map((session, index) => ({ session, index }))
      .filter(({ session }) => session.days.includes(weekday) && !missOf(session.who, traveller))
      .filter(({ session }) => ahead > 0 || minutesOf(session.opens) > minute)
      .sort((a, b) => minutesOf(a.session.opens) - minutesOf(b.session.opens))
    const [first] = starts
    if (first) return { day, opens: first.session.opens, session: first.index }
  }
  return undefined
}
