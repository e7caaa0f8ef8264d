import type { AreaCode, CommandId, PointId, StateCode } from '../kernel/code.ts'
import { madeAtMs } from '../kernel/code.ts'
import type { Refusal } from '../kernel/outcome.ts'
import { borderZone, type CivilDate, civilDateAt, type Instant, instantOfMs } from '../kernel/time.ts'
import type { Direction } from '../places/order.rules.ts'
import { type Cell, cellOf, type HolderBoundId } from '../platform/ids.ts'
import type { DocumentFacts, Facts, QuotaFacts } from './facts.rules.ts'
import type { Bearer, MovementDecision, MovementRecord, MovementRequest, Passage } from './record.rules.ts'
import type { PlaceRow } from './recorder.asked.ts'
import type { Stay, StayEnd } from './stay.rules.ts'
import { isAdmitted, type Verdict } from './verdict.rules.ts'
import type { QuotaTaken } from './verdict-point.rules.ts'

/** What an event keeps of a movement: enough to answer the same again, and to derive the verdict again. */
export type RecordedBody = { readonly fingerprint: string; readonly occurredAt: Instant; readonly recordedAt: Instant } & (
  | {
      readonly facts: Facts
      readonly verdict: Verdict
      readonly stayNumber: number | null
      readonly shift?: string | null
      /** Places of sessions that it took; an undoing gives them back. */
      readonly places?: readonly { readonly order: string; readonly session: number }[]
    }
  | { readonly refusal: Refusal }
)
/** Of a movement that stands on record; the other kind is of a repeat. */
export type MovementBody = Extract<RecordedBody, { readonly facts: Facts }>

/** A row of the load statement. */
export type LoadedRow = {
  readonly ord: number
  readonly authority_version: number
  readonly pass_cell: Cell | null
  readonly person_id: HolderBoundId | null
  readonly pass_state: string | null
  readonly nationality: string
  readonly issuer: string
  readonly last_day: string
  readonly issuing_area: string | null
  readonly birth_date: string | null
  readonly local_name: string | null
  readonly given_name: string | null
  readonly family_name: string | null
  readonly sex: number | null
  readonly referral: string | null
  readonly referred_at: string | null
  readonly handed_over: boolean
  readonly decided_point: string | null
  readonly decided_at: string | null
  readonly decided_direction: string | null
  readonly decided_reasons: readonly string[] | null
  readonly decided_hits: readonly string[] | null
  readonly stay_cell: Cell | null
  readonly number: number
  readonly state: string
  readonly opened_by: string | null
  readonly opened_at: string | null
  readonly opened_point: string | null
  readonly lawful_until: string | null
  readonly lawful_through: string | null
  readonly closed_by: string | null
  readonly closed_at: string | null
  readonly closed_point: string | null
  readonly version: number
  /** Asked where something is told late, which stands perhaps already. */
  readonly beside?: (Pick<Passage, 'movement' | 'point' | 'direction'> & { readonly ms: number }) | null
  readonly previous: RecordedBody | null
  /** In the batch's first row: places taken so far. */
  readonly places: PlaceRow[] | null
}

export function toRecord(
  row: LoadedRow,
  stranger: { holder: HolderBoundId },
  quotas: readonly QuotaFacts[],
): Omit<MovementRecord, 'watch'> & { holder: HolderBoundId } {
  return {
    quotas,
    decided:
      row.decided_point === null
        ? null
        : {
            point: row.decided_point as PointId,
            at: row.decided_at as Instant,
            direction: row.decided_direction as Direction,
            reasons: row.decided_reasons ?? [],
            hits: row.decided_hits ?? [],
          },
    beside: !row.beside ? [] : [{ ...row.beside, at: instantOfMs(row.beside.ms) }],
    referral: row.referral === null ? null : { movement: row.referral as CommandId, at: row.referred_at as Instant },
    holder: row.person_id ?? stranger.holder,
    pass:
      row.pass_state === null
        ? null
        : {
            state: row.pass_state as DocumentFacts['register'],
            nationality: row.nationality,
            issuer: row.issuer as StateCode,
            lastDay: row.last_day as CivilDate,
            issuingArea: (row.issuing_area ?? '') as AreaCode,
            birthDate: row.birth_date as CivilDate,
            handedOver: row.handed_over,
            bearer: toBearer(row),
          },
    stay:
      row.stay_cell === null
        ? null
        : {
            number: row.number,
            state: row.state as Stay['state'],
            opened: toEnd(row.opened_by, row.opened_at, row.opened_point),
            closed: toEnd(row.closed_by, row.closed_at, row.closed_point),
            lawfulUntil: row.lawful_until as CivilDate | null,
            lawfulThrough: row.lawful_through as CivilDate | null,
            version: row.version,
          },
  }
}

const toBearer = ({ local_name, given_name, family_name, sex }: LoadedRow): Bearer | null =>
  given_name === null || family_name === null ? null : { local: local_name, given: given_name, family: family_name, sex: sex as Bearer['sex'] }

const toEnd = (movement: string | null, at: string | null, point: string | null): StayEnd | null =>
  movement === null || at === null || point === null ? null : { movement: movement as CommandId, at: at as Instant, point: point as PointId }

/** Everything one batch writes, gathered as the save statement takes it. */
export class WriteSet {
  readonly #shard: number
  readonly #stays = new Map<string, { readonly row: object; readonly base: number; readonly began: object }>()
  /** Stays that must still be over. */
  readonly #over: object[] = []
  /** What each says of itself; of a repeat, what its event says alone. */
  readonly #movements: object[] = []
  /** Bodies of their events, in the same order. */
  readonly #bodies: string[] = []
  readonly #counts = new Map<string, { point: string; day: string; direction: string; outcome: string; n: number }>()

