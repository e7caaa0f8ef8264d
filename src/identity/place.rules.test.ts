// Goal: where a case lies to a role, and which ids name a place. Method: every pair of twelve places, bad ids, properties.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type AreaCode, parseAreaCode, states } from '../kernel/code.ts'
import { areaPlace, type Place, parsePlace, placeKinds, pointPlace, type Relation, relationOf, relations, statePlace } from './place.rules.ts'

const area = (code: string): AreaCode => parseAreaCode(code) ?? assert.fail(code)
const seats: Readonly<Record<string, AreaCode>> = { 'kh-th/poipet': area('KH:0110'), 'kh-th/malai': area('KH:010902') }
const seatOf = (point: string): AreaCode | undefined => seats[point]
const place = (id: string): Place => parsePlace(id, seatOf) ?? assert.fail(id)

const ids = [
  'KH',
  'KH:01',
  'KH:0110',
  'KH:011003',
  'KH:0109',
  'kh-th/poipet',
  'kh-th/malai',
  'KH:0110/border-unit-1',
  'KH:0110/border-unit-2',
  'KH:0201',
  'TH',
  'TH:0110',
] as const
/** A letter a pair: the row is the role's place, the column the case's. */
const letters: Readonly<Record<string, Relation>> = {
  o: 'own-district',
  s: 'sibling-district',
  p: 'own-province',
  x: 'other-province',
  n: 'national',
  f: 'other-state',
}
const pairs: Readonly<Record<(typeof ids)[number], string>> = {
  //                        KH 01 10 c  09 pp ma u1 u2 02 TH t10
  KH: '                     n  n  n  n  n  n  n  n  n  n  f  f',
  'KH:01': '                n  o  p  p  p  p  p  p  p  x  f  f',
  'KH:0110': '              n  p  o  o  s  o  s  o  o  x  f  f',
  'KH:011003': '            n  p  s  o  s  s  s  s  s  x  f  f',
  'KH:0109': '              n  p  s  s  o  s  o  s  s  x  f  f',
  'kh-th/poipet': '         n  p  s  s  s  o  s  s  s  x  f  f',
  'kh-th/malai': '          n  p  s  s  s  s  o  s  s  x  f  f',
  'KH:0110/border-unit-1': 'n  p  s  s  s  s  s  o  s  x  f  f',
  'KH:0110/border-unit-2': 'n  p  s  s  s  s  s  s  o  x  f  f',
  'KH:0201': '              n  x  x  x  x  x  x  x  x  o  f  f',
  TH: '                     f  f  f  f  f  f  f  f  f  f  n  n',
  'TH:0110': '              f  f  f  f  f  f  f  f  f  f  n  o',
}
for (const mine of ids)
  test(`a role at ${mine} and every place a case can lie at`, () => {
    const row = pairs[mine].trim().split(/\s+/)
    assert.equal(row.length, ids.length)
    for (const [index, subject] of ids.entries())
      assert.equal(relationOf(place(mine), place(subject)), letters[row[index] ?? ''], `${mine} → ${subject}`)
    assert.equal(relationOf(place(mine), null), 'none')
  })

test('the lists are these', () => {
  assert.deepEqual(placeKinds, ['state', 'province', 'district', 'point', 'unit'])
  assert.deepEqual(relations, ['own-district', 'sibling-district', 'own-province', 'other-province', 'national', 'other-state', 'none'])
})

const read: [id: string, place: Place][] = [
  ...states.map((state): [string, Place] => [state, { kind: 'state', id: state, state, area: null }]),
  ['KH:01', { kind: 'province', id: 'KH:01', state: 'KH', area: area('KH:01') }],
  ['TH:2701', { kind: 'district', id: 'TH:2701', state: 'TH', area: area('TH:2701') }],
  ['KH:01100203', { kind: 'district', id: 'KH:01100203', state: 'KH', area: area('KH:01100203') }],
  ['kh-th/poipet', { kind: 'point', id: 'kh-th/poipet', state: 'KH', area: area('KH:0110') }],
  ['KH:0110/border-unit-1', { kind: 'unit', id: 'KH:0110/border-unit-1', state: 'KH', area: area('KH:0110') }],
  [`TH:2701/${'a'.repeat(40)}`, { kind: 'unit', id: `TH:2701/${'a'.repeat(40)}`, state: 'TH', area: area('TH:2701') }],
]
for (const [id, expected] of read) test(`«${id}» is a ${expected.kind}`, () => assert.deepEqual(parsePlace(id, seatOf), expected))

const bad = [
  '',
  'kh',
  'FR',
  'KHM',
  'XKH',
  ' KH',
  'KH ',
  'KH\n',
  'KH:',
  'KH:0',
  'KH:011',
  'KH:0110030405',
  'kh:0110',
  'FR:0110',
  'KH:0110 ',
  'kh-th/nowhere',
  'kh-th/',
  'kh-th/../poipet',
  'KH-TH/poipet',
  'KH:0110/',
  'KH:0110/Unit',
  'KH:0110/unit 1',
  'KH:0110/unit/1',
  'KH:0110/unit_1',
  `KH:0110/${'a'.repeat(41)}`,
  'KH:01/unit',
  'KH:011003/unit',
  'FR:0110/unit',
  'xKH:0110/unit',
  "KH' or 1=1",
]
for (const id of bad) test(`«${id}» is no place`, () => assert.equal(parsePlace(id, seatOf), undefined))

test('a point of no known seat is no place, and the other forms never ask for one', () => {
  const asked: string[] = []
  for (const id of ['KH', 'KH:01', 'KH:0110', 'KH:0110/unit-1', 'kh-th/elsewhere'])
    parsePlace(id, (point) => {
      asked.push(point)
      return undefined
    })
  assert.deepEqual(asked, ['kh-th/elsewhere'])
})

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
const anyPlace: fc.Arbitrary<Place> = fc.oneof(
  fc.constantFrom(...states).map(statePlace),
  fc.tuple(fc.constantFrom(...states), fc.oneof(digits(2), digits(4), digits(6))).map(([state, code]) => areaPlace(area(`${state}:${code}`))),
  fc
    .tuple(fc.stringMatching(/^[a-z0-9-]{1,8}$/), fc.constantFrom('KH:0110', 'KH:0201', 'TH:2701'))
    .map(([name, seat]) => pointPlace(`kh-th/${name}`, area(seat))),
  fc.tuple(fc.constantFrom('KH:0110', 'KH:0109', 'TH:2701'), fc.stringMatching(/^[a-z0-9-]{1,40}$/)).map(([seat, name]) => place(`${seat}/${name}`)),
)

test('a place’s id reads back as the place', () => {
  fc.assert(
    fc.property(anyPlace, (one) =>
      assert.deepEqual(
        parsePlace(one.id, () => one.area ?? undefined),
        one,
      ),
    ),
  )
})

test('the relation is total; of two areas or posts it is the same from both sides, save that a district holds what lies in it', () => {
  fc.assert(
    fc.property(anyPlace, anyPlace, (one, other) => {
      const [there, back] = [relationOf(one, other), relationOf(other, one)]
      assert.ok(relations.includes(there) && there !== 'none')
      if (there !== back) assert.ok([one.kind, other.kind].includes('district') && [there, back].sort().join() === 'own-district,sibling-district')
    }),
  )
})

test('every place is its own: a state national, all others own', () => {
  fc.assert(fc.property(anyPlace, (one) => assert.equal(relationOf(one, one), one.kind === 'state' ? 'national' : 'own-district')))
})
