import type { CivilDate, Weekday } from '../kernel/time.ts'
import type { RowLines } from './crossing-table-sections.rules.ts'
import { endOf, faultAt, type Letters, type Position, type TableFault, textOf, trim } from './crossing-table-text.rules.ts'
import { type Hours, hoursLength, hoursStart, missingAt, type Reading, readDays, readHours, readOpeningDate } from './crossing-table-words.rules.ts'

/** The columns about places, as the file writes them. */
export type PlaceCells = { readonly province: Letters; readonly th: Letters; readonly kh: Letters }
/** One row read, its places still as written. */
export type TableRow = RowLines & PlaceCells & Hours & { readonly days: readonly Weekday[]; readonly openedOn: CivilDate }

/** Reads `NUMBER province - Thai place - Cambodian place HOURS days เปิด date`; every fault of the row is named. */
export function readRow(row: RowLines, today: CivilDate): Reading<TableRow> {
  const shuffled = shuffledAt(row)
  if (shuffled) return { ok: false, faults: [faultAt('table.columns', shuffled, startOf(row))] }
  const rowEnd = endOf(row.letters, startOf(row))
  const cells = readCells(row)
  const from = hoursFrom(row)
  const opened = openedFrom(row)
  if (from < 0) return { ok: false, faults: [hoursMissing(row)] }

  const afterCells = row.letters.slice(from, opened < 0 ? undefined : opened)
  const hours = readHours(afterCells, rowEnd)
  // Without its last column the row is cut off: what stands before the cut is not called a wrong weekday.
  if (opened < 0) {
    const others = faultsOf(hours).filter((fault) => fault.code !== 'table.row-malformed')
    return { ok: false, faults: [...faultsOf(cells), ...others, missingAt(row.letters, rowEnd)] }
  }
  const daysFrom = hoursLength(afterCells)
  // Hours without the form of hours have no end, so the days have no start: the hours' fault stands for both.
  const days: Reading<readonly Weekday[]> =
    daysFrom === 0 ? { ok: false, faults: [] } : readDays(trim(row.letters.slice(from + daysFrom, opened)), rowEnd)
  const openedOn = readOpeningDate(row.letters.slice(opened + openedWord.length), today, rowEnd)
  if (!cells.ok || !hours.ok || !days.ok || !openedOn.ok) return { ok: false, faults: [cells, hours, days, openedOn].flatMap(faultsOf) }
  const { opens, closes } = hours.value
  return { ok: true, value: { ...row, ...cells.value, opens, closes, days: days.value, openedOn: openedOn.value } }
}

/** The three columns before the hours, parted by dashes. The Thai side has its province in a column of its own, the Cambodian one in its text. */
export function readCells(row: RowLines): Reading<PlaceCells> {
  const from = hoursFrom(row)
  const body = trim(row.letters.slice(row.numberLength, from < 0 ? openedEnd(row) : from))
  const [province = [], th = [], kh = [], ...more] = splitAtDashes(body)
  const end = endOf(body, startOf(row))
  if (province.length === 0 || th.length === 0 || kh.length === 0) return { ok: false, faults: [missingAt(body, end)] }
  const extra = more[0]
  if (extra) return { ok: false, faults: [faultAt('table.columns', extra, end)] }
  if (/[.\d]/.test(textOf(province))) return { ok: false, faults: [faultAt('table.columns', province, end)] }
  if (provinceWord.test(textOf(th))) return { ok: false, faults: [faultAt('table.columns', th, end)] }
  if (!districtWord.test(textOf(th))) return { ok: false, faults: [faultAt('table.row-malformed', th, end)] }
  if (!provinceWord.test(textOf(kh))) return { ok: false, faults: [faultAt('table.row-malformed', kh, end)] }
  return { ok: true, value: { province, th, kh } }
}

export const startOf = (row: RowLines): Position => row.letters[0] ?? { line: 1, column: 1 }

const openedWord = 'เปิด'
const provinceWord = /(?:^| )(?:จ\.|จังหวัด|กรุง)/
const districtWord = /(?:^| )(?:อ\.|อำเภอ|กิ่งอ\.|กิ่งอำเภอ)/

const faultsOf = (reading: Reading<unknown>): readonly TableFault[] => (reading.ok ? [] : reading.faults)
const hoursFrom = (row: RowLines): number => {
  const found = textOf(row.letters).slice(row.numberLength).search(hoursStart)
  return found < 0 ? -1 : found + row.numberLength
}
const openedFrom = (row: RowLines): number => textOf(row.letters).indexOf(openedWord, Math.max(0, hoursFrom(row)))
const openedEnd = (row: RowLines): number => (openedFrom(row) < 0 ? row.letters.length : openedFrom(row))

/** Days or date before the hours, or nothing but hours before the places: the columns stand in another order. */
function shuffledAt(row: RowLines): Letters | undefined {
  const from = hoursFrom(row)
  if (from < 0) return undefined
  const before = textOf(row.letters.slice(row.numberLength, from))
  const early = before.search(/(?:ของ)?ทุกวัน|วัน(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)|เปิด ?(?:วันที่ ?)?\d/)
  if (early >= 0) return row.letters.slice(row.numberLength + early)
  return before.includes('-') ? undefined : row.letters.slice(before.trim() === '' ? from : row.numberLength)
}

/** Hours that are there but not written as hours ("7 – 20 น."), or not there at all. */
function hoursMissing(row: RowLines): TableFault {
  const end = endOf(row.letters, startOf(row))
  const unreadable = textOf(row.letters).search(/\d{1,4} ?(?:- ?\d{1,4} ?)?น\./)
  if (unreadable >= row.numberLength) return faultAt('table.hour-invalid', row.letters.slice(unreadable), end)
  const opened = openedFrom(row)
  return opened < 0 ? missingAt(row.letters, end) : faultAt('table.row-malformed', row.letters.slice(opened), end)
}

function splitAtDashes(letters: Letters): Letters[] {
  const parts: Letters[] = []
  let rest = letters
  for (let dash = 0; dash >= 0; ) {
    dash = rest.findIndex((letter) => letter.char === '-')
    parts.push(trim(dash < 0 ? rest : rest.slice(0, dash)))
    rest = rest.slice(dash + 1)
  }
  return parts
}
