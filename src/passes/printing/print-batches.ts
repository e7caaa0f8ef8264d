import { join } from 'node:path'
import { findEvent, recordEvent } from '../../audit/record-event.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import { may } from '../../identity/authority.rules.ts'
import { areaPlace } from '../../identity/place.rules.ts'
import type { CommandId } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { epochMs, type Instant, instantOfMs } from '../../kernel/time.ts'
import { inTransaction } from '../../platform/database.ts'
import { cellOf, type HolderBoundId } from '../../platform/ids.ts'
import { inNameOf } from '../issuing.ts'
import {
  type Asked,
  type BatchState,
  type BatchStep,
  batchPassesMax,
  distinctNumbers,
  fileEnd,
  filesMax,
  isUnderWay,
  nextBatchState,
  sameAsked,
} from './print-batch.rules.ts'
import { openPrintFolder, type PrintFolder } from './print-folder.ts'
import { listToPrint, markPrinted } from './printing.store.ts'
import { boundFile, type Failed, type Printing, renderBatch } from './render-batch.ts'

export type Batch = {
  readonly id: CommandId
  readonly account: string
  readonly asked: Asked
  readonly startedAt: Instant
  readonly total: number
  state: BatchState
  done: number
  readonly failed: Failed[]
  fileUntil: Instant | null
  /** Whose pages the file has. */
  applications: readonly HolderBoundId[]
}
export type StartBatch = { readonly requestId: CommandId; readonly actor: Actor } & Asked

const sweepEveryMs = 60_000
/** Batches that are over are told of for some time, then forgotten. */
const keptMax = 200

/**
 * Print batches of this process, one at work at a time. They live in memory and their files in a folder of ours: a restart forgets them, and the
 * printer starts again. What is on record stays: who started one, whose records were read, who printed.
 */
