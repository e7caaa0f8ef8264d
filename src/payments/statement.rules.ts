import { accept, type Outcome, refuse } from '../kernel/outcome.ts'

/** What the bank's list says under one name (its own reference, or the code's hash): the sum of the lines that bear it. A line below nothing is money that the bank took back. */
export type StatementLine = { readonly key: string; readonly amount: number; readonly lines: number }

export const statementLimits = { lines: 5_000, cellCharacters: 200 } as const
const keyColumns = ['reference', 'hash']
const amountColumn = 'amount'

/**
 * Reads the bank's list: CSV (RFC 4180, comma, quotes), a first line of column names with `reference` or `hash`, and `amount`; other columns are passed over.
 * Nothing is guessed: an amount is digits and at most two places. What bears one name is added up: a list by hash names a code that was paid twice twice, and what was taken back once more.
 */
export function parseStatement(text: string): Outcome<readonly StatementLine[]> {
  const rows = parseCsv(text.replace(/^\uFEFF/, ''))
  if (!rows.ok) return rows
  const [header = [], ...lines] = rows.value
  const names = header.map((name) => name.trim().toLowerCase())
  const [keyAt, amountAt] = [names.findIndex((name) => keyColumns.includes(name)), names.indexOf(amountColumn)]
  if (keyAt === -1 || amountAt === -1 || new Set(names).size < names.length) return malformed(1)
  if (lines.length > statementLimits.lines) return malformed(statementLimits.lines + 2)
  const found = new Map<string, StatementLine>()
  for (const [index, row] of lines.entries()) {
    const [key = '', amount = ''] = [row[keyAt], row[amountAt]]
    if (row.length !== header.length || !/^[0-9A-Za-z-]{8,100}$/.test(key) || !/^-?\d{1,12}([.]\d{1,2})?$/.test(amount) || Number(amount) === 0)
      return malformed(index + 2)
    const before = found.get(key)
    found.set(key, { key, amount: inHundredths((before?.amount ?? 0) + Number(amount)), lines: (before?.lines ?? 0) + 1 })
  }
  return accept([...found.values()])
}

/** Sums of decimals, without what binary adds to them. */
export const inHundredths = (sum: number): number => Math.round(sum * 100) / 100

const malformed = (line: number) => refuse('statement.malformed', { about: { line } })

/** Rows of cells; the line of a row counts rows, which is the same while no cell holds a line break: one that does is refused. */
function parseCsv(text: string): Outcome<string[][]> {
  const lines = text.split(/\r\n|\n/)
  if (lines.at(-1) === '') lines.pop()
  const rows: string[][] = []
  for (const [index, line] of lines.entries()) {
    const row = cellsOf(line)
    if (!row || row.some((cell) => cell.length > statementLimits.cellCharacters)) return malformed(index + 1)
    rows.push(row)
  }
  return rows.length === 0 ? malformed(1) : accept(rows)
}

/** Undefined: a quote that does not close, or stands inside a plain cell. */
function cellsOf(line: string): string[] | undefined {
  const cells: string[] = []
  for (let at = 0; at <= line.length; ) {
    const [whole, quoted, plain = ''] = /^(?:"((?:[^"]|"")*)"|([^",]*))(?=,|$)/.exec(line.slice(at)) ?? []
    if (whole === undefined) return undefined
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    at += whole.length + 1
  }
  return cells
}
