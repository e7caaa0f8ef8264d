import { stringify } from 'csv-stringify/sync'

export type CsvValue = string | number | null

/**
 * A table as CSV for people's spreadsheets: RFC 4180 (comma, CRLF, quotes where needed), UTF-8 with a byte order mark, the columns' names first.
 * Text that a spreadsheet would take for a formula gets a ' before it (OWASP ASVS 5.0 §1.2.10); numbers stay numbers.
 * @throws for a row that has not one value for each column.
 */
export function csvOf(columns: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  const odd = rows.findIndex((row) => row.length !== columns.length)
  if (odd !== -1) throw new RangeError(`row ${odd} has ${rows[odd]?.length} values for ${columns.length} columns`)
  const cells = [columns, ...rows].map((row) => row.map((value) => (typeof value === 'string' ? guarded(value) : value)))
  return stringify(cells, { bom: true, record_delimiter: '\r\n', quote_record_delimiter: true, cast: { number: String } })
}

/** The text, with a ' before it where a spreadsheet would calculate instead of show. */
export function guarded(text: string): string {
  return startsFormula(text) ? `'${text}` : text
}

// Spreadsheets pass over leading blanks and signs that show nothing, and read full-width, small and raised forms like the plain ones: NFKC makes them so.
function startsFormula(text: string): boolean {
  const [first = ''] = text
  const [seen = ''] = text.replace(/^[\s\p{Cc}\p{Cf}]+/u, '').normalize('NFKC')
  return '\t\r\n\0'.includes(first) ? first !== '' : seen !== '' && '=+-@\u2212'.includes(seen)
}
