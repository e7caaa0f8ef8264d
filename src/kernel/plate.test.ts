// Goal: one plate has one form however it was typed, and what is no plate is refused. Method: tables of written plates, good and bad; drawn plates written in drawn ways.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { mayBeSamePlate, type Plate, type PlateState, parsePlate, plateCharactersMax, plateStates, stateByLetters } from './plate.ts'
import { plateProvinces } from './plate-provinces.ts'

const shown = (plate: Plate | undefined): string => (plate ? `${plate.normal} ${plate.province ?? '-'}` : 'no plate')

const good: [state: PlateState, normal: string, ...written: string[]][] = [
  ['KH', '2A1234 -', '2A-1234', '2a 1234', '២A-១២៣៤', ' 2A.12 34 ', '２Ａ－１２３４'],
  ['KH', '2A1234 KH:12', 'ភ្នំពេញ 2A-1234', '2A-1234 ភ្នំពេញ', 'Phnom Penh 2A 1234', 'PHNOM-PENH ២A១២៣៤', 'រាជធានីភ្នំពេញ 2A1234'],
  ['KH', '1AB0001 KH:01', 'បន្ទាយមានជ័យ 1AB-0001', 'banteay meanchey 1ab 0001'],
  ['KH', '3B9999 KH:04', 'Kampong Chhnang 3B-9999', 'កំពង់ឆ្នាំង ៣B-៩៩៩៩'],
  ['KH', '1C5678 KH:08', 'កណ្តាល 1C-5678', 'កណ្ដាល 1C-5678'],
  ['KH', 'STATE21234 -', 'រដ្ឋ 2-1234', 'State 2-1234'],
  ['KH', 'RCAF21234 -', 'ខ.ម 2-1234', 'ខេមរភូមិន្ទ ២-១២៣៤'],
  ['KH', 'CAMBODIAPP8888 -', 'កម្ពុជា PP 8888', 'Cambodia PP-8888', 'PP8888 កម្ពុជា'],
  ['TH', 'กข1234 -', 'กข 1234', 'กข-๑๒๓๔'],
  ['TH', 'กข1234 TH:27', 'กข 1234 สระแก้ว', 'สระแก้ว กข ๑๒๓๔', 'กข1234 Sa Kaeo', 'กข 1234 sa kaew'],
  ['TH', '1กก1234 -', '1กก 1234', '๑กก ๑๒๓๔', '1กก1234'],
  ['TH', '1กก1234 TH:10', '1กก 1234 กรุงเทพมหานคร', '1กก 1234 กทม.', '1กก 1234 กรุงเทพฯ', 'Bangkok 1กก-1234'],
  ['TH', 'ก1 TH:63', 'ก 1 ตาก'],
  ['TH', 'กขค123 TH:32', 'กขค 123 สุรินทร์'],
  ['TH', '701234 TH:27', '70-1234 สระแก้ว', '๗๐-๑๒๓๔ สระแก้ว'],
  ['TH', 'ท221234 -', 'ท 22-1234'],
  ['LA', 'ກຂ1234 -', 'ກຂ 1234', 'ກຂ ໑໒໓໔'],
  ['LA', 'ບກ4567 LA:01', 'ບກ 4567 ກຳແພງນະຄອນ', 'ນະຄອນຫຼວງວຽງຈັນ ບກ 4567'],
  ['VN', '51A12345 -', '51A-123.45', '51a 12345'],
  ['VN', '59X112345 -', '59-X1 123.45', '59X1-12345'],
  ['VN', '80NG01234 -', '80-NG-012-34'],
  ['VN', '29MD12345 -', '29-MĐ 123.45', '29-md1 2345'],
  ['VN', 'TM1234 -', 'TM-12-34'],
  ['other', 'ABC1234 -', 'ABC 1234', 'abc-1234'],
]
for (const [state, normal, ...written] of good)
  for (const each of written)
    test(`${state} plate: ${each}`, () => {
      assert.equal(shown(parsePlate({ state, written: each })), normal)
    })

const bad: [state: PlateState, ...written: string[]][] = [
  ['KH', '', ' ', '-', '2A', '1234', 'A-1234', '2-1234', '2A-12345', '2A-123', '2ABCD-1234', '123A-1234', 'ភ្នំពេញ', 'ភ្នំពេញ 1234', 'Nowhere 2A-1234'],
  ['KH', 'ភ្នំពេញ 2A-1234 កែប', '2A-0000', 'กข 1234', 'រដ្ឋ', 'កម្ពុជា', '2A-1234; drop table', '<b>2A-1234</b>', '2А-1234', '🚗 2A-1234', '2A-१२३४'],
  ['TH', '', '1234', 'กข', 'กข 12345', 'กขคง 1', '0กก 1234', 'กข 0000', 'AB 1234', 'กข 1234 ลาว', 'สระแก้ว', '070-1234', 'กา 1234', 'กข 1234\0'],
  ['LA', 'ກ 1234', 'ກຂ 12', 'ກຂ 12345', 'กข 1234', 'AB 1234'],
  ['VN', '5A-12345', '51-12345', '51A-123', '01A-12345', '51A-1234567', '51A-00000', 'กข 1234'],
  ['other', 'A', 'ABC', 'ABCD1234567', '0', 'กข 1234', '2А1234'],
  ['KH', `2A-${' '.repeat(plateCharactersMax)}1234`],
]
for (const [state, ...written] of bad)
  for (const each of written)
    test(`no ${state} plate: ${JSON.stringify(each)}`, () => {
      assert.equal(shown(parsePlate({ state, written: each })), 'no plate')
    })

