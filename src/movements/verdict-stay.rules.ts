import { type CivilDate, epochMs } from '../kernel/time.ts'
import type { SideAt } from '../places/opening.rules.ts'
import { binds, minutesOf, type Traveller } from '../places/order.rules.ts'
import { dayOf, type Facts, isHomeward, isOwnNational, type RuleBook, travellerOf } from './facts.rules.ts'
import { cite, finding, hostRow, type Rule } from './finding.rules.ts'
import { lastLawfulDay, lawfulWithTolled } from './stay.rules.ts'

export const stay: Rule = (facts, book) => {
  const { law } = book
  if (facts.document.nationality === null) return []
  const cited = cite(hostRow('stay.days', facts, law), law)
  if (facts.stay === 'unknown') return [finding('record-unknown', cited)]
  if (facts.stay?.lastAt && facts.at < facts.stay.lastAt) return [finding('arrived-late', cited, { last: facts.stay.lastAt })]
  const openStay = facts.stay?.state === 'open' ? facts.stay : null
  if (!isHomeward(facts)) {
    const granted = finding('stay-granted', cited)
    return openStay ? [granted, finding(isOwnNational(facts) ? 'entry-missing' : 'exit-missing', cited)] : [granted]
  }
  if (!openStay) return [finding(isOwnNational(facts) ? 'exit-missing' : 'entry-missing', cited)]
  const { lawfulUntil, lawfulThrough = null, tolled } = openStay
  if (lawfulUntil === null || !isAfter(facts, book, lawfulUntil)) return [finding('in-time', cited)]
  const byLaw = lawfulWithTolled(lawfulUntil, tolled)
  if (!isAfter(facts, book, byLaw)) return [finding('days-tolled', cited, { lawfulUntil, days: tolled.length, until: byLaw })]
  const { until } = lastLawfulDay({ lawfulUntil, lawfulThrough }, tolled)
  if (!isAfter(facts, book, until)) return [finding('found-lawful', cited, { until })]
  // A national's own state only warns: the clock binds in the state where the days were spent.
  return [finding(isOwnNational(facts) ? 'late-own-national' : 'late-foreigner', cited, { until, tolled: tolled.length })]
}

/** A lawful day ends with the closing of the point: whoever reached the line before it is in time. */
function isAfter(facts: Facts, book: RuleBook, lawfulUntil: CivilDate): boolean {
  const reached = dayOf({ at: facts.arrival?.at ?? facts.at })
  if (reached !== lawfulUntil) return reached > lawfulUntil
  return isPastClosing(facts.point.sides, book.orders, (facts.edition ?? 1) < 4 ? undefined : travellerOf(facts, book.law))
}

/** Has one of the sides closed for this day? An order for the other way closes nothing to this traveller; without one every order counts. */
export function isPastClosing(sides: readonly SideAt[], orders: RuleBook['orders'], traveller?: Traveller): boolean {
  const closing = sides.map((side) => {
    const live = side.orders.flatMap((id) => orders.get(id) ?? []).filter((order) => !traveller || binds(order, traveller))
    const sessions = live.flatMap((order) => order.sessions ?? []).filter(({ days }) => days.includes(side.weekday))
    return sessions.length > 0 ? Math.max(...sessions.map(({ closes }) => minutesOf(closes))) : side.closes === null ? null : minutesOf(side.closes)
  })
  const minute = sides[0]?.minute ?? 0
  return closing.some((closes) => closes !== null && minute >= closes)
}

/** One pass cannot be at two points in less time than the way between them takes: a copy, or somebody else's pass. Which of the two is told first changes nothing in that. */
export const travel: Rule = (facts, { law }) => {
  const { stay: last, at, edition } = facts
  if (last === null || last === 'unknown' || last.minutesMin === null || last.lastAt === null) return []
  if ((edition ?? 1) < 4 && at < last.lastAt) return []
  const minutes = Math.floor(Math.abs(epochMs(at) - epochMs(last.lastAt)) / 60_000)
  return minutes < last.minutesMin ? [finding('too-fast', [law.instrument], { minutes, least: last.minutesMin, point: last.lastPoint ?? '' })] : []
}
