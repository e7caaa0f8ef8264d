// Goal: an official list of areas becomes rows that end and begin at a day, none lost, none overlapping, none in nothing. Method: the vectors, read by the table reader and
// compared with a small registry; every broken one is refused for what its name says.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { AreaCode, InstrumentId } from '../kernel/code.ts'
import type { CivilDate } from '../kernel/time.ts'
import { projectRoot } from '../platform/config.ts'
import { openTable } from '../platform/tabular/table.ts'
import { compareAreas } from './area-changes.rules.ts'
import { type GazetteerLayout, type GazetteerRow, readGazetteer } from './gazetteer.rules.ts'
import { type Area, areaNamed, areasNamed, areasOn, type Registry } from './registry.rules.ts'

const folder = join(projectRoot, 'vectors', 'areas')
const from = '2027-01-01' as CivilDate
const area = (code: string, en: string, native: string, level = 'district', since = '1991-01-01', until: string | null = null): Area => ({
  ...{ code: code as AreaCode, parent: code.length === 5 ? code.slice(0, 2) : code.slice(0, 5), level, name: { en, native } },
  ...{ from: since as CivilDate, until: until as CivilDate | null, instrument: 'kh-th/area-codes' as InstrumentId },
})
const known = [
  area('KH:01', 'Banteay Meanchey', 'បន្ទាយមានជ័យ', 'province'),
  area('KH:0105', 'Ou Chrov', 'អូរជ្រៅ'),
  area('KH:0110', 'Poipet', 'ប៉ោយប៉ែត', 'municipality'),
  area('KH:02', 'Battambang', 'បាត់ដំបង', 'province'),
  area('KH:0201', 'Banan', 'បាណន់'),
  area('TH:27', 'Sa Kaeo', 'สระแก้ว', 'province'),
  area('TH:2706', 'Aranyaprathet', 'อรัญประเทศ'),
  area('TH:2701', 'Mueang Sa Kaeo', 'เมืองสระแก้ว'),
]

async function changesOf(file: string, rows: readonly Area[] = known) {
  const table = await openTable(join(folder, file))
  assert.ok(table.ok, file)
  const read: GazetteerRow[] = []
  await table.value.read(async (some) => read.push(...some) > 0)
  const layout: GazetteerLayout = file.includes('dopa') ? 'dopa' : 'ncdd'
  return compareAreas(rows, readGazetteer(layout, read), from)
}
async function saidOf(file: string, rows?: readonly Area[]): Promise<string[]> {
  const { added, ended, renamed, reparented, unchanged, alike, faults } = await changesOf(file, rows)
  return [
    ...added.map(({ code, level }) => `+${code} ${level}`),
    ...ended.map(({ code }) => `-${code}`),
    ...renamed.map(({ before, after }) => `${before.code} ${before.name.en} → ${after.name.en}`),
    ...reparented.map(({ before, after }) => `${before.code} in ${before.parent} → ${after.parent}`),
    ...alike.map(({ ended: old, added: young }) => `${old} ~ ${young}`),
    ...faults.map(({ code, line }) => `${line} ${code}`),
    `=${unchanged}`,
  ]
}

const taken: readonly [file: string, said: string[]][] = [
  ['ncdd-one-province.csv', ['=3']],
  ['ncdd-split.csv', ['+KH:0111 district', '=3']],
  ['ncdd-renamed.csv', ['KH:0105 Ou Chrov → Ou Chrov Thmei', '=2']],
  // Another province's districts are none of this list's business.
  ['ncdd-ended.csv', ['-KH:0105', '=2']],
  ['dopa.csv', ['+TH:2799 district', '-TH:2701', '=2']],
]
for (const [file, said] of taken) test(`taken: ${file}`, async () => assert.deepEqual(await saidOf(`valid/${file}`), said))

test('a split before our time: Poipet out of Ou Chrov begins, and Ou Chrov stays', async () => {
  const before = known.filter(({ code }) => code !== 'KH:0110')
  assert.deepEqual(await saidOf('valid/ncdd-one-province.csv', before), ['+KH:0110 municipality', '=2'])
})

