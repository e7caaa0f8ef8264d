import { liesIn, nationalityOf, type StateCode } from '../kernel/code.ts'
import { addDays, type CivilDate, type ClockTime, civilDateAt, epochMs, type Instant, instantAt } from '../kernel/time.ts'
import { anybody, edgesAhead, type PointSchedule, type SideAt, sideAdmits, sidesAt } from './opening.rules.ts'
import { binds, concerns, isLiveBetween, isWithin, type Order, type Traveller, type Who } from './order.rules.ts'

/** Whom a point is open to: every traveller, those alone whom an order lets pass, or nobody. */
export const openTos = ['everyone', 'some', 'nobody'] as const
export type OpenTo = (typeof openTos)[number]
export type DayHours = { readonly date: CivilDate; readonly hours: readonly Hours[] }
export type Hours = { readonly opens: ClockTime; readonly closes: ClockTime; readonly openTo: Exclude<OpenTo, 'nobody'> }

export const openToAt = (point: PointSchedule, orders: readonly Order[], at: Instant): OpenTo => openToAtMs(point, orders, epochMs(at))

function openToAtMs(point: PointSchedule, orders: readonly Order[], ms: number): OpenTo {
  const mine = orders.filter((order) => concerns(order, point.id))
  const sides = sidesAt(point, mine, ms)
  if (sides.length === 0 || sides.some(({ active }) => !active)) return 'nobody'
  if (sides.every((side) => sideAdmits(side, mine, anybody))) return 'everyone'
  return sides.some(({ state }) => someCanLeave(state, sides, mine)) ? 'some' : 'nobody'
}

/** Is there anybody at all who leaves this state now with every live order's consent? Places of a quota are not looked at. */
function someCanLeave(exits: StateCode, sides: readonly SideAt[], orders: readonly Order[]): boolean {
  const traveller: Traveller = { ...anybody, exits }
  const choices = sides.flatMap((side): (readonly Who[])[] => {
    const live = orders.filter((order) => side.orders.includes(order.id) && binds(order, traveller))
    if (live.length === 0) return [side.open ? [{}] : []]
    return live.map((order) =>
      order.sessions === null ? (side.open ? [order.who] : []) : order.sessions.filter((session) => isWithin(session, side)).map(({ who }) => who),
    )
  })
  const home = sides.find(({ state }) => state !== exits)?.state
  return choices
    .reduce<readonly Who[]>((held, next) => held.flatMap((one) => next.flatMap((other) => both(one, other) ?? [])).slice(0, choicesMax), [{}])
    .some((who) => !who.goingHome || !home || !who.nationalities || who.nationalities.includes(nationalityOf[home]))
}

/** Orders that are live together are few; a flood of sessions must not cost more than this. */
const choicesMax = 500

/** Whoever meets both; undefined: nobody can. */
export function both(one: Who, other: Who): Who | undefined {
  const nationalities = common(one.nationalities, other.nationalities)
  const documents = common(one.documents, other.documents)
  const purposes = common(one.purposes, other.purposes)
  const areas =
    one.issuingAreas && other.issuingAreas
      ? one.issuingAreas.flatMap((a) => other.issuingAreas?.flatMap((b) => (liesIn(a, b) ? [a] : liesIn(b, a) ? [b] : [])) ?? [])
      : (one.issuingAreas ?? other.issuingAreas)
  const ageFrom = Math.max(one.ageFrom ?? 0, other.ageFrom ?? 0)
  const ageUntil = Math.min(one.ageUntil ?? Number.POSITIVE_INFINITY, other.ageUntil ?? Number.POSITIVE_INFINITY)
  if ([nationalities, documents, purposes, areas].some((list) => list?.length === 0) || ageFrom >= ageUntil) return undefined
  return {
    ...(nationalities && { nationalities }),
    ...(documents && { documents }),
    ...(purposes && { purposes }),
    ...(areas && { issuingAreas: areas }),
    ...(ageFrom > 0 && { ageFrom }),
    ...(Number.isFinite(ageUntil) && { ageUntil }),
    ...((one.goingHome || other.goingHome) && { goingHome: true as const }),
  }
}

const common = <T>(one: readonly T[] | undefined, other: readonly T[] | undefined): readonly T[] | undefined =>
  one && other ? one.filter((each) => other.includes(each)) : (one ?? other)

/** The hours of a civil day with every order in them, each with whom they are for. */
export function hoursOfDay(point: PointSchedule, orders: readonly Order[], date: CivilDate): DayHours {
  const [from, until] = [startOf(point, date), startOf(point, addDays(date, 1))]
  const mine = orders.filter((order) => touches(order, point, from, until))
  const edges = [from, ...edgesAhead(point, mine, from, 1), until].filter((ms) => ms >= from && ms <= until)
  const hours: { opens: ClockTime; closes: ClockTime; openTo: OpenTo }[] = []
  edges.slice(0, -1).forEach((ms, index) => {
    const next = edges[index + 1] ?? until
    const said = { opens: clockOf(ms - from), closes: clockOf(next - from), openTo: openToAtMs(point, mine, ms) }
    const last = hours.at(-1)
    if (last?.openTo === said.openTo) last.closes = said.closes
    else hours.push(said)
  })
  return { date, hours: hours.flatMap(({ openTo, ...rest }) => (openTo === 'nobody' ? [] : [{ ...rest, openTo }])) }
}

/** The hours of the day of `at` and of the next one, and the orders that have a word in them. */
export function hoursFrom(point: PointSchedule, orders: readonly Order[], at: Instant): { days: DayHours[]; orders: string[] } {
  const today = civilDateAt(at, point.zone)
  const [from, until] = [startOf(point, today), startOf(point, addDays(today, 2))]
  return {
    days: [hoursOfDay(point, orders, today), hoursOfDay(point, orders, addDays(today, 1))],
    orders: orders.filter((order) => touches(order, point, from, until)).map(({ id }) => id),
  }
}

const startOf = (point: PointSchedule, date: CivilDate): number => epochMs(instantAt(date, '00:00' as ClockTime, point.zone))
const touches = (order: Order, point: PointSchedule, from: number, until: number): boolean =>
  concerns(order, point.id) && isLiveBetween(order, from, until)
const clockOf = (ms: number): ClockTime => {
  const minutes = Math.floor(ms / 60_000)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}` as ClockTime
}
