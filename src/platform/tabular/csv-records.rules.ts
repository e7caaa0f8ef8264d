/** The delimiters we know, as bytes. */
export const delimiters = [',', ';', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

/** One record, not decoded yet: `fields` are triples (from, to, form) into `bytes`; form 0 plain, 1 quoted, 2 quoted with doubled quotes inside. */
export type RawRecord = { readonly line: number; readonly bytes: Uint8Array; readonly fields: readonly number[]; readonly malformed: boolean }

const [quote, lf, cr] = [0x22, 0x0a, 0x0d]
/** An open quote that runs on longer than this is a slip of the pen in one line, not a cell. */
const openBytesMax = 64_000

/**
 * RFC 4180 over bytes, chunk by chunk: quotes, doubled quotes, line breaks inside quotes; CRLF, LF or CR end a record. All that steers is ASCII, so it works before
 * decoding for UTF-8 and Windows-874 alike. A quote that never closes, or text after a closing quote, makes that one line malformed; the next line is read anew.
 */
export class CsvSplitter {
  readonly #delimiter: number
  #rest: Uint8Array = new Uint8Array(0)
  #line = 1

  constructor(delimiter: Delimiter) {
    this.#delimiter = delimiter.charCodeAt(0)
  }

  push(chunk: Uint8Array): RawRecord[] {
    return this.#split(joined(this.#rest, chunk), false)
  }

  end(): RawRecord[] {
    return this.#split(this.#rest, true)
  }

  #split(bytes: Uint8Array, last: boolean): RawRecord[] {
    const records: RawRecord[] = []
    let from = 0
    while (from < bytes.length) {
      const found = readRecord(bytes, from, this.#delimiter, last)
      if (found === 'more') break
      records.push({ line: this.#line, bytes, fields: found.fields, malformed: found.malformed })
      this.#line += found.lines
      from = found.next
    }
    this.#rest = bytes.subarray(from)
    return records
  }
}

type Found = { readonly fields: number[]; readonly malformed: boolean; readonly next: number; readonly lines: number }

function readRecord(bytes: Uint8Array, start: number, delimiter: number, last: boolean): Found | 'more' {
  const fields: number[] = []
  const { length } = bytes
  let [at, lines] = [start, 1]
  for (;;) {
    if (at < length && bytes[at] === quote) {
      const from = at + 1
      let form = 1
      for (at = from; ; at += 1) {
        if (at >= length) {
          if (!last && length - start < openBytesMax) return 'more'
          return brokenLine(bytes, start)
        }
        const byte = bytes[at]
        if (byte === lf || (byte === cr && bytes[at + 1] !== lf)) lines += 1
        if (byte !== quote) continue
        // The second quote may lie in the next chunk.
        if (at + 1 >= length && !last) return 'more'
        if (bytes[at + 1] !== quote) break
        form = 2
        at += 1
      }
      if (at - from > openBytesMax) return brokenLine(bytes, start)
      fields.push(from, at, form)
      at += 1
      const after = bytes[at]
      if (at < length && after !== delimiter && after !== lf && after !== cr)
        return last || hasLineEnd(bytes, start) ? brokenLine(bytes, start) : 'more'
    } else {
      const from = at
      while (at < length && bytes[at] !== delimiter && bytes[at] !== lf && bytes[at] !== cr) at += 1
      fields.push(from, at, 0)
    }
    if (at >= length) return last || length - start > recordBytesMax ? { fields, malformed: !last, next: length, lines } : 'more'
    if (bytes[at] === delimiter) {
      at += 1
      continue
    }
    if (bytes[at] === lf) return { fields, malformed: false, next: at + 1, lines }
    if (at + 1 >= length && !last) return 'more'
    return { fields, malformed: false, next: bytes[at + 1] === lf ? at + 2 : at + 1, lines }
  }
}

/** Two hundred cells as long as they may be, in three bytes a character. Longer is no record. */
const recordBytesMax = 8_000_000

/** The first line alone, as a record that cannot be read; what follows is read from its next line. */
function brokenLine(bytes: Uint8Array, start: number): Found {
  let at = start
  while (at < bytes.length && bytes[at] !== lf && bytes[at] !== cr) at += 1
  const next = bytes[at] === cr && bytes[at + 1] === lf ? at + 2 : Math.min(at + 1, bytes.length)
  return { fields: [start, at, 0], malformed: true, next, lines: 1 }
}

const hasLineEnd = (bytes: Uint8Array, start: number): boolean => {
  const found = bytes.indexOf(lf, start)
  return found !== -1 || bytes.indexOf(cr, start) !== -1
}

function joined(rest: Uint8Array, chunk: Uint8Array): Uint8Array {
  if (rest.length === 0) return chunk
  const both = new Uint8Array(rest.length + chunk.length)
  both.set(rest)
  both.set(chunk, rest.length)
  return both
}

/** The delimiter of the header line: the one that stands in it most often outside quotes. None at all: a comma, and one column. */
export function delimiterOf(head: Uint8Array): Delimiter {
  const counts = new Map<number, number>(delimiters.map((delimiter) => [delimiter.charCodeAt(0), 0]))
  let quoted = false
  for (const byte of head) {
    if (byte === quote) quoted = !quoted
    if (!quoted && (byte === lf || byte === cr)) break
    const count = counts.get(byte)
    if (!quoted && count !== undefined) counts.set(byte, count + 1)
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a)
  return delimiters.find((delimiter) => delimiter.charCodeAt(0) === most?.[0]) ?? ','
}