test('a province may be left out, and two provinces are two plates', () => {
  const [bare, one, other] = ['กข 1234', 'กข 1234 สระแก้ว', 'กข 1234 ตราด'].map(
    (written) => parsePlate({ state: 'TH', written }) ?? assert.fail(written),
  )
  if (!bare || !one || !other) return assert.fail()
  assert.deepEqual(
    [mayBeSamePlate(bare, one), mayBeSamePlate(one, bare), mayBeSamePlate(one, one), mayBeSamePlate(one, other)],
    [true, true, true, false],
  )
  assert.equal(mayBeSamePlate({ ...bare, state: 'LA' }, bare), false)
})

test('the provinces are those of the area register, each spelling is one’s alone, and no name swallows a number', () => {
  const areas = readFileSync(new URL('../../data/areas.csv', import.meta.url), 'utf8')
  for (const state of plateStates) {
    const spellings = plateProvinces[state].map(({ spelling }) => spelling)
    assert.equal(new Set(spellings).size, spellings.length)
  }
  for (const [name, code] of [
    ['Banteay Meanchey', 'KH:01'],
    ['Battambang', 'KH:02'],
    ['Pailin', 'KH:24'],
    ['Sa Kaeo', 'TH:27'],
  ] as const) {
    assert.ok(areas.includes(code), code)
    assert.ok(
      [...plateProvinces.KH, ...plateProvinces.TH].some(({ area, spelling }) => area === code && spelling === name),
      name,
    )
  }
})

const digitsOf = (zero: string) => (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)))
const gap = fc.constantFrom('', ' ', '-', '.', '  ', '\u00a0', ' – ', '\u200b')
const writing = fc.record({
  digits: fc.constantFrom('0', '០', '๐', '໐').map(digitsOf),
  gaps: fc.array(gap, { minLength: 4, maxLength: 4 }),
  upper: fc.boolean(),
  first: fc.boolean(),
})
const letters = (from: string, ...counts: [number, number]) =>
  fc.array(fc.constantFrom(...from), { minLength: counts[0], maxLength: counts[1] }).map((each) => each.join(''))
const number = fc.integer({ min: 1, max: 9999 }).map((each) => String(each).padStart(4, '0'))
const drawn = fc.oneof(
  fc.record({
    state: fc.constant('KH' as const),
    lead: fc.constantFrom('1', '2', '3'),
    series: letters('ABCDEFGH', 1, 3),
    number,
    province: fc.constantFrom(undefined, ...plateProvinces.KH),
  }),
  fc.record({
    state: fc.constant('TH' as const),
    lead: fc.constantFrom('', '1', '9'),
    series: letters('กขคงจฉชฌฐณ', 1, 2),
    number,
    province: fc.constantFrom(undefined, ...plateProvinces.TH),
  }),
)

test('drawn plates written in drawn ways have one form, and reading it again changes nothing', () => {
  fc.assert(
    fc.property(drawn, writing, ({ state, lead, series, number, province }, { digits, gaps, upper, first }) => {
      const body = digits(`${lead}${gaps[0]}${upper ? series : series.toLowerCase()}${gaps[1]}${number}`)
      const parts = province ? (first ? [province.spelling, body] : [body, province.spelling]) : [body]
      const written = parts.join(gaps[2])
      if (written.length > plateCharactersMax) return
      const read = parsePlate({ state, written })
      assert.deepEqual(read, { state, normal: `${lead}${series}${number}`, province: province?.area ?? null }, written)
      assert.equal(parsePlate({ state, written: read?.normal ?? '' })?.normal, read?.normal)
    }),
    { numRuns: 500 },
  )
})

test('whose letters they are: one state’s, or nobody’s', () => {
  const lao = '\u0e81\u0e82 1234'
  const said = ['ភ្នំពេញ 2A-1234', '1กข ๑๒๓๔', lao, '2A-1234', '២A-១២៣៤', '๒A-๑๒๓๔', '', 'ភ្នំពេញ สระแก้ว', 'DROP TABLE'].map(stateByLetters)
  assert.deepEqual(said, ['KH', 'TH', 'LA', undefined, undefined, undefined, undefined, undefined, undefined])
})

test('whatever is typed, the answer is a plate in its form or none', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...plateStates),
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'12A ក១กข๑໑-.ភ្នំពេញ') })),
      (state, written) => {
        const plate = parsePlate({ state, written })
        if (plate) assert.match(plate.normal, /^(?=.*\d)[A-Z0-9ก-ฮโล่ກ-ຮ]{2,16}$/u)
      },
    ),
    { numRuns: 1000 },
  )
})
