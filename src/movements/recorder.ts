import { setImmediate as breathe } from 'node:timers/promises'
import pg from 'pg'
import type { Law } from '../instruments/law.rules.ts'
import { type CommandId, madeAtMs, type StateCode } from '../kernel/code.ts'
import { accept, type Outcome, type Refusal, refuse } from '../kernel/outcome.ts'
import { epochMs, type Instant, instantOfMs } from '../kernel/time.ts'
import { isUnavailable } from '../platform/database.ts'
import { type HolderBoundId, newCommandId } from '../platform/ids.ts'
import { askWatchlist, type Watching } from './ask-watchlist.ts'
import { decidedAgain } from './decided-again.ts'
import type { Facts, RuleBook } from './facts.rules.ts'
import { loadLateStatement, loadStatement, recordedStatement, saveStatement } from './movement.statements.ts'
import { passedReferral } from './passed-referral.ts'
import { decideMovement, type Instance, type MovementDecision, type MovementRequest, type Passage, type Surroundings } from './record.rules.ts'
import { askedOf, placesFor, type Stranger, strangerOf, takePlace } from './recorder.asked.ts'
import { type LoadedRow, type MovementBody, type RecordedBody, toRecord, WriteSet } from './recorder.rows.ts'
import type { Stay } from './stay.rules.ts'
import { type UndoneMovement, type UndoRequest, undoMovement } from './undo-movement.ts'
import { isAdmitted, type Verdict } from './verdict.rules.ts'

export type RecordedMovement = {
  readonly id: CommandId
  readonly occurredAt: Instant
  readonly recordedAt: Instant
  readonly verdict: Verdict
  readonly stayNumber: number | null
  /** The officer's shift then; null: none. */
  readonly shift: string | null
  /** True when this id had been recorded before: the first answer again. */
  readonly again: boolean
}

/** What the gate is told before it records. */
export type Looked = { readonly facts: Facts; readonly verdict: Verdict; readonly passedReferral: CommandId | null }

type Waiting = {
  readonly request: MovementRequest
  readonly stranger: Stranger
  readonly receivedAt: Instant
  readonly resolve: (outcome: Outcome<RecordedMovement>) => void
  readonly reject: (fault: unknown) => void
}
type Lane = { readonly shard: number; readonly queue: Waiting[]; busy: boolean }

const batchMax = 512
/** Turns of the event loop before a batch begins: what came over the network together is read one by one, and would else wait for the next (docs/performance.md). */
const turnsBefore = 3
/** A plan once for all batches, and by index always: one made while the tables were small must not read them whole when they are large. */
const laneSettings =
  '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c enable_memoize=off'
/** Connections beside the lanes', for verdicts that are only looked at. */
const previewsAtOnce = 2

export type RecorderOptions = {
  readonly url: string
  readonly lanes: number
  readonly state: StateCode
  readonly law: Law
  /** The orders on record as they stand now. */
  readonly orders: () => RuleBook['orders']
  readonly around: Surroundings
  readonly watchlist: Watching
  /** After so many hours a movement is told late. */
  readonly lateHours: () => number
  readonly now: () => Instant
  /** Told of each movement after its commit, for those who watch a point live. */
  readonly onRecorded?: (request: MovementRequest, verdict: Verdict) => void
  readonly onUndone?: (undone: UndoneMovement) => void
}

/** Records movements by group commit: a lane is one connection and one queue; what arrives while a batch runs is the next batch. An answer goes out after its commit. */
export class Recorder {
  readonly #pool: pg.Pool
  readonly #lanes: readonly Lane[]
  readonly #options: RecorderOptions
  /** Ids under way in any lane: the same id under another holder waits for the first. */
  readonly #underWay = new Map<CommandId, Promise<unknown>>()

