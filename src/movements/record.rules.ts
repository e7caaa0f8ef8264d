import { type Law, lawOn } from '../instruments/law.rules.ts'
import { type AreaCode, type CommandId, madeAtMs, type PointId, type StateCode } from '../kernel/code.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { ageOn, borderZone, type CivilDate, civilDateAt, dayMs, epochMs, type Instant } from '../kernel/time.ts'
import type { Direction, Traveller } from '../places/order.rules.ts'
import {
  type DocumentFacts,
  dayOf,
  type Facts,
  isHomeward,
  mayBeTolled,
  type PersonFacts,
  type PointFacts,
  type QuotaFacts,
  type RuleBook,
  type StayCircumstances,
  travellerOf,
} from './facts.rules.ts'
import { applyToStays, lastMovement, type Stay, stayFacts } from './stay.rules.ts'
import { decideVerdict, isAdmitted, type Verdict } from './verdict.rules.ts'
import { type Judged, judgedOf } from './verdict-decided.rules.ts'
import { type QuotaTaken, quotasTaken } from './verdict-point.rules.ts'
import { isToldLate } from './verdict-told.rules.ts'

/** A movement as it was asked to be recorded: parsed, its credential checked, its point looked up. */
export type MovementRequest = {
  readonly id: CommandId
  /** A digest of what the client sent: two requests with one id are the same request when it is the same. */
  readonly fingerprint: string
  readonly occurredAt: Instant
  /** When the record hears of it, where a demonstration plays a day of the past; absent or null: when it is received. */
  readonly toldAt?: Instant | null
  readonly arrival: Facts['arrival']
  readonly direction: Direction
  readonly point: PointFacts
  /** Civil day and live orders with quotas at the arrival: what is loaded to count places. */
  readonly quotaDay: CivilDate
  readonly quotaOrders: readonly string[]
  readonly lane: string
  /** The officer's shift, whose lane it is; null: recorded without one. */
  readonly shift: string | null
  readonly document: PresentedDocument
  readonly purpose: Facts['purpose']
  readonly vehicle: Facts['vehicle']
  readonly person: Omit<PersonFacts, 'age' | 'referral' | 'watch' | 'judged'>
  readonly plate: string | null
  /** For the watchlist alone: a vehicle's sheet keeps it. */
  readonly trailerPlate: string | null
  readonly actor: string
  /** The authority's version that the officer's session was read at; null: not compared. */
  readonly authority: number | null
}

/** What lay on the counter. `register` and `handedOver` are filled from our own record when the number is ours; a birth date is turned into an age; it, the name and the mark are kept nowhere. */
export type PresentedDocument = Omit<DocumentFacts, 'register' | 'handedOver'> & {
  readonly birthDate: CivilDate | null
  /** Whom it names, for the watchlist alone; a typed number names nobody. */
  readonly bearer: Bearer | null
  /** A digest of a code of which nothing can be believed, not even its number: by it the same code is the same document again. Null where a number says so. */
  readonly mark: string | null
}
export type Bearer = { readonly local: string | null; readonly given: string; readonly family: string; readonly sex: 1 | 2 | 3 }

/** An admitted movement, as a repeat of it is known. */
export type Passage = { readonly movement: CommandId; readonly at: Instant; readonly point: PointId; readonly direction: Direction }

/** What our register holds of the number, the holder's latest stay, and what waits about them. */
export type MovementRecord = {
  readonly pass: {
    readonly state: DocumentFacts['register']
    readonly nationality: string
    readonly issuer: StateCode
    readonly issuingArea: AreaCode
    readonly birthDate: CivilDate
    readonly lastDay: CivilDate
    readonly handedOver: boolean
    /** Whom a typed number names; null: nobody is watched for, or the document said so itself. */
    readonly bearer: Bearer | null
  } | null
  /** Entries of the watchlist that came near. */
  readonly watch: PersonFacts['watch']
  readonly stay: Stay | null
  /** Admitted movements of theirs beside the latest one, among which one that is told late may stand already. */
  readonly beside: readonly Passage[]
  /** An undecided referral of this holder. */
  readonly referral: { readonly movement: CommandId; readonly at: Instant } | null
  /** The decision to let this holder pass that the request names, while no movement has used it. */
  readonly decided: ({ readonly point: PointId; readonly at: Instant; readonly direction: Direction } & Judged) | null
  /** Places of sessions taken so far on that day at that point. */
  readonly quotas: readonly QuotaFacts[]
}

