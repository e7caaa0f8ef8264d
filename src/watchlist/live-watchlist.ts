import { setImmediate as breathe } from 'node:timers/promises'
import type { OperatingParameters } from '../instruments/operating-parameters.ts'
import { borderZone, type CivilDate, civilDateAt, type Instant } from '../kernel/time.ts'
import { type Database, inTransaction } from '../platform/database.ts'
import { changedEntries, notesOf, versionNow, type WatchEntry, type WatchNote } from './watch.queries.ts'
import { stateOf, targetOf } from './watch-entry.rules.ts'
import { type WatchHit, WatchIndex, type WatchSubject } from './watch-match.rules.ts'

const refreshMs = 2_000
const pageRows = 2_000
/** So many are put into the index before others have their turn. */
const rowsAtOnce = 100
/** Answers kept while the list stays as it is: who is looked at is recorded a moment later, and comes back the same day. */
const answersMax = 16_384
const firstId = '00000000-0000-0000-0000-000000000000'

type Options = { readonly database: Database; readonly now: () => Instant; readonly parameters: OperatingParameters }

/** The whole list in memory. What changed in another process is seen within two seconds, what changed in this one at once. */
export class LiveWatchlist {
  readonly #options: Options
  readonly #index = new WatchIndex()
  readonly #answers = new Map<string, readonly WatchHit[]>()
  #answersOf = -1
  #known = -1
  #day = '' as CivilDate
  #loading: Promise<void> = Promise.resolve()
  readonly #timer: NodeJS.Timeout

  private constructor(options: Options) {
    this.#options = options
    this.#timer = setInterval(() => void this.refresh().catch(() => {}), refreshMs)
    this.#timer.unref()
  }

  /** The list is whole when this is done. */
  static async open(options: Options): Promise<LiveWatchlist> {
    const live = new LiveWatchlist(options)
    await live.refresh()
    return live
  }

  get size(): number {
    return this.#index.size
  }

  /** Who on the list this is, or may be; never why. Synchronous: it asks memory alone. */
  match(subject: WatchSubject, now: Instant): readonly WatchHit[] {
    const chanceMax = this.#options.parameters('watch.chance-per-million-max', now) / 1e6
    const asking = { day: civilDateAt(now, borderZone), chanceMax }
    if (this.#answersOf !== this.#index.revision || this.#answers.size >= answersMax) this.#answers.clear()
    this.#answersOf = this.#index.revision
    const asked = JSON.stringify([subject, asking])
    const hits = this.#answers.get(asked) ?? this.#index.match(subject, asking)
    this.#answers.set(asked, hits)
    return hits
  }

  /** Entries with a name anything like this one, the likest first: for who searches, not for a lane. */
  like(subject: WatchSubject, now: Instant): string[] {
    const found = [...this.#index.likely(subject, civilDateAt(now, borderZone))]
    return found.toSorted((one, other) => one.chance - other.chance || (one.id < other.id ? -1 : 1)).map(({ id }) => id)
  }

  /** Reads what is new since it was read last. One at a time. @throws when the database is away: the last list stands. */
  refresh(): Promise<void> {
    this.#loading = this.#loading.catch(() => {}).then(() => this.#load())
    return this.#loading
  }

  /** After a command of this process; a database that went away meanwhile is asked again by the timer. */
  async changed(): Promise<void> {
    await this.refresh().catch(() => {})
  }

  close(): void {
    clearInterval(this.#timer)
  }

  async #load(): Promise<void> {
    const at = this.#options.now()
    const today = civilDateAt(at, borderZone)
    if (today !== this.#day) this.#index.removeBefore(today)
    this.#day = today
    const version = await this.#asJob(at, versionNow)
    if (version === this.#known) return
    for (let after = firstId; ; ) {
      const page = await this.#asJob(at, async (tx) => {
        const entries = await changedEntries(tx, this.#known, after, pageRows)
        return {
          entries,
          notes: await notesOf(
            tx,
            entries.map(({ id }) => id),
          ),
        }
      })
      await this.#take(page, today)
      const last = page.entries.at(-1)
      if (!last || page.entries.length < pageRows) break
      after = last.id
    }
    // What was committed meanwhile has a higher number: the next reading takes it.
    this.#known = version
  }

  async #take(
    { entries, notes }: { readonly entries: readonly WatchEntry[]; readonly notes: readonly WatchNote[] },
    today: CivilDate,
  ): Promise<void> {
    const allowed = allowedBy(notes)
    for (const [at, entry] of entries.entries()) {
      if (at % rowsAtOnce === rowsAtOnce - 1) await breathe()
      if (['in-force', 'not-yet'].includes(stateOf(entry, today))) this.#index.put(targetOf(entry, allowed.get(entry.id) ?? new Map()))
      else this.#index.remove(entry.id)
    }
  }

  readonly #asJob = <T>(at: Instant, work: Parameters<typeof inTransaction<T>>[2]): Promise<T> =>
    inTransaction(this.#options.database, { job: 'watch', at }, work)
}

function allowedBy(notes: readonly WatchNote[]): Map<string, Map<string, CivilDate>> {
  const allowed = new Map<string, Map<string, CivilDate>>()
  for (const { entry, document, lastDay, endedAt } of notes) {
    if (endedAt !== null) continue
    const ofEntry = allowed.get(entry) ?? new Map<string, CivilDate>()
    allowed.set(entry, ofEntry)
    if ((ofEntry.get(document) ?? '') < lastDay) ofEntry.set(document, lastDay)
  }
  return allowed
}
