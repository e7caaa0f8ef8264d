import type { PointClass } from '../../instruments/law.rules.ts'
import type { InstrumentId, PointId, StateCode } from '../../kernel/code.ts'
import { ageOn, borderZone, type CivilDate, civilDateAt, epochMs, type Instant } from '../../kernel/time.ts'
import type { Facts, PointFacts } from '../../movements/facts.rules.ts'
import type { PresentedDocument } from '../../movements/record.rules.ts'
import type { Verdict } from '../../movements/verdict.rules.ts'
import { type Dated, type Opening, openingAt, type PointSchedule, sidesAt } from '../../places/opening.rules.ts'
import { type Calendar, concerns, type Direction, isLiveBetween, type Order } from '../../places/order.rules.ts'
import type { PointAnswer } from '../../places/places.api.ts'

export type Orders = ReadonlyMap<string, Order>

/** What the tablet can say by itself: the code's own check and the point with its orders as last read; the register, earlier movements and the watchlist are unknown. */
export function localFacts(scan: {
  state: StateCode
  at: Instant
  direction: Direction
  document: PresentedDocument
  point: PointAnswer
  orders: Orders
}): Facts {
  const { state, at, direction, point, orders } = scan
  const { birthDate, bearer: _bearer, mark: _mark, ...document } = scan.document
  return {
    form: 2,
    edition: 4,
    state,
    at,
    arrival: null,
    direction,
    document: { ...document, register: document.kind === 'passport' ? 'none' : 'unknown', handedOver: null },
    point: pointFactsNow(point, orders, at),
    purpose: null,
    vehicle: null,
    quotas: [],
    stay: 'unknown',
    person: {
      age: birthDate && ageOn(birthDate, civilDateAt(at, borderZone)),
      photo: 'not-said',
      care: null,
      accompanied: null,
      watch: 'unknown',
      referral: null,
      decided: null,
    },
  }
}

const ordersOf = (schedule: PointSchedule, orders: Orders): Order[] => [...orders.values()].filter((order) => concerns(order, schedule.id))

export function pointFactsNow(answer: PointAnswer, orders: Orders, now: Instant): PointFacts {
  const schedule = scheduleOf(answer)
  return {
    id: schedule.id,
    class: answer.class as PointClass | null,
    sides: sidesAt(schedule, ordersOf(schedule, orders), epochMs(now)),
  }
}

/** Orders that speak of the point today or later: live ones and those of the hours to come. */
export const ordersUntil = (answer: PointAnswer, orders: Orders, from: Instant, until: Instant): Order[] =>
  [...orders.values()].filter((order) => concerns(order, answer.point as PointId) && isLiveBetween(order, epochMs(from), epochMs(until)))

/** How the point stands at `now`, by its calendars and orders as last read. */
export function openingNow(answer: PointAnswer, orders: Orders, now: Instant): Opening {
  const schedule = scheduleOf(answer)
  return openingAt(schedule, ordersOf(schedule, orders), now)
}

function scheduleOf(answer: PointAnswer): PointSchedule {
  const always = <T>(value: T, instrument = ''): Dated<T>[] => [
    { from: '1900-01-01' as CivilDate, until: null, instrument: instrument as InstrumentId, value },
  ]
  const calendars = Object.entries(answer.calendars).flatMap(([side, row]) =>
    row ? [[side, always(row as unknown as Calendar, row.instrument)]] : [],
  )
  return {
    id: answer.point as PointId,
    zone: borderZone,
    sides: Object.keys(answer.calendars) as StateCode[],
    status: always(answer.status === 'suspended' ? 'suspended' : 'active'),
    calendars: Object.fromEntries(calendars),
    holidays: Object.fromEntries(Object.entries(answer.holidays ?? {}).map(([side, days]) => [side, new Set(days as CivilDate[])])),
  }
}

/** What a recorded verdict did to the holder's stay. */
export function stayEffectOf({ outcome, findings }: Pick<Verdict, 'outcome' | 'findings'>): 'opened' | 'closed' | 'unmatched' | 'unchanged' {
  if (outcome === 'refer' || outcome === 'refuse') return 'unchanged'
  const has = (...reasons: readonly string[]): boolean => findings.some(({ reason }) => reasons.includes(reason))
  if (has('stay-granted')) return 'opened'
  if (has('in-time', 'days-tolled', 'found-lawful', 'late-own-national', 'late-foreigner')) return 'closed'
  return has('exit-missing', 'entry-missing') ? 'unmatched' : 'unchanged'
}