/** What is known of the places, for a stay's circumstances. */
export type Surroundings = {
  /** The least minutes between two points; null: not known. */
  readonly minutesBetween: (from: PointId, to: PointId) => number | null
  /** Days from the first to the last on which orders kept the point shut to this traveller, who goes home. */
  readonly tolledDays: (point: PointId, traveller: Traveller, from: CivilDate, last: CivilDate) => readonly CivilDate[]
}

export type MovementDecision =
  | {
      readonly type: 'recorded'
      readonly facts: Facts
      readonly verdict: Verdict
      readonly stays: readonly Stay[]
      readonly latest: Stay | null
      readonly quotas: readonly QuotaTaken[]
    }
  /** The same passage again within the window: the first one stands, this one is only noted. */
  | { readonly type: 'repeat'; readonly refusal: Refusal }
  | { readonly type: 'refused'; readonly refusal: Refusal }

/** `lateHours`: after so many hours a movement is told late. */
export type Instance = { readonly state: StateCode; readonly book: RuleBook; readonly around: Surroundings; readonly lateHours: number }

/** Decides one movement on what is on record. Pure: the recorder chains several of one holder through it. */
export function decideMovement(instance: Instance, request: MovementRequest, record: MovementRecord, receivedAt: Instant): MovementDecision {
  const { state, book } = instance
  const late = assessTime(state, book.law, request, receivedAt)
  if (late) return { type: 'refused', refusal: late }
  if (request.document.check.code === 'TYPED' && !record.pass) return { type: 'refused', refusal: refuse('pass.not-found').refusal }
  const facts = factsOf(instance, request, record, receivedAt)
  const repeated = repeatOf(state, book.law, facts, record)
  if (repeated) return { type: 'repeat', refusal: repeated }
  if (facts.person.decided !== null && !mayPassOn(request, record)) return { type: 'refused', refusal: refuse('referral.not-decided').refusal }
  const verdict = decideVerdict(facts, book)
  if (!isAdmitted(verdict.outcome)) return { type: 'recorded', facts, verdict, stays: [], latest: record.stay, quotas: [] }
  const end = { movement: request.id, at: request.occurredAt, point: request.point.id }
  const { changed, latest } = applyToStays(record.stay, { end, homeward: isHomeward(facts), lawfulUntil: verdict.lawfulUntil })
  return { type: 'recorded', facts, verdict, stays: changed, latest, quotas: quotasTaken(facts, book) }
}

/** A decision serves at the point, on the day and for the way of its referral. */
const mayPassOn = ({ point, direction, occurredAt }: MovementRequest, { decided }: MovementRecord): boolean =>
  decided !== null &&
  decided.point === point.id &&
  decided.direction === direction &&
  civilDateAt(decided.at, borderZone) === civilDateAt(occurredAt, borderZone)

type Presented = Omit<
  MovementRequest,
  'id' | 'fingerprint' | 'lane' | 'shift' | 'plate' | 'trailerPlate' | 'actor' | 'authority' | 'quotaDay' | 'quotaOrders'
>

