import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { faultOf } from './csv-table.ts'
import { type OpenTable, RowSink, type TableFault, tableLimits } from './table.ts'
import { columnOf, dayOfSerial, plainNumber } from './xlsx-cells.rules.ts'
import { type Attributes, parsePart, readDayStyles, readSharedStrings, readWorkbook, type Workbook } from './xlsx-parts.ts'
import { openZip, Unreadable, type ZipParts } from './zip.ts'

/**
 * The first shown sheet of an Office Open XML workbook (ECMA-376), read as a stream. Accepted: shared, inline and plain text, numbers, booleans, days by their
 * cell's format. A formula is its own text, "=…"; its stored result is nobody's word. Refused: macros, external links, encryption, a DTD, a zip bomb.
 */
export async function openWorkbook(path: string): Promise<Outcome<OpenTable>> {
  return orRefusal(async () => {
    const parts = await openZip(path)
    try {
      const workbook = await readWorkbook(parts)
      return accept<OpenTable>({ form: { kind: 'xlsx', sheet: workbook.sheet }, read: (take) => orRefusal(() => readSheet(path, workbook, take)) })
    } finally {
      parts.close()
    }
  })
}

async function orRefusal<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Unreadable) return refuse('import.unreadable', { about: { why: error.why } })
    throw error
  }
}

async function readSheet(path: string, workbook: Workbook, take: ConstructorParameters<typeof RowSink>[0]): Promise<Outcome<undefined>> {
  const parts = await openZip(path)
  try {
    const sink = new RowSink(take)
    await parsePart(parts, workbook.part, sheetHandlers({ ...workbook, ...(await lookUps(parts)) }, sink))
    return await sink.end()
  } finally {
    parts.close()
  }
}

const lookUps = async (parts: ZipParts) => ({ dayStyles: await readDayStyles(parts), shared: await readSharedStrings(parts) })
type Reading = Workbook & Awaited<ReturnType<typeof lookUps>>

type Cell = { column: number; type: string; style: number; value: string; formula: string | undefined }

function sheetHandlers(reading: Reading, sink: RowSink) {
  let [line, inSheet, into] = [0, false, '' as '' | 'value' | 'formula']
  let cell: Cell | undefined
  let cells: string[] = []
  let faults: TableFault[] = []
  const closeRow = () => {
    if (faults.length > 0 || cells.some((text) => text !== '')) sink.add({ line, cells, faults })
  }
  const closeCell = (done: Cell) => {
    if (done.column > tableLimits.columnsMax) {
      if (done.value !== '') faults = [{ code: 'import.too-many-columns', line, column: done.column }]
      return
    }
    const text = textOf(done, reading)
    while (cells.length < done.column) cells.push('')
    cells[done.column - 1] = text ?? ''
    const code = text === undefined ? 'import.row-malformed' : faultOf(text)
    if (code) faults.push({ code, line, column: done.column })
  }
  return {
    open(name: string, attributes: Attributes) {
      if (name === 'sheetData') inSheet = true
      if (!inSheet) return
      if (name === 'row') {
        line = Number(attributes.r ?? line + 1)
        if (!Number.isSafeInteger(line) || line < 1) throw new Unreadable('xml')
        ;[cells, faults] = [[], []]
      } else if (name === 'c') {
        const column = attributes.r === undefined ? (cell?.column ?? cells.length) + 1 : columnOf(attributes.r)
        if (column === undefined) throw new Unreadable('xml')
        cell = { column, type: attributes.t ?? 'n', style: Number(attributes.s ?? -1), value: '', formula: undefined }
      } else if (name === 'f' && cell) {
        cell.formula = ''
        into = 'formula'
      } else if (name === 'v' || name === 't') into = 'value'
      else if (name === 'rPh') into = ''
    },
    text(more: string) {
      // One over the limit is enough to know.
      if (into === '' || !cell || cell.value.length > tableLimits.cellCharactersMax) return
      if (into === 'value') cell.value += more
      else if ((cell.formula?.length ?? 0) <= tableLimits.cellCharactersMax) cell.formula += more
    },
    close(name: string) {
      if (name === 'sheetData') inSheet = false
      if (name === 'f' || name === 'v' || name === 't') into = ''
      if (name === 'c' && cell) {
        closeCell(cell)
        cell = undefined
      }
      if (name === 'row' && inSheet) closeRow()
    },
    pause: async () => (await sink.flush()) && !sink.isOver,
  }
}

/** Undefined where the cell points to nothing. */
function textOf({ type, style, value, formula }: Cell, { shared, dayStyles, epoch1904 }: Reading): string | undefined {
  if (formula !== undefined) return `=${formula}`
  switch (type) {
    case 's':
      return value === '' ? '' : shared[Number(value)]
    case 'inlineStr':
    case 'str':
    case 'd':
      return value
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE'
    case 'n':
      if (value === '') return ''
      return dayStyles[style] ? (dayOfSerial(Number(value), epoch1904) ?? value) : plainNumber(value)
    default:
      // An error, "#N/A", is no value.
      return undefined
  }
}
