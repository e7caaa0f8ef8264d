// Goal: nothing comes on the list that nobody could be found by, and nothing without an end. Method: whole tables of entries and rows, more wrong ones than right.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CivilDate } from '../kernel/time.ts'
import { assessEntry, type EntryDraft, markText, reasonsOf, stateOf, watchReasons } from './watch-entry.rules.ts'
import { watchKinds } from './watch-match.rules.ts'
import { normalPlate, plateCore } from './watch-plate.rules.ts'
import { readHeader, readWatchRow, type WatchColumn, watchColumns } from './watch-row.rules.ts'

const day = (text: string) => text as CivilDate
const limits = { today: day('2026-11-20'), daysMax: 731 }
const nobody = { nameKhmer: null, nameThai: null, nameLatin: null, birthDate: null, birthYear: null, sex: null, nationality: null }
const dara = { ...nobody, nameKhmer: 'សុខ ដារ៉ា', nameLatin: 'SOK DARA', birthDate: day('1990-05-17') }
const draft = (change: Partial<EntryDraft>): EntryDraft => ({
  ...{ kind: 'person', reason: 'missing', source: 'Provincial police', seenBy: 'point', person: dara, document: null, plate: null },
  ...{ from: day('2026-11-20'), lastDay: day('2027-11-20') },
  ...change,
})
const person = (change: object) => draft({ person: { ...dara, ...change } })
const paper = (issuer: string, number: string, reason = 'lost-document') =>
  draft({ kind: 'document', reason, person: null, document: { issuer, number } })
const plate = (text: string, reason = 'stolen-vehicle') => draft({ kind: 'plate', reason, person: null, plate: text })
const codeOf = (said: EntryDraft): string => {
  const assessed = assessEntry(said, limits)
  return assessed.ok ? 'ok' : assessed.refusal.code
}

const cases: [what: string, said: EntryDraft, code: string][] = [
  ['a person', draft({}), 'ok'],
  ['a Thai name alone, a year', person({ nameKhmer: null, nameLatin: null, nameThai: 'นายสมชาย ใจดี', birthDate: null, birthYear: 1985 }), 'ok'],
  ['no name', draft({ person: { ...nobody, birthYear: 1985 } }), 'watch.names'],
  ['a blank name', person({ nameKhmer: ' ', nameLatin: '\u200B' }), 'watch.names'],
  ['Thai letters for Khmer', person({ nameKhmer: 'สมชาย' }), 'watch.names'],
  ['Khmer letters for Latin', person({ nameLatin: 'សុខ' }), 'watch.names'],
  ['one letter', person({ nameKhmer: null, nameLatin: 'A' }), 'watch.names'],
  ['markup', person({ nameLatin: '<b>SOK</b>' }), 'watch.names'],
  ['direction signs', person({ nameLatin: '\u202EKOS' }), 'watch.names'],
  ['a long name', person({ nameLatin: 'A'.repeat(121) }), 'watch.names'],
  ['no birth', person({ birthDate: null }), 'watch.birth'],
  ['both', person({ birthYear: 1990 }), 'watch.birth'],
  ['born tomorrow', person({ birthDate: day('2026-11-21') }), 'watch.birth'],
  ['born long ago', person({ birthDate: day('1906-11-19') }), 'watch.birth'],
  ['a year of the Buddhist era', person({ birthDate: null, birthYear: 2533 }), 'watch.birth'],
  ['sex', person({ sex: 4 }), 'watch.sex'],
  ['nationality', person({ nationality: 'KH' }), 'watch.nationality'],
  ['a person and a plate', draft({ plate: '2A 1234' }), 'watch.names'],
  ['a document', paper('kh', 'n 012-3456'), 'ok'],
  ['no issuer', paper('', 'N0123456'), 'watch.document'],
  ['a number of signs', paper('KHM', '--/--'), 'watch.document'],
  ['a long number', paper('KHM', '1'.repeat(41)), 'watch.document'],
  ['a plate in Thai', plate('๑กก ๑๒๓๔ กรุงเทพมหานคร'), 'ok'],
  ['a plate without a digit', plate('กรุงเทพ'), 'watch.plate'],
  ['no plate', plate(''), 'watch.plate'],
  ['an unknown kind', draft({ kind: 'boat' }), 'watch.plate'],
  ['an unknown reason', draft({ reason: 'because' }), 'watch.reason'],
  ['no source', draft({ source: ' ' }), 'watch.source'],
  ['ends before it begins', draft({ from: day('2026-12-02'), lastDay: day('2026-12-01') }), 'watch.days'],
  ['over already', draft({ from: day('2026-01-01'), lastDay: day('2026-11-19') }), 'watch.days'],
  ['today alone', draft({ lastDay: day('2026-11-20') }), 'ok'],
  ['the longest', draft({ lastDay: day('2028-11-20') }), 'ok'],
  ['a day too long', draft({ lastDay: day('2028-11-21') }), 'watch.days'],
]
for (const [what, said, code] of cases) test(`an entry: ${what}`, () => assert.equal(codeOf(said), code))

