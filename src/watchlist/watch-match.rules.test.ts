// Goal: who is on the list is found through slips, who was cleared passes, and nobody is told why. Method: a planted list of made-up people, tables of papers and plates, random texts.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CivilDate } from '../kernel/time.ts'
import { variantOf } from '../persons/test-variants.ts'
import { entryAt, innocent, kindOf, plantedKinds, subjectOf, targetOf, watchedAt } from './test-watchlist.ts'
import { WatchIndex, type WatchSubject, type WatchTarget } from './watch-match.rules.ts'

const day = (text: string) => text as CivilDate
const today = { day: day('2026-11-20'), chanceMax: 0.04 }
const nothing: WatchSubject = { names: null, birthDate: null, documents: [], plates: [], passNumber: null }
const listOf = (...targets: WatchTarget[]): WatchIndex => {
  const index = new WatchIndex()
  for (const target of targets) index.put(target)
  return index
}

const size = 2_400
const planted = new WatchIndex()
for (let index = 0; index < size; index += 1) planted.put(targetOf(index, variantOf(kindOf(index), index).stored))

test('recall: of the planted slips together at least 95 of 100 are found, and each kind is found', () => {
  let [found, asked] = [0, 0]
  for (const kind of plantedKinds) {
    const indexes = Array.from({ length: size }, (_, index) => index).filter((index) => kindOf(index) === kind)
    const hits = indexes.filter((index) => planted.match(subjectOf(kind, index), today).some(({ entry }) => entry === watchedAt(index)))
    assert.ok(hits.length >= indexes.length * 0.55, `${kind}: ${hits.length} of ${indexes.length}`)
    found += hits.length
    asked += indexes.length
  }
  assert.ok(found >= asked * 0.95, `${found} of ${asked}`)
})

test('innocent people: few of a hundred are like anybody, and none exactly', () => {
  const hits = Array.from({ length: 300 }, (_, index) => planted.match(innocent(index), today))
  assert.ok(hits.filter(({ length }) => length > 0).length <= 3)
  assert.ok(hits.flat().every(({ strength }) => strength === 'near'))
})

test('a hit says who, what and how near, and nothing else', () => {
  const [hit = assert.fail()] = planted.match(subjectOf(plantedKinds[0] ?? '', 0), today)
  assert.deepEqual(Object.keys(hit).sort(), ['entry', 'kind', 'strength'])
})

