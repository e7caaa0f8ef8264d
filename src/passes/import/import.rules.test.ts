// Goal: a row is read as it says, or refused with every fault it has; nothing is guessed. Method: whole tables of days, numbers, areas and rows, and the state
// table cell by cell; the numbers' own property by fast-check.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readLaw } from '../../instruments/law-file.ts'
import type { AreaCode, StateCode } from '../../kernel/code.ts'
import type { CivilDate } from '../../kernel/time.ts'
import { guarded } from '../../platform/csv.ts'
import { parseNationalId } from '../national-id.rules.ts'
import { plainPassNumber } from '../pass.rules.ts'
import { decideRow, FirstLines, type KnownOfRow } from './decide-row.rules.ts'
import { type Holder, readHolder, shapeOf } from './holder-row.rules.ts'
import { areaFinder, type KnownArea } from './home-area.rules.ts'
import { importCommands, importStates, nextImportState } from './import-state.rules.ts'
import { guessMapping, parseMapping, placeColumns } from './mapping.rules.ts'
import { type DateOrder, orderOf, parseTableDate } from './row-date.rules.ts'

const today = '2026-11-20' as CivilDate
const { law } = readLaw()

const days: readonly [text: string, order: DateOrder, day: string | undefined][] = [
  ['2024-02-29', 'dmy', '2024-02-29'], ['2567-02-29', 'dmy', '2024-02-29'], ['29/02/2567', 'dmy', '2024-02-29'], ['2/29/2024', 'mdy', '2024-02-29'],
  ['๒๙/๐๒/๒๕๖๗', 'dmy', '2024-02-29'], ['២៩.០២.២០២៤', 'dmy', '2024-02-29'], ['1-2-2024', 'dmy', '2024-02-01'], ['1 2 2024', 'mdy', '2024-01-02'],
  ['2024-02-29 00:00:00', 'dmy', '2024-02-29'], ['2024-02-29T00:00:00.000Z', 'dmy', '2024-02-29'], [' 5/6/2024 ', 'dmy', '2024-06-05'],
  ['31/12/2399', 'dmy', '2399-12-31'], ['1/1/2400', 'dmy', undefined], ['1/1/2443', 'dmy', '1900-01-01'],
  ['30/02/2567', 'dmy', undefined], ['29/02/2566', 'dmy', undefined], ['31/04/2024', 'dmy', undefined], ['13/13/2024', 'dmy', undefined], ['12/31/2024', 'dmy', undefined],
  ['1/2/67', 'dmy', undefined], ['67/2/1', 'ymd', undefined], ['1/2/2024', 'ymd', undefined], ['2024-02-29 12:30', 'dmy', undefined], ['1/2-2024', 'dmy', undefined],
  ['45350', 'dmy', undefined], ['', 'dmy', undefined], ['yesterday', 'dmy', undefined], ['0/1/2024', 'dmy', undefined], ['1/2/20245', 'dmy', undefined],
] // biome-ignore format: a table
for (const [text, order, day] of days) test(`day: ${JSON.stringify(text)} ${order} is ${day}`, () => assert.equal(parseTableDate(text, order), day))

test('the order of a file is suggested by a part above 12', () => {
  assert.equal(orderOf(['1/2/2024', '25/2/2024']), 'dmy')
  assert.equal(orderOf(['1/2/2024', '2/25/2024']), 'mdy')
  assert.equal(orderOf(['2024-01-02', '2024-02-25']), 'ymd')
  assert.equal(orderOf(['1/2/2024', '']), 'dmy')
  assert.equal(orderOf(['13/13/1990', '25/2/2024', '1/2/2567']), 'dmy', 'a month 13 among days is a slip, no order')
  assert.equal(orderOf(['2/25/2024', '12/31/2567', '25/2/2024']), 'mdy')
  assert.equal(orderOf([]), 'dmy')
})

const ids: readonly [text: string, state: StateCode, id: string | undefined][] = [
  ['1-1017-00203-45-0', 'TH', '1101700203450'], ['1101700203450', 'TH', '1101700203450'], ['๑๑๐๑๗๐๐๒๐๓๔๕๐', 'TH', '1101700203450'],
  ['1101700203452', 'TH', undefined], ['1101700230450', 'TH', undefined], ['110170020345', 'TH', undefined], ['11017002034500', 'TH', undefined], ['A101700203450', 'TH', undefined],
  ['010 123 456', 'KH', '010123456'], ['០១០១២៣៤៥៦', 'KH', '010123456'], ['10123456', 'KH', undefined], ['0101234567', 'KH', undefined], ['01012345X', 'KH', undefined], ['', 'KH', undefined],
] // biome-ignore format: a table
for (const [text, state, id] of ids) test(`identity number: ${text} of ${state} is ${id}`, () => assert.equal(parseNationalId(text, state), id))

