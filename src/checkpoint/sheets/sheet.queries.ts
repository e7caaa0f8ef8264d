import { sql } from 'kysely'
import { type CommandId, madeAtMs } from '../../kernel/code.ts'
import { instantOfMs } from '../../kernel/time.ts'
import type { Database, Tx } from '../../platform/database.ts'
import { type Cell, cellOf, everyCell, type HolderBoundId } from '../../platform/ids.ts'
import type { GoodsLine, Replacer } from './goods-sheet.rules.ts'
import type { Seat, SheetMovement } from './vehicle-sheet.rules.ts'

type Query = Database['query'] | Tx

/** A sheet's own cell: a vehicle belongs to no holder. */
export const cellOfSheet = (id: string): number => cellOf(id as HolderBoundId)

/** Who crossed by it, and with what. */
export type FoundMovement = SheetMovement & {
  readonly cell: Cell
  readonly holder: HolderBoundId
  readonly lane: string
  readonly documentIssuer: string | null
  readonly documentNumber: string | null
}

/** Movements by their ids, as far as the caller may see them. */
export async function findMovements(query: Query, ids: readonly CommandId[]): Promise<FoundMovement[]> {
  const madeAt = ids.map((id) => instantOfMs(madeAtMs(id)))
  const { rows } = await sql<FoundMovement>`
    -- One that was undone let nobody through.
    select m.id, m.cell, m.holder_id as holder, m.point, m.lane, m.direction, case when m.undone_at is null then m.outcome else 'refuse' end as outcome, m.occurred_at as "occurredAt",
      m.document_issuer as "documentIssuer", m.document_number as "documentNumber"
    from unnest(${ids}::uuid[], ${madeAt}::timestamptz[]) as w (id, made_at)
    cross join lateral (
      select * from movement where movement.cell = any(${everyCell}::smallint[]) and movement.id = w.id and movement.made_at = w.made_at limit 1) m`.execute(
    query,
  )
  return rows
}

export type VehicleSheetRow = Awaited<ReturnType<typeof selectVehicles>>[number]

const selectVehicles = (query: Query, where: (select: ReturnType<typeof vehicles>) => ReturnType<typeof vehicles>) => where(vehicles(query)).execute()
const vehicles = (query: Query) => query.selectFrom('vehicle_sheet').selectAll()

export async function findVehicleSheet(query: Query, id: string): Promise<VehicleSheetRow | undefined> {
  const [row] = await selectVehicles(query, (select) => select.where('cell', '=', cellOfSheet(id)).where('id', '=', id))
  return row
}

/** Locked: whoever replaces it waits for whoever replaces it too. */
export const lockVehicleSheet = (tx: Tx, id: string): Promise<VehicleSheetRow | undefined> =>
  vehicles(tx).where('cell', '=', cellOfSheet(id)).where('id', '=', id).forUpdate().executeTakeFirst()

export type Page = { readonly point: string; readonly day: string; readonly before: string | undefined; readonly limit: number }

/** A day's sheets at a point, replaced ones too, the latest first. */
export const vehicleSheetsOf = (query: Query, { point, day, before, limit }: Page): Promise<VehicleSheetRow[]> =>
  selectVehicles(query, (select) =>
    select
      .where('point', '=', point)
      .where('day', '=', day)
      .$if(before !== undefined, (more) => more.where('id', '<', before ?? ''))
      .orderBy('id', 'desc')
      .limit(limit),
  )

export async function ridersOf(query: Query, sheets: readonly string[]) {
  if (sheets.length === 0) return []
  const rows = await query
    .selectFrom('vehicle_sheet_rider')
    .select(['sheet', 'movement', 'seat'])
    .where('sheet', 'in', sheets)
    .orderBy('movement')
    .execute()
  return rows.map((row) => ({ ...row, seat: row.seat as Seat }))
}

export type UndoneRide = { readonly movement: string; readonly at: string; readonly by: string | null }

/** Which of these movements were undone since, when and by whom. */
export async function undoneOf(query: Query, ids: readonly string[]): Promise<ReadonlyMap<string, UndoneRide>> {
  if (ids.length === 0) return new Map()
  const madeAt = ids.map((id) => instantOfMs(madeAtMs(id as CommandId)))
  const { rows } = await sql<UndoneRide>`
    select m.id as movement, m.undone_at as at, m.undone_by as by from unnest(${ids}::uuid[], ${madeAt}::timestamptz[]) as w (id, made_at)
    cross join lateral (
      select id, undone_at, undone_by from movement where movement.cell = any(${everyCell}::smallint[]) and movement.id = w.id and movement.made_at = w.made_at limit 1) m
    where m.undone_at is not null`.execute(query)
  return new Map(rows.map((row) => [row.movement, row]))
}

/** The vehicle sheet that a movement stands on now. */
export async function currentSheetOf(query: Query, { id, cell }: Pick<SheetMovement, 'id' | 'cell'>): Promise<VehicleSheetRow | undefined> {
  const rider = await query
    .selectFrom('vehicle_sheet_rider')
    .select('sheet')
    .where('cell', '=', cell)
    .where('movement', '=', id)
    .where('current', '=', true)
    .executeTakeFirst()
  return rider && findVehicleSheet(query, rider.sheet)
}

