import { hash } from 'node:crypto'
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Instant } from '../kernel/time.ts'
import type { Tables } from './tables.ts'

// A date is a civil date, not a local midnight; a count is a number while it is safe; a time is our ISO text with milliseconds.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`A database integer is too large to count with: ${text}`)
  return value
})
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString())

export type Database = {
  readonly pool: pg.Pool
  readonly query: Kysely<Tables>
  close(): Promise<void>
}
export type Tx = Transaction<Tables>

/** Work that no person asked for. */
export type Job =
  | 'publish'
  | 'retention'
  | 'reference'
  | 'revocation'
  | 'made-up'
  | 'lapse'
  | 'payments'
  | 'portal'
  | 'import'
  | 'watch'
  | 'point'
  | 'messages'
/** In whose name a transaction sees and writes: row-level security reads it (db/0007-second-wall.sql). `at` is the instance's time, by which roles count. */
export type Scope = ({ readonly account: string } | { readonly job: Job }) & { readonly at: Instant }

/**
 * The end of a statement whose plan a connection keeps: where policies stand inside policies, planning costs milliseconds and running it none. Only for a
 * text of few forms that names its columns: a kept plan outlives a migration.
 */
export const keptPlan = sql`/* kept plan */`
const keptPlanEnd = '/* kept plan */'

class PlanKeepingClient extends pg.Client {
  /** Kysely asks by text and values; pg keeps a plan by name. */
  override query = ((text: unknown, values: unknown, ...more: unknown[]) => {
    const isKept = typeof text === 'string' && text.endsWith(keptPlanEnd) && Array.isArray(values)
    const asked = isKept ? [{ name: hash('sha1', text), text, values }] : [text, values]
    return (super.query as (...asked: unknown[]) => unknown)(...asked, ...more)
  }) as pg.Client['query']
}

/** A pool on `url`. Nothing is connected yet. */
export function openDatabase(url: string, connectionsMax = 20): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsMax,
    connectionTimeoutMillis: 5_000,
    application_name: 'spean',
    Client: PlanKeepingClient,
  })
  // An idle connection that breaks is replaced at its next use; without a listener it would end the program.
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  const query = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return { pool, query, close: () => query.destroy() }
}

const attemptsMax = 5

/** One command or one reading, one transaction: all of `work` or nothing. `work` must be free of effects outside the database, since a lost race runs it again. */
export async function inTransaction<T>(database: Database, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.query.transaction().execute(async (tx) => {
        await enterScope(tx, scope)
        return work(tx)
      })
    } catch (error) {
      if (attempt === attemptsMax || !mayRetry(error)) throw error
    }
  }
}

/** Commands say no by value; the transaction must still undo what it wrote before the refusal. */
export async function rollBackOn<T extends { readonly ok: boolean }>(database: Database, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(database, scope, async (tx) => {
      const outcome = await work(tx)
      if (!outcome.ok) throw new Undo(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof Undo) return error.outcome as T
    throw error
  }
}

/** For the transaction alone: it dies with it, so a pooled connection carries nobody over. */
const enterScope = (tx: Tx, scope: Scope): Promise<unknown> =>
  sql`select set_config('spean.account', ${'account' in scope ? scope.account : ''}, true), set_config('spean.job', ${'job' in scope ? scope.job : ''}, true),
    set_config('spean.at', ${scope.at}, true), set_config('spean.cases', '', true)`.execute(tx)

/** Somebody stands here with these identity or pass numbers: their rows are seen for the rest of the transaction, wherever their office is. Ask the authority table first. */
export const takeInHand = (tx: Tx, cases: readonly string[]): Promise<unknown> =>
  sql`select set_config('spean.cases', ${cases.join('\x1f')}, true)`.execute(tx)

class Undo extends Error {
  readonly outcome: unknown
  constructor(outcome: unknown) {
    super('refused')
    this.outcome = outcome
  }
}

const sqlState = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** Serialisation failure, deadlock: another transaction won; the same work may win next time. */
const mayRetry = (error: unknown): boolean => ['40001', '40P01'].includes(sqlState(error))

/** Is the database away (down, starting, full, cut off), so that the caller should come back later? */
export function isUnavailable(error: unknown): boolean {
  const code = sqlState(error)
  if (/^(08|53|57P|58)/.test(code) || code === '25006') return true
  if (['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT'].includes(code)) return true
  return (
    error instanceof Error && /timeout exceeded when trying to connect|Connection terminated|connection timeout|not queryable/i.test(error.message)
  )
}

/** True when `error` is a broken unique rule of this name. */
export const brokeUnique = (error: unknown, constraint: string): boolean =>
  sqlState(error) === '23505' && error instanceof Error && 'constraint' in error && error.constraint === constraint