export class PrintBatches {
  readonly #printing: Printing
  readonly #folder: PrintFolder
  readonly #batches = new Map<CommandId, Batch>()
  readonly #starting = new Map<CommandId, { readonly account: string; readonly batch: Promise<Outcome<Batch>> }>()
  #turn: Promise<void> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(printing: Printing) {
    this.#printing = printing
    this.#folder = openPrintFolder(printing.printFolder)
  }

  open(): void {
    this.#timer = setInterval(() => void this.sweep(), sweepEveryMs).unref()
  }

  /** Begins, and returns at once. The same request again answers the same batch. */
  async start(command: StartBatch): Promise<Outcome<Batch>> {
    const { requestId, actor, office } = command
    const allowed = may(actor.grants, 'pass.print', areaPlace(office), this.#printing.now())
    if (!allowed.ok) return allowed
    // Ten that come at once are one.
    for (let before = this.#starting.get(requestId); before; before = this.#starting.get(requestId)) await before.batch.catch(() => {})
    const known = this.#batches.get(requestId)
    if (known) return known.account === actor.account && sameAsked(known.asked, command) ? accept(known) : refuse('request.id-reused')
    const batch = this.#begin(command).finally(() => this.#starting.delete(requestId))
    this.#starting.set(requestId, { account: actor.account, batch })
    return batch
  }

  async #begin(command: StartBatch): Promise<Outcome<Batch>> {
    const { requestId, actor, office, numbers: asked } = command
    if (this.#isBusy(actor)) return refuse('print.busy')
    const at = this.#printing.now()
    const chosen = await inTransaction(this.#printing.database, inNameOf(this.#printing, actor), async (tx): Promise<Outcome<string[]>> => {
      // Of an earlier run of the program: it happened, and its file is gone.
      if (await findEvent(tx, requestId)) return refuse('print.not-found')
      const numbers =
        asked === 'all' ? (await listToPrint(tx, office, at, batchPassesMax)).passes.map(({ number }) => number) : distinctNumbers(asked)
      if (numbers.length === 0) return refuse('print.nothing')
      await recordEvent(tx, {
        id: requestId,
        cell: cellOf(requestId as string as HolderBoundId),
        type: 'PrintBatchStarted',
        subject: requestId,
        actor: actor.account,
        place: office,
        at,
        body: { office, passes: numbers.length },
      })
      return accept(numbers)
    })
    if (!chosen.ok) return chosen
    const batch: Batch = {
      id: requestId,
      account: actor.account,
      asked: { office, numbers: asked },
      startedAt: at,
      total: chosen.value.length,
      state: 'waiting',
      done: 0,
      failed: [],
      fileUntil: null,
      applications: [],
    }
    this.#batches.set(requestId, batch)
    this.#turn = this.#turn.then(() => this.#run(batch, actor, chosen.value))
    return accept(batch)
  }

  /** One batch of one person at a time, and not more files than there is room for. */
  #isBusy({ account }: Actor): boolean {
    const batches = [...this.#batches.values()]
    const under = [...this.#starting.values(), ...batches.filter(({ state }) => isUnderWay(state))]
    const files = batches.filter(({ state }) => state === 'ready')
    return under.some((each) => each.account === account) || under.length + files.length >= filesMax
  }

  async #run(batch: Batch, actor: Actor, numbers: readonly string[]): Promise<void> {
    if (this.#closed || !this.#step(batch, 'start').ok) return
    try {
      const folder = this.#folder.make(batch.id)
      const progress = {
        done(pages: number) {
          batch.done += pages
        },
        failed: (failed: Failed) => void batch.failed.push(failed),
        isOver: () => this.#closed || batch.state !== 'rendering',
      }
      const made = await renderBatch(this.#printing, { actor, office: batch.asked.office, numbers, folder, progress })
      batch.applications = made ?? []
      this.#step(batch, made === undefined ? 'fail' : 'finish')
    } catch {
      // The database's fault or the disk's; what was said of pages before stays.
      this.#step(batch, 'fail')
    }
    if (batch.state === 'ready') batch.fileUntil = instantOfMs(fileEnd(this.#printing.now()))
    else await this.#folder.remove(batch.id)
  }

  #step(batch: Batch, step: BatchStep): Outcome<BatchState> {
    const next = nextBatchState(batch.state, step)
    if (next.ok) batch.state = next.value
    return next
  }

  /** One's own batch; another's is as if it were not. */
  find(actor: Actor, id: CommandId): Outcome<Batch> {
    const batch = this.#batches.get(id)
    return batch?.account === actor.account ? accept(batch) : refuse('print.not-found')
  }

  /** A second cancelling finds it cancelled, which is what was wanted. */
  async cancel(actor: Actor, id: CommandId): Promise<Outcome<Batch>> {
    const found = this.find(actor, id)
    if (!found.ok || found.value.state === 'cancelled') return found
    const wasRendering = found.value.state === 'rendering'
    const cancelled = this.#step(found.value, 'cancel')
    if (!cancelled.ok) return cancelled
    // One at work is cleared away by its own end.
    if (!wasRendering) await this.#folder.remove(id)
    return found
  }

  /** The file, for as long as it may be fetched. Whose hands printed is on record before a page goes out, and of no page that stayed here. */
  async file(actor: Actor, id: CommandId): Promise<Outcome<{ readonly path: string; readonly batch: Batch }>> {
    const found = this.find(actor, id)
    if (!found.ok) return found
    await this.#expire(found.value)
    const { state, asked, applications } = found.value
    const next = nextBatchState(state, 'fetch')
    if (!next.ok) return next
    const allowed = may(actor.grants, 'pass.print', areaPlace(asked.office), this.#printing.now())
    if (!allowed.ok) return allowed
    await inTransaction(this.#printing.database, inNameOf(this.#printing, actor), (tx) => markPrinted(tx, applications, actor.account))
    return accept({ path: join(this.#printing.printFolder, id, boundFile), batch: found.value })
  }

  /** The whole file has gone out: nothing of it is kept. */
  async fetched(batch: Batch): Promise<void> {
    if (this.#step(batch, 'fetch').ok) await this.#folder.remove(batch.id)
  }

  /** Takes away what nobody fetched in time, and forgets the oldest of what is over. */
  async sweep(): Promise<void> {
    for (const batch of this.#batches.values()) await this.#expire(batch)
    const over = [...this.#batches.values()].filter(({ state }) => !isUnderWay(state) && state !== 'ready')
    for (const { id } of over.slice(0, Math.max(0, over.length - keptMax))) this.#batches.delete(id)
  }

  async #expire(batch: Batch): Promise<void> {
    const isOver = batch.fileUntil !== null && epochMs(this.#printing.now()) >= epochMs(batch.fileUntil)
    if (isOver && this.#step(batch, 'expire').ok) await this.#folder.remove(batch.id)
  }

  /** When all that was started has ended. */
  async settled(): Promise<void> {
    await this.#turn
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#timer)
    await this.settled()
    this.#folder.empty()
  }
}
