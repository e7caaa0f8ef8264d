import type { Instant } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import { differencesOf, type GoodsDifference, mayReplace, type Replacer } from './goods-sheet.rules.ts'
import {
  driversNow,
  findVehicleSheet,
  type GoodsLineRow,
  type GoodsSheetRow,
  linesOf,
  ridersOf,
  type UndoneRide,
  undoneOf,
  type VehicleSheetRow,
} from './sheet.queries.ts'

type ShownPlate = { readonly written: string; readonly state: string; readonly normal: string; readonly province: string | null }

/** A vehicle sheet as an answer shows it. */
export type VehicleSheet = {
  readonly id: string
  readonly root: string
  readonly replaces: string | null
  readonly replacedBy: string | null
  readonly point: string
  readonly lane: string
  readonly direction: string
  readonly occurredAt: string
  readonly recordedAt: string
  readonly day: string
  readonly class: string
  readonly wheels: number
  readonly plate: ShownPlate | null
  readonly trailer: ShownPlate | null
  readonly driver: string
  readonly passengers: readonly string[]
  /** Movements of riders that were undone after the sheet was written: it wants a correction. */
  readonly undone: readonly UndoneRide[]
}

export type GoodsSheet = {
  readonly id: string
  readonly movement: string | null
  readonly vehicleSheet: string | null
  readonly replaces: string | null
  readonly replacedBy: string | null
  readonly point: string
  readonly direction: string
  readonly day: string
  readonly recordedAt: string
  /** Its own movement was undone, or that of who drives its vehicle. */
  readonly undone: UndoneRide | null
  /** By the caller, now. */
  readonly mayReplace: boolean
  readonly lines: readonly Omit<GoodsLineRow, 'sheet'>[]
  readonly differences: readonly GoodsDifference[]
}

export async function readVehicleSheet(tx: Tx, id: string): Promise<VehicleSheet | undefined> {
  const row = await findVehicleSheet(tx, id)
  return row && (await vehicleSheetsShown(tx, [row]))[0]
}

export async function vehicleSheetsShown(tx: Tx, rows: readonly VehicleSheetRow[]): Promise<VehicleSheet[]> {
  const all = await ridersOf(
    tx,
    rows.map(({ id }) => id),
  )
  const riders = Map.groupBy(all, ({ sheet }) => sheet)
  const undone = await undoneOf(
    tx,
    all.map(({ movement }) => movement),
  )
  return rows.map((row) => {
    const ride = (seat: string) => (riders.get(row.id) ?? []).filter((rider) => rider.seat === seat).map(({ movement }) => movement)
    return {
      id: row.id,
      root: row.root,
      replaces: row.replaces,
      replacedBy: row.replaced_by,
      point: row.point,
      lane: row.lane,
      direction: row.direction,
      occurredAt: row.occurred_at,
      recordedAt: row.recorded_at,
      day: row.day,
      class: row.class,
      wheels: row.wheels,
      plate: plateOf(row.plate, row.plate_state, row.plate_normal, row.plate_province),
      trailer: plateOf(row.trailer, row.trailer_state, row.trailer_normal, row.trailer_province),
      driver: ride('driver')[0] ?? '',
      passengers: ride('passenger'),
      undone: (riders.get(row.id) ?? []).flatMap(({ movement }) => undone.get(movement) ?? []),
    }
  })
}

const plateOf = (written: string | null, state: string | null, normal: string | null, province: string | null): ShownPlate | null =>
  written === null || state === null || normal === null ? null : { written, state, normal, province }

/** Sheets of one point, as this caller sees them. */
export async function goodsSheetsShown(tx: Tx, rows: readonly GoodsSheetRow[], by: Replacer): Promise<GoodsSheet[]> {
  const drivers = await driversNow(
    tx,
    rows.flatMap(({ vehicle }) => vehicle ?? []),
  )
  const broughtBy = ({ movement, vehicle }: GoodsSheetRow): string => movement ?? drivers.get(vehicle ?? '') ?? ''
  const undone = await undoneOf(tx, rows.map(broughtBy).filter(Boolean))
  const bySheet = Map.groupBy(await linesOf(tx, rows), ({ sheet }) => sheet)
  return rows.map((row) => {
    const lines = bySheet.get(row.id) ?? []
    return {
      id: row.id,
      movement: row.movement,
      vehicleSheet: row.vehicle,
      replaces: row.replaces,
      replacedBy: row.replaced_by,
      point: row.point,
      direction: row.direction,
      day: row.day,
      recordedAt: row.recorded_at,
      undone: undone.get(broughtBy(row)) ?? null,
      mayReplace: row.replaced_by === null && mayReplace({ recordedBy: row.recorded_by, recordedAt: row.recorded_at as Instant }, by),
      lines: lines.map(({ sheet: _, ...line }) => line),
      differences: differencesOf(lines),
    }
  })
}