  constructor(options: RecorderOptions) {
    this.#options = options
    this.#pool = new pg.Pool({
      connectionString: options.url,
      max: options.lanes + previewsAtOnce,
      connectionTimeoutMillis: 5_000,
      application_name: 'spean recorder',
      options: laneSettings,
    })
    this.#pool.on('error', () => {})
    this.#pool.on('connect', (client) => {
      // A connection cut while it works says so twice: the query fails, which we answer, and this event, which would end the program.
      client.on('error', () => {})
    })
    this.#lanes = Array.from({ length: options.lanes }, (_, shard) => ({ shard, queue: [], busy: false }))
  }

  /** Resolves after the commit. Sent twice, an id is recorded once and answered the same. Rejects only when the database stays away. */
  async submit(request: MovementRequest): Promise<Outcome<RecordedMovement>> {
    for (let other = this.#underWay.get(request.id); other; other = this.#underWay.get(request.id)) await other.catch(() => {})
    const done = new Promise<Outcome<RecordedMovement>>((resolve, reject) => {
      const stranger = strangerOf(request)
      const lane = this.#laneOf(stranger)
      lane.queue.push({ request, stranger, receivedAt: this.#options.now(), resolve, reject })
      if (!lane.busy) void this.#run(lane)
    })
    this.#underWay.set(request.id, done)
    try {
      return await done
    } finally {
      this.#underWay.delete(request.id)
    }
  }

  /** What a recorded movement's verdict stood on. Whether the movement is theirs to see is asked before. */
  async recorded(id: CommandId): Promise<MovementBody | undefined> {
    return (await this.recordedOf([id])).get(id)
  }

  /** The same of many. */
  async recordedOf(ids: readonly CommandId[]): Promise<ReadonlyMap<CommandId, MovementBody>> {
    if (ids.length === 0) return new Map()
    const made = ids.map((id) => madeAtMs(id))
    const values = [ids, made.map((ms) => instantOfMs(ms)), instantOfMs(Math.min(...made)), instantOfMs(Math.max(...made))]
    const { rows } = await this.#pool.query<{ id: CommandId; body: MovementBody }>(recordedStatement, values)
    return new Map(rows.map(({ id, body }) => [id, body]))
  }

  /** What recording would answer on what is on record now: the verdict, or the refusal of what cannot be recorded, as a repeat within the minute. Writes nothing. */
  async look(request: Omit<MovementRequest, 'id' | 'authority'>): Promise<Outcome<Looked>> {
    const [at, instance] = [this.#options.now(), this.#instance()]
    const probe: MovementRequest = { ...request, id: newCommandId(epochMs(at)), authority: null }
    const stranger = strangerOf(probe)
    const { rows } = await this.#pool.query<LoadedRow>(this.#load([{ request: probe, stranger, receivedAt: at }]))
    const [row] = rows
    if (!row) throw new Error('the load statement lost a row')
    const known = toRecord(row, stranger, placesFor(probe, row.places ?? []))
    const record = { ...known, watch: askWatchlist(this.#options.watchlist, probe, known.pass, at) }
    const decision = decideMovement(instance, probe, record, at)
    if (decision.type !== 'recorded') return { ok: false, refusal: decision.refusal }
    const { facts, verdict } = decision
    if (verdict.outcome !== 'refer') return accept({ facts, verdict, passedReferral: null })
    return accept({ verdict, ...(await passedReferral(this.#pool, known.holder, facts, instance.book)) })
  }

  #load(batch: Parameters<typeof askedOf>[0]): pg.QueryConfig {
    const { values, isLate } = askedOf(batch, this.#options.state, this.#options.watchlist.size > 0)
    return { ...(isLate ? loadLateStatement : loadStatement), values }
  }

  #instance(): Instance {
    const { state, law, orders, around, lateHours } = this.#options
    return { state, book: { law, orders: orders() }, around, lateHours: lateHours() }
  }

  /** Takes back what a movement did, as an event of its own. Like a lane's batch it is decided again when a race was lost. */
  async undo(asked: UndoRequest): Promise<Outcome<UndoneMovement>> {
    const undone = await decidedAgain(() => undoMovement(this.#pool, asked))
    if (undone.ok && !undone.value.again) this.#options.onUndone?.(undone.value)
    return undone
  }

  /** How many wait or are being recorded. */
  get waiting(): number {
    return this.#underWay.size
  }

  /** Finishes what was accepted, then lets the connections go. */
  async close(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay.values())
    await this.#pool.end()
  }

  #laneOf({ spread }: Stranger): Lane {
    const lane = this.#lanes[spread % this.#lanes.length]
    if (!lane) throw new Error('a recorder has at least one lane')
    return lane
  }

  async #run(lane: Lane): Promise<void> {
    lane.busy = true
    while (lane.queue.length > 0) {
      for (let turn = 0; turn < turnsBefore; turn += 1) await breathe()
      await this.#settle(lane, lane.queue.splice(0, batchMax))
    }
    lane.busy = false
  }

  /** Records a batch; when it fails as a whole, each half alone, so that one bad item harms only itself. */
  async #settle(lane: Lane, batch: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await decidedAgain(() => this.#record(lane, batch))
      batch.forEach((waiting, index) => {
        const outcome = outcomes[index]
        if (outcome) waiting.resolve(outcome)
        else waiting.reject(new Error('a movement was left without an answer'))
      })
    } catch (fault) {
      const [only] = batch
      if (isUnavailable(fault) || (batch.length === 1 && only)) for (const waiting of batch) waiting.reject(fault)
      else {
        const middle = Math.ceil(batch.length / 2)
        await this.#settle(lane, batch.slice(0, middle))
        await this.#settle(lane, batch.slice(middle))
      }
    }
  }

  async #record(lane: Lane, batch: readonly Waiting[]): Promise<Outcome<RecordedMovement>[]> {
    const client = await this.#pool.connect()
    let broken = false
    try {
      const { rows } = await client.query<LoadedRow>(this.#load(batch))
      const write = new WriteSet(lane.shard)
      const outcomes = this.#decide(batch, rows, write)
      if (!write.isEmpty) await client.query({ ...saveStatement, values: write.values() })
      this.#tell(batch, outcomes)
      return outcomes
    } catch (fault) {
      broken = isUnavailable(fault)
      throw fault
    } finally {
      client.release(broken)
    }
  }

  #tell(batch: readonly Waiting[], outcomes: readonly Outcome<RecordedMovement>[]): void {
    const tell = this.#options.onRecorded
    if (!tell) return
    batch.forEach(({ request }, index) => {
      const outcome = outcomes[index]
      if (outcome?.ok && !outcome.value.again) tell(request, outcome.value.verdict)
    })
  }

  /** Decides the batch in order; several movements of one holder see each other's stays. */
  #decide(batch: readonly Waiting[], rows: readonly LoadedRow[], write: WriteSet): Outcome<RecordedMovement>[] {
    const { now, watchlist } = this.#options
    const instance = this.#instance()
    const loaded = new Map(rows.map((row) => [row.ord, row]))
    const places = loaded.get(0)?.places ?? []
    const latest = new Map<HolderBoundId, Stay | null>()
    const answered = new Map<CommandId, RecordedBody>()
    const used = new Set<CommandId>()
    const passed = new Map<HolderBoundId, Passage[]>()
    return batch.map(({ request, stranger, receivedAt }, ord) => {
      const row = loaded.get(ord)
      if (!row) throw new Error('the load statement lost a row')
      // Somebody's session or role has changed since this officer's was read: nothing is recorded, who asks is read again.
      if (request.authority !== null && request.authority !== row.authority_version) return refuse('authority.moved')
      const previous = answered.get(request.id) ?? row.previous
      if (previous) return answerAgain(request, previous)
      const { holder, stay, ...known } = toRecord(row, stranger, placesFor(request, places))
      const { decided } = request.person
      const free = decided === null || !used.has(decided)
      const record = {
        ...known,
        decided: free ? known.decided : null,
        stay: latest.has(holder) ? (latest.get(holder) ?? null) : stay,
        beside: [...known.beside, ...(passed.get(holder) ?? [])],
        watch: askWatchlist(watchlist, request, known.pass, receivedAt),
      }
      const decision = decideMovement(instance, request, record, receivedAt)
      if (decision.type === 'refused') return { ok: false, refusal: decision.refusal }
      const body = bodyOf(request, decision, now())
      answered.set(request.id, body)
      if (decision.type === 'recorded') {
        latest.set(holder, decision.latest)
        const isThrough = isAdmitted(decision.verdict.outcome)
        if (isThrough) passed.set(holder, [...(passed.get(holder) ?? []), passageOf(request)])
        if (decided !== null && isThrough) used.add(decided)
        for (const place of decision.quotas) takePlace(places, request, place)
      }
      write.add(request, holder, decision, body, stay)
      return answerOf(request.id, body, false)
    })
  }
}

const passageOf = ({ id, occurredAt, point, direction }: MovementRequest): Passage => ({ movement: id, at: occurredAt, point: point.id, direction })

function bodyOf(request: MovementRequest, decision: Exclude<MovementDecision, { type: 'refused' }>, recordedAt: Instant): RecordedBody {
  const said = { fingerprint: request.fingerprint, occurredAt: request.occurredAt, recordedAt }
  if (decision.type === 'repeat') return { ...said, refusal: decision.refusal }
  const stayNumber = decision.stays.at(-1)?.number ?? null
  const places = decision.quotas.map(({ order, session }) => ({ order, session }))
  return { ...said, facts: decision.facts, verdict: decision.verdict, stayNumber, shift: request.shift, ...(places.length > 0 && { places }) }
}

function answerAgain(request: MovementRequest, previous: RecordedBody): Outcome<RecordedMovement> {
  if (previous.fingerprint !== request.fingerprint) return refuse('request.id-reused', { about: { id: request.id } })
  return answerOf(request.id, previous, true)
}

function answerOf(id: CommandId, body: RecordedBody, again: boolean): Outcome<RecordedMovement> {
  if ('refusal' in body) return { ok: false, refusal: body.refusal satisfies Refusal }
  const { occurredAt, recordedAt, verdict, stayNumber, shift = null } = body
  return accept({ id, occurredAt, recordedAt, verdict, stayNumber, shift, again })
}
