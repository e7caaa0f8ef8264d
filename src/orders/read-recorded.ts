import { setImmediate as breathe } from 'node:timers/promises'
import type pg from 'pg'
import { addDays, borderZone, type CivilDate, type ClockTime, civilDateAt, type Instant, instantAt } from '../kernel/time.ts'
import type { Verdict } from '../movements/verdict.rules.ts'
import type { Database } from '../platform/database.ts'

/** `countedFrom`: where the time allowed was over, the days from here on are whole and no others were read. */
export type ReadSpan = { readonly countedFrom: Instant; readonly complete: boolean; readonly read: number }
export type RecordedSpan = {
  /** null: every point. */
  readonly points: readonly string[] | null
  readonly from: Instant
  readonly until: Instant
  readonly secondsMax: number
}
export type RecordedRow = { readonly id: string; readonly at: Instant }
/** Columns of `event` and of `f`, the movement's facts; further values from $4 on. */
export type RecordedColumns = { readonly text: string; readonly join?: string; readonly where?: string; readonly values?: readonly unknown[] }

const rowsAtOnce = 500

/**
 * Movements of these points as they were recorded and not undone, a day of the border at a time from the newest; `see` has a few hundred at once, in no order, and others
 * have their turn between. By the read-only login. `seen` comes after each day's ids: whatever happened on that day or later was seen.
 */
export async function readRecorded<R extends RecordedRow>(
  reader: Database,
  columns: RecordedColumns,
  { points, from, until, secondsMax }: RecordedSpan,
  see: (rows: readonly R[]) => void,
  seen: (day: CivilDate) => Promise<void> = async () => {},
): Promise<ReadSpan> {
  const deadline = performance.now() + secondsMax * 1000
  const undone = await readUndone(reader, from)
  let read = 0
  // What was recorded later than it happened has a later id; none may be a day ahead.
  const first = civilDateAt(from, borderZone)
  for (let day = addDays(civilDateAt(until, borderZone), 1); day >= addDays(first, -1); day = addDays(day, -1)) {
    if (performance.now() > deadline) return { countedFrom: between(from, midnightOf(addDays(day, 2)), until), complete: false, read }
    await readDay<R>(reader, columns, points, day, (rows) => {
      const inside = rows.filter(({ id, at }) => at >= from && at < until && !undone.has(id))
      read += inside.length
      see(inside)
    })
    await seen(addDays(day, 1))
  }
  return { countedFrom: from, complete: true, read }
}

const midnightOf = (day: CivilDate): Instant => instantAt(day, '00:00' as ClockTime, borderZone)
const between = (from: Instant, at: Instant, until: Instant): Instant => (at < from ? from : at > until ? until : at)

/** Ids of the movements that were undone: each after it was recorded. */
async function readUndone(reader: Database, from: Instant): Promise<ReadonlySet<string>> {
  const { rows } = await reader.pool.query<{ movement: string }>(
    "select body ->> 'movement' as movement from event where type = 'MovementUndone' and made_at >= $1::timestamptz - interval '1 day'",
    [from],
  )
  return new Set(rows.map(({ movement }) => movement))
}

/** Through a cursor: the driver would hold a whole day twice. Facts of the first form had no orders and are not decided anew. */
async function readDay<R extends RecordedRow>(
  reader: Database,
  { text, join = '', where = '', values = [] }: RecordedColumns,
  points: readonly string[] | null,
  day: CivilDate,
  take: (rows: readonly R[]) => void,
): Promise<void> {
  const client: pg.PoolClient = await reader.pool.connect()
  try {
    await client.query('begin read only')
    await client.query(
      `declare recorded no scroll cursor for select id, f ->> 'at' as at, ${text} from event, lateral (select (body -> 'facts')::jsonb as f offset 0) as facts ${join}
       where made_at >= $1 and made_at < $2 and type = 'MovementRecorded' and ($3::text[] is null or place = any ($3)) and f ->> 'form' = '2' ${where}`,
      [midnightOf(day), midnightOf(addDays(day, 1)), points, ...values],
    )
    for (;;) {
      const { rows } = await client.query<R>(`fetch ${rowsAtOnce} from recorded`)
      take(rows)
      await breathe()
      if (rows.length < rowsAtOnce) break
    }
    await client.query('commit')
    client.release()
  } catch (error) {
    // A connection in the middle of something is not given back.
    client.release(true)
    throw error
  }
}

export type RecordedVerdict = RecordedRow & { readonly verdict: Verdict }
export const verdictColumns: RecordedColumns = { text: "body -> 'verdict' as verdict" }
