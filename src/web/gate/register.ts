import { parseTrustJson, type Trust } from '../../credential/trust.ts'
import type { AccountAnswer } from '../../identity/identity.api.ts'
import { isStateCode, type StateCode } from '../../kernel/code.ts'
import type { Language, Text } from '../../kernel/language.ts'
import { addDays, borderZone, civilDateAt, type Instant, instantOfMs } from '../../kernel/time.ts'
import type { CountAnswer } from '../../movements/movements.api.ts'
import type { InstanceAnswer } from '../../passes/passes.api.ts'
import type { Order } from '../../places/order.rules.ts'
import type { AreaAnswer, InstrumentAnswer, PointAnswer } from '../../places/places.api.ts'
import { type Answer, ask, isSignedOut } from '../api.ts'
import { pointsOf } from '../may.ts'
import { sumOfCounts } from './register-counts.ts'
import { Store } from './store.ts'

/** The officer on duty, with the crossing points where movements may be recorded. */
export type Officer = { readonly account: string; readonly name: string; readonly points: readonly string[] }

/** What this tablet last read from the server, and works on when the server is out of reach. */
export type Known = {
  readonly connected: boolean
  /** Who works here; 'none': nobody is signed in (any more). Null: not known yet. */
  readonly officer: Officer | 'none' | null
  readonly state: StateCode | null
  readonly points: readonly PointAnswer[]
  /** Live orders and those to come, by id. */
  readonly orders: ReadonlyMap<string, Order>
  readonly areas: ReadonlyMap<string, AreaAnswer['name']>
  readonly instruments: ReadonlyMap<string, Text>
  readonly counts: { readonly exit: number; readonly entry: number } | null
  readonly trust: Trust
  readonly trustReadMs: number | null
  /** How far the server's clock is ahead of the tablet's. */
  readonly aheadMs: number
  /** The live stream of the point is open: what happens is pushed. */
  readonly isLive: boolean
  /** People taken aside at the point on whom nobody has decided; null: not known. */
  readonly referralsOpen: number | null
}

const nothing: Known = {
  connected: true,
  officer: null,
  state: null,
  points: [],
  orders: new Map(),
  areas: new Map(),
  instruments: new Map(),
  counts: null,
  trust: { keys: [], lists: [] },
  trustReadMs: null,
  aheadMs: 0,
  isLive: false,
  referralsOpen: null,
}

const tickMs = 10_000
const pointsEveryMs = 60_000
const officerEveryMs = 300_000
const trustEveryMs = 300_000

export class Register extends Store<Known> {
  language: Language = 'km'
  point: string | null = null
  #pointsReadMs = Number.NEGATIVE_INFINITY
  #officerReadMs = Number.NEGATIVE_INFINITY
  #readingTrust: Promise<void> | undefined

  constructor() {
    super(nothing)
  }

  /** Reads all there is, and goes on reading. */
  start(): void {
    void this.#read()
    setInterval(() => void this.#read(), tickMs)
    addEventListener('online', () => void this.#read())
    addEventListener('offline', () => this.update({ connected: false }))
  }

  /** By the server's clock: a tablet with a wrong one must not judge dates by it. */
  now(): Instant {
    return instantOfMs(Date.now() + this.value.aheadMs)
  }

  /** Asks the server, and notes whether it could be reached. */
  async ask<T>(path: string, body?: unknown): Promise<Answer<T>> {
    const answer = await ask<T>(path, { language: this.language, ...(body !== undefined && { body }) })
    const connected = answer.ok || answer.problem.code !== 'no-connection'
    if (connected !== this.value.connected) this.update({ connected })
    if (!answer.ok && isSignedOut(answer.problem) && this.value.officer !== 'none') this.update({ officer: 'none' })
    return answer
  }

  /** Today's movements at the chosen point that were let through. */
  async readCounts(): Promise<void> {
    const { point } = this
    const { officer } = this.value
    if (this.value.isLive || point === null || officer === null || officer === 'none' || !officer.points.includes(point)) return
    const from = civilDateAt(this.now(), borderZone)
    const query = new URLSearchParams({ point, from, until: addDays(from, 1) })
    const answer = await this.ask<CountAnswer[]>(`/api/v1/counts?${query}`)
    if (!answer.ok || this.point !== point) return
    this.update({ counts: sumOfCounts(answer.value) })
  }

  /** Keys and status lists. Two callers at a time share one reading. */
  readTrust(): Promise<void> {
    this.#readingTrust ??= this.#fetchTrust().finally(() => {
      this.#readingTrust = undefined
    })
    return this.#readingTrust
  }

  async #read(): Promise<void> {
    const { state, areas, instruments, trustReadMs, points } = this.value
    const isDue = points.length === 0 || Math.abs(Date.now() - this.#pointsReadMs) >= pointsEveryMs
    // Somebody may set the tablet's clock while the page is open.
    if (state === null || isDue) await this.#readInstance()
    if (Math.abs(Date.now() - this.#officerReadMs) >= officerEveryMs) await this.#readOfficer()
    if (isDue) await this.readPoints()
    if (!this.value.connected) return
    const reading: Promise<void>[] = []
    if (trustReadMs === null || Date.now() - trustReadMs >= trustEveryMs) reading.push(this.readTrust())
    if (instruments.size === 0) reading.push(this.#readInstruments())
    if (areas.size === 0) reading.push(this.#readAreas())
    await Promise.all(reading)
  }

  async #readInstance(): Promise<void> {
    const askedMs = Date.now()
    const answer = await this.ask<InstanceAnswer>('/api/v1/instance')
    if (!answer.ok || !isStateCode(answer.value.state)) return
    const aheadMs = Math.round(Date.parse(answer.value.now) - (askedMs + Date.now()) / 2)
    this.update({ state: answer.value.state, aheadMs })
  }

  /** Roles begin and end while the page is open. */
  async #readOfficer(): Promise<void> {
    const answer = await this.ask<AccountAnswer>('/api/v1/account')
    if (!answer.ok) return
    this.#officerReadMs = Date.now()
    const { id, name } = answer.value
    this.update({ officer: { account: id, name, points: pointsOf(answer.value, 'movement.record') } })
  }

  /** Points and orders: every minute, and as soon as the live stream says that an order came. */
  async readPoints(): Promise<void> {
    const [points, orders] = await Promise.all([this.ask<PointAnswer[]>('/api/v1/crossing-points'), this.ask<Order[]>('/api/v1/orders')])
    if (!points.ok || !orders.ok) return
    this.#pointsReadMs = Date.now()
    this.update({ points: points.value, orders: new Map(orders.value.map((order) => [order.id, order])) })
    // An order brings its paper.
    if (orders.value.some(({ instrument }) => !this.value.instruments.has(instrument))) await this.#readInstruments()
    await this.readCounts()
  }

  async #readInstruments(): Promise<void> {
    const answer = await this.ask<InstrumentAnswer[]>('/api/v1/instruments')
    if (answer.ok) this.update({ instruments: new Map(answer.value.map(({ id, title }) => [id, title])) })
  }

  async #readAreas(): Promise<void> {
    const answer = await this.ask<AreaAnswer[]>('/api/v1/areas?ended=true')
    if (answer.ok) this.update({ areas: new Map(answer.value.map(({ code, name }) => [code, name])) })
  }

  async #fetchTrust(): Promise<void> {
    const answer = await this.ask<unknown>('/api/v1/trust')
    if (!answer.ok) return
    const reading = parseTrustJson(JSON.stringify(answer.value))
    // A list that cannot be read is no reason to forget the last good one.
    if (reading.ok) this.update({ trust: reading.trust, trustReadMs: Date.now() })
  }
}