const dara = entryAt(1, {
  kind: 'person',
  person: { names: ['សុខ ដារ៉ា', 'SOK DARA'], birthDate: day('1990-05-17'), birthYear: null, sex: 1, nationality: 'KHM' },
})
const year = entryAt(2, { kind: 'person', person: { names: ['KEO SOPHEA'], birthDate: null, birthYear: 1985, sex: 2, nationality: 'KHM' } })
const people = listOf(dara, year)
const seen = (family: string, given: string, birthDate: string | null, more: object = {}): WatchSubject => ({
  ...nothing,
  ...{ names: { local: '', given, family }, birthDate: birthDate === null ? null : day(birthDate), sex: 1, nationality: 'KHM' },
  ...more,
})
const peopleCases: [what: string, subject: WatchSubject, strengths: string[]][] = [
  ['the same', seen('Sok', 'Dara', '1990-05-17'), ['exact']],
  ['swapped', seen('DARA', 'SOK', '1990-05-17'), ['exact']],
  ['another sex', seen('SOK', 'DARA', '1990-05-17', { sex: 2 }), ['near']],
  ['sex not known', seen('SOK', 'DARA', '1990-05-17', { sex: null, nationality: null }), ['exact']],
  ['day and month', seen('SOK', 'DARA', '1990-07-15'), []],
  ['a digit', seen('SOK', 'DARA', '1990-05-11'), ['near']],
  ['Buddhist era', seen('SOK', 'DARA', '2533-05-17'), ['near']],
  ['a spelling and a digit', seen('SOKH', 'DARA', '1990-05-11'), ['near']],
  ['on a list of two, even another nationality and a digit', seen('SOK', 'DARA', '1990-05-11', { nationality: 'THA' }), ['near']],
  ['by sound, in Khmer alone', seen('', '', '1990-05-17', { names: { local: 'សុក ដារា', given: '', family: '' } }), ['near']],
  ['birth not known', seen('SOK', 'DARA', null), ['near']],
  ['birth not known, one part', seen('SOK', 'VANNAK', null), []],
  ['another day', seen('SOK', 'DARA', '1988-02-03'), []],
  ['another name', seen('HENG', 'BORA', '1990-05-17'), []],
  ['the year alone', seen('KEO', 'SOPHEA', '1985-12-31', { sex: 2 }), ['near']],
  ['a year beside it', seen('KEO', 'SOPHEA', '1986-01-01', { sex: 2 }), ['near']],
  ['a digit of the year another', seen('KEO', 'SOPHEA', '1965-12-31', { sex: 2 }), ['near']],
  ['the year as the Buddhist era counts it', seen('KEO', 'SOPHEA', '2528-12-31', { sex: 2 }), ['near']],
  ['two digits of the year others', seen('KEO', 'SOPHEA', '1967-12-31', { sex: 2 }), []],
  ['no names', { ...nothing, birthDate: day('1990-05-17') }, []],
  ['empty names', seen('', '', '1990-05-17'), []],
]
for (const [what, subject, strengths] of peopleCases)
  test(`a person: ${what}`, () =>
    assert.deepEqual(
      people.match(subject, today).map(({ strength }) => strength),
      strengths,
    ))

const papers = listOf(
  entryAt(3, { kind: 'document', document: { issuer: 'KHM', number: 'N0123456' } }),
  entryAt(4, { kind: 'document', document: { issuer: 'KH', number: 'KH01090000011' } }),
)
const paperCases: [what: string, subject: Partial<WatchSubject>, strengths: string[]][] = [
  ['the same', { documents: [{ issuer: 'KHM', number: 'n 012 3456' }] }, ['exact']],
  ['its state in two letters', { documents: [{ issuer: 'kh', number: 'N0123456' }] }, ['exact']],
  ['O for 0', { documents: [{ issuer: 'KHM', number: 'NO123456' }] }, ['near']],
  ['another issuer', { documents: [{ issuer: 'THA', number: 'N0123456' }] }, []],
  ['a number beside it', { documents: [{ issuer: 'KHM', number: 'N0123457' }] }, []],
  ['a pass by its number', { passNumber: 'KH01090000011' }, ['exact']],
  ['a pass as a document too, once', { passNumber: 'KH01090000011', documents: [{ issuer: 'KH', number: 'KH01090000011' }] }, ['exact']],
  ['nothing', {}, []],
  ['blanks', { documents: [{ issuer: '', number: '' }], passNumber: '' }, []],
]
for (const [what, subject, strengths] of paperCases)
  test(`a document: ${what}`, () =>
    assert.deepEqual(
      papers.match({ ...nothing, ...subject }, today).map(({ strength }) => strength),
      strengths,
    ))

const vehicles = listOf(entryAt(5, { kind: 'plate', plate: '1กก1234กรุงเทพมหานคร' }), entryAt(6, { kind: 'plate', plate: '2A1234' }))
const plateCases: [typed: string, strengths: string[]][] = [
  ['๑กก ๑๒๓๔ กรุงเทพมหานคร', ['exact']],
  ['1กก-1234', ['near']],
  ['1กข 1234', []],
  ['2a 1234', ['exact']],
  ['ភ្នំពេញ ២A-១២៣៤', ['near']],
  ['', []],
  ['---', []],
]
for (const [plate, strengths] of plateCases)
  test(`a plate: ${plate}`, () =>
    assert.deepEqual(
      vehicles.match({ ...nothing, plates: [plate] }, today).map(({ strength }) => strength),
      strengths,
    ))

