import { addDays, borderZone, civilDateAt, weekdayOf } from '../kernel/time.ts'
import type { SideAt } from '../places/opening.rules.ts'
import { binds, nextSession, type Order, type OrderMiss, type Traveller, vehicleWordOf, wordOf } from '../places/order.rules.ts'
import { type Facts, isHomeward, type RuleBook, travellerOf } from './facts.rules.ts'
import { type Finding, finding, type Rule } from './finding.rules.ts'

/** A place of a session's quota that a movement takes when it is admitted. */
export type QuotaTaken = { readonly order: string; readonly session: number; readonly limit: number }

type Bound = { readonly side: SideAt; readonly order: Order; readonly traveller: Traveller }
/** Live orders that speak of this way, with the side they speak for and the person as they see them. */
function boundBy(facts: Facts, { law, orders }: RuleBook): Bound[] {
  if (facts.point.sides.every((side) => side.orders.length === 0)) return []
  const traveller = travellerOf(facts, law)
  return facts.point.sides.flatMap((side) =>
    side.orders.flatMap((id) => {
      const order = orders.get(id)
      return order && binds(order, traveller) ? [{ side, order, traveller }] : []
    }),
  )
}

/** Both sides by their own word: a side without a live order by its calendar, a side with orders by each of them. */
export const open: Rule = (facts, book) => {
  const bound = boundBy(facts, book)
  const byCalendar = facts.point.sides.filter((side) => !side.active || !bound.some((each) => each.side === side))
  const shut = byCalendar.filter((side) => !side.open)
  const deciding = shut.length > 0 ? shut : byCalendar
  const instruments = [...new Set(deciding.flatMap(({ instrument }) => (instrument === null ? [] : [instrument])))]
  const cited = instruments.length > 0 ? instruments : [book.law.instrument]
  return [
    ...(facts.arrival ? [finding('arrived-before', cited, { arrival: facts.arrival.at })] : []),
    ...(byCalendar.length > 0 || facts.point.sides.length === 0
      ? [finding(shut.length > 0 || byCalendar.length === 0 ? 'closed' : 'open', cited)]
      : []),
    ...bound.filter(({ side }) => side.active).flatMap((each) => ordered(facts, each)),
  ]
}

const missReason = {
  hours: 'order-hours',
  purpose: 'order-purpose',
  area: 'order-area',
  document: 'order-document',
  nationality: 'order-nationality',
  age: 'order-age',
  'going-home': 'order-going-home',
  closed: 'order-closed',
} as const satisfies Record<OrderMiss, string>

function ordered(facts: Facts, { side, order, traveller }: Bound): Finding[] {
  // What was recorded before the third edition derives again as it was.
  const word = wordOf(order, traveller, side, { calendarOpen: side.open, ofAll: (facts.edition ?? 1) < 3 })
  const about = { order: order.number }
  if (!word.admits) return [finding(missReason[word.miss], [order.instrument], { ...about, ...nextOf(facts, order, traveller, side.minute) })]
  const admitted = finding('order-admits', [order.instrument], about)
  const counted = quotaOf(facts, order, word.sessions)
  if (counted === undefined) return [admitted]
  if (counted === 'full')
    return [admitted, finding('session-full', [order.instrument], { ...about, ...nextOf(facts, order, traveller, side.minute) })]
  return [admitted, finding('session-place', [order.instrument], { ...about, limit: counted.limit })]
}

/** A session without a quota needs no place, and nobody on the way home does; else the first session with room. */
function quotaOf(facts: Facts, order: Order, sessions: readonly number[]): QuotaTaken | 'full' | undefined {
  const limits = sessions.map((session) => ({ session, limit: order.sessions?.[session]?.quota ?? null }))
  if (isHomeward(facts) || limits.length === 0 || limits.some(({ limit }) => limit === null)) return undefined
  for (const { session, limit } of limits) {
    const used = facts.quotas.find((quota) => quota.order === order.id && quota.session === session)?.used ?? 0
    if (limit !== null && used < limit) return { order: order.id, session, limit }
  }
  return 'full'
}

/** The places an admitted movement takes. */
export function quotasTaken(facts: Facts, book: RuleBook): QuotaTaken[] {
  return boundBy(facts, book).flatMap(({ side, order, traveller }) => {
    const word = wordOf(order, traveller, side, { calendarOpen: side.open })
    const counted = word.admits ? quotaOf(facts, order, word.sessions) : undefined
    return counted && counted !== 'full' ? [counted] : []
  })
}

const daysAhead = 8
function nextOf(facts: Facts, order: Order, traveller: Traveller, minute: number): { next: string; nextDay: string } | undefined {
  const today = civilDateAt(facts.arrival?.at ?? facts.at, borderZone)
  const days = Array.from({ length: daysAhead }, (_, ahead) => addDays(today, ahead)).map((day) => ({ day, weekday: weekdayOf(day) }))
  const start = nextSession(order, traveller, minute, days)
  return start && { next: start.opens, nextDay: start.day }
}

export const vehicle: Rule = (facts, book) => {
  const driven = facts.vehicle
  if (!driven) return []
  return boundBy(facts, book).flatMap(({ order }) => {
    const rule = vehicleWordOf(order, driven, facts.point.id)
    return rule ? [finding('vehicle-elsewhere', [order.instrument], { order: order.number, insteadAt: rule.insteadAt.join(' ') })] : []
  })
}