  readonly #referrals: unknown[] = []
  readonly #used: unknown[] = []
  readonly #places = new Map<string, { order_id: string; point: string; day: string; session: number; taken: number; places: number }>()

  constructor(shard: number) {
    this.#shard = shard
  }

  get isEmpty(): boolean {
    return this.#movements.length === 0
  }

  /** `loaded` is the holder's stay as it stood in the database: its version is what the update expects. */
  add(
    request: MovementRequest,
    holder: HolderBoundId,
    decision: Exclude<MovementDecision, { type: 'refused' }>,
    body: RecordedBody,
    loaded: Stay | null,
  ): void {
    const cell = cellOf(holder)
    const said = {
      cell,
      id: request.id,
      made_at: instantOfMs(madeAtMs(request.id)),
      recorded_at: body.recordedAt,
      holder_id: holder,
      point: request.point.id,
      actor: request.actor,
    }
    this.#bodies.push(JSON.stringify(body))
    if (decision.type === 'repeat') {
      this.#movements.push(said)
      return
    }
    const [first] = decision.stays
    if (first?.opened === null && loaded && first.number > loaded.number && !this.#stays.has(`${holder}/${loaded.number}`))
      this.#over.push({ cell, holder_id: holder, number: loaded.number, version: loaded.version })
    for (const stay of decision.stays) this.#addStay(cell, holder, stay, loaded, { ...decision.facts.document, number: request.document.number })
    const { outcome, findings, law } = decision.verdict
    this.#movements.push({
      ...said,
      occurred_at: request.occurredAt,
      document_issuer: decision.facts.document.issuer,
      document_number: request.document.number,
      lane: request.lane,
      direction: request.direction,
      outcome,
      rules: findings.filter((finding) => finding.effect === outcome).map((finding) => finding.rule),
      law_version: law.version,
      stay_number: decision.stays.at(-1)?.number ?? null,
      plate: request.plate,
      vehicle_class: request.vehicle?.class ?? null,
      vehicle_wheels: request.vehicle?.wheels ?? null,
      purpose: request.purpose,
    })
    if (outcome === 'refer') this.#refer(request, holder, decision)
    const { decided } = decision.facts.person
    if (decided !== null && isAdmitted(outcome)) this.#used.push({ cell, movement: decided, used_by: request.id })
    for (const place of decision.quotas) this.#take(request, place)
    this.#count(request, outcome)
  }

  /** Values of the save statement's parameters. Counters in one order always, so that two batches never wait for each other in a ring. */
  values(): unknown[] {
    const counts = [...this.#counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count)
    const stays = [...this.#stays.values()].map(({ row, base, began }) => ({ ...row, ...began, version: base + 1 }))
    const places = [...this.#places.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place)
    return [
      JSON.stringify(stays),
      JSON.stringify(this.#movements),
      this.#bodies.join('\n'),
      this.#shard,
      JSON.stringify(counts),
      stays.length,
      JSON.stringify(this.#referrals),
      JSON.stringify(places),
      places.length,
      JSON.stringify(this.#used),
      this.#used.length,
      JSON.stringify(this.#over),
      this.#over.length,
    ]
  }

  /** A stay keeps the document that it began with. */
  #addStay(cell: Cell, holder: HolderBoundId, stay: Stay, loaded: Stay | null, document: DocumentFacts): void {
    const base = loaded?.number === stay.number ? loaded.version : 0
    const row = {
      cell,
      holder_id: holder,
      number: stay.number,
      state: stay.state,
      opened_by: stay.opened?.movement ?? null,
      opened_at: stay.opened?.at ?? null,
      opened_point: stay.opened?.point ?? null,
      lawful_until: stay.lawfulUntil,
      closed_by: stay.closed?.movement ?? null,
      closed_at: stay.closed?.at ?? null,
      closed_point: stay.closed?.point ?? null,
    }
    const key = `${holder}/${stay.number}`
    const began = this.#stays.get(key)?.began ?? {
      document_kind: document.kind,
      document_issuer: document.issuer,
      document_number: document.number,
      nationality: document.nationality,
      issuing_area: document.issuingArea,
    }
    this.#stays.set(key, { row, base, began })
  }

  #refer(
    request: MovementRequest,
    holder: HolderBoundId,
    { facts, verdict: { findings } }: { readonly facts: Facts; readonly verdict: Verdict },
  ): void {
    this.#referrals.push({
      cell: cellOf(holder),
      movement: request.id,
      made_at: instantOfMs(madeAtMs(request.id)),
      holder_id: holder,
      point: request.point.id,
      lane: request.lane,
      direction: request.direction,
      occurred_at: request.occurredAt,
      reasons: findings.filter(({ effect }) => effect !== 'admit').map(({ reason }) => reason),
      recorded_by: request.actor,
      hits: facts.person.watch === 'unknown' ? [] : facts.person.watch.map(({ entry }) => entry),
    })
  }

  #take(request: MovementRequest, { order, session, limit }: QuotaTaken): void {
    const row = { order_id: order, point: request.point.id, day: request.quotaDay, session }
    const key = JSON.stringify(row)
    const place = this.#places.get(key) ?? { ...row, taken: 0, places: limit }
    place.taken += 1
    this.#places.set(key, place)
  }

  #count(request: MovementRequest, outcome: string): void {
    const day = civilDateAt(request.occurredAt, borderZone)
    const key = `${request.point.id}|${day}|${request.direction}|${outcome}`
    const count = this.#counts.get(key) ?? { point: request.point.id, day, direction: request.direction, outcome, n: 0 }
    count.n += 1
    this.#counts.set(key, count)
  }
}
