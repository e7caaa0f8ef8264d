import { isDeepStrictEqual } from 'node:util'
import type { Database } from '../platform/database.ts'
import type { Registry } from './registry.rules.ts'
import { loadRegistry } from './registry.store.ts'

const refreshMs = 5_000

/** The registry as a transaction sees it: what it wrote itself, and nothing that came in between. */
export const readRegistry = (query: Database['query']): Promise<Registry> => loadRegistry({ query })

/** The registry in memory, read again every few seconds: an import in another process is seen without a restart. */
export class LiveRegistry {
  #registry: Registry
  readonly #database: Database
  #loading: Promise<void> = Promise.resolve()
  readonly #timer: NodeJS.Timeout

  private constructor(database: Database, registry: Registry) {
    this.#database = database
    this.#registry = registry
    this.#timer = setInterval(() => void this.changed(), refreshMs)
    this.#timer.unref()
  }

  static async open(database: Database): Promise<LiveRegistry> {
    return new LiveRegistry(database, await loadRegistry(database))
  }

  get current(): Registry {
    return this.#registry
  }

  /** After a command of this process: read anew before it is answered. One reading at a time, so that an older one never comes last. */
  changed(): Promise<void> {
    this.#loading = this.#loading
      .then(() => this.#load())
      .catch(() => {
        // The database is away: the last registry stands until it is back.
      })
    return this.#loading
  }

  async #load(): Promise<void> {
    const next = await loadRegistry(this.#database)
    // The same object while nothing changed: what was worked out from it stays good.
    if (!isDeepStrictEqual(next, this.#registry)) this.#registry = next
  }

  close(): void {
    clearInterval(this.#timer)
  }
}
