// Goal: a person's table is read as it was written: no encoding, delimiter or formula is guessed into something else, and what cannot be read is a fault by line
// and column. Method: small files of every kind, written and read back; every bad file has its own reason; random tables against csv-stringify.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { CsvSplitter } from './csv-records.rules.ts'
import { openTable, type TableRow, tableLimits } from './table.ts'
import { type Part, workbookParts, zipOf } from './test-workbook.ts'
import { columnOf, dayOfSerial, plainNumber, showsDay } from './xlsx-cells.rules.ts'

const folder = mkdtempSync(join(tmpdir(), 'spean-table-'))
after(() => rmSync(folder, { recursive: true }))
let files = 0
const fileOf = (content: string | Uint8Array): string => {
  files += 1
  const path = join(folder, `${files}`)
  writeFileSync(path, content)
  return path
}

type Found = {
  problem?: string | undefined
  why?: unknown
  form?: object
  cells?: (readonly string[])[]
  lines?: number[]
  faults?: string[]
}
async function read(content: string | Uint8Array, choice = {}): Promise<Found> {
  const table = await openTable(fileOf(content), choice)
  if (!table.ok) return { problem: table.refusal.code, why: table.refusal.about?.['why'] }
  const rows: TableRow[] = []
  const done = await table.value.read(async (some) => {
    rows.push(...some)
    return true
  })
  return {
    form: table.value.form,
    cells: rows.map(({ cells }) => cells),
    lines: rows.map(({ line }) => line),
    faults: rows.flatMap(({ faults }) => faults.map(({ code, line, column }) => `${line}:${column} ${code}`)),
    ...(done.ok ? {} : { problem: done.refusal.code, why: done.refusal.about?.['why'] }),
  }
}

/** Thai text in Windows-874. */
const thai = (text: string): Buffer =>
  Buffer.from([...text].map((letter) => (letter < '\x80' ? letter.charCodeAt(0) : letter.charCodeAt(0) - 0x0e00 + 0xa0)))
const utf16 = (text: string, mark = '\ufeff'): Buffer => Buffer.from(mark + text, 'utf16le')

const sound: readonly [what: string, content: string | Uint8Array, form: object, cells: string[][]][] = [
  ['commas, LF', 'a,b\n1,2\n', { kind: 'csv', encoding: 'utf-8', delimiter: ',' }, [['a', 'b'], ['1', '2']]],
  ['semicolons, CRLF, no last line end', 'a;b\r\n1,5;2', { kind: 'csv', encoding: 'utf-8', delimiter: ';' }, [['a', 'b'], ['1,5', '2']]],
  ['tabs, CR alone', 'a\tb\r1\t2\r', { kind: 'csv', encoding: 'utf-8', delimiter: '\t' }, [['a', 'b'], ['1', '2']]],
  ['a mark, Khmer', '\ufeffឈ្មោះ,ស្រុក\nសុខ,ប៉ោយប៉ែត\n', { kind: 'csv', encoding: 'utf-8', delimiter: ',' }, [['ឈ្មោះ', 'ស្រុក'], ['សុខ', 'ប៉ោយប៉ែត']]],
  ['quotes, doubled quotes, line breaks, delimiters inside', '"a;x";b\n"say ""yes""";"two\nlines"\n', { kind: 'csv', encoding: 'utf-8', delimiter: ';' }, [['a;x', 'b'], ['say "yes"', 'two\nlines']]],
  ['blank lines are none', 'a,b\n\n\r\n1,2\n\n', { kind: 'csv', encoding: 'utf-8', delimiter: ',' }, [['a', 'b'], ['1', '2']]],
  ['a quote inside plain text stays', 'a,b\n5" pipe,2\n', { kind: 'csv', encoding: 'utf-8', delimiter: ',' }, [['a', 'b'], ['5" pipe', '2']]],
  ['formulas are text', 'a,b\n=1+1,@SUM(A1)\n', { kind: 'csv', encoding: 'utf-8', delimiter: ',' }, [['a', 'b'], ['=1+1', '@SUM(A1)']]],
  ['Windows-874, the same bytes as TIS-620', thai('ชื่อ,อำเภอ\nสมชาย,คลองลึก\n'), { kind: 'csv', encoding: 'windows-874', delimiter: ',' }, [['ชื่อ', 'อำเภอ'], ['สมชาย', 'คลองลึก']]],
  ['UTF-16 LE with its mark', utf16('ชื่อ;b\nสมชาย;2\n'), { kind: 'csv', encoding: 'utf-16le', delimiter: ';' }, [['ชื่อ', 'b'], ['สมชาย', '2']]],
  ['UTF-16 BE with its mark', utf16('ឈ្មោះ\tb\nសុខ\t2\n').swap16(), { kind: 'csv', encoding: 'utf-16be', delimiter: '\t' }, [['ឈ្មោះ', 'b'], ['សុខ', '2']]],
  ['one column', 'number\n17\n', { kind: 'csv', encoding: 'utf-8', delimiter: ',' }, [['number'], ['17']]],
] // biome-ignore format: one case, one line
for (const [what, content, form, cells] of sound)
  test(`csv: ${what}`, async () => {
    const found = await read(content)
    assert.deepEqual([found.form, found.cells, found.faults], [form, cells, []])
  })

