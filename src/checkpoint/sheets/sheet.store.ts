import { sql } from 'kysely'
import type { CommandId } from '../../kernel/code.ts'
import { borderZone, civilDateAt, type Instant } from '../../kernel/time.ts'
import type { VehicleClass } from '../../kernel/vehicle.ts'
import type { Direction } from '../../places/order.rules.ts'
import type { Tx } from '../../platform/database.ts'
import type { GoodsLine } from './goods-sheet.rules.ts'
import { cellOfSheet, type GoodsSheetRow, type VehicleSheetRow } from './sheet.queries.ts'
import type { Plates, Rider } from './vehicle-sheet.rules.ts'

/** Two sheets seldom wait for one counter; a sheet is always counted in the same. */
const shardOf = (id: string): number => cellOfSheet(id) % 8

export type NewVehicleSheet = Plates & {
  readonly id: CommandId
  readonly replaces: VehicleSheetRow | undefined
  readonly point: string
  readonly lane: string
  readonly direction: Direction
  readonly occurredAt: Instant
  readonly class: VehicleClass
  readonly wheels: number
  readonly riders: readonly (Rider & { readonly cell: number })[]
  readonly recordedAt: Instant
  readonly recordedBy: string
}

export async function insertVehicleSheet(tx: Tx, sheet: NewVehicleSheet): Promise<void> {
  const { id, point, direction, plate, trailer, replaces } = sheet
  const day = civilDateAt(sheet.occurredAt, borderZone)
  if (replaces) await closeVehicleSheet(tx, replaces, id)
  await tx
    .insertInto('vehicle_sheet')
    .values({
      cell: cellOfSheet(id),
      id,
      root: replaces?.root ?? id,
      replaces: replaces?.id ?? null,
      replaced_by: null,
      point,
      lane: sheet.lane,
      direction,
      occurred_at: sheet.occurredAt,
      day,
      class: sheet.class,
      wheels: sheet.wheels,
      plate: plate?.written ?? null,
      plate_state: plate?.state ?? null,
      plate_normal: plate?.normal ?? null,
      plate_province: plate?.province ?? null,
      trailer: trailer?.written ?? null,
      trailer_state: trailer?.state ?? null,
      trailer_normal: trailer?.normal ?? null,
      trailer_province: trailer?.province ?? null,
      recorded_at: sheet.recordedAt,
      recorded_by: sheet.recordedBy,
    })
    .execute()
  // In one order always: of two sheets with the same riders one waits, and neither for the other.
  const riders = sheet.riders.toSorted((one, other) => (one.movement < other.movement ? -1 : 1))
  await tx
    .insertInto('vehicle_sheet_rider')
    .values(riders.map(({ cell, movement, seat }) => ({ cell, movement, sheet: id, point, seat, current: true })))
    .execute()
  await countVehicle(tx, { id, point, day, class: sheet.class, direction }, 1)
}

/** The old sheet stays as it was; its riders are free for the new one, and its count is taken back. */
async function closeVehicleSheet(tx: Tx, old: VehicleSheetRow, by: CommandId): Promise<void> {
  await tx.updateTable('vehicle_sheet').set({ replaced_by: by }).where('cell', '=', old.cell).where('id', '=', old.id).execute()
  await tx.updateTable('vehicle_sheet_rider').set({ current: false }).where('sheet', '=', old.id).execute()
  await countVehicle(tx, old, -1)
}

const countVehicle = (
  tx: Tx,
  { id, point, day, class: kind, direction }: { id: string; point: string; day: string; class: string; direction: string },
  n: 1 | -1,
) =>
  sql`insert into vehicle_count_day as c (shard, point, day, class, direction, n) values (${shardOf(id)}, ${point}, ${day}, ${kind}, ${direction}, ${n})
    on conflict (shard, point, day, class, direction) do update set n = c.n + excluded.n`.execute(tx)

export type NewGoodsSheet = {
  readonly id: CommandId
  readonly cell: number
  readonly movement: string | null
  /** The first of the vehicle's sheets. */
  readonly vehicle: string | null
  readonly replaces: GoodsSheetRow | undefined
  readonly point: string
  readonly direction: string
  readonly day: string
  readonly lines: readonly (GoodsLine & { readonly customsReference: string | null; readonly photo: Uint8Array | null })[]
  readonly recordedAt: Instant
  readonly recordedBy: string
}

export async function insertGoodsSheet(tx: Tx, sheet: NewGoodsSheet): Promise<void> {
  const { id, cell, point, replaces } = sheet
  if (replaces) {
    await tx.updateTable('goods_sheet').set({ replaced_by: id }).where('cell', '=', replaces.cell).where('id', '=', replaces.id).execute()
    await countGoods(tx, replaces, -1)
  }
  await tx
    .insertInto('goods_sheet')
    .values({
      cell,
      id,
      movement: sheet.movement,
      vehicle: sheet.vehicle,
      replaces: replaces?.id ?? null,
      replaced_by: null,
      point,
      direction: sheet.direction,
      day: sheet.day,
      recorded_at: sheet.recordedAt,
      recorded_by: sheet.recordedBy,
    })
    .execute()
  await tx
    .insertInto('goods_line')
    .values(
      sheet.lines.map(({ customsReference, photo, quantity, value, chapter, nature, unit, currency }, index) => ({
        cell,
        sheet: id,
        line: index + 1,
        point,
        chapter,
        nature,
        quantity: quantity.toFixed(3),
        unit,
        value: value.toFixed(2),
        currency,
        customs_reference: customsReference,
        photo: photo && Buffer.from(photo),
      })),
    )
    .execute()
  await countGoods(tx, { id, cell }, 1)
}

/** Counted from the rows themselves, in the order of the counters' keys, so that two sheets never wait for each other in a ring. */
async function countGoods(tx: Tx, { id, cell }: { readonly id: string; readonly cell: number }, sign: 1 | -1): Promise<void> {
  for (const [table, measure, amount] of [
    ['goods_quantity_day', 'unit', 'quantity'],
    ['goods_value_day', 'currency', 'value'],
  ] as const) {
    const [counted, by, what] = [sql.table(table), sql.ref(measure), sql.ref(amount)]
    await sql`insert into ${counted} as c (shard, point, day, chapter, direction, nature, ${by}, n, ${what})
      select ${shardOf(id)}, s.point, s.day, l.chapter, s.direction, l.nature, l.${by}, ${sign}::int * count(*), ${sign}::int * sum(l.${what})
      from goods_sheet s join goods_line l on l.cell = s.cell and l.sheet = s.id
      where s.cell = ${cell} and s.id = ${id}
      group by s.point, s.day, l.chapter, s.direction, l.nature, l.${by} order by l.chapter, l.nature, l.${by}
      on conflict (shard, point, day, chapter, direction, nature, ${by}) do update set n = c.n + excluded.n, ${what} = c.${what} + excluded.${what}`.execute(
      tx,
    )
  }
}
