import type { ColumnType } from 'kysely'

/** Tables of db/0035-sheets.sql. A numeric comes back as text. */
export type SheetTables = {
  vehicle_sheet: VehicleSheetTable
  vehicle_sheet_rider: VehicleSheetRiderTable
  goods_sheet: GoodsSheetTable
  goods_line: GoodsLineTable
  vehicle_count_day: VehicleCountDayTable
  goods_quantity_day: GoodsQuantityDayTable
  goods_value_day: GoodsValueDayTable
}

type Numeric = ColumnType<string, number | string, number | string>

type VehicleSheetTable = {
  cell: number
  id: string
  root: string
  replaces: string | null
  replaced_by: string | null
  point: string
  lane: string
  direction: string
  occurred_at: string
  day: string
  class: string
  wheels: number
  plate: string | null
  plate_state: string | null
  plate_normal: string | null
  plate_province: string | null
  trailer: string | null
  trailer_state: string | null
  trailer_normal: string | null
  trailer_province: string | null
  recorded_at: string
  recorded_by: string
}
type VehicleSheetRiderTable = { cell: number; movement: string; sheet: string; point: string; seat: string; current: boolean }
type GoodsSheetTable = {
  cell: number
  id: string
  movement: string | null
  vehicle: string | null
  replaces: string | null
  replaced_by: string | null
  point: string
  direction: string
  day: string
  recorded_at: string
  recorded_by: string
}
type GoodsLineTable = {
  cell: number
  sheet: string
  line: number
  point: string
  chapter: string
  nature: string
  quantity: Numeric
  unit: string
  value: Numeric
  currency: string
  customs_reference: string | null
  photo: Buffer | null
}
type VehicleCountDayTable = { shard: number; point: string; day: string; class: string; direction: string; n: number }
type GoodsCounted = { shard: number; point: string; day: string; chapter: string; direction: string; nature: string; n: number }
type GoodsQuantityDayTable = GoodsCounted & { unit: string; quantity: Numeric }
type GoodsValueDayTable = GoodsCounted & { currency: string; value: Numeric }