test('a district that comes back under another code is shown beside the one that ends, and nothing follows from the name', async () => {
  const before = [...known.filter(({ code }) => code !== 'KH:0110'), area('KH:0199', 'Poipet', 'ប៉ោយប៉ែត')]
  assert.deepEqual(await saidOf('valid/ncdd-one-province.csv', before), ['+KH:0110 municipality', '-KH:0199', 'KH:0199 ~ KH:0110', '=2'])
})

test('a district that lay elsewhere lies in its province from that day', async () => {
  const before = known.map((each) => (each.code === 'KH:0110' ? { ...each, parent: 'KH:02' } : each))
  assert.deepEqual(await saidOf('valid/ncdd-one-province.csv', before), ['KH:0110 in KH:02 → KH:01', '=2'])
})

test('a row that begins on the day or later says something else already', async () => {
  const later = [
    ...known.filter(({ code }) => code !== 'KH:0105'),
    area('KH:0105', 'Ou Chrov', 'អូរជ្រៅ', 'district', '1991-01-01', '2027-06-01'),
    area('KH:0105', 'Later', 'x', 'district', '2027-06-01'),
  ]
  assert.deepEqual(await saidOf('valid/ncdd-renamed.csv', later), ['KH:0105 Ou Chrov → Ou Chrov Thmei', '3 areas.overlap', '=2'])
})

const refused: Readonly<Record<string, string[]>> = {
  'ncdd-code-lost-its-zero': ['2 areas.code'],
  'ncdd-code-twice': ['8 areas.twice'],
  'ncdd-orphan-district': ['2 areas.orphan'],
  'ncdd-orphan-commune': ['3 areas.orphan'],
  'ncdd-kind-and-code-differ': ['3 areas.code'],
  'ncdd-unknown-kind': ['3 areas.code'],
  'ncdd-no-khmer-name': ['3 areas.name'],
  'ncdd-new-without-latin-name': ['3 areas.name'],
  'ncdd-nine-digits': ['3 areas.code'],
  'ncdd-formula': ['3 areas.code'],
  'ncdd-columns-missing': ['1 areas.columns'],
  'ncdd-empty': ['1 areas.columns'],
  'dopa-district-of-another-province': ['2 areas.code'],
  'dopa-two-names-of-one-code': ['3 areas.twice'],
}
test('every broken list has its own fault', async () => {
  assert.deepEqual(
    readdirSync(join(folder, 'invalid')).sort(),
    Object.keys(refused)
      .map((name) => `${name}.csv`)
      .sort(),
  )
  for (const [name, faults] of Object.entries(refused)) {
    const found = await changesOf(`invalid/${name}.csv`)
    assert.deepEqual(
      found.faults.map(({ line, code }) => `${line} ${code}`),
      faults,
      name,
    )
  }
})

test('an area that ended keeps its last name for what was issued there, and is nowhere to be chosen; one to come has no name yet', () => {
  const registry = {
    areas: [
      area('KH:0105', 'Ou Chrov', 'អូរជ្រៅ', 'district', '1991-01-01', '2026-07-01'),
      area('KH:0105', 'Ou Chrov Thmei', 'អូរជ្រៅថ្មី', 'district', '2026-07-01'),
      area('KH:0109', 'Malai', 'ម៉ាឡៃ', 'district', '1991-01-01', '2026-11-27'),
      area('KH:0111', 'Kouk Srok', 'គោកស្រុក', 'district', '2027-01-01'),
    ],
  } as unknown as Registry
  const namedOn = (code: string, day: string) => areaNamed(registry, code, day as CivilDate)?.name.en
  for (const [code, day, name] of [
    ['KH:0105', '2026-06-30', 'Ou Chrov'],
    ['KH:0105', '2026-07-01', 'Ou Chrov Thmei'],
    ['KH:0109', '2026-11-26', 'Malai'],
    ['KH:0109', '2030-01-01', 'Malai'],
    ['KH:0111', '2026-12-31', undefined],
    ['KH:0111', '2027-01-01', 'Kouk Srok'],
    ['KH:0199', '2027-01-01', undefined],
  ] as const)
    assert.equal(namedOn(code, day), name, `${code} on ${day}`)
  const [named, chosen] = [areasNamed, areasOn].map((list) => list(registry, '2026-12-01' as CivilDate).map(({ name }) => name.en))
  assert.deepEqual([named, chosen], [['Ou Chrov Thmei', 'Malai'], ['Ou Chrov Thmei']])
})
