import { epochMs } from '../../kernel/time.ts'
import type { MovementRequest } from '../../movements/record.rules.ts'
import type { UndoneMovement } from '../../movements/undo-movement.ts'
import type { Verdict } from '../../movements/verdict.rules.ts'
import type { Registry } from '../../places/registry.rules.ts'
import { EventRing, eventText } from './event-ring.ts'
import { type LiveSources, type LiveState, nextEdgeMs, ordersAt, parts, readLiveState } from './live-state.ts'

/** An open answer to somebody who watches. */
export type Stream = {
  /** False: it takes no more, and is dropped. */
  send(text: string): boolean
  end(): void
  /** May they still watch? */
  mayStay(): Promise<boolean>
}
type Channel = {
  readonly point: string
  readonly ring: EventRing
  readonly streams: Set<Stream>
  state: LiveState | undefined
  /** Told, not yet sent. */
  pending: string
  dirty: boolean
  reading: boolean
  readAtMs: number
  /** By the instance's clock: when an order of the point begins or ends next. */
  edgeMs: number
}

export const streamsMax = 2_000
const tickMs = 250
/** After something happened, what it changed is read again at most so often; and without anything, for what other processes did. */
const [readAgainMs, readAnywayMs] = [1_000, 30_000]
const [heartbeatMs, recheckMs] = [15_000, 30_000]

/**
 * Who watches crossing points. One timer for all: it sends what was told since the last turn, in one piece to each stream, and reads what changed
 * once a point, however many watch. Where nobody ever watched, a movement costs a look into a map.
 */
export class LivePoints {
  readonly #sources: LiveSources
  readonly #channels = new Map<string, Channel>()
  readonly #timer: NodeJS.Timeout
  readonly #source = `${Date.now().toString(36)}${process.pid.toString(36)}`
  #beatAtMs = performance.now()
  #checkedAtMs = performance.now()
  #checking = false
  #registry: Registry | undefined

  constructor(sources: LiveSources) {
    this.#sources = sources
    this.#timer = setInterval(() => this.#turn(performance.now()), tickMs)
    this.#timer.unref()
  }

  /** Told by the recorder after each commit. */
  recorded({ id, point, lane, direction, occurredAt }: MovementRequest, { outcome }: Verdict): void {
    const channel = this.#channels.get(point.id)
    if (!channel) return
    this.#tell(channel, 'movement', { id, lane, direction, outcome, at: occurredAt })
    channel.dirty = true
  }

  undone({ movement, point }: UndoneMovement): void {
    const channel = this.#channels.get(point)
    if (!channel) return
    this.#tell(channel, 'undone', { movement })
    channel.dirty = true
  }

  /** A shift, a referral: something that is read anew. */
  changed(point: string): void {
    const channel = this.#channels.get(point)
    if (channel) channel.dirty = true
  }

  get open(): number {
    return [...this.#channels.values()].reduce((sum, { streams }) => sum + streams.size, 0)
  }

  /** Reads what stands there, for whoever joins next. Undefined: too many watch already. */
  async prepare(point: string): Promise<Channel | undefined> {
    if (this.open >= streamsMax) return undefined
    const ring = new EventRing(this.#source)
    const channel = this.#channels.get(point) ?? {
      ...{
        point,
        ring,
        streams: new Set<Stream>(),
        state: undefined,
        pending: '',
        dirty: false,
        reading: false,
        readAtMs: 0,
        edgeMs: Number.POSITIVE_INFINITY,
      },
    }
    this.#channels.set(point, channel)
    if (!channel.state || channel.streams.size === 0) await this.#read(channel)
    return channel
  }

  /** Goes on after the event that was seen last, or begins with a snapshot. */
  join(channel: Channel, stream: Stream, lastEventId: string | undefined): void {
    this.#flush(channel)
    const missed = lastEventId === undefined ? undefined : channel.ring.since(lastEventId)
    const text = missed ?? eventText('snapshot', { point: channel.point, at: this.#sources.now(), ...channel.state }, channel.ring.lastId)
    if (stream.send(`retry: 2000\n\n${text}`)) channel.streams.add(stream)
    else stream.end()
  }

  leave(channel: Channel, stream: Stream): void {
    channel.streams.delete(stream)
  }

  /** Asks again of each whether they may watch; whose role or session ended sees the stream end. */
  async recheck(): Promise<void> {
    const all = [...this.#channels.values()].flatMap((channel) => [...channel.streams].map((stream) => ({ channel, stream })))
    await Promise.all(
      all.map(async ({ channel, stream }) => {
        // The database is away: nobody can be asked, and nothing new is told either.
        if (await stream.mayStay().catch(() => true)) return
        this.leave(channel, stream)
        stream.end()
      }),
    )
  }

  /** Reads every watched point now, as the timer does in its time. */
  async refresh(): Promise<void> {
    await Promise.all([...this.#channels.values()].filter(({ streams }) => streams.size > 0).map((channel) => this.#read(channel)))
    for (const channel of this.#channels.values()) this.#flush(channel)
  }

  endStreams(): void {
    for (const channel of this.#channels.values()) {
      for (const stream of channel.streams) stream.end()
      channel.streams.clear()
    }
  }

  close(): void {
    clearInterval(this.#timer)
    this.endStreams()
  }

  #turn(nowMs: number): void {
    const beats = nowMs - this.#beatAtMs >= heartbeatMs
    if (beats) this.#beatAtMs = nowMs
    const clockMs = epochMs(this.#sources.now())
    // An order was issued or ended, or a calendar changed.
    const isOther = this.#registry !== this.#sources.registry.current
    this.#registry = this.#sources.registry.current
    for (const channel of this.#channels.values()) {
      if (beats && channel.pending === '') channel.pending = ': still here\n\n'
      this.#flush(channel)
      if (isOther || clockMs >= channel.edgeMs) channel.dirty = true
      const restedMs = nowMs - channel.readAtMs
      const due = restedMs >= readAnywayMs || (channel.dirty && restedMs >= readAgainMs)
      if (channel.streams.size > 0 && due) void this.#read(channel).catch(() => {})
    }
    if (nowMs - this.#checkedAtMs < recheckMs || this.#checking) return
    this.#checkedAtMs = nowMs
    this.#checking = true
    void this.recheck().finally(() => {
      this.#checking = false
    })
  }

  #tell(channel: Channel, name: string, data: object): void {
    channel.pending += channel.ring.add(name, data)
    // Nobody reads: the ring alone keeps it.
    if (channel.streams.size === 0) channel.pending = ''
  }

  #flush(channel: Channel): void {
    const text = channel.pending
    if (text === '') return
    channel.pending = ''
    for (const stream of channel.streams) {
      if (stream.send(text)) continue
      channel.streams.delete(stream)
      stream.end()
    }
  }

  async #read(channel: Channel): Promise<void> {
    if (channel.reading && channel.state) return
    channel.reading = true
    channel.dirty = false
    channel.readAtMs = performance.now()
    try {
      const edgeMs = nextEdgeMs(ordersAt(this.#sources.registry.current, channel.point), epochMs(this.#sources.now()))
      const [before, state] = [channel.state, await readLiveState(this.#sources, channel.point)]
      channel.state = state
      channel.edgeMs = edgeMs
      if (!before) return
      for (const part of parts) if (JSON.stringify(before[part]) !== JSON.stringify(state[part])) this.#tell(channel, part, { [part]: state[part] })
    } catch (error) {
      channel.dirty = true
      throw error
    } finally {
      channel.reading = false
    }
  }
}
