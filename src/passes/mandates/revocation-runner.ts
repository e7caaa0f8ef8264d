import { inTransaction, type Scope } from '../../platform/database.ts'
import type { Issuing } from '../issuing.ts'
import {
  findMassRevocationForUpdate,
  listUnfinished,
  type MassRevocation,
  mandatesWithLivePasses,
  revokeSome,
  saveDone,
  saveProgress,
  selectionOf,
} from './mass-revocation.store.ts'

/** Passes in one transaction: enough to be quick, few enough that a gate never waits long for a row. */
const batchMax = 500
const resumeEveryMs = 15_000

export type Revoking = Issuing & { readonly trust: { renew(): void } }

/** Carries out confirmed mass revocations. Each batch is whole in itself, so one that a crash or a lost database cut off goes on where it stopped. */
export class RevocationRunner {
  readonly #revoking: Revoking
  readonly #running = new Map<string, Promise<void>>()
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(revoking: Revoking) {
    this.#revoking = revoking
  }

  /** Takes up what an earlier run of the program left, now and again and again. */
  open(): void {
    this.#timer = setInterval(() => void this.resume().catch(() => {}), resumeEveryMs).unref()
    void this.resume().catch(() => {})
  }

  async resume(): Promise<void> {
    const { database, now } = this.#revoking
    for (const each of await inTransaction(database, { job: 'revocation', at: now() }, listUnfinished)) this.start(each)
  }

  /** Begins, and returns at once; one that runs already goes on. */
  start(revocation: MassRevocation): void {
    if (this.#running.has(revocation.id) || this.#closed || revocation.state !== 'confirmed') return
    // A failure is the database's: the timer takes it up again.
    const run = this.carryOut(revocation)
      .catch(() => {})
      .finally(() => this.#running.delete(revocation.id))
    this.#running.set(revocation.id, run)
  }

  /** When all that was started has ended. */
  async settled(): Promise<void> {
    await Promise.all(this.#running.values())
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#timer)
    await this.settled()
  }

  async carryOut(revocation: MassRevocation): Promise<void> {
    const { confirmed } = revocation
    if (!confirmed) return
    // In the name of the second person, by the roles they held when they confirmed: a role that ends meanwhile does not leave it half done.
    const scope: Scope = { account: confirmed.account, at: confirmed.at }
    for (let left = await this.#left(scope, revocation); left.length > 0 && !this.#closed; left = await this.#left(scope, revocation))
      for (const mandate of left) while (!this.#closed && (await this.#revokeBatch(scope, revocation, mandate)) === batchMax);
    this.#revoking.trust.renew()
  }

  #revokeBatch(scope: Scope, revocation: MassRevocation, mandate: string): Promise<number> {
    const { database, now } = this.#revoking
    return inTransaction(database, scope, async (tx) => {
      const current = await findMassRevocationForUpdate(tx, revocation.id)
      if (current?.state !== 'confirmed' || !current.confirmed) return 0
      const body = { state: 'revoked', reason: current.reason, revocation: current.id, proposedBy: current.proposed.account }
      const order = { mandate, most: batchMax, by: current.confirmed.account, body, at: now() }
      const revoked = await revokeSome(tx, selectionOf(current), order)
      if (revoked > 0) await saveProgress(tx, current.id, revoked)
      return revoked
    })
  }

  /** The mandates whose passes are still to be revoked; a pass that somebody else was changing may have slipped out of a batch. None: it is done. */
  #left(scope: Scope, { id }: MassRevocation): Promise<string[]> {
    const { database, now } = this.#revoking
    return inTransaction(database, scope, async (tx) => {
      const current = await findMassRevocationForUpdate(tx, id)
      if (current?.state !== 'confirmed') return []
      const left = await mandatesWithLivePasses(tx, selectionOf(current))
      if (left.length === 0) await saveDone(tx, id, now())
      return left
    })
  }
}
