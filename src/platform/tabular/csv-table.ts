import { isAscii, isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { CsvSplitter, delimiterOf, type RawRecord } from './csv-records.rules.ts'
import { decodeThai, type Encoding, encodingOfLines, encodingOfMark, isKhmerOrThai, isThaiBytes } from './encoding.rules.ts'
import { holdsControl, type OpenTable, RowSink, type TableChoice, type TableFault, type TableRow, tableLimits } from './table.ts'

const chunkBytes = 256 * 1024

/** A CSV file: its encoding by mark, by the person's word, or by the vote of its lines; its delimiter by the header. */
export async function openCsv(path: string, choice: TableChoice): Promise<Outcome<OpenTable>> {
  const head = await firstBytes(path)
  const mark = encodingOfMark(head)
  if (mark === 'utf-32') return refuse('import.unreadable', { about: { why: 'utf-32' } })
  const encoding = mark?.encoding ?? choice.encoding ?? (await votedEncoding(path))
  if (!encoding) return refuse('import.unreadable', { about: { why: 'encoding' } })
  const skip = mark?.length ?? 0
  const start = encoding.startsWith('utf-16') ? Buffer.from(new TextDecoder(encoding).decode(head)) : head.subarray(skip)
  const delimiter = delimiterOf(start)
  return accept({
    form: { kind: 'csv', encoding, delimiter },
    async read(take) {
      const [splitter, sink] = [new CsvSplitter(delimiter), new RowSink(take)]
      const add = (records: readonly RawRecord[]) => {
        for (const record of records) {
          const row = rowOf(record, encoding)
          if (row) sink.add(row)
        }
      }
      for await (const chunk of utf8Chunks(path, encoding, skip)) {
        add(splitter.push(chunk))
        if (!(await sink.flush()) || sink.isOver) return sink.end()
      }
      add(splitter.end())
      return sink.end()
    },
  })
}

/** The bytes as they are; UTF-16 as UTF-8, with U+FFFD where half a character stood. */
async function* utf8Chunks(path: string, encoding: Encoding, skip: number): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(path, { start: skip, highWaterMark: chunkBytes })
  if (!encoding.startsWith('utf-16')) {
    yield* stream
    return
  }
  const decoder = new TextDecoder(encoding)
  for await (const chunk of stream) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  yield Buffer.from(decoder.decode())
}

/** Undefined for a blank line. */
function rowOf({ line, bytes, fields, malformed }: RawRecord, encoding: Encoding): TableRow | undefined {
  if (malformed) return { line, cells: [], faults: [{ code: 'import.row-malformed', line, column: 0 }] }
  const [from, to] = [fields[0] ?? 0, fields.at(-2) ?? 0]
  const columns = fields.length / 3
  if (columns === 1 && from === to) return undefined
  if (columns > tableLimits.columnsMax) return { line, cells: [], faults: [{ code: 'import.too-many-columns', line, column: columns }] }
  const whole = bytes.subarray(from, to)
  const decode = isAscii(whole) ? ascii : encoding === 'windows-874' ? thai : isUtf8(whole) ? utf8 : strictUtf8
  const cells: string[] = []
  const faults: TableFault[] = []
  for (let column = 1; column <= columns; column += 1) {
    const [start, end] = [fields[column * 3 - 3] ?? 0, fields[column * 3 - 2] ?? 0]
    const read = decode(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start))
    const text = fields[column * 3 - 1] === 2 ? read?.replaceAll('""', '"') : read
    cells.push(text ?? '')
    const code = text === undefined ? 'import.encoding' : faultOf(text)
    if (code) faults.push({ code, line, column })
  }
  return { line, cells, faults }
}

export function faultOf(text: string): 'import.cell-too-long' | 'import.control-character' | undefined {
  if (text.length > tableLimits.cellCharactersMax) return 'import.cell-too-long'
  return holdsControl(text) ? 'import.control-character' : undefined
}

type Decode = (bytes: Buffer) => string | undefined
const ascii: Decode = (bytes) => bytes.toString('latin1')
const utf8: Decode = (bytes) => bytes.toString('utf8')
const strictUtf8: Decode = (bytes) => (isUtf8(bytes) ? bytes.toString('utf8') : undefined)
/** A cell that reads as Khmer or Thai in UTF-8 was written so: in a file of Windows-874 it would be read as other letters than it says. */
const thai: Decode = (bytes) => (!isAscii(bytes) && isUtf8(bytes) && isKhmerOrThai(bytes.toString('utf8')) ? undefined : decodeThai(bytes))

async function firstBytes(path: string): Promise<Buffer> {
  for await (const chunk of createReadStream(path, { end: 65_535, highWaterMark: 65_536 })) return chunk as Buffer
  return Buffer.alloc(0)
}

/** Every line with a byte above 127 votes, in the whole file. */
async function votedEncoding(path: string): Promise<Encoding | undefined> {
  const counts = { utf8: 0, thai: 0, neither: 0 }
  const vote = (line: Buffer) => {
    if (isAscii(line)) return
    counts[isUtf8(line) ? 'utf8' : isThaiBytes(line) ? 'thai' : 'neither'] += 1
  }
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) {
    const end = chunk.lastIndexOf(0x0a)
    if (end === -1 && rest.length < lineBytesMax) {
      rest = Buffer.concat([rest, chunk])
      continue
    }
    const bytes = Buffer.concat([rest, chunk.subarray(0, end + 1)])
    rest = Buffer.from(chunk.subarray(end + 1))
    if (isAscii(bytes)) continue
    for (let from = 0; from < bytes.length; ) {
      const found = bytes.indexOf(0x0a, from)
      const to = found === -1 ? bytes.length : found
      vote(bytes.subarray(from, to))
      from = to + 1
    }
  }
  vote(rest)
  return encodingOfLines(counts)
}

/** A line longer than this is no line of a table; what is left of it votes by itself. */
const lineBytesMax = 8_000_000
