import type { CommandId, PointId, StateCode } from '../kernel/code.ts'
import { madeAtMs } from '../kernel/code.ts'
import type { Refusal } from '../kernel/outcome.ts'
import { borderZone, type CivilDate, civilDateAt, type Instant, instantOfMs } from '../kernel/time.ts'
import { type Cell, cellOf, type HolderBoundId } from '../platform/ids.ts'
import type { MovementDecision, MovementRecord, MovementRequest } from './record.rules.ts'
import type { Stay, StayEnd } from './stay.rules.ts'
import type { DocumentFacts, Facts, Verdict } from './verdict.rules.ts'

/** What an event keeps of a movement: enough to answer the same again, and to derive the verdict again. */
export type RecordedBody = { readonly fingerprint: string; readonly occurredAt: Instant; readonly recordedAt: Instant } & (
  | { readonly facts: Facts; readonly verdict: Verdict; readonly stayNumber: number | null }
  | { readonly refusal: Refusal }
)

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
  readonly handed_over: boolean
  readonly stay_cell: Cell | null
  readonly number: number
  readonly state: string
  readonly opened_by: string | null
  readonly opened_at: string | null
  readonly opened_point: string | null
  readonly lawful_until: string | null
  readonly closed_by: string | null
  readonly closed_at: string | null
  readonly closed_point: string | null
  readonly version: number
  readonly previous: RecordedBody | null
}

export function toRecord(row: LoadedRow, stranger: { holder: HolderBoundId }): MovementRecord & { holder: HolderBoundId } {
  return {
    holder: row.person_id ?? stranger.holder,
    pass:
      row.pass_state === null
        ? null
        : {
            state: row.pass_state as DocumentFacts['register'],
            nationality: row.nationality,
            issuer: row.issuer as StateCode,
            lastDay: row.last_day as CivilDate,
            handedOver: row.handed_over,
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
            version: row.version,
          },
  }
}

const toEnd = (movement: string | null, at: string | null, point: string | null): StayEnd | null =>
  movement === null || at === null || point === null ? null : { movement: movement as CommandId, at: at as Instant, point: point as PointId }

/** Everything one batch writes, gathered as the save statement takes it. */
export class WriteSet {
  readonly #shard: number
  readonly #stays = new Map<string, { readonly row: object; readonly base: number }>()
  readonly #movements: object[] = []
  readonly #events: object[] = []
  readonly #counts = new Map<string, { point: string; day: string; direction: string; outcome: string; n: number }>()

  constructor(shard: number) {
    this.#shard = shard
  }

  get isEmpty(): boolean {
    return this.#events.length === 0
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
    const key = { cell, id: request.id, made_at: instantOfMs(madeAtMs(request.id)) }
    const type = decision.type === 'repeat' ? 'MovementRepeated' : 'MovementRecorded'
    this.#events.push({ ...key, type, subject: holder, actor: request.actor, recorded_at: body.recordedAt, body, place: request.point.id })
    if (decision.type === 'repeat') return
    for (const stay of decision.stays) this.#addStay(cell, holder, stay, loaded)
    const { outcome, findings, law } = decision.verdict
    this.#movements.push({
      ...key,
      occurred_at: request.occurredAt,
      recorded_at: body.recordedAt,
      holder_id: holder,
      document_issuer: decision.facts.document.issuer,
      document_number: request.document.number,
      point: request.point.id,
      lane: request.lane,
      direction: request.direction,
      outcome,
      rules: findings.filter((finding) => finding.effect === outcome).map((finding) => finding.rule),
      law_version: law.version,
      stay_number: decision.stays.at(-1)?.number ?? null,
      plate: request.plate,
    })
    this.#count(request, outcome)
  }

  /** Values of the save statement's six parameters. Counters in one order always, so that two batches never wait for each other in a ring. */
  values(): unknown[] {
    const counts = [...this.#counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count)
    const stays = [...this.#stays.values()].map(({ row, base }) => ({ ...row, version: base + 1 }))
    return [JSON.stringify(stays), JSON.stringify(this.#movements), JSON.stringify(this.#events), this.#shard, JSON.stringify(counts), stays.length]
  }

  #addStay(cell: Cell, holder: HolderBoundId, stay: Stay, loaded: Stay | null): void {
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
    this.#stays.set(`${holder}/${stay.number}`, { row, base })
  }

  #count(request: MovementRequest, outcome: string): void {
    const day = civilDateAt(request.occurredAt, borderZone)
    const key = `${request.point.id}|${day}|${request.direction}|${outcome}`
    const count = this.#counts.get(key) ?? { point: request.point.id, day, direction: request.direction, outcome, n: 0 }
    count.n += 1
    this.#counts.set(key, count)
  }
}