// The third digit weighs eleven, so that modulo eleven it weighs nothing: no check sees it.
test('of a Thai number whose check digit one sum alone gives, every wrong digit but the third is seen', () => {
  const at = fc.constantFrom(0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
  fc.assert(
    fc.property(at, fc.integer({ min: 1, max: 9 }), (place, by) => {
      const wrong = [...'1101700203450']
      wrong[place] = String((Number(wrong[place]) + by) % 10)
      assert.equal(parseNationalId(wrong.join(''), 'TH'), undefined)
    }),
  )
})

const area = (code: string, en: string, native: string): KnownArea => ({ code: code as AreaCode, name: { en, native } })
const areas = [
  area('KH:01', 'Banteay Meanchey', 'បន្ទាយមានជ័យ'), area('KH:0110', 'Poipet', 'ប៉ោយប៉ែត'), area('KH:0105', 'Ou Chrov', 'អូរជ្រៅ'),
  area('KH:02', 'Battambang', 'បាត់ដំបង'), area('KH:0201', 'Samlout', 'សំឡូត'), area('KH:0202', 'Samlout', 'សំឡូត'), area('KH:22', 'Oddar Meanchey', 'ឧត្តរមានជ័យ'), area('KH:2204', 'Samraong', 'សំរោង'),
  area('TH:27', 'Sa Kaeo', 'สระแก้ว'), area('TH:2706', 'Aranyaprathet', 'อรัญประเทศ'), area('TH:2204', 'Na Yai Am', 'นายายอาม'),
] // biome-ignore format: a table
const places: readonly [code: string, province: string, district: string, found: string | undefined][] = [
  ['KH:0110', '', '', 'KH:0110'], ['0110', '', '', 'KH:0110'], ['០១១០', '', '', 'KH:0110'], ['kh:0110', '', '', 'KH:0110'], ['KH:011002', 'x', 'y', 'KH:011002'], ['01100203', '', '', 'KH:01100203'],
  ['2204', '', '', 'KH:2204'], ['TH:2204', '', '', undefined], ['110', '', '', undefined], ['KH:01', '', '', undefined], ['0199', '', '', undefined], ['Poipet', '', '', undefined],
  ['', 'Banteay Meanchey', 'Poipet', 'KH:0110 by name'], ['', 'ខេត្តបន្ទាយមានជ័យ', 'ក្រុងប៉ោយប៉ែត', 'KH:0110 by name'], ['', '01', 'POIPET', 'KH:0110 by name'],
  ['', 'Battambang', 'Poipet', undefined], ['', 'Battambang', 'Samlout', undefined], ['', '', 'Poipet', undefined], ['', 'Poipet', '', undefined], ['', 'Sa Kaeo', 'Aranyaprathet', undefined],
] // biome-ignore format: a table
for (const [code, province, district, found] of places)
  test(`home: ${JSON.stringify([code, province, district])} is ${found}`, () => {
    const answer = areaFinder('KH', areas)({ code, province, district })
    assert.equal(answer && `${answer.area}${answer.byName ? ' by name' : ''}`, found)
  })

const header = [
  'No.',
  'Model',
  'Issued',
  'Valid until',
  'ឈ្មោះ',
  'Given name',
  'Family name',
  'Date of birth',
  'Sex',
  'National ID',
  'Area code',
  'Province',
  'District',
  'Address',
]
const sound = [
  '12/2566',
  'yellow',
  '01/12/2568',
  '30/11/2570',
  'សុខ ដារា',
  'Dara',
  'Sok',
  '05/06/1990',
  'M',
  '010123456',
  'KH:0110',
  '',
  '',
  'Group 3',
]
const guessed = guessMapping(header, [sound, ['13/2566', 'blue', '25/12/2568', '30/11/2570']])
const placedOf = () => {
  const placed = placeColumns(guessed, header)
  assert.ok(placed.ok)
  return placed.value
}
const reader = {
  ...{ state: 'KH' as const, law, today, placed: placedOf(), findArea: areaFinder('KH', areas) },
  ...{ offices: new Set(['KH:0110', 'KH:0105']), isFormula: (text: string) => guarded(text) !== text },
}
const readWith = (changes: Readonly<Record<string, string>>) => {
  const cells = sound.map((cell, at) => changes[header[at] ?? ''] ?? cell)
  return readHolder(reader, { line: 7, cells })
}

test('a header’s words in three languages suggest every field', () => {
  assert.deepEqual(Object.keys(guessed.fields).length, 14)
  assert.deepEqual(guessed.fields.localName, { columns: ['ឈ្មោះ'] })
  assert.equal(guessed.dateOrder, 'dmy')
  const thai = guessMapping(
    ['เลขที่บัตร', 'สี', 'วันออกบัตร', 'วันหมดอายุ', 'ชื่อ', 'นามสกุล', 'ชื่ออังกฤษ', 'นามสกุลอังกฤษ', 'วันเกิด', 'เพศ', 'เลขประจำตัวประชาชน', 'จังหวัด', 'อำเภอ'],
    [],
  )
  assert.deepEqual(thai.fields.localName, { columns: ['ชื่อ', 'นามสกุล'] })
  assert.deepEqual([thai.fields.givenName, thai.fields.familyName], [{ columns: ['ชื่ออังกฤษ'] }, { columns: ['นามสกุลอังกฤษ'] }])
  assert.ok(parseMapping(structuredClone(thai)).ok)
})

test('a sound row is a holder of the office of the home district, eras and all', () => {
  const { holder, faults, flags } = readWith({})
  assert.deepEqual([faults, flags], [[], []])
  const { person, ...pass } = holder as Holder
  assert.deepEqual(pass, { line: 7, office: 'KH:0110', number: '122566', model: 'legacy-yellow', issuedOn: '2025-12-01', lastDay: '2027-11-30' })
  assert.deepEqual([person.localName, person.localLanguage, person.birthDate, person.nationality], ['សុខ ដារា', 'khm', '1990-06-05', 'KHM'])
})

const bad: readonly [changes: Record<string, string>, faults: string[]][] = [
  [{ 'No.': '' }, ['1 import.missing']], [{ 'No.': '–' }, ['1 import.missing']], [{ 'No.': '=1+1' }, ['1 import.formula']], [{ 'No.': 'KH01100000429' }, ['1 import.number']], [{ 'No.': 'ABC' }, ['1 import.number']],
  [{ 'No.': '12345678901234567' }, ['1 import.number']], [{ 'No.': '12*5' }, ['1 import.number']], [{ Model: 'green' }, ['2 import.model']], [{ Issued: '30/02/2568' }, ['3 import.date']],
  [{ 'Valid until': '30/11/2568' }, ['4 import.dates-order']],
  [{ Issued: '21/11/2569' }, ['3 import.dates-order']], [{ 'Valid until': '30/11/2585' }, ['4 import.valid-too-long']], [{ 'Valid until': '30/11/70' }, ['4 import.date']],
  [{ 'Date of birth': '05/06/2590' }, ['8 applicant.birth-date']], [{ 'Date of birth': '01/01/1900' }, ['8 applicant.birth-date']], [{ Sex: '?' }, ['9 import.sex']],
  [{ 'National ID': '01012345' }, ['10 import.id-number']], [{ 'Area code': 'KH:9999' }, ['11 import.area']], [{ 'Area code': 'KH:2204' }, ['11 office.unknown']], [{ 'Area code': '' }, ['13 import.area']],
  [{ 'Given name': 'ដារា' }, ['6 applicant.name-characters']], [{ 'Family name': 'x'.repeat(61) }, ['7 import.cell-too-long']], [{ ឈ្មោះ: '…' }, ['5 applicant.malformed']], [{ ឈ្មោះ: '@cmd' }, ['5 import.formula']],
  [{ Address: '=HYPERLINK("x")' }, ['14 import.formula']], [{ ឈ្មោះ: 'សុខ\u202edara' }, ['5 applicant.name-characters']],
  [{ Model: '', Sex: '', Issued: '31/11/2568' }, ['2 import.missing', '3 import.date', '9 import.missing']],
] as [Record<string, string>, string[]][] // biome-ignore format: a table
for (const [changes, expected] of bad)
  test(`bad row: ${JSON.stringify(changes).slice(0, 80)}`, () => {
    const { holder, faults } = readWith(changes)
    assert.equal(holder, undefined)
    assert.deepEqual(
      faults.map(({ column, code }) => `${column} ${code}`),
      expected,
    )
  })

test('a district found by name comes in, flagged', () => {
  const { holder, flags } = readWith({ 'Area code': '', Province: 'Banteay Meanchey', District: 'Poipet' })
  assert.equal(holder?.office, 'KH:0110')
  assert.deepEqual(
    flags.map(({ column, code }) => `${column} ${code}`),
    ['13 import.area-by-name'],
  )
})

test('a shape tells the form of a value and nothing of the person', () => {
  assert.equal(shapeOf({ field: 'birthDate', said: '30/02/2567' }), '00/00/0000')
  assert.equal(shapeOf({ field: 'localName', said: 'Sok សុខ สุข 12' }), 'xxx កកក กกก 00')
  assert.equal(shapeOf({ field: 'model', said: 'green' }), 'green')
  assert.equal(shapeOf({ field: null, said: '' }), '')
})

const mappings: readonly [what: string, json: unknown, field: string][] = [
  ['no object', null, 'fields'], ['no fields', {}, 'fields'], ['an unknown order', { ...guessed, dateOrder: 'ydm' }, 'dateOrder'], ['a prefix with signs', { ...guessed, numberPrefix: 'a-' }, 'numberPrefix'],
  ['an unknown field', { ...guessed, fields: { ...guessed.fields, photo: { columns: ['x'] } } }, 'photo'], ['no columns', { ...guessed, fields: { ...guessed.fields, sex: { columns: [] } } }, 'sex'],
  ['both', { ...guessed, fields: { ...guessed.fields, sex: { columns: ['Sex'], value: 'M' } } }, 'sex'], ['a field left out', { ...guessed, fields: { ...guessed.fields, number: undefined } }, 'number'],
  ['no home', { ...guessed, fields: { ...guessed.fields, homeArea: undefined, homeDistrict: undefined } }, 'homeArea'],
] // biome-ignore format: a table
for (const [what, json, field] of mappings)
  test(`mapping refused: ${what}`, () => {
    const parsed = parseMapping(JSON.parse(JSON.stringify(json)))
    assert.deepEqual(!parsed.ok && [parsed.refusal.code, parsed.refusal.about?.['field']], ['import.mapping', field])
  })

test('columns that are missing, or there twice, are refused; one value stands for every row', () => {
  const twice = placeColumns(guessed, [...header, 'sex', 'Sex'])
  assert.deepEqual(!twice.ok && [twice.refusal.code, twice.refusal.about?.['column']], ['import.columns', 'Sex'])
  const missing = placeColumns(guessed, header.slice(1))
  assert.deepEqual(!missing.ok && missing.refusal.about?.['column'], 'No.')
  const placed = placeColumns({ ...guessed, fields: { ...guessed.fields, model: { value: 'blue' } }, numberPrefix: 'BMC' }, header)
  assert.ok(placed.ok)
  const { holder } = readHolder({ ...reader, placed: placed.value }, { line: 1, cells: sound })
  assert.deepEqual([holder?.model, holder?.number], ['legacy-blue', 'BMC122566'])
})

test('numbers as people type them are one number', () => {
  assert.deepEqual(['12/2566', '12-2566', ' ១២ ២៥៦៦', '๑๒.2566'].map(plainPassNumber), Array(4).fill('122566'))
  assert.deepEqual(['', '12*3', 'ก12', '1'.repeat(17)].map(plainPassNumber), Array(4).fill(undefined))
})

test('the register’s word stands: each meeting of a row with it', () => {
  const { holder } = readWith({})
  const over = readWith({ Issued: '01/12/2560', 'Valid until': '30/11/2562' }).holder
  assert.ok(holder && over)
  const person = (change = {}) => ({ id: 'p', birthDate: holder.person.birthDate, hasLivePass: false, ...change })
  const cases: [Holder, KnownOfRow, string][] = [
    [holder, { person: undefined, numberOf: undefined }, 'create null live'],
    [holder, { person: person(), numberOf: undefined }, 'create p live'],
    [holder, { person: person(), numberOf: 'p' }, 'unchanged'],
    [holder, { person: person({ hasLivePass: true }), numberOf: 'p' }, 'unchanged'],
    [holder, { person: person(), numberOf: 'q' }, 'import.number-taken'],
    [holder, { person: undefined, numberOf: 'q' }, 'import.number-taken'],
    [holder, { person: person({ birthDate: '1990-06-06' }), numberOf: undefined }, 'applicant.identity-differs'],
    [holder, { person: person({ hasLivePass: true }), numberOf: undefined }, 'applicant.has-live-pass'],
    [over, { person: person({ hasLivePass: true }), numberOf: undefined }, 'create p over'],
  ]
  for (const [row, known, expected] of cases) {
    const decided = decideRow(row, known, today)
    const said =
      decided.type === 'create'
        ? `create ${decided.person} ${decided.live ? 'live' : 'over'}`
        : decided.type === 'refused'
          ? decided.code
          : decided.type
    assert.equal(said, expected)
  }
})

test('the first line of a text is remembered among a hundred thousand', () => {
  const lines = new FirstLines(16)
  for (let line = 1; line <= 100_000; line += 1) assert.equal(lines.claim(`id ${line}`, line), undefined)
  for (let line = 1; line <= 100_000; line += 997) assert.equal(lines.claim(`id ${line}`, 7), line)
})

test('every state answers every command', () => {
  const answers = importStates.map((state) =>
    importCommands
      .map((command) => {
        const next = nextImportState(state, command)
        return 'state' in next ? next.state : '–'
      })
      .join(' '),
  )
  assert.deepEqual(answers, [
    'receiving – – – received',
    '– checking – – –',
    '– checking – received checked',
    '– checking running – –',
    '– – running stopped done',
    '– – running stopped –',
    '– – – – –',
  ])
})
