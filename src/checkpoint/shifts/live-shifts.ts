import type { AccountId } from '../../identity/grant.rules.ts'
import { epochMs, type Instant, instantOfMs } from '../../kernel/time.ts'
import type { ShiftNow, ShiftsNow } from '../../movements/shift-now.ts'
import { type Database, inTransaction } from '../../platform/database.ts'
import { allLive } from './shift.queries.ts'
import type { Shift } from './shift.rules.ts'
import { writeSeen } from './shift.store.ts'

const refreshMs = 5_000

/** The live shifts in memory, so that recording a movement asks nobody; read again every few seconds for what other processes changed, and at once after a command of this one. */
export class LiveShifts implements ShiftsNow {
  readonly #database: Database
  readonly #now: () => Instant
  #shifts: ReadonlyMap<string, Shift> = new Map()
  #seen = new Map<string, Instant>()
  readonly #timer: NodeJS.Timeout

  private constructor(database: Database, now: () => Instant) {
    this.#database = database
    this.#now = now
    // The database is away: the last ones stand until it is back.
    this.#timer = setInterval(() => void this.refresh().catch(() => {}), refreshMs)
    this.#timer.unref()
  }

  static async open({ database, now }: { database: Database; now: () => Instant }): Promise<LiveShifts> {
    const live = new LiveShifts(database, now)
    await live.refresh()
    return live
  }

  of(account: AccountId, point: string): ShiftNow | undefined {
    const shift = this.#shifts.get(account)
    return shift?.point === point ? shift : undefined
  }

  /** A gate's clock that runs ahead keeps its lane from others no longer than ours says. */
  seen({ id }: Pick<ShiftNow, 'id'>, told: Instant): void {
    const at = instantOfMs(Math.min(epochMs(told), epochMs(this.#now())))
    const before = this.#seen.get(id)
    if (before === undefined || before < at) this.#seen.set(id, at)
  }

  at(point: string): Shift[] {
    return [...this.#shifts.values()].filter((shift) => shift.point === point).toSorted((one, other) => (one.lane < other.lane ? -1 : 1))
  }

  /** What was last done goes down, and who works where comes up. */
  async refresh(): Promise<void> {
    const seen = this.#seen
    this.#seen = new Map()
    try {
      const live = await inTransaction(this.#database, { job: 'point', at: this.#now() }, async (tx) => {
        if (seen.size > 0) await writeSeen(tx, seen)
        return allLive(tx)
      })
      this.#shifts = new Map(live.map((shift) => [shift.officer, shift]))
    } catch (error) {
      for (const [id, at] of seen) this.seen({ id }, at)
      throw error
    }
  }

  close(): void {
    clearInterval(this.#timer)
  }
}
