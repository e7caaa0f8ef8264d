import { type Selectable, sql } from 'kysely'
import type { Instant } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import type { Tables } from '../../platform/tables.ts'
import type { Shift } from './shift.rules.ts'

export const toShift = (row: Selectable<Tables['shift']>): Shift => ({
  id: row.id,
  point: row.point,
  lane: row.lane,
  officer: row.officer,
  officerName: row.officer_name,
  leads: row.leads,
  startedAt: row.started_at as Instant,
  seenAt: row.seen_at as Instant,
  endedAt: row.ended_at as Instant | null,
  endedBy: row.ended_by,
  endedHow: row.ended_how,
  note: row.note,
})

const shifts = (tx: Tx) => tx.selectFrom('shift').selectAll()
const first = async (found: Promise<Selectable<Tables['shift']> | undefined>): Promise<Shift | null> => {
  const row = await found
  return row ? toShift(row) : null
}

export const liveAtLane = (tx: Tx, { point, lane }: { point: string; lane: string }) =>
  first(shifts(tx).where('point', '=', point).where('lane', '=', lane).where('ended_at', 'is', null).forUpdate().executeTakeFirst())
export const liveOf = (tx: Tx, officer: string) =>
  first(shifts(tx).where('officer', '=', officer).where('ended_at', 'is', null).forUpdate().executeTakeFirst())
/** Without a lock: who is only asked about. */
export const onShiftAt = (tx: Tx, { officer, point }: { officer: string; point: string }) =>
  first(shifts(tx).where('officer', '=', officer).where('point', '=', point).where('ended_at', 'is', null).executeTakeFirst())
export const findShift = (tx: Tx, id: string) => first(shifts(tx).where('id', '=', id).executeTakeFirst())
export const lockShift = (tx: Tx, id: string) => first(shifts(tx).where('id', '=', id).forUpdate().executeTakeFirst())

export const allLive = async (tx: Tx): Promise<Shift[]> => (await shifts(tx).where('ended_at', 'is', null).execute()).map(toShift)

const shiftsMax = 200
/** Shifts of a point that touch a span of time, the latest first. */
export async function shiftsBetween(tx: Tx, point: string, { from, until }: { from: Instant; until: Instant }): Promise<Shift[]> {
  const rows = await shifts(tx)
    .where('point', '=', point)
    .where('started_at', '<', until)
    .where(({ or, eb }) => or([eb('ended_at', 'is', null), eb('ended_at', '>=', from)]))
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(shiftsMax)
    .execute()
  return rows.map(toShift)
}

/** What the last officer at this lane left word of. */
export const lastNoteAt = (tx: Tx, { point, lane }: { point: string; lane: string }) =>
  first(
    shifts(tx)
      .where('point', '=', point)
      .where('lane', '=', lane)
      .where('ended_at', 'is not', null)
      .orderBy('ended_at', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )

/** Is somebody on shift who leads the point, other than these? One that began longer ago than a session lasts was forgotten, and does not count. */
export async function isLed(tx: Tx, point: string, { except, since }: { except: string | null; since: Instant }): Promise<boolean> {
  const row = await tx
    .selectFrom('shift')
    .select(sql<number>`1`.as('one'))
    .where('point', '=', point)
    .where('leads', '=', true)
    .where('ended_at', 'is', null)
    .where('started_at', '>=', since)
    .$if(except !== null, (select) => select.where('officer', '<>', except ?? ''))
    .executeTakeFirst()
  return row !== undefined
}