test('every reason is for something, and only for what it fits', () => {
  for (const reason of watchReasons) {
    const said = { person: draft({ reason }), document: paper('KHM', 'N123', reason), plate: plate('2A 1234', reason) }
    const fits = watchKinds.filter((kind) => codeOf(said[kind]) === 'ok')
    assert.deepEqual(
      fits,
      watchKinds.filter((kind) => reasonsOf[kind].includes(reason)),
    )
    assert.ok(fits.length > 0, reason)
  }
})

test('the same is said the same, however it was typed', () => {
  const marks = [draft({}), draft({ source: 'Another', lastDay: day('2027-01-01') }), person({ nameLatin: 'Sok  Dara' })].map((said) => {
    const assessed = assessEntry(said, limits)
    return assessed.ok ? markText(assessed.value) : 'refused'
  })
  assert.equal(new Set(marks).size, 1)
})

test('where an entry stands in its time', () => {
  const at = (from: string, lastDay: string, endedAt: string | null = null) =>
    stateOf({ from: day(from), lastDay: day(lastDay), endedAt }, limits.today)
  assert.equal(at('2026-11-20', '2026-11-20'), 'in-force')
  assert.equal(at('2026-11-21', '2026-11-22'), 'not-yet')
  assert.equal(at('2026-01-01', '2026-11-19'), 'expired')
  assert.equal(at('2026-01-01', '2026-12-01', '2026-11-01T00:00:00.000Z'), 'ended')
})

const plates: [text: string, normal: string, core: string][] = [
  ['2A-1234', '2A1234', '2A1234'],
  ['២ក ១២៣៤', '2ក1234', '2ក1234'],
  ['1กก 1234 กรุงเทพมหานคร', '1กก1234กรุงเทพมหานคร', '1กก1234'],
  ['กขค ๑๒๓ สระแก้ว', 'กขค123สระแก้ว', 'กขค123'],
  ['ភ្នំពេញ 2A-1234', 'ភ្នំពេញ2A1234', '2A1234'],
  ['2a.1234 phnom penh', '2A1234PHNOMPENH', '2A1234'],
  ['AB 1', 'AB1', 'AB1'],
  ['١٢٣', '', ''],
]
for (const [text, normal, core] of plates)
  test(`a plate: ${text}`, () =>
    assert.deepEqual(
      [normalPlate(text), plateCore(normalPlate(text))],
      [normal === '' ? normalPlate(text) : normal, core === '' ? plateCore(normalPlate(text)) : core],
    ))
test('a plate’s normal form is its own normal form', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => assert.equal(normalPlate(normalPlate(text)), normalPlate(text))))
})

const header = readHeader([...watchColumns]) ?? assert.fail('no header')
const rowLimits = { ...limits, isFormula: (text: string) => text.startsWith('=') }
const row = (cells: { readonly [C in WatchColumn]?: string }) =>
  readWatchRow(header, { line: 2, cells: watchColumns.map((column) => cells[column] ?? '') }, rowLimits)
const good = {
  kind: 'Person',
  reason: 'wanted',
  source: 'Interpol desk',
  name_latin: 'SOK DARA',
  birth_date: '17/05/2533',
  sex: 'm',
  last_day: '2027-01-31',
}
test('a row: the Buddhist era, words and defaults', () => {
  const read = row(good)
  assert.ok('entry' in read)
  const { person: found, from, lastDay, seenBy } = read.entry
  assert.deepEqual([found?.birthDate, found?.sex, from, lastDay, seenBy], ['1990-05-17', 1, '2026-11-20', '2027-01-31', 'point'])
})
const rows: [what: string, change: { readonly [C in WatchColumn]?: string }, code: string, column: WatchColumn | undefined][] = [
  ['no kind', { kind: '' }, 'import.missing', 'kind'],
  ['an unknown kind', { kind: 'boat' }, 'import.missing', 'kind'],
  ['no end', { last_day: '–' }, 'import.missing', 'last_day'],
  ['a day that is none', { birth_date: '30/02/1990' }, 'import.date', 'birth_date'],
  ['a year of two digits', { birth_date: '17/05/90' }, 'import.date', 'birth_date'],
  ['a formula', { name_latin: '=1+1' }, 'import.formula', 'name_latin'],
  ['a sex that is none', { sex: 'y' }, 'watch.sex', 'sex'],
  ['a reason for vehicles', { reason: 'stolen-vehicle' }, 'watch.reason', 'reason'],
  ['who may see', { seen_by: 'everybody' }, 'import.missing', 'seen_by'],
  ['a year in words', { birth_date: '', birth_year: 'about 1990' }, 'watch.birth', 'birth_date'],
  ['over', { last_day: '2026-01-31' }, 'watch.days', 'last_day'],
]
for (const [what, change, code, column] of rows)
  test(`a row: ${what}`, () => {
    const fault = { code, line: 2, column: column === undefined ? 0 : watchColumns.indexOf(column) + 1 }
    assert.deepEqual(row({ ...good, ...change }), { fault })
  })

test('a first line that does not name what is needed, or names it twice, is none', () => {
  assert.equal(readHeader(['kind', 'reason', 'source']), undefined)
  assert.equal(readHeader(['kind', 'reason', 'source', 'last_day', 'Kind']), undefined)
  assert.ok(readHeader(['\uFEFFKind', 'Reason', 'Last day', 'Source']))
})
