import { nationalityOf, parseAreaCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { ageOn, borderZone, type CivilDate, civilDateAt, dayMs, epochMs, type Instant, instantOfMs, parseInstant } from '../kernel/time.ts'
import type { Vehicle } from '../kernel/vehicle.ts'
import { edgesAhead } from '../places/opening.rules.ts'
import { concerns, missOf, type Purpose } from '../places/order.rules.ts'
import { type CrossingPoint, findPoint, inZone, isKnownArea, type Registry } from '../places/registry.rules.ts'
import { orderBook, tolledDays } from '../places/surroundings.rules.ts'
import type { Portal } from '../portal/portal-services.ts'
import { provePass } from '../portal/prove-pass.ts'
import type { CrossAnswer, CrossQuery, CrossWithPassBody } from './can-i-cross.api.ts'
import { dayOf, type Facts, type QuotaFacts, type RuleBook, shutByOwnHours, travellerOf } from './facts.rules.ts'
import {
  type Asked,
  decidePublicly,
  firstFree,
  hypotheticalFacts,
  isFree,
  issuerOf,
  movedFacts,
  needsTolled,
  type Scene,
  stayTold,
} from './hypothetical.rules.ts'
import { placesTaken } from './movement.queries.ts'
import { pointAt } from './point-facts.ts'
import { nothingSaid } from './presented.rules.ts'
import type { Recorder } from './recorder.ts'

/** `looker`: a recorder without lanes and with connections of its own, which reads what the gate would read and records nothing. */
export type CrossServices = { readonly portal: Portal; readonly looker: Pick<Recorder, 'look'> }

/** What both questions name: the point, and the moment as somebody would stand there. */
type Question = {
  readonly registry: Registry
  readonly book: RuleBook
  readonly point: CrossingPoint
  readonly at: Instant
  readonly direction: 'exit' | 'entry'
  readonly purpose: Purpose | null
  readonly vehicle: Vehicle | null
}

/** Of a traveller who is only described. */
export async function canICross({ portal }: CrossServices, address: string, query: CrossQuery): Promise<Outcome<CrossAnswer>> {
  const limited = await portal.limits.ofAddress(address)
  if (!limited.ok) return limited
  const question = read(portal, query)
  if (!question.ok) return question
  const { registry, book, direction, purpose, vehicle, at } = question.value
  const { document = 'border-pass', nationality = nationalityOf[portal.state], age = null } = query
  const issuingArea = query.issuingArea === undefined ? null : parseAreaCode(query.issuingArea)
  if (issuingArea === undefined || (issuingArea && !isKnownArea(registry, issuingArea, civilDateAt(at, borderZone)))) return refuse('area.unknown')
  // A border pass is issued by the two states to their own, in their own areas.
  const issuer = issuerOf(nationality, book.law)
  if (document === 'border-pass' && (issuer === undefined || (issuingArea && !issuingArea.startsWith(`${issuer}:`))))
    return refuse('cross.document', { about: { nationality } })
  const asked: Omit<Asked, 'at'> = { direction, nationality, document, issuingArea, purpose, age, vehicle }
  return accept(await answer(portal, question.value, (moment, scene) => hypotheticalFacts(portal.state, book.law, { ...asked, at: moment }, scene)))
}

/** Of somebody's own pass and stay: the facts are those the gate would have, moved to the moment that is asked about. */
export async function canICrossWithMyPass(
  { portal, looker }: CrossServices,
  address: string,
  body: CrossWithPassBody,
): Promise<Outcome<CrossAnswer>> {
  const question = read(portal, body)
  if (!question.ok) return question
  const { registry, book, point, direction, purpose, vehicle } = question.value
  return provePass(portal, address, body, async (number, born) => {
    const now = portal.now()
    const seen = await looker.look({
      fingerprint: '',
      occurredAt: now,
      arrival: null,
      direction,
      ...pointAt(point, registry, now),
      lane: '',
      document: { ...nothingSaid, number, check: { outcome: 'green', code: 'TYPED' } },
      purpose,
      vehicle,
      plate: null,
      trailerPlate: null,
      person: { photo: 'not-said', care: null, accompanied: null, decided: null },
      actor: 'holder',
      shift: null,
    })
    if (!seen.ok) return refuse('cross.pass-unknown')
    const known = seen.value.facts
    const factsAt = (at: Instant, scene: Scene) => {
      const moved = movedFacts(known, { at, direction, purpose, vehicle, age: ageOn(born, civilDateAt(at, borderZone)), tolled: [], ...scene })
      return needsTolled(moved)
        ? movedFacts(moved, { ...moved, age: moved.person.age, tolled: tolledUntil(question.value, moved, dayOf(moved)) })
        : moved
    }
    const today = civilDateAt(now, borderZone)
    const goingHome = { ...known, direction: known.document.nationality === nationalityOf[portal.state] ? 'entry' : 'exit' } as const
    return accept({
      ...(await answer(portal, question.value, factsAt)),
      pass: { end: number.slice(-4), lastDay: known.document.lastDay },
      stay: structuredCloneOf(stayTold(known, tolledUntil({ registry, book }, goingHome, today), today)),
    })
  })
}

const structuredCloneOf = <T>(value: T): { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] } =>
  structuredClone(value) as never

