// Goal: the official table gives exactly the project's points, and every broken one is refused at the right place.
// Method: the source itself against data/crossing-points.json, field by field; the vectors; single changes to the source.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import file from '../../data/crossing-points.json' with { type: 'json' }
import invalid from '../../vectors/crossing-table/invalid.json' with { type: 'json' }
import type { CivilDate } from '../kernel/time.ts'
import { type CrossingTable, importableRows, readCrossingTable } from './crossing-table.rules.ts'
import { firstTableReadings } from './crossing-table-readings.ts'

const today = invalid.today as CivilDate
const vectors = new URL('../../vectors/crossing-table/', import.meta.url)
const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
const source = readFileSync(new URL('../../data/sources/kh-th-agreement-1997.txt', import.meta.url), 'utf8')
const areas = readFileSync(new URL('../../data/areas.csv', import.meta.url), 'utf8')
  .split('\n')
  .map((line) => line.split(','))

function accepted(text: string): CrossingTable {
  const outcome = readCrossingTable(text, firstTableReadings, today)
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}
const table = accepted(source)
const changed = (from: string, to: string): string => {
  assert.ok(source.includes(from), from)
  return source.replace(from, to)
}
const ids = (of: CrossingTable): (string | null)[] => of.points.map((point) => point.id)
const knownIds = file.points.map((point) => point.id)

test('the source and the data file agree in every field of all 15 points', () => {
  assert.equal(table.points.length, 15)
  const named = (name: object) => Object.fromEntries(Object.entries(name).filter(([, text]) => text !== null))
  const fromFile = file.points.map(({ id, class: pointClass, sourceRow, sourceText, opens, closes, days, openedOn, th, kh, location }) => ({
    ...{ id, class: pointClass, row: sourceRow, sourceText, opens, closes, days, openedOn, location },
    th: { name: named(th.name), area: th.area },
    kh: { name: named(kh.name), area: kh.area },
  }))
  const fromSource = table.points.map(({ th, kh, ...point }) => ({
    ...point,
    th: { name: th.name, area: th.area },
    kh: { name: kh.name, area: kh.area },
  }))
  assert.deepEqual(fromSource, fromFile)
})

test('relaxed row 6 opened on the 28th, as the source says', () => {
  assert.equal(table.points.find((point) => point.id === 'kh-th/svay-veaeng')?.openedOn, '1997-05-28')
})

test('the source text of every point stands in the source, and every correction in its row', () => {
  for (const point of table.points) assert.ok(source.includes(point.sourceText))
  for (const entry of [...table.corrections, ...table.unresolved]) {
    const point = table.points.find((other) => other.class === entry.class && other.row === entry.row)
    assert.ok(point?.sourceText.includes(entry.source), entry.source)
    assert.notEqual(entry.source, entry.reading)
  }
})

test('every correction of the data file is reported once, an unknown reading as unresolved', () => {
  for (const point of file.points)
    for (const { source: word, reading, why } of point.corrections) {
      const entry = { row: point.sourceRow, class: point.class, source: word, reading, why }
      const list: readonly object[] = reading === null ? table.unresolved : table.corrections
      assert.equal(
        list.filter((other) => JSON.stringify(Object.entries(other).sort()) === JSON.stringify(Object.entries(entry).sort())).length,
        1,
        word,
      )
    }
  assert.deepEqual(
    table.unresolved.map(({ class: pointClass, row, source: word }) => [pointClass, row, word]),
    [
      ['relaxed', 7, 'สวนส้ม'],
      ['relaxed', 8, 'บ้านศาลเจ้า'],
    ],
  )
})

test('letters changed by the reading are corrections too: a tone mark typed twice, abbreviations written out', () => {
  const own = table.corrections.filter((entry) => !file.points.some((point) => point.corrections.some((known) => known.why === entry.why)))
  assert.deepEqual(
    own.map(({ class: pointClass, row, source: from, reading }) => [pointClass, row, from, reading]),
    [
      ['permanent', 3, 'บ.', 'บ้าน'],
      ['permanent', 4, 'บ.', 'บ้าน'],
      ['permanent', 5, 'บ.', 'บ้าน'],
      ['permanent', 6, 'บ.', 'บ้าน'],
      ['relaxed', 9, 'อ.บ่อไร่่', 'อ.บ่อไร่'],
    ],
  )
})

test('Thai words read from the table are the names of the areas read for them', () => {
  for (const { th } of table.points) {
    const district = areas.find(([code]) => code === th.area)
    const province = areas.find(([code]) => code === th.area?.slice(0, 5))
    assert.deepEqual([th.district, th.province], [district?.[4], province?.[4]])
  }
})

test('the source may be imported, and its rows are the points', () => {
  const rows = importableRows(table)
  assert.ok(rows.ok)
  assert.deepEqual(rows.value, table.points)
})

