import { readCalendars } from '../instruments/calendar-file.ts'
import type { PointClass } from '../instruments/law.rules.ts'
import type { AreaCode, InstrumentId, PointId, StateCode } from '../kernel/code.ts'
import type { Language, Text } from '../kernel/language.ts'
import type { CivilDate } from '../kernel/time.ts'
import type { Database, Tx } from '../platform/database.ts'
import type { Dated, PointStatus, SideCalendar } from './opening.rules.ts'
import { orderOf } from './order.queries.ts'
import type { Area, CrossingPoint, PointFact, Registry } from './registry.rules.ts'

const holidays = readCalendars()

/** The whole registry: some hundred rows, read at once and kept in memory by its readers. */
export async function loadRegistry(database: Pick<Database, 'query'>): Promise<Registry> {
  const [instruments, areas, points, facts, orders] = await Promise.all([
    database.query.selectFrom('instrument').selectAll().orderBy('id').execute(),
    database.query.selectFrom('area').selectAll().orderBy('code').orderBy('valid_from').execute(),
    database.query.selectFrom('crossing_point').selectAll().orderBy('id').execute(),
    database.query.selectFrom('crossing_point_fact').selectAll().orderBy('valid_from').execute(),
    database.query.selectFrom('crossing_order').selectAll().orderBy('starts_at').execute(),
  ])
  return {
    instruments: instruments.map((row) => ({
      id: row.id as InstrumentId,
      kind: row.kind,
      title: row.title as Text,
      issuer: row.issuer,
      signedOn: row.signed_on as CivilDate | null,
      source: row.source,
    })),
    areas: areas.map(
      (row): Area => ({
        code: row.code as AreaCode,
        parent: row.parent,
        level: row.level,
        name: { en: row.name_en, native: row.name_native },
        from: row.valid_from as CivilDate,
        until: row.valid_until as CivilDate | null,
        instrument: row.instrument as InstrumentId,
      }),
    ),
    points: points.map((row) => {
      const mine = facts.filter((fact) => fact.point === row.id)
      const dated = <T>(kind: string, side: string): Dated<T>[] =>
        mine
          .filter((fact) => fact.kind === kind && fact.side === side)
          .map((fact) => ({
            from: fact.valid_from as CivilDate,
            until: fact.valid_until as CivilDate | null,
            instrument: fact.instrument as InstrumentId,
            value: fact.value as T,
          }))
      const sides = row.id.slice(0, 5).toUpperCase().split('-') as StateCode[]
      const bySide = <T>(kind: string) => Object.fromEntries(sides.map((side) => [side, dated<T>(kind, side)])) as { [S in StateCode]?: Dated<T>[] }
      return {
        id: row.id as PointId,
        agreement: row.agreement,
        zone: row.zone,
        sides,
        location:
          row.longitude === null || row.latitude === null
            ? null
            : { lonLat: [row.longitude, row.latitude], confidence: row.position_confidence ?? 'C' },
        sourceRow: row.source_row,
        sourceText: row.source_text,
        classes: dated<PointClass>('class', 'both'),
        status: dated<PointStatus>('status', 'both'),
        calendars: bySide<SideCalendar>('calendar'),
        holidays: Object.fromEntries(sides.map((side) => [side, holidays.get(side)?.holidays ?? new Set()])),
        names: bySide<{ readonly [L in Language]?: string }>('name'),
        areas: bySide<AreaCode>('area'),
      } satisfies CrossingPoint
    }),
    orders: orders.map(orderOf),
  }
}

/** The facts on record of a point, in the form they were inserted; undefined when the point is not in the registry. */
export async function findFacts(tx: Tx, id: PointId): Promise<PointFact[] | undefined> {
  const point = await tx.selectFrom('crossing_point').select('id').where('id', '=', id).executeTakeFirst()
  if (!point) return undefined
  const rows = await tx.selectFrom('crossing_point_fact').selectAll().where('point', '=', id).execute()
  return rows.map((row) => ({
    kind: row.kind as PointFact['kind'],
    side: row.side as PointFact['side'],
    value: row.value,
    from: row.valid_from as CivilDate,
    until: row.valid_until as CivilDate | null,
    instrument: row.instrument as InstrumentId,
  }))
}

export async function insertPoint(tx: Tx, { point, facts }: CrossingPointRow): Promise<void> {
  await tx
    .insertInto('crossing_point')
    .values({
      id: point.id,
      agreement: point.agreement,
      zone: point.zone,
      longitude: point.location?.lonLat[0] ?? null,
      latitude: point.location?.lonLat[1] ?? null,
      position_confidence: point.location?.confidence ?? null,
      source_row: point.sourceRow,
      source_text: point.sourceText,
    })
    .execute()
  const rows = facts.map((fact) => ({
    point: point.id,
    kind: fact.kind,
    side: fact.side,
    valid_from: fact.from,
    valid_until: fact.until,
    value: JSON.stringify(fact.value),
    instrument: fact.instrument,
  }))
  await tx.insertInto('crossing_point_fact').values(rows).execute()
}

export type CrossingPointRow = {
  readonly point: Pick<CrossingPoint, 'id' | 'agreement' | 'zone' | 'location' | 'sourceRow' | 'sourceText'>
  readonly facts: readonly PointFact[]
}

/** The rows of these areas that are open end at `until`: that day is the first on which they are no more. */
export async function endAreas(tx: Tx, codes: readonly AreaCode[], until: CivilDate): Promise<void> {
  if (codes.length === 0) return
  await tx
    .updateTable('area')
    .set({ valid_until: until })
    .where('code', 'in', codes)
    .where('valid_from', '<', until)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', until)]))
    .execute()
}

export async function insertAreas(
  tx: Tx,
  areas: readonly Pick<Area, 'code' | 'parent' | 'level' | 'name'>[],
  { from, instrument }: { from: CivilDate; instrument: InstrumentId },
): Promise<void> {
  if (areas.length === 0) return
  const rows = areas.map(({ code, parent, level, name }) => ({
    code,
    parent,
    level,
    name_en: name.en,
    name_native: name.native,
    valid_from: from,
    valid_until: null,
    instrument,
  }))
  await tx.insertInto('area').values(rows).execute()
}