/** Days of an open stay, up to `last`, on which orders kept its way home shut. */
function tolledUntil({ registry, book }: Pick<Question, 'registry' | 'book'>, facts: Facts, last: CivilDate): CivilDate[] {
  const { stay } = facts
  if (stay === null || stay === 'unknown' || stay.state !== 'open' || stay.openedAt === null || stay.lastPoint === null) return []
  return tolledDays(registry, stay.lastPoint, travellerOf(facts, book.law), civilDateAt(stay.openedAt, borderZone), last)
}

const daysAheadMax = 400

function read(portal: Portal, asked: Pick<CrossQuery, 'point' | 'at' | 'direction' | 'purpose' | 'vehicle' | 'wheels'>): Outcome<Question> {
  const registry = portal.registry.current
  const now = portal.now()
  // A plus sign in an address is a blank when nobody wrote it otherwise.
  const at = asked.at === undefined ? now : parseInstant(asked.at.replace(' ', '+'))
  if (!at) return refuse('time.invalid')
  // A year of the Buddhist era is 543 years ahead: told, not answered.
  const aheadMs = epochMs(at) - epochMs(now)
  if (aheadMs > daysAheadMax * dayMs || aheadMs < -2 * dayMs) return refuse('cross.too-far', { about: { days: daysAheadMax } })
  const point = findPoint(registry, asked.point)
  if (!point) return refuse('point.unknown')
  const { direction = 'exit', purpose = null, vehicle: kind, wheels } = asked
  if ((kind === undefined) !== (wheels === undefined))
    return refuse('request.malformed', { about: { field: kind === undefined ? 'vehicle' : 'wheels' } })
  const vehicle = kind !== undefined && wheels !== undefined ? { class: kind, wheels } : null
  return accept({ registry, book: { law: portal.law, orders: orderBook(registry) }, point, at, direction, purpose, vehicle })
}

async function answer(portal: Portal, question: Question, factsAt: (at: Instant, scene: Scene) => Facts): Promise<CrossAnswer> {
  const { registry, book, point, at, direction } = question
  const today = civilDateAt(portal.now(), borderZone)
  const quotaOrders = [...book.orders.values()].filter((order) => concerns(order, point.id) && order.sessions?.some(({ quota }) => quota !== null))
  const taken = await placesTaken(portal.database.query, { orders: quotaOrders.map(({ id }) => id), point: point.id, day: today })
  const sceneAt = (moment: Instant): Scene & { live: readonly string[] } => {
    const { point: stands, quotaDay, quotaOrders: live } = pointAt(point, registry, moment)
    return {
      point: stands,
      quotas: quotaDay === today ? taken.filter(({ order }) => live.includes(order)) : [],
      live: quotaDay === today ? live : [],
    }
  }
  const { live, ...scene } = sceneAt(at)
  const facts = factsAt(at, scene)
  const verdict = decidePublicly(facts, book)
  const onThisPoint = registry.orders.filter((order) => concerns(order, point.id))
  const next = isFree(verdict) ? undefined : firstFree(instantsAhead(point, onThisPoint, at), (moment) => factsAt(moment, sceneAt(moment)), book)
  return {
    point: point.id,
    at: inZone(at, point.zone),
    direction,
    ...structuredClone({ ...verdict, findings: verdict.findings.map((finding) => ({ ...finding, instruments: [...finding.instruments] })) }),
    instruments: [...new Set(verdict.findings.flatMap(({ instruments }) => instruments))],
    next: next === undefined ? null : inZone(next, point.zone),
    shutSides: [...shutByOwnHours(facts.point)],
    quotas: placesOf(facts, book, live, taken),
    pass: null,
    stay: null,
  }
}

const searchDays = 60
function* instantsAhead(...[point, orders, at]: [CrossingPoint, Registry['orders'], Instant]): Generator<Instant, void> {
  for (const ms of edgesAhead(point, orders, epochMs(at), searchDays)) yield instantOfMs(ms)
}

/** How full today's sessions are that are for this traveller. */
function placesOf(facts: Facts, book: RuleBook, live: readonly string[], taken: readonly QuotaFacts[]): CrossAnswer['quotas'] {
  const traveller = travellerOf(facts, book.law)
  const weekday = facts.point.sides[0]?.weekday
  return live.flatMap((id) => {
    const order = book.orders.get(id)
    return (order?.sessions ?? []).flatMap(({ opens, closes, days, who, quota }, session) => {
      if (!order || quota === null || !weekday || !days.includes(weekday) || missOf(who, traveller)) return []
      const used = taken.find((row) => row.order === id && row.session === session)?.used ?? 0
      return [{ order: order.number, opens, closes, limit: quota, used }]
    })
  })
}