/** Who drives, by the sheets' first ones: a vehicle sheet may have been replaced, by one with another driver. */
export async function driversNow(query: Query, roots: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rootOf = new Map<string, string>()
  for (let asked = new Map([...new Set(roots)].map((root) => [root, root])); asked.size > 0; ) {
    const ids = [...asked.keys()]
    const rows = await query
      .selectFrom('vehicle_sheet')
      .select(['id', 'replaced_by'])
      .where('cell', 'in', [...new Set(ids.map(cellOfSheet))])
      .where('id', 'in', ids)
      .execute()
    const replaced = rows.flatMap(({ id, replaced_by }) => (replaced_by === null ? [] : [[replaced_by, asked.get(id) ?? ''] as const]))
    for (const { id, replaced_by } of rows) if (replaced_by === null) rootOf.set(id, asked.get(id) ?? '')
    asked = new Map(replaced)
  }
  const riders = await ridersOf(query, [...rootOf.keys()])
  return new Map(riders.flatMap(({ sheet, movement, seat }) => (seat === 'driver' ? [[rootOf.get(sheet) ?? '', movement] as const] : [])))
}

export type GoodsSheetRow = Awaited<ReturnType<typeof goodsSheetsOf>>[number]
const goods = (query: Query) => query.selectFrom('goods_sheet').selectAll()

/** `by`: of those that stand, what this caller may replace. */
export const goodsSheetsOf = (query: Query, { point, day, before, limit }: Page, by?: Replacer) =>
  goods(query)
    .where('point', '=', point)
    .where('day', '=', day)
    .$if(by !== undefined, (mine) => mine.where('replaced_by', 'is', null))
    .$if(by !== undefined && !by.leads, (mine) =>
      mine.where('recorded_by', '=', by?.account ?? '').where('recorded_at', '>=', by?.shiftBegan ?? 'infinity'),
    )
    .$if(before !== undefined, (more) => more.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** Its cell is its subject's: looked for in all of them. */
export const findGoodsSheet = (query: Query, id: string) => goods(query).where('cell', 'in', everyCell).where('id', '=', id).executeTakeFirst()
export const lockGoodsSheet = (tx: Tx, id: string) => goods(tx).where('cell', 'in', everyCell).where('id', '=', id).forUpdate().executeTakeFirst()

/** The goods of a movement itself, and those of a vehicle (by its first sheet), as they stand now. */
export const currentGoodsOf = (
  query: Query,
  of: { readonly cell: number; readonly movement: string } | { readonly cell: number; readonly vehicle: string },
) =>
  goods(query)
    .where('cell', '=', of.cell)
    .where('movement' in of ? 'movement' : 'vehicle', '=', 'movement' in of ? of.movement : of.vehicle)
    .where('replaced_by', 'is', null)
    .execute()

export type GoodsLineRow = GoodsLine & {
  readonly sheet: string
  readonly line: number
  readonly customsReference: string | null
  readonly hasPhoto: boolean
}

export async function linesOf(query: Query, sheets: readonly { readonly cell: number; readonly id: string }[]): Promise<GoodsLineRow[]> {
  const { rows } = await sql<GoodsLineRow & { quantity: string; value: string }>`
    select l.sheet, l.line, l.chapter, l.nature, l.quantity, l.unit, l.value, l.currency, l.customs_reference as "customsReference", l.photo is not null as "hasPhoto"
    from unnest(${sheets.map(({ cell }) => cell)}::smallint[], ${sheets.map(({ id }) => id)}::uuid[]) as w (cell, id)
    join goods_line l on l.cell = w.cell and l.sheet = w.id order by l.sheet, l.line`.execute(query)
  return rows.map((row) => ({ ...row, quantity: Number(row.quantity), value: Number(row.value) }))
}

export async function findLinePhoto(query: Query, sheet: { readonly cell: number; readonly id: string }, line: number): Promise<Buffer | undefined> {
  const row = await query
    .selectFrom('goods_line')
    .select('photo')
    .where('cell', '=', sheet.cell)
    .where('sheet', '=', sheet.id)
    .where('line', '=', line)
    .executeTakeFirst()
  return row?.photo ?? undefined
}

export type Days = { readonly point: string; readonly from: string; readonly until: string }

/** Days from `from` up to, not with, `until`. */
export const vehicleCounts = (query: Query, { point, from, until }: Days) =>
  query
    .selectFrom('vehicle_count_day')
    .select(['point', 'day', 'class', 'direction'])
    .select(({ fn }) => fn.sum<number>('n').as('count'))
    .where('point', '=', point)
    .where('day', '>=', from)
    .where('day', '<', until)
    .groupBy(['point', 'day', 'class', 'direction'])
    .having(({ fn }) => fn.sum('n'), '>', 0)
    .orderBy('day')
    .orderBy('class')
    .orderBy('direction')
    .execute()

export type GoodsCount = {
  readonly point: string
  readonly day: string
  readonly chapter: string
  readonly direction: string
  readonly nature: string
  /** A unit of quantity, or a currency. */
  readonly measure: string
  readonly lines: number
  readonly sum: number
}

export async function goodsCounts(query: Query, { point, from, until }: Days): Promise<{ quantities: GoodsCount[]; values: GoodsCount[] }> {
  const read = async (table: 'goods_quantity_day' | 'goods_value_day', measure: 'unit' | 'currency', amount: 'quantity' | 'value') => {
    const { rows } = await sql<GoodsCount & { sum: string }>`
      select point, day, chapter, direction, nature, ${sql.ref(measure)} as measure, sum(n)::int as lines, sum(${sql.ref(amount)}) as sum
      from ${sql.table(table)} where point = ${point} and day >= ${from} and day < ${until}
      group by 1, 2, 3, 4, 5, 6 having sum(n) > 0 order by 2, 3, 4, 5, 6`.execute(query)
    return rows.map((row) => ({ ...row, sum: Number(row.sum) }))
  }
  return { quantities: await read('goods_quantity_day', 'unit', 'quantity'), values: await read('goods_value_day', 'currency', 'value') }
}