const faulty: readonly [what: string, content: Uint8Array | string, faults: string[]][] = [
  ['a row of Windows-874 in a file of UTF-8', Buffer.concat([Buffer.from('a,b\nสุข,1\nសុខ,2\n'), thai('สมชาย,3\n'), Buffer.from('x,4\n')]), ['4:1 import.encoding']],
  ['a row of UTF-8 in a file of Windows-874', Buffer.concat([thai('ชื่อ,b\nสมชาย,1\nสมหญิง,2\n'), Buffer.from('x,สมศักดิ์\n')]), ['4:2 import.encoding']],
  ['a byte that means nothing in Windows-874', Buffer.concat([thai('ชื่อ,b\nสมชาย,1\n'), Buffer.from([0xfc, 0x2c, 0x31, 0x0a])]), ['3:1 import.encoding']],
  ['half a character of UTF-16', Buffer.concat([utf16('a,b\nx,'), Buffer.from([0x00, 0xd8]), utf16('\ny,1\n', '')]), ['2:2 import.control-character']],
  ['NUL', 'a,b\nx\0y,2\n', ['2:1 import.control-character']],
  ['the sign of a lost character', 'a,b\nSok\ufffdh,2\n', ['2:1 import.control-character']],
  ['text after a closing quote: that line alone', 'a,b\n"x"y,2\n3,4\n', ['2:0 import.row-malformed']],
  ['a quote that never closes: that line alone', `a,b\n"x,2\n3,4\n${'5,6\n'.repeat(3)}`, ['2:0 import.row-malformed']],
  ['a quote that closes 70,000 bytes later', `a,b\n"x,2\n${'5,6\n'.repeat(20_000)}","\n`, ['2:0 import.row-malformed']],
  ['a cell too long', `a,b\n${'x'.repeat(tableLimits.cellCharactersMax + 1)},2\n`, ['2:1 import.cell-too-long']],
  ['too many columns', `a,b\n${'1,'.repeat(tableLimits.columnsMax)}1\n`, ['2:201 import.too-many-columns']],
] // biome-ignore format: one case, one line
for (const [what, content, faults] of faulty)
  test(`csv, a fault of one row: ${what}`, async () => assert.deepEqual((await read(content)).faults, faults))

test('csv: the encoding that a person names stands over the vote, and its faults stay faults', async () => {
  const found = await read(thai('ชื่อ,b\nสมชาย,1\n'), { encoding: 'utf-8' })
  assert.deepEqual(found.faults, ['1:1 import.encoding', '2:1 import.encoding'])
})

const sheet = (rows: string): Buffer =>
  zipOf(workbookParts(rows, { shared: '<si><t>ชื่อ</t></si><si><r><t>So</t></r><r><t>kha</t></r><rPh><t>no</t></rPh></si>' }))
