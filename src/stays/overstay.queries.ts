import { sql } from 'kysely'
import type { AreaCode, PointId } from '../kernel/code.ts'
import type { CivilDate } from '../kernel/time.ts'
import type { DocumentKind } from '../places/order.rules.ts'
import type { Tx } from '../platform/database.ts'
import type { StayOnRecord } from './lawful.rules.ts'
import type { OverGroup, StayGroup } from './overstay.rules.ts'
import { isRepaired, selectStays, toStay } from './stay.queries.ts'

const openedDay = sql<CivilDate>`(opened_at at time zone interval '+07:00')::date`

/** Open stays whose recorded last day has come, and the day of a decision too, at these points, in groups. */
export async function dueGroups(
  tx: Tx,
  { points, area, day }: { points: readonly string[]; area: string | undefined; day: CivilDate },
): Promise<StayGroup[]> {
  const { rows } = await sql<{
    point: PointId
    kind: DocumentKind | null
    nationality: string | null
    area: AreaCode | null
    opened: CivilDate
    until: CivilDate
    through: CivilDate | null
    count: number
  }>`select opened_point as point, document_kind as kind, nationality, issuing_area as area, ${openedDay} as opened, lawful_until as until, lawful_through as through, count(*) as count
    from stay where state = 'open' and lawful_until <= ${day} and opened_point = any(${[...points]}) and (lawful_through is null or lawful_through <= ${day})
    ${area === undefined ? sql`` : sql`and issuing_area like ${`${area}%`}`}
    group by 1, 2, 3, 4, 5, 6, 7`.execute(tx)
  return rows.map(({ until, through, ...row }) => ({ ...row, lawfulUntil: until, lawfulThrough: through }))
}

/** The rows of these groups, in the groups' order. */
export async function rowsOfGroups(
  tx: Tx,
  groups: readonly OverGroup[],
  { skip, limit }: { skip: number; limit: number },
): Promise<{ stay: StayOnRecord; group: OverGroup }[]> {
  if (groups.length === 0) return []
  const column = <T>(of: (group: OverGroup) => T): T[] => groups.map(of)
  const joined = sql<{
    ord: number
  }>`unnest(${column(({ point }) => point)}::text[], ${column(({ kind }) => kind)}::text[], ${column(({ nationality }) => nationality)}::text[],
    ${column(({ area }) => area)}::text[], ${column(({ opened }) => opened)}::date[], ${column(({ lawfulUntil }) => lawfulUntil)}::date[],
    ${column(({ lawfulThrough }) => lawfulThrough)}::date[]) with ordinality as g(point, kind, nationality, area, opened, until, through, ord)`
  const { rows } = await sql<Parameters<typeof toStay>[0] & { ord: number }>`select s.*, g.ord from ${joined}
    join stay s on s.state = 'open' and s.opened_point = g.point and s.lawful_until = g.until and s.lawful_through is not distinct from g.through
      and s.document_kind is not distinct from g.kind and s.nationality is not distinct from g.nationality and s.issuing_area is not distinct from g.area
      and (s.opened_at at time zone interval '+07:00')::date = g.opened
    order by g.ord, s.opened_at, s.cell, s.holder_id offset ${skip} limit ${limit}`.execute(tx)
  return rows.flatMap((row) => {
    const group = groups[row.ord - 1]
    return group ? [{ stay: toStay(row), group }] : []
  })
}

/** Stays whose other end no gate recorded and nobody found out yet, the latest first. */
export async function unrepaired(tx: Tx, points: readonly string[], limit: number): Promise<StayOnRecord[]> {
  const rows = await selectStays(tx)
    .where('state', '=', 'unmatched')
    .where(sql<boolean>`coalesce(opened_point, closed_point) = any(${[...points]})`)
    .where((eb) => eb.not(isRepaired(eb)))
    .orderBy(sql`coalesce(closed_at, opened_at)`, 'desc')
    .limit(limit)
    .execute()
  return rows.map(toStay)
}
