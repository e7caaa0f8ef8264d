// Goal: chapters and classes are whole, dated, named in three scripts; a faulty file stops the start; words, database and code list the same. Method: the committed files, copies with one fault each, the lists against each other.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Text } from '../../kernel/language.ts'
import { plateStates } from '../../kernel/plate.ts'
import type { Instant } from '../../kernel/time.ts'
import { vehicleClasses } from '../../kernel/vehicle.ts'
import { projectRoot } from '../../platform/config.ts'
import { differenceWords, goodsUnitWords, natureWords, vehicleClassWords } from '../../words/sheets.ts'
import { differences, goodsCurrencies, goodsUnits, natures } from './goods-sheet.rules.ts'
import { parseChapters, parseVehicleClasses, readChapters, readVehicleClasses } from './sheet-data.ts'

const at = '2026-11-20T02:00:00.000Z' as Instant
const fileOf = (name: string) => JSON.parse(readFileSync(join(projectRoot, 'data', name), 'utf8'))

test('chapters 01 to 97 have a name each in three scripts, 77 is reserved, 98 and 99 are national', () => {
  const { named, reserved, national } = readChapters()
  const wanted = Array.from({ length: 97 }, (_, index) => String(index + 1).padStart(2, '0')).filter((chapter) => chapter !== '77')
  assert.deepEqual(
    named.map(({ chapter }) => chapter),
    wanted,
  )
  assert.deepEqual([[...reserved], [...national]], [['77'], ['98', '99']])
  for (const { chapter, name } of named) {
    assert.match(name.km, /^[\p{Script=Khmer} ]+$/u, chapter)
    assert.match(name.th, /^[\p{Script=Thai} ]+$/u, chapter)
    assert.match(name.en, /^[A-Z][A-Za-z ,-]+$/, chapter)
    for (const text of Object.values(name)) assert.equal(text, text.normalize('NFC'), chapter)
  }
  for (const language of ['km', 'th', 'en'] as const) assert.equal(new Set(named.map(({ name }) => name[language])).size, named.length, language)
})

test('every class has bounds today, set by an instrument that is listed', () => {
  const classes = readVehicleClasses()
  for (const name of vehicleClasses) assert.ok(classes(name, at).wheelsMin <= classes(name, at).wheelsMax, name)
  const instruments = new Set(fileOf('instruments.json').map(({ id }: { id: string }) => id))
  for (const { instrument } of fileOf('vehicle-classes.json').classes) assert.ok(instruments.has(instrument), instrument)
})

test('a class has other bounds from a day on', () => {
  const file = fileOf('vehicle-classes.json')
  const [first, ...others] = file.classes
  const dated = [{ ...first, until: '2026-11-20' }, { ...first, from: '2026-11-20', wheelsMax: 4 }, ...others]
  const classes = parseVehicleClasses(JSON.stringify({ ...file, classes: dated }))
  assert.equal(classes('bicycle', '2026-11-19T16:59:59.999Z' as Instant).wheelsMax, 3)
  assert.equal(classes('bicycle', '2026-11-19T17:00:00.000Z' as Instant).wheelsMax, 4)
})

const classFile = fileOf('vehicle-classes.json')
const [bicycle, ...rest] = classFile.classes
for (const [fault, classes, message] of [
  ['a class without a row', rest, /no row of bicycle/],
  ['two rows on a day', [bicycle, bicycle, ...rest], /two rows of bicycle/],
  ['more wheels at least than at most', [{ ...bicycle, wheelsMin: 9 }, ...rest], /no wheels for bicycle/],
  ['no wheels', [{ ...bicycle, wheelsMin: 0 }, ...rest], /agreed form/],
  ['a class of its own', [{ ...bicycle, class: 'elephant' }, ...rest], /agreed form/],
] as const)
  test(`refused: ${fault}`, () => {
    assert.throws(() => parseVehicleClasses(JSON.stringify({ ...classFile, classes }))('bicycle', at), message)
  })

const chapterFile = fileOf('hs-chapters.json')
for (const [fault, change, message] of [
  ['a chapter twice', { chapters: [...chapterFile.chapters, chapterFile.chapters[0]] }, /twice/],
  ['a reserved chapter with a name', { reserved: ['77', '01'] }, /twice/],
  ['a chapter of three digits', { chapters: [{ ...chapterFile.chapters[0], chapter: '001' }] }, /agreed form/],
  ['a name without Khmer', { chapters: [{ chapter: '01', name: { km: '', th: 'x', en: 'x' } }] }, /agreed form/],
  ['a unit nobody knows', { unitsOnlyOf: { ells: ['50'] } }, /agreed form/],
] as const)
  test(`refused: ${fault}`, () => {
    assert.throws(() => parseChapters(JSON.stringify({ ...chapterFile, ...change })), message)
  })

const lists: [name: string, words: Readonly<Record<string, Text>>, names: readonly string[]][] = [
  ['classes', vehicleClassWords, vehicleClasses],
  ['natures', natureWords, natures],
  ['units', goodsUnitWords, goodsUnits],
  ['differences', differenceWords, differences],
]
for (const [list, words, names] of lists)
  test(`${list}: each has words of its own in three scripts`, () => {
    assert.deepEqual(Object.keys(words).sort(), [...names].sort())
    for (const [name, { km, th, en }] of Object.entries(words)) {
      assert.match(km, /^[\p{Script=Khmer} ]+$/u, name)
      assert.match(th, /^[\p{Script=Thai} ]+$/u, name)
      assert.match(en, /^[A-Z]/, name)
    }
    for (const language of ['km', 'th', 'en'] as const) assert.equal(new Set(Object.values(words).map((text) => text[language])).size, names.length)
  })

test('the database lists what the code lists', () => {
  const schema = readFileSync(join(projectRoot, 'db', 'schema.txt'), 'utf8')
  for (const [constraint, values] of [
    ['vehicle_sheet_class_check', vehicleClasses],
    ['vehicle_sheet_plate_state_check', plateStates],
    ['goods_line_unit_check', goodsUnits],
    ['goods_line_currency_check', goodsCurrencies],
  ] as const) {
    const line = schema.split('\n').find((each) => each.includes(constraint)) ?? ''
    assert.deepEqual([...line.matchAll(/'([\w-]+)'/g)].map((match) => match[1]).sort(), [...values].sort(), constraint)
  }
})