test('xlsx: texts, numbers in full, days by their format, formulas as text', async () => {
  const found = await read(
    sheet(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>id</t></is></c></row>
      <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><v>1.234567890123E12</v></c><c r="C3" s="1"><v>45350</v></c><c r="D3" s="2"><v>45351.75</v></c>
      <c r="E3" s="3"><v>12.5</v></c><c r="F3" t="str"><f>A1&amp;"x"</f><v>evil</v></c><c r="G3" t="b"><v>1</v></c><c r="H3" t="e"><v>#N/A</v></c><c t="inlineStr"><is><t>I &lt; J</t></is></c></row>
      <row r="4"><c r="A4"/></row>`),
  )
  assert.deepEqual(found.form, { kind: 'xlsx', sheet: 'Holders' })
  assert.deepEqual(found.lines, [1, 3])
  assert.deepEqual(found.cells, [
    ['ชื่อ', '', 'id'],
    ['Sokha', '1234567890123', '2024-02-28', '2024-02-29', '12.5', '=A1&"x"', 'TRUE', '', 'I < J'],
  ])
  assert.deepEqual(found.faults, ['3:8 import.row-malformed'])
})

const cell = '<row r="1"><c r="A1"><v>1</v></c></row>'
const withPart = (...extra: Part[]) => zipOf(workbookParts(cell, { extra }))
const unreadable: readonly [what: string, content: Uint8Array | string, why: string][] = [
  ['an empty file', '', 'empty'],
  ['bytes of a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0xfe, 0xfd]), 'document'],
  ['bytes that are no text', Buffer.from([0x41, 0xff, 0xfe, 0xfd, 0x0a, 0x80, 0x81, 0xff]), 'encoding'],
  ['a PDF that reads as Thai', Buffer.concat([Buffer.from('%PDF-1.7\n'), thai('ก').subarray(0, 1), Buffer.from([0x0a])]), 'document'],
  ['a web page saved as a table', '<html><table><tr><td>1</td></tr></table></html>', 'document'],
  ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 'utf-32'],
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old-or-encrypted-workbook'],
  ['a zip cut off', sheet(cell).subarray(0, 300), 'zip'],
  ['a zip that is no workbook', zipOf([['a.txt', 'x']]), 'not-a-workbook'],
  ['an encrypted part', zipOf(workbookParts(cell), { flags: 1 }), 'old-or-encrypted-workbook'],
  ['macros', withPart(['xl/vbaProject.bin', 'x']), 'macros'],
  ['links to other files', withPart(['xl/externalLinks/externalLink1.xml', '<x/>']), 'external-links'],
  ['two parts of one name', withPart(['xl/styles.xml', '<styleSheet/>']), 'zip'],
  ['a part with a path upward', withPart(['../evil', 'x']), 'zip'],
  ['a DTD with entities', zipOf(workbookParts('<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>', { head: '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>' })), 'doctype'],
  ['XML that is none', zipOf(workbookParts('<row r="1"><c r="A1">')), 'xml'],
  ['a row number that is none', zipOf(workbookParts('<row r="-5"><c r="A1"><v>1</v></c></row>')), 'xml'],
  ['nested deep', zipOf(workbookParts('<a>'.repeat(200) + '</a>'.repeat(200))), 'xml'],
  ['a zip bomb: 20 MB of blanks in 20 kB', zipOf(workbookParts(`${' '.repeat(20_000_000)}${cell}`), { level: 9 }), 'zip-bomb'],
  ['a hidden sheet alone', zipOf(workbookParts(cell).map(([name, content]) => [name, name === 'xl/workbook.xml' ? '<workbook><sheets><sheet name="x" state="veryHidden" r:id="r1"/></sheets></workbook>' : content])), 'no-sheet'],
] // biome-ignore format: one case, one line
for (const [what, content, why] of unreadable)
  test(`refused: ${what}`, async () => {
    const found = await read(content)
    assert.deepEqual([found.problem, found.why], ['import.unreadable', why])
  })

test('more rows than the limit: refused, whatever was read until then', async () => {
  const found = await read(`a\n${'1\n'.repeat(tableLimits.rowsMax + 1)}`)
  assert.equal(found.problem, 'import.too-large')
})

test('a reader that has enough stops', async () => {
  const table = await openTable(fileOf(`a\n${'1\n'.repeat(5000)}`))
  assert.ok(table.ok)
  let calls = 0
  await table.value.read(async () => {
    calls += 1
    return false
  })
  assert.equal(calls, 1)
})

const text = fc.string({ unit: fc.constantFrom('a', 'ก', 'ខ', '"', ',', ';', '\n', '\r', '\t', ' ', '=', '😀'), maxLength: 12 })
test('any table that csv-stringify writes is read back, in chunks of any size', async () => {
  await fc.assert(
    fc.property(
      fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 40 }),
      (rows, size) => {
        const bytes = Buffer.from(stringify(rows, { quoted: true }))
        const splitter = new CsvSplitter(',')
        const records = [...Array(Math.ceil(bytes.length / size)).keys()].flatMap((turn) =>
          splitter.push(bytes.subarray(turn * size, (turn + 1) * size)),
        )
        const read = [...records, ...splitter.end()].map(({ bytes: all, fields }) =>
          Array.from({ length: fields.length / 3 }, (_, n) =>
            Buffer.from(all.subarray(fields[n * 3], fields[n * 3 + 1]))
              .toString()
              .replaceAll('""', '"'),
          ),
        )
        assert.deepEqual(read, rows)
      },
    ),
    { numRuns: 300 },
  )
})

test('random bytes never crash the reader', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
      await read(bytes)
    }),
    { numRuns: 200 },
  )
})

test('cells of a workbook: references, days, numbers', () => {
  assert.deepEqual(['A1', 'Z9', 'AA10', 'XFD1048576', '1A', 'a1', 'A', ''].map(columnOf), [
    1,
    26,
    27,
    16384,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  assert.deepEqual(
    [61, 60, 25_569, 45_350.5, 401_768, 401_769, Number.NaN].map((serial) => dayOfSerial(serial, false)),
    ['1900-03-01', undefined, '1970-01-01', '2024-02-28', '2999-12-31', undefined, undefined],
  )
  assert.equal(dayOfSerial(0, true), '1904-01-01')
  assert.deepEqual(['17', '1.0', '1E3', '1.5', ' ', 'x', '12345678901234567890'].map(plainNumber), [
    '17',
    '1',
    '1000',
    '1.5',
    ' ',
    'x',
    '12345678901234567890',
  ])
  assert.deepEqual(
    ['d/m/yyyy', '[$-107041E]d mmm bb', '0.00', '"dmy"0', '[Red]0', 'hh:mm:ss', 'General'].map((code) => showsDay(164, code)),
    [true, true, false, false, false, false, false],
  )
})