for (const name of readdirSync(new URL('valid/', vectors)))
  test(`the same table typed otherwise gives the same points: ${name}`, () => {
    const other = accepted(decode(readFileSync(new URL(`valid/${name}`, vectors))))
    const bare = (of: CrossingTable) => of.points.map(({ sourceText: _, ...point }) => point)
    assert.deepEqual(bare(other), bare(table))
    assert.equal(other.corrections.length, table.corrections.length)
    assert.deepEqual(other.notImportable, [])
  })

test('the source text keeps what the file has, but for line ends and the byte order mark', () => {
  const bytes = readFileSync(new URL('valid/crlf-bom-nbsp.txt', vectors))
  const rows = accepted(decode(bytes)).points
  assert.equal(rows.at(-1)?.sourceText, table.points.at(-1)?.sourceText.replaceAll(' ', '\u00a0 '))
})

test('every broken vector is listed', () => {
  assert.deepEqual(readdirSync(new URL('invalid/', vectors)).sort(), invalid.cases.map((entry) => entry.file.replace('invalid/', '')).sort())
})

for (const { file: name, faults } of invalid.cases)
  test(`refused with every fault in its place: ${name}`, () => {
    const outcome = readCrossingTable(decode(readFileSync(new URL(name, vectors))), firstTableReadings, today)
    assert.ok(!outcome.ok)
    assert.deepEqual(
      outcome.faults.map(({ code, line, column }) => ({ code, line, column })),
      faults,
    )
  })

test('a misprint put right by the publisher needs no correction, and the point is still known', () => {
  const other = accepted(changed('3 สระบุรี - บ.คลองสึก', '3 สระแก้ว - บ้านคลองลึก'))
  assert.deepEqual(ids(other), knownIds)
  assert.deepEqual(
    other.corrections.filter((entry) => entry.class === 'permanent' && entry.row === 3).map((entry) => entry.source),
    ['อ.โอโจรว'],
  )
  assert.equal(other.notImportable.length, 0)
})

test('changed hours, days and date are read from the file; its places stay known', () => {
  const other = accepted(changed('07.00 – 20.00 น.ของทุกวัน เปิด 1 ก.ย. 45', '06.00 – 24.00 น. วันเสาร์ และวันอาทิตย์ เปิด 2 ก.ย. 2546'))
  const { id, opens, closes, days, openedOn } = other.points[1] ?? assert.fail()
  assert.deepEqual(
    { id, opens, closes, days, openedOn },
    { id: 'kh-th/o-smach', opens: '06:00', closes: '24:00', days: ['sat', 'sun'], openedOn: '2003-09-02' },
  )
})

test('one changed letter of one side: that side is unresolved, the other stays, and the table is not imported', () => {
  const other = accepted(changed('ปอยเปต', 'ปอยเปด'))
  const { id, th, kh, location } = other.points[2] ?? assert.fail()
  assert.deepEqual([id, th.area, kh.area, kh.place, kh.name, location], [null, 'TH:2706', null, null, {}, null])
  const [unknown] = other.unresolved
  assert.deepEqual([unknown?.row, unknown?.class, unknown?.source, unknown?.reading], [3, 'permanent', 'ปอยเปด อ.โอโจรว จ.บันเตียเมียนเจย', null])
  const rows = importableRows(other)
  assert.ok(!rows.ok)
  assert.deepEqual(
    rows.faults.map(({ code, line, column }) => ({ code, line, column })),
    [{ code: 'table.unresolved', line: 39, column: 1 }],
  )
})

test('a new row is read, its places are not guessed', () => {
  const row = '10 ตราด - บ้านคลองสน อ.คลองใหญ่ - บ้านใหม่ จ.เกาะกง 08.00 – 16.00 น.\nทุกวันจันทร์และศุกร์ เปิด 1 ม.ค. 60'
  const other = accepted(`${source}\n${row}`)
  const { id, opens, days, openedOn, sourceText, th, kh } = other.points.at(-1) ?? assert.fail()
  assert.deepEqual(
    { id, opens, days, openedOn, sourceText },
    { id: null, opens: '08:00', days: ['mon', 'fri'], openedOn: '2017-01-01', sourceText: row },
  )
  assert.deepEqual([th.place, th.area, kh.place, kh.area], [null, null, null, null])
  assert.deepEqual(
    other.unresolved.slice(-3).map((entry) => entry.source),
    ['ตราด', 'บ้านคลองสน อ.คลองใหญ่', 'บ้านใหม่ จ.เกาะกง'],
  )
  assert.equal(importableRows(other).ok, false)
})

test('known rows in another order are not taken for each other', () => {
  const [first = '', second = ''] = source.split('\n').filter((line) => /^[12] (ศรีสะเกษ|สุรินทร์)/.test(line))
  const other = accepted(source.replace(first, `1${second.slice(1)}`).replace(`\n${second}`, `\n2${first.slice(1)}`))
  assert.deepEqual(ids(other).slice(0, 3), [null, null, 'kh-th/poipet'])
})
