import type { PointClass } from '../instruments/law.rules.ts'
import { endOf, faultAt, joinLines, type Letters, type Line, type TableFault, textOf } from './crossing-table-text.rules.ts'
import { monthPattern } from './crossing-table-words.rules.ts'

/** The two classes the official table knows (a third, temporary, has no table). */
export const tableClasses = ['permanent', 'relaxed'] as const satisfies readonly PointClass[]
export type TableClass = (typeof tableClasses)[number]

/** The lines of one row, still unread: `letters` is the joined, folded text from its number on. */
export type RowLines = {
  readonly class: TableClass
  readonly number: number
  readonly sourceText: string
  readonly letters: Letters
  readonly numberLength: number
}

/**
 * Finds the tables in the document by their headings, each with the header line below, and cuts them into rows.
 * Prose before the tables, between them and after a blank line is left alone; anything else that is not a row is a fault.
 */
export function findRows(lines: readonly Line[]): { readonly rows: readonly RowLines[]; readonly faults: readonly TableFault[] } {
  const starts = findSections(lines)
  if (starts.length === 0) return { rows: [], faults: [{ code: 'table.empty', line: 1, column: 1, source: '' }] }
  const sections = starts.map((start, index) => readSection(lines, start, starts[index + 1]?.heading ?? lines.length))
  return { rows: sections.flatMap((section) => section.rows), faults: sections.flatMap((section) => section.faults) }
}

function readSection(lines: readonly Line[], start: SectionStart, end: number): { rows: readonly RowLines[]; faults: readonly TableFault[] } {
  const body = lines.slice(start.header, end)
  const headerLength = headerLinesOf(body)
  const found = cutRows(body.slice(headerLength), start.class)
  const missing = start.class === undefined ? 'table.columns' : found.rows.length === 0 ? 'table.empty' : undefined
  const heading = faultAt(missing ?? 'table.empty', lines[start.heading]?.letters ?? [], { line: start.heading + 1, column: 1 })
  return { rows: found.rows, faults: [...(missing ? [heading] : []), ...headerFaults(body.slice(0, headerLength), body[0]), ...found.faults] }
}

/** Lines of the official header, in this order, whatever the line breaks. */
const columns = ['ลำดับ', 'จังหวัด', 'พื้นที่ของไทย', 'พื้นที่ของกัมพูชา', 'เวลา', 'เปิด-ปิด', 'หมายเหตุ'] as const
const columnWords = /ลำดับ|จังหวัด|พื้นที่ของไทย|พื้นที่ของกัมพูชา|เวลา|เปิด ?- ?ปิด|หมายเหตุ/g
const rowLettersMax = 2_000

type SectionStart = { readonly class: TableClass | undefined; readonly heading: number; readonly header: number }

/** A section begins where a header line follows a heading, or where row 1 follows a class heading (the header is then missing). */
function findSections(lines: readonly Line[]): SectionStart[] {
  const written = lines.flatMap((line, index) => (line.text === '' ? [] : [{ index, line }]))
  return written.flatMap(({ index, line }, at): SectionStart[] => {
    if (isHeader(line)) return at === 0 ? [{ class: undefined, heading: index, header: index }] : []
    const next = written[at + 1]
    if (!next) return []
    const headingClass = classOf(line.text)
    const headed = isHeader(next.line) || (headingClass !== undefined && next.line.text.startsWith('1 '))
    return headed ? [{ class: headingClass, heading: index, header: next.index }] : []
  })
}

const isHeader = (line: Line): boolean => !rowStart(line.text) && new Set(line.text.match(columnWords)).size >= 3

function classOf(heading: string): TableClass | undefined {
  if (/จุดผ่านแดนถาวร ?:?$/.test(heading)) return 'permanent'
  return /จุดผ่อนปรน ?:?$/.test(heading) ? 'relaxed' : undefined
}

function headerLinesOf(body: readonly Line[]): number {
  const end = body.findIndex((line) => line.text === '' || rowStart(line.text) !== undefined)
  return end < 0 ? body.length : end
}

/** The first word that is not the column expected there. */
function headerFaults(header: readonly Line[], first: Line | undefined): TableFault[] {
  const letters = joinLines(header)
  const text = textOf(letters)
  const start = { line: first?.number ?? 1, column: 1 }
  let at = 0
  for (const column of columns) {
    const found = column === 'เปิด-ปิด' ? /^ ?เปิด ?- ?ปิด/.exec(text.slice(at))?.[0] : [` ${column}`, column].find((word) => text.startsWith(word, at))
    if (found === undefined) return [faultAt('table.columns', wordFrom(letters, at), endOf(letters, start))]
    at += found.length
  }
  return at < text.length ? [faultAt('table.columns', wordFrom(letters, at), start)] : []
}

function wordFrom(letters: Letters, at: number): Letters {
  const from = letters[at]?.char === ' ' ? at + 1 : at
  const rest = letters.slice(from)
  const length = rest.findIndex((letter) => letter.char === ' ')
  return length < 0 ? rest : rest.slice(0, length)
}

function cutRows(body: readonly Line[], tableClass: TableClass | undefined): { rows: RowLines[]; faults: TableFault[] } {
  const groups: Line[][] = []
  const faults: TableFault[] = []
  let afterBlank = false
  let ended = false
  for (const line of body) {
    const current = groups.at(-1)
    const before = current ? textOf(joinLines(current.slice(-4))) : ''
    if (line.text === '') afterBlank = true
    else if (!ended && startsRow(line.text, before)) {
      groups.push([line])
      afterBlank = false
    } else if (ended || (afterBlank && rowIsComplete.test(before))) {
      ended = true
      if (hoursPattern.test(line.text)) faults.push(faultAt('table.row-malformed', line.letters, { line: line.number, column: 1 }))
    } else if (current) current.push(line)
    else faults.push(faultAt('table.row-malformed', line.letters, { line: line.number, column: 1 }))
  }
  const rows: RowLines[] = []
  for (const group of groups) {
    const letters = joinLines(group)
    const start = rowStart(textOf(letters))
    if (letters.length > rowLettersMax) faults.push(faultAt('table.row-malformed', letters, { line: 1, column: 1 }))
    else if (start && tableClass) rows.push({ class: tableClass, ...start, sourceText: group.map((line) => line.raw).join('\n'), letters })
  }
  return { rows, faults }
}

const hoursPattern = /\d{1,2}[.:]\d{2} ?(?:น\.?)? ?- ?\d/
const rowIsComplete = /เปิด[^\d]{0,10}\d{1,2} ?[^\d]{2,20}\d{1,4}$/

const dayAndMonth = new RegExp(`^\\d{1,2} ?(?:${monthPattern})`)
const waitsForNumber = new RegExp(`(?:เปิด|วันที่|${monthPattern}|พ\\.ศ\\.)$`)

/** A number at the line's start begins a row, unless the row before is still waiting for it: the day or the year of its date. */
function startsRow(text: string, before: string): boolean {
  if (!rowStart(text) || dayAndMonth.test(text)) return false
  return !(/^\d{1,4}$/.test(text) && waitsForNumber.test(before))
}

/** "3 สระบุรี", "3. สระบุรี", "3สระบุรี" or a lonely "3"; not "07.00", "13)" or "9 มี.ค.". */
function rowStart(text: string): { number: number; numberLength: number } | undefined {
  const found = /^(\d{1,3})(?:\.? |\.?$|(?=[ก-ฮเ-ไ]))/.exec(text)
  return found ? { number: Number(found[1]), numberLength: found[0].length } : undefined
}
