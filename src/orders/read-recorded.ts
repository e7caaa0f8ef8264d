import { setImmediate as breathe } from 'node:timers/promises'
import type pg from 'pg'
import { addDays, borderZone, type CivilDate, civilDateAt, type Instant, spanOfDay } from '../kernel/time.ts'
import type { Facts } from '../movements/facts.rules.ts'
import type { MovementBody } from '../movements/recorder.rows.ts'
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
export type RecordedMovement = { readonly id: string; readonly facts: Facts; readonly verdict: Verdict }

/** Few enough that a gate's question between two turns does not wait. */
const rowsAtOnce = 200

/**
 * Movements of these points as they were recorded and not undone, a day of the border at a time from the newest; `see` has a few hundred at once, in no order, and others
 * have their turn between. By the read-only login. `seen` comes after each day's ids: whatever happened on that day or later was seen.
 */
export async function readRecorded(
  reader: Database,
  { points, from, until, secondsMax }: RecordedSpan,
  see: (movements: readonly RecordedMovement[]) => void,
  seen: (day: CivilDate) => Promise<void> = async () => {},
): Promise<ReadSpan> {
  const deadline = performance.now() + secondsMax * 1000
  const undone = await readUndone(reader, from)
  let read = 0
  // What was recorded later than it happened has a later id; none may be a day ahead.
  const first = civilDateAt(from, borderZone)
  for (let day = addDays(civilDateAt(until, borderZone), 1); day >= addDays(first, -1); day = addDays(day, -1)) {
    if (performance.now() > deadline) return { countedFrom: between(from, spanOfDay(addDays(day, 1)).until, until), complete: false, read }
    await readDay(reader, points, day, (rows) => {
      const inside = rows.filter(({ id, facts }) => facts.at >= from && facts.at < until && !undone.has(id))
      read += inside.length
      see(inside)
    })
    await seen(addDays(day, 1))
  }
  return { countedFrom: from, complete: true, read }
}

const between = (from: Instant, at: Instant, until: Instant): Instant => (at < from ? from : at > until ? until : at)

/** Ids of the movements that were undone: each after it was recorded. */
async function readUndone(reader: Database, from: Instant): Promise<ReadonlySet<string>> {
  const { rows } = await reader.pool.query<{ movement: string }>(
    "select body ->> 'movement' as movement from event where type = 'MovementUndone' and made_at >= $1::timestamptz - interval '1 day'",
    [from],
  )
  return new Set(rows.map(({ movement }) => movement))
}

/**
 * Through a cursor: the driver would hold a whole day twice. Whole bodies, as they were written: the database would read each of them once for every fact that it picks out.
 * Facts of the first form had no orders and are not decided anew.
 */
async function readDay(
  reader: Database,
  points: readonly string[] | null,
  day: CivilDate,
  take: (movements: readonly RecordedMovement[]) => void,
): Promise<void> {
  const span = spanOfDay(day)
  const client: pg.PoolClient = await reader.pool.connect()
  try {
    await client.query('begin read only')
    await client.query(
      `declare recorded no scroll cursor for select id, body from event
       where made_at >= $1 and made_at < $2 and type = 'MovementRecorded' and ($3::text[] is null or place = any ($3))`,
      [span.from, span.until, points],
    )
    for (;;) {
      const { rows } = await client.query<{ id: string; body: MovementBody }>(`fetch ${rowsAtOnce} from recorded`)
      take(rows.flatMap(({ id, body: { facts, verdict } }) => (facts.form === 2 ? [{ id, facts, verdict }] : [])))
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
