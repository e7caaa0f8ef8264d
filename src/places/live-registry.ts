import { isDeepStrictEqual } from 'node:util'
import type { Database } from '../platform/database.ts'
import type { Registry } from './registry.rules.ts'
import { loadRegistry } from './registry.store.ts'

const refreshMs = 5_000

/** The registry in memory, read again every few seconds: an import in another process is seen without a restart. */
export class LiveRegistry {
  #registry: Registry
  readonly #timer: NodeJS.Timeout

  private constructor(database: Database, registry: Registry) {
    this.#registry = registry
    this.#timer = setInterval(() => {
      loadRegistry(database).then(
        (next) => {
          // The same object while nothing changed: what was worked out from it stays good.
          if (!isDeepStrictEqual(next, this.#registry)) this.#registry = next
        },
        // The database is away: the last registry stands until it is back.
        () => {},
      )
    }, refreshMs)
    this.#timer.unref()
  }

  static async open(database: Database): Promise<LiveRegistry> {
    return new LiveRegistry(database, await loadRegistry(database))
  }

  get current(): Registry {
    return this.#registry
  }

  close(): void {
    clearInterval(this.#timer)
  }
}
