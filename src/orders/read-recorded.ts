import { setImmediate as breathe } from 'node:timers/promises'
import type pg from 'pg'
import { epochMs, type Instant, instantOfMs } from '../kernel/time.ts'
import type { Facts } from '../movements/facts.rules.ts'
import type { Verdict } from '../movements/verdict.rules.ts'
import type { Database } from '../platform/database.ts'

/** What is read of each: all its facts with the outcome alone, or the whole verdict with its time alone. Reading both costs half as much again. */
const columns = {
  facts: "body -> 'facts' as facts, jsonb_build_object('outcome', body #> '{verdict,outcome}') as verdict",
  verdict: "jsonb_build_object('at', body #> '{facts,at}') as facts, body -> 'verdict' as verdict",
} as const
type Read = {
  readonly facts: { readonly facts: Facts; readonly verdict: Pick<Verdict, 'outcome'> }
  readonly verdict: { readonly facts: Pick<Facts, 'at'>; readonly verdict: Verdict }
}
type RecordedMovement = Read[keyof Read]
/** `countedFrom`: where the time allowed was over, the days from here on are whole and no others were read. */
export type ReadSpan = { readonly countedFrom: Instant; readonly complete: boolean; readonly read: number }

const dayMs = 86_400_000
const rowsAtOnce = 500

type Asked<W extends keyof Read> = {
  readonly what: W
  /** null: every point. */
  readonly points: readonly string[] | null
  readonly from: Instant
  readonly until: Instant
  readonly secondsMax: number
}

/**
 * Movements of these points as they were recorded, a day at a time from the newest, each day in its own order; never more than a day of them in memory, and others have
 * their turn after every few hundred. By the read-only login.
 */
export async function readRecorded<W extends keyof Read>(
  reader: Database,
  { what, points, from, until, secondsMax }: Asked<W>,
  see: (movement: Read[W]) => void,
): Promise<ReadSpan> {
  const deadline = performance.now() + secondsMax * 1000
  const [fromMs, untilMs] = [epochMs(from), epochMs(until)]
  let read = 0
  // What was recorded later than it happened has a later id; none may be a day ahead.
  for (let dayUntil = untilMs + dayMs; dayUntil > fromMs; dayUntil -= dayMs) {
    if (performance.now() > deadline) return { countedFrom: instantOfMs(dayUntil), complete: false, read }
    const day = await readDay<Read[W]>(reader, columns[what], points, { fromMs: dayUntil - dayMs, untilMs: dayUntil })
    const inside = day.filter(({ facts: { at } }) => at >= from && at < until).sort((a, b) => (a.facts.at < b.facts.at ? -1 : 1))
    for (let first = 0; first < inside.length; first += rowsAtOnce) {
      for (const movement of inside.slice(first, first + rowsAtOnce)) see(movement)
      await breathe()
    }
    read += inside.length
  }
  return { countedFrom: from, complete: true, read }
}

/** Through a cursor: the driver would hold a whole day twice. Facts of the first form had no orders and are not decided anew. */
async function readDay<M extends RecordedMovement>(
  reader: Database,
  chosen: string,
  points: readonly string[] | null,
  { fromMs, untilMs }: { fromMs: number; untilMs: number },
): Promise<M[]> {
  const client: pg.PoolClient = await reader.pool.connect()
  const found: M[] = []
  try {
    await client.query('begin read only')
    await client.query(
      `declare recorded no scroll cursor for select ${chosen} from event
       where made_at >= $1 and made_at < $2 and type = 'MovementRecorded' and ($3::text[] is null or place = any ($3)) and body #>> '{facts,form}' = '2'`,
      [instantOfMs(fromMs), instantOfMs(untilMs), points],
    )
    for (;;) {
      const { rows } = await client.query<M>(`fetch ${rowsAtOnce} from recorded`)
      found.push(...rows)
      if (rows.length < rowsAtOnce) break
    }
    await client.query('commit')
    client.release()
    return found
  } catch (error) {
    // A connection in the middle of something is not given back.
    client.release(true)
    throw error
  }
}
