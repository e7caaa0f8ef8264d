import type { AreaCode, PointId } from '../kernel/code.ts'
import type { CivilDate, ClockTime, Weekday } from '../kernel/time.ts'
import {
  type Correction,
  type KnownPoint,
  type PointLocation,
  type PointSide,
  placeKey,
  type Readings,
  readPlaces,
  type Unresolved,
} from './crossing-table-places.rules.ts'
import { readRow, startOf, type TableRow } from './crossing-table-row.rules.ts'
import { findRows, type RowLines, type TableClass } from './crossing-table-sections.rules.ts'
import { byPosition, encodingFaults, faultAt, readLines, type TableFault } from './crossing-table-text.rules.ts'

/** One row of the official table, read. `id` and areas are null where no reading of its places is known. */
export type TablePoint = {
  readonly id: PointId | null
  readonly class: TableClass
  readonly row: number
  /** The row's lines as they stand in the file, parted by \n. */
  readonly sourceText: string
  readonly opens: ClockTime
  readonly closes: ClockTime
  readonly days: readonly Weekday[]
  readonly openedOn: CivilDate
  readonly th: PointSide
  readonly kh: PointSide
  readonly location: PointLocation | null
}

type ResolvedSide = PointSide & { readonly area: AreaCode }
/** A row that may enter the registry: its point and both areas are known. */
export type CrossingRow = Omit<TablePoint, 'id' | 'th' | 'kh'> & { readonly id: PointId; readonly th: ResolvedSide; readonly kh: ResolvedSide }

export type CrossingTable = {
  readonly points: readonly TablePoint[]
  readonly corrections: readonly Correction[]
  readonly unresolved: readonly Unresolved[]
  /** `table.unresolved` for each row that may be shown but not imported. */
  readonly notImportable: readonly TableFault[]
}
export type TableOutcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly TableFault[] }

/**
 * Reads the official table of crossing points out of its document.
 * @param text the file, decoded from UTF-8 (undecodable bytes as U+FFFD)
 * @param readings what is known of the first table's rows; used only where class, row and text are the same
 * @param today in UTC+7: an opening date after it is refused
 * @returns every row with what was corrected and what stays open, or every fault of the file by line and column
 */
export function readCrossingTable(text: string, readings: Readings, today: CivilDate): TableOutcome<CrossingTable> {
  const lines = readLines(text)
  const undecodable = encodingFaults(lines)
  if (undecodable.length > 0) return { ok: false, faults: undecodable }

  const found = findRows(lines)
  const read = found.rows.map((row) => readRow(row, today))
  const rows = read.flatMap((row) => (row.ok ? [row.value] : []))
  const faults = [...found.faults, ...read.flatMap((row) => (row.ok ? [] : row.faults)), ...numberFaults(found.rows), ...placeFaults(rows)]
  if (faults.length > 0) return { ok: false, faults: faults.sort(byPosition) }

  const places = rows.map((row) => ({ row, places: readPlaces(row, knownFor(row, readings)) }))
  const points = places.map(({ row, places: { id, th, kh, location } }) => toPoint(row, { id, th, kh, location }))
  return {
    ok: true,
    value: {
      points,
      corrections: places.flatMap((row) => row.places.corrections),
      unresolved: places.flatMap((row) => row.places.unresolved),
      notImportable: places.flatMap(({ row, places: { id } }) => (id === null ? [faultAt('table.unresolved', row.letters, startOf(row))] : [])),
    },
  }
}

/** All rows or none: a table with one unknown place is not half imported. */
export function importableRows(table: CrossingTable): TableOutcome<readonly CrossingRow[]> {
  if (table.notImportable.length > 0) return { ok: false, faults: table.notImportable }
  return { ok: true, value: table.points.flatMap((point) => toCrossingRow(point) ?? []) }
}

function toCrossingRow(point: TablePoint): CrossingRow | undefined {
  const { id, th, kh } = point
  if (id === null || th.area === null || kh.area === null) return undefined
  return { ...point, id, th: { ...th, area: th.area }, kh: { ...kh, area: kh.area } }
}

function toPoint(row: TableRow, places: Pick<TablePoint, 'id' | 'th' | 'kh' | 'location'>): TablePoint {
  const { number, sourceText, opens, closes, days, openedOn } = row
  const { id, th, kh, location } = places
  return { id, class: row.class, row: number, sourceText, opens, closes, days, openedOn, th, kh, location }
}

const knownFor = (row: TableRow, readings: Readings): KnownPoint | undefined =>
  readings.find((known) => known.class === row.class && known.row === row.number)

/** Rows of a class are numbered 1, 2, 3 …: a gap means that a row is lost, a number twice that one came in. */
function numberFaults(rows: readonly RowLines[]): TableFault[] {
  const seen = new Set<string>()
  const expected = { permanent: 1, relaxed: 1 }
  return rows.flatMap((row) => {
    const key = `${row.class} ${row.number}`
    const repeated = seen.has(key)
    const next = row.number === expected[row.class]
    seen.add(key)
    if (!repeated) expected[row.class] = row.number + 1
    return repeated || !next ? [faultAt(repeated ? 'table.row-duplicate' : 'table.row-malformed', row.letters, startOf(row))] : []
  })
}

/** The same pair of places under another number. */
function placeFaults(rows: readonly TableRow[]): TableFault[] {
  const seen = new Map<string, number>()
  return rows.flatMap((row) => {
    const key = `${row.class} ${placeKey(row)}`
    const first = seen.get(key)
    if (first === undefined) seen.set(key, row.number)
    return first !== undefined && first !== row.number ? [faultAt('table.row-duplicate', row.th, startOf(row))] : []
  })
}