test('a trailer is asked for like its vehicle, and an entry that both come near is one hit, the nearer', () => {
  const hits = (...plates: string[]) => vehicles.match({ ...nothing, plates }, today).map(({ entry, strength }) => [entry, strength])
  const [thai, khmer] = vehicles
    .match({ ...nothing, plates: ['1กก-1234', '2A 1234'] }, today)
    .map(({ entry }) => entry)
    .toSorted()
  assert.deepEqual(hits('3B 5555', '2A 1234'), [[khmer, 'exact']])
  assert.deepEqual(hits('1กก-1234', '2A 1234'), [
    [khmer, 'exact'],
    [thai, 'near'],
  ])
  assert.deepEqual(hits('ភ្នំពេញ ២A-១២៣៤', '2A 1234', '', '2A-1234'), [[khmer, 'exact']])
})

test('from its first day to its last, and not while a note stands for the same document', () => {
  const note = new Map([['KHM/KH01100000420', day('2026-11-25')]])
  const list = listOf({ ...dara, from: day('2026-11-20'), lastDay: day('2026-11-30'), allowed: note })
  const at = (date: string, passNumber: string | null = null) =>
    list.match({ ...seen('SOK', 'DARA', '1990-05-17'), passNumber }, { ...today, day: day(date) }).length
  assert.deepEqual([at('2026-11-19'), at('2026-11-20'), at('2026-11-30'), at('2026-12-01')], [0, 1, 1, 0])
  assert.deepEqual([at('2026-11-25', 'KH01100000420'), at('2026-11-26', 'KH01100000420'), at('2026-11-25', 'KH01100000431')], [0, 1, 1])
})

test('what was taken off is gone from every way in; what is put again is there once', () => {
  const all = listOf(
    dara,
    year,
    ...[3, 4].map((n) => entryAt(n, { kind: 'document', document: { issuer: 'KHM', number: `N${n}00` } })),
    entryAt(5, { kind: 'plate', plate: '2A1234' }),
  )
  all.put(dara)
  assert.equal(all.size, 5)
  const everything: WatchSubject = { ...seen('SOK', 'DARA', '1990-05-17'), documents: [{ issuer: 'KHM', number: 'N300' }], plates: ['2A 1234'] }
  assert.deepEqual(
    all
      .match(everything, today)
      .map(({ kind }) => kind)
      .sort(),
    ['document', 'person', 'plate'],
  )
  for (const n of [1, 2, 3, 4, 5, 6]) all.remove(watchedAt(n))
  assert.deepEqual([all.size, all.match(everything, today)], [0, []])
  all.put({ ...dara, lastDay: day('2026-11-19') })
  all.removeBefore(today.day)
  assert.equal(all.size, 0)
})

test('a list that is another has another revision, and asking changes none', () => {
  const list = listOf(dara)
  const after = (change: () => unknown): boolean => {
    const before = list.revision
    change()
    return list.revision !== before
  }
  assert.ok(
    after(() => list.put(dara)),
    'put again',
  )
  assert.ok(!after(() => list.match(seen('SOK', 'DARA', '1990-05-17'), today)), 'asked')
  assert.ok(!after(() => list.remove(watchedAt(99))), 'not there')
  assert.ok(
    after(() => list.put({ ...dara, lastDay: day('2026-11-19') })),
    'another last day',
  )
  assert.ok(
    after(() => list.removeBefore(today.day)),
    'over',
  )
  assert.ok(!after(() => list.removeBefore(today.day)), 'nobody over')
})

test('any text is asked about without harm, and twice the same', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 })
  fc.assert(
    fc.property(text, text, text, (one, two, three) => {
      const subject = { ...seen(one, two, '1990-05-17'), documents: [{ issuer: three, number: one }], plates: [two], passNumber: three }
      assert.deepEqual(planted.match(subject, today), planted.match(subject, today))
    }),
    { numRuns: 200 },
  )
})
