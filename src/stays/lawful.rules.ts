import type { Law } from '../instruments/law.rules.ts'
import { type AreaCode, type CommandId, type InstrumentId, nationalityOf, type PointId, type StateCode } from '../kernel/code.ts'
import { borderZone, type CivilDate, civilDateAt, dayMs, epochMs, type Instant, spanOfDay } from '../kernel/time.ts'
import { otherState } from '../movements/facts.rules.ts'
import { lastLawfulDay, type Stay } from '../movements/stay.rules.ts'
import { isPastClosing } from '../movements/verdict-stay.rules.ts'
import { sidesAt } from '../places/opening.rules.ts'
import { concerns, type DocumentKind, type Traveller } from '../places/order.rules.ts'
import { findPoint, type Registry } from '../places/registry.rules.ts'
import { orderBook, tolledBy } from '../places/surroundings.rules.ts'

/** The document that a stay began with, as the gate saw it. */
export type StayDocument = {
  readonly kind: DocumentKind | null
  readonly issuer: string | null
  readonly number: string | null
  readonly nationality: string | null
  readonly issuingArea: AreaCode | null
}

/** A stay with what became of it since. */
export type StayOnRecord = Stay & {
  readonly document: StayDocument
  readonly extensions: number
  readonly extendedAt: Instant | null
  /** Of our own nationals: until when they say that the neighbour let them stay. */
  readonly toldUntil: CivilDate | null
  /** The accepted rebuttal that found it lawful, through the day that it named. */
  readonly lawfulBy: string | null
}

/** What lawful days are reckoned with. */
export type Reckoning = { readonly state: StateCode; readonly law: Law; readonly registry: Registry }

export type TolledDay = {
  readonly day: CivilDate
  readonly orders: readonly { readonly id: string; readonly number: string; readonly instrument: InstrumentId }[]
}

/** `until`: the last lawful day, tolled days and what a decision granted counted in; null: the law sets none. */
export type LawfulDays = {
  readonly until: CivilDate | null
  readonly tolled: readonly TolledDay[]
  readonly over: boolean
  readonly daysOver: number
}

/** What tells a stay from every other: numbers come again after an undoing, the movement that began it does not. */
export const beganBy = ({ opened, closed }: Pick<StayOnRecord, 'opened' | 'closed'>): CommandId | null => opened?.movement ?? closed?.movement ?? null

export const isOurs = (state: StateCode, { nationality }: Pick<StayDocument, 'nationality'>): boolean => nationality === nationalityOf[state]
export const dayAt = (at: Instant): CivilDate => civilDateAt(at, borderZone)

/** Somebody on the way home as far as the record knows them: without purpose, age or vehicle. Conditions on those do not hold, which tolls a day rather than not. */
export function travellerOf({ state, law }: Pick<Reckoning, 'state' | 'law'>, document: StayDocument): Traveller {
  const exits = isOurs(state, document) ? otherState(state, law) : state
  const { nationality, kind, issuingArea } = document
  return { nationality, document: kind, issuingArea, purpose: null, age: null, goingHome: true, exits, vehicle: null }
}

/** The lawful days of a stay as they stand at an instant. Days still to come toll nothing yet. */
export function lawfulDays(
  reckoning: Reckoning,
  stay: Pick<StayOnRecord, 'opened' | 'lawfulUntil' | 'lawfulThrough' | 'document'>,
  at: Instant,
): LawfulDays {
  const { opened, lawfulUntil, lawfulThrough, document } = stay
  if (opened === null || lawfulUntil === null) return { until: null, tolled: [], over: false, daysOver: 0 }
  const tolled = tolledBy(reckoning.registry, opened.point, travellerOf(reckoning, document), dayAt(opened.at), dayAt(at))
  const { until, tolled: counted } = lastLawfulDay(
    { lawfulUntil, lawfulThrough },
    tolled.map(({ day }) => day),
  )
  return {
    until,
    tolled: tolled
      .filter(({ day }) => counted.includes(day))
      .map(({ day, orders }) => ({ day, orders: orders.map(({ id, number, instrument }) => ({ id, number, instrument })) })),
    over: isOver(reckoning, { point: opened.point, until, document }, at),
    daysOver: Math.max(0, daysBetween(until, dayAt(at))),
  }
}

/** A lawful day ends with the closing of the point. */
export function isOver(
  reckoning: Reckoning,
  { point, until, document }: { readonly point: PointId; readonly until: CivilDate; readonly document: StayDocument },
  at: Instant,
): boolean {
  const today = dayAt(at)
  return today === until ? closedFor(reckoning.registry, point, travellerOf(reckoning, document), at) : today > until
}

function closedFor(registry: Registry, id: PointId, traveller: Traveller, at: Instant): boolean {
  const point = findPoint(registry, id)
  if (!point) return false
  const orders = registry.orders.filter((order) => concerns(order, point.id))
  // An order that begins or ends later that day may let the point open again.
  const untilMs = epochMs(spanOfDay(dayAt(at)).until)
  const edges = orders.flatMap(({ startsAt, endsAt }) => [startsAt, ...(endsAt === null ? [] : [endsAt])]).map(epochMs)
  const moments = [epochMs(at), ...edges.filter((ms) => ms > epochMs(at) && ms < untilMs)]
  return moments.every((ms) => isPastClosing(sidesAt(point, orders, ms), orderBook(registry), traveller))
}

export const daysBetween = (from: CivilDate, to: CivilDate): number => (startMs(to) - startMs(from)) / dayMs
const startMs = (day: CivilDate): number => epochMs(`${day}T00:00:00.000Z` as Instant)
