import { type Law, lawOn } from '../instruments/law.rules.ts'
import { type CommandId, madeAtMs, type StateCode } from '../kernel/code.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { borderZone, type CivilDate, civilDateAt, epochMs, type Instant } from '../kernel/time.ts'
import { applyToStays, type Direction, lastMovement, type Stay, stayFacts } from './stay.rules.ts'
import { type DocumentFacts, decideVerdict, type Facts, isHomeward, type PointFacts, type Verdict } from './verdict.rules.ts'

/** A movement as it was asked to be recorded: parsed, its credential checked, its point looked up. */
export type MovementRequest = {
  readonly id: CommandId
  /** A digest of what the client sent: two requests with one id are the same request when it is the same. */
  readonly fingerprint: string
  readonly occurredAt: Instant
  readonly direction: Direction
  readonly point: PointFacts
  readonly lane: string
  readonly document: PresentedDocument
  readonly photo: Facts['photo']
  readonly plate: string | null
  readonly actor: string
  /** The authority's version that the officer's session was read at; null: not compared. */
  readonly authority: number | null
}

/** What lay on the counter. `register` and `handedOver` are filled from our own record when the number is ours. */
export type PresentedDocument = Omit<DocumentFacts, 'register' | 'handedOver'>

/** What our register holds of the number, and the holder's latest stay. */
export type MovementRecord = {
  readonly pass: {
    readonly state: DocumentFacts['register']
    readonly nationality: string
    readonly issuer: StateCode
    readonly lastDay: CivilDate
    readonly handedOver: boolean
  } | null
  readonly stay: Stay | null
}

export type MovementDecision =
  | { readonly type: 'recorded'; readonly facts: Facts; readonly verdict: Verdict; readonly stays: readonly Stay[]; readonly latest: Stay | null }
  /** The same passage again within the window: the first one stands, this one is only noted. */
  | { readonly type: 'repeat'; readonly refusal: Refusal }
  | { readonly type: 'refused'; readonly refusal: Refusal }

/** Decides one movement on what is on record. Pure: the recorder chains several of one holder through it. */
export function decideMovement(state: StateCode, law: Law, request: MovementRequest, record: MovementRecord, receivedAt: Instant): MovementDecision {
  const late = assessTime(state, law, request, receivedAt)
  if (late) return { type: 'refused', refusal: late }
  if (request.document.check.code === 'TYPED' && !record.pass) return { type: 'refused', refusal: refuse('pass.not-found').refusal }
  const facts = factsOf(state, request, record)
  const repeated = repeatOf(state, law, facts, record.stay)
  if (repeated) return { type: 'repeat', refusal: repeated }
  const verdict = decideVerdict(facts, law)
  if (verdict.outcome === 'refer' || verdict.outcome === 'refuse') return { type: 'recorded', facts, verdict, stays: [], latest: record.stay }
  const end = { movement: request.id, at: request.occurredAt, point: request.point.id }
  const { changed, latest } = applyToStays(record.stay, { end, homeward: isHomeward(facts), lawfulUntil: verdict.lawfulUntil })
  return { type: 'recorded', facts, verdict, stays: changed, latest }
}

export function factsOf(
  state: StateCode,
  request: Omit<MovementRequest, 'id' | 'fingerprint' | 'lane' | 'plate' | 'actor'>,
  record: MovementRecord,
): Facts {
  const { document } = request
  const ours = document.issuer === state
  const typed = document.check.code === 'TYPED'
  const known = record.pass && (typed || ours) ? record.pass : null
  return {
    state,
    at: request.occurredAt,
    direction: request.direction,
    document: {
      ...document,
      issuer: document.issuer ?? known?.issuer ?? null,
      nationality: document.nationality ?? known?.nationality ?? null,
      // Ours may have been extended since the QR was printed: the register's day is the later word.
      lastDay: known?.lastDay ?? document.lastDay,
      register: known ? known.state : ours ? 'absent' : document.issuer === null ? 'unknown' : 'partner',
      handedOver: known?.handedOver ?? null,
    },
    point: request.point,
    stay: record.stay && stayFacts(record.stay),
    photo: request.photo,
  }
}

/** The id carries its own time, by which it is filed: a device may be a day ahead of us, not a year. */
const idAheadMsMax = 86_400_000

function assessTime(state: StateCode, law: Law, { id, occurredAt }: MovementRequest, receivedAt: Instant): Refusal | undefined {
  const limits = lawOn(law, 'movement.time', state, civilDateAt(receivedAt, borderZone))?.value
  if (!limits) return undefined
  const aheadMs = epochMs(occurredAt) - epochMs(receivedAt)
  const idAheadMs = madeAtMs(id) - epochMs(receivedAt)
  if (aheadMs > limits.futureSecondsMax * 1000 || idAheadMs > idAheadMsMax)
    return refuse('movement.in-future', { about: { occurredAt, receivedAt } }).refusal
  if (Math.max(-aheadMs, -idAheadMs) > limits.pastDaysMax * 86_400_000)
    return refuse('movement.too-old', { about: { occurredAt, daysMax: limits.pastDaysMax } }).refusal
  return undefined
}

function repeatOf(state: StateCode, law: Law, facts: Facts, stay: Stay | null): Refusal | undefined {
  const last = lastMovement(stay)
  const window = lawOn(law, 'movement.repeat', state, civilDateAt(facts.at, borderZone))
  if (!last || !window || last.point !== facts.point.id || last.closes !== isHomeward(facts)) return undefined
  if (Math.abs(epochMs(facts.at) - epochMs(last.at)) >= window.value.seconds * 1000) return undefined
  return refuse('movement.repeat', { about: { movement: last.movement, at: last.at }, instruments: [window.instrument] }).refusal
}
