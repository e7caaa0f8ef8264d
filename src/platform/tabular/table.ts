import { open } from 'node:fs/promises'
import type { Outcome } from '../../kernel/outcome.ts'
import { accept, refuse } from '../../kernel/outcome.ts'
import { openCsv } from './csv-table.ts'
import type { Encoding } from './encoding.rules.ts'
import { openWorkbook } from './xlsx-table.ts'

/** What a person's table may be at most; units stand last. */
export const tableLimits = { bytesMax: 200_000_000, rowsMax: 1_000_000, columnsMax: 200, cellCharactersMax: 10_000 } as const

/** Why a row of a table cannot be taken as it stands. */
export type TableFaultCode =
  | 'import.encoding'
  | 'import.control-character'
  | 'import.row-malformed'
  | 'import.cell-too-long'
  | 'import.too-many-columns'
/** Line and column as people count, from 1; column 0 is the whole row. */
export type TableFault = { readonly code: TableFaultCode; readonly line: number; readonly column: number }
export type TableRow = { readonly line: number; readonly cells: readonly string[]; readonly faults: readonly TableFault[] }

export type TableForm =
  | { readonly kind: 'csv'; readonly encoding: Encoding; readonly delimiter: ',' | ';' | '\t' }
  | { readonly kind: 'xlsx'; readonly sheet: string }
/** Takes the rows in their order, some hundreds at a time; `false` is enough. */
export type TakeRows = (rows: readonly TableRow[]) => Promise<boolean>
export type OpenTable = {
  readonly form: TableForm
  /** Reads from the top, memory flat. Refused where the whole file is no such table; what is wrong with one row stands in the row. */
  read(take: TakeRows): Promise<Outcome<undefined>>
}
export type TableChoice = { readonly encoding?: Encoding | undefined }

export const rowsAtOnce = 500

/** A CSV file or a workbook, by its first bytes and never by its name. Formulas are text like any other. */
export async function openTable(path: string, choice: TableChoice = {}): Promise<Outcome<OpenTable>> {
  const file = await open(path)
  const [head, { size }] = await Promise.all([file.read(Buffer.alloc(8), 0, 8, 0), file.stat()]).finally(() => file.close())
  if (size > tableLimits.bytesMax) return refuse('import.too-large', { about: { bytesMax: tableLimits.bytesMax } })
  const first = head.buffer.subarray(0, head.bytesRead)
  if (first.length === 0) return refuse('import.unreadable', { about: { why: 'empty' } })
  if (startsWith(first, [0x50, 0x4b])) return openWorkbook(path)
  // The old workbook, and every encrypted one.
  if (startsWith(first, [0xd0, 0xcf, 0x11, 0xe0])) return refuse('import.unreadable', { about: { why: 'old-or-encrypted-workbook' } })
  // Its bytes may well read as one column of Thai: by its name it came as a table, by its first bytes it is none.
  if (documents.some((sign) => startsWith(first, sign))) return refuse('import.unreadable', { about: { why: 'document' } })
  return openCsv(path, choice)
}

const startsWith = (bytes: Uint8Array, wanted: readonly number[]): boolean => wanted.every((byte, index) => bytes[index] === byte)

/** How files begin that are sent by mistake: PDF, PNG, JPEG, GIF, RTF, web pages and other XML. */
const documents = ['%PDF-', '\x89PNG', '\xff\xd8\xff', 'GIF8', '{\\rtf', '<!DOCTYP', '<!doctyp', '<html', '<?xml'].map((sign) => [
  ...Buffer.from(sign, 'latin1'),
])

/** Gathers rows, hands them on some hundreds at a time, and stops at the limit. */
export class RowSink {
  readonly #take: TakeRows
  #rows: TableRow[] = []
  #total = 0
  #wanted = true

  constructor(take: TakeRows) {
    this.#take = take
  }

  add(row: TableRow): void {
    this.#total += 1
    if (this.#total <= tableLimits.rowsMax + 1) this.#rows.push(row)
  }

  get isOver(): boolean {
    // The header is a row too.
    return this.#total > tableLimits.rowsMax + 1
  }

  /** Whether more is wanted. */
  async flush(all = false): Promise<boolean> {
    while (this.#wanted && (this.#rows.length >= rowsAtOnce || (all && this.#rows.length > 0))) {
      const rows = this.#rows.slice(0, rowsAtOnce)
      this.#rows = this.#rows.slice(rowsAtOnce)
      this.#wanted = await this.#take(rows)
    }
    return this.#wanted
  }

  async end(): Promise<Outcome<undefined>> {
    await this.flush(true)
    return this.isOver && this.#wanted ? refuse('import.too-large', { about: { rowsMax: tableLimits.rowsMax } }) : accept(undefined)
  }
}

const control = /(?![\t\n\r])\p{Cc}|\u{fffd}/u
/** What no cell may hold: control characters, and the sign that stands where a character was lost. */
export const holdsControl = (text: string): boolean => control.test(text)