function factsOf({ state, book, around, lateHours }: Instance, request: Presented, record: MovementRecord, receivedAt: Instant): Facts {
  const { birthDate, bearer: _bearer, mark: _mark, ...document } = request.document
  const ours = document.kind === 'border-pass' && document.issuer === state
  const known = record.pass && (document.check.code === 'TYPED' || ours) ? record.pass : null
  const today = civilDateAt(request.occurredAt, borderZone)
  // One of an earlier day holds nobody up any more: it stays on the list of those who decide.
  const referral = record.referral && civilDateAt(record.referral.at, borderZone) === today ? record.referral.movement : null
  const born = birthDate ?? known?.birthDate ?? null
  const told = { at: request.toldAt ?? receivedAt, hoursMax: lateHours }
  const facts: Facts = {
    form: 2,
    edition: 4,
    state,
    at: request.occurredAt,
    ...(isToldLate(request.occurredAt, told) && { told }),
    arrival: request.arrival,
    direction: request.direction,
    document: {
      ...document,
      issuer: document.issuer ?? known?.issuer ?? null,
      nationality: document.nationality ?? known?.nationality ?? null,
      issuingArea: document.issuingArea ?? known?.issuingArea ?? null,
      // Ours may have been extended since the QR was printed: the register's day is the later word.
      lastDay: known?.lastDay ?? document.lastDay,
      register: document.kind === 'passport' ? 'none' : known ? known.state : ours ? 'absent' : document.issuer === null ? 'unknown' : 'partner',
      handedOver: known?.handedOver ?? null,
    },
    point: request.point,
    purpose: request.purpose,
    vehicle: request.vehicle,
    quotas: record.quotas,
    stay: null,
    person: {
      ...request.person,
      watch: record.watch,
      age: born && ageOn(born, today),
      referral,
      ...(record.decided && { judged: judgedOf(record.decided, record.watch) }),
    },
  }
  return record.stay ? { ...facts, stay: { ...stayFacts(record.stay), ...circumstances(facts, record.stay, book, around) } } : facts
}

/** Tolled days are looked for from the day on that is the last one without them, which ends with the closing: nobody else needs them. */
function circumstances(facts: Facts, stay: Stay, { law }: RuleBook, around: Surroundings): StayCircumstances {
  const { opened } = stay
  const last = lastMovement(stay)
  return {
    tolled:
      opened && mayBeTolled(facts, stay)
        ? around.tolledDays(opened.point, travellerOf(facts, law), civilDateAt(opened.at, borderZone), dayOf(facts))
        : [],
    minutesMin: last ? around.minutesBetween(last.point, facts.point.id) : null,
  }
}

/** The id carries its own time, by which it is filed: a device may be a day ahead of us, not a year. */
const idAheadMsMax = dayMs

function assessTime(state: StateCode, law: Law, { id, occurredAt }: MovementRequest, receivedAt: Instant): Refusal | undefined {
  const limits = lawOn(law, 'movement.time', state, civilDateAt(receivedAt, borderZone))?.value
  if (!limits) return undefined
  const aheadMs = epochMs(occurredAt) - epochMs(receivedAt)
  const idAheadMs = madeAtMs(id) - epochMs(receivedAt)
  if (aheadMs > limits.futureSecondsMax * 1000 || idAheadMs > idAheadMsMax)
    return refuse('movement.in-future', { about: { occurredAt, receivedAt } }).refusal
  if (Math.max(-aheadMs, -idAheadMs) > limits.pastDaysMax * dayMs)
    return refuse('movement.too-old', { about: { occurredAt, daysMax: limits.pastDaysMax } }).refusal
  return undefined
}

/** Of the latest movement; of one before it, where this one is told late: two taps without the network, told in either order, are one passage. */
function repeatOf(state: StateCode, law: Law, facts: Facts, { stay, beside }: Pick<MovementRecord, 'stay' | 'beside'>): Refusal | undefined {
  const last = lastMovement(stay)
  const window = lawOn(law, 'movement.repeat', state, civilDateAt(facts.at, borderZone))
  if (!last || !window) return undefined
  const isRepeat = ({ point, at }: { readonly point: PointId; readonly at: Instant }): boolean =>
    point === facts.point.id && Math.abs(epochMs(facts.at) - epochMs(at)) < window.value.seconds * 1000
  const isLast = last.closes === isHomeward(facts) && isRepeat(last)
  const first = isLast ? last : facts.at < last.at ? beside.find((passage) => passage.direction === facts.direction && isRepeat(passage)) : undefined
  return first && refuse('movement.repeat', { about: { movement: first.movement, at: first.at }, instruments: [window.instrument] }).refusal
}
