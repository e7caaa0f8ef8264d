// Goal: made-up people are many, right in form, the same every time, and no one's. Method: ten thousand of each state, and every face.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import sharp from 'sharp'
import { parseCivilDate } from '../../kernel/time.ts'
import { preparePhoto } from '../photo.ts'
import { madeUpFace, madeUpFaceCount } from './made-up-face.ts'
import { madeUpIndexMax, madeUpPerson } from './made-up-person.ts'
import { madeUpPhoto } from './made-up-photo.ts'

const script = { KH: /^[\p{sc=Khmer} ]+$/u, TH: /^[\p{sc=Thai} ]+$/u }

for (const state of ['KH', 'TH'] as const) {
  const people = Array.from({ length: 10_000 }, (_, index) => madeUpPerson(index, state))

  test(`ten thousand people of ${state}: ids apart, names and dates in form`, () => {
    assert.equal(new Set(people.map((person) => person.nationalId)).size, people.length)
    for (const person of people) {
      assert.match(person.familyName, /^[A-Z][A-Z '-]*$/)
      assert.match(person.givenName, /^[A-Z][A-Z '-]*$/)
      assert.match(person.localName, script[state])
      assert.equal(person.localName, person.localName.normalize('NFC'))
      assert.doesNotMatch(Object.values(person).join(''), /[\p{Cc}\p{Cn}\p{Co}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u)
      assert.ok(parseCivilDate(person.birthDate) && person.birthDate >= '1945' && person.birthDate < '2007')
      assert.match(person.homeArea, new RegExp(`^${state}:\\d{4}$`))
    }
  })

  test(`people of ${state} differ: both sexes, every district, thousands of names`, () => {
    const women = people.filter((person) => person.sex === 2).length
    assert.equal(women, 5000)
    const districts = readFileSync(new URL('../../../data/areas.csv', import.meta.url), 'utf8').match(new RegExp(`^${state}:\\d{4},`, 'gm'))
    assert.equal(new Set(people.map((person) => person.homeArea)).size, districts?.length)
    assert.ok(new Set(people.map((person) => person.localName)).size > 4000)
  })

  test(`a person of ${state} is the same every time`, () => {
    assert.deepEqual(madeUpPerson(4711, state), people[4711])
  })
}

test('national ids lie in the ranges no office gives out, with the right check digit', () => {
  for (const index of [0, 1, 9999, madeUpIndexMax]) {
    assert.match(madeUpPerson(index, 'KH').nationalId, /^99\d{7}$/)
    const thai = madeUpPerson(index, 'TH').nationalId
    assert.match(thai, /^9\d{12}$/)
    const sum = [...thai.slice(0, 12)].reduce((total, digit, at) => total + Number(digit) * (13 - at), 0)
    assert.equal(Number(thai[12]), (11 - (sum % 11)) % 10)
  }
})

test('an area given is kept, or a district of it is found, and stands in the address', () => {
  const inDistrict = madeUpPerson(7, 'KH', 'KH:0110')
  assert.equal(inDistrict.homeArea, 'KH:0110')
  assert.match(inDistrict.address, /Banteay Meanchey$/)
  assert.match(inDistrict.addressLines.km ?? '', /ខេត្តបន្ទាយមានជ័យ$/)
  assert.equal(madeUpPerson(7, 'KH', 'KH:011001').homeArea, 'KH:011001')
  assert.match(madeUpPerson(7, 'TH', 'TH:27').homeArea, /^TH:27\d\d$/)
  for (const unknown of ['KH:99', 'TH:27', 'nowhere']) assert.match(madeUpPerson(7, 'KH', unknown).homeArea, /^KH:\d{4}$/)
})

test('the drawn face fits the person: bit 0 of the index is the sex, bits 1–2 the age', () => {
  for (let index = 0; index < 64; index += 1) {
    const person = madeUpPerson(index, 'TH')
    assert.equal(person.sex, (index & 1) + 1)
    const days = (Date.parse(person.birthDate) - Date.UTC(1945, 0, 1)) / 86_400_000
    assert.equal(Math.floor(days / ((62 * 365) / 4)), 3 - ((index >> 1) & 3))
  }
})

test('an index that is none is a bug', () => {
  for (const index of [-1, 0.5, Number.NaN, madeUpIndexMax + 1]) assert.throws(() => madeUpPerson(index, 'TH'), RangeError)
})

test('the name lists say that they are made up, and have no name twice', () => {
  const file = JSON.parse(readFileSync(new URL('../../../data/made-up/names.json', import.meta.url), 'utf8'))
  assert.match(file.note, /^MADE UP/)
  for (const state of ['KH', 'TH'])
    for (const list of [file[state].family, file[state].given.male, file[state].given.female]) {
      assert.ok(list.length >= 55)
      for (const at of [0, 1]) assert.equal(new Set(list.map((pair: string[]) => pair[at])).size, list.length)
    }
})

test('256 faces, each its own, of paths only', () => {
  const faces = Array.from({ length: madeUpFaceCount }, (_, index) => madeUpFace(index))
  assert.equal(new Set(faces).size, madeUpFaceCount)
  assert.equal(madeUpFace(256 + 3), faces[3])
  for (const face of faces) assert.doesNotMatch(face, /NaN|undefined/)
})

test('a face is a photo that the desk accepts', async () => {
  const photo = await madeUpPhoto(12)
  const { format, width, height } = await sharp(photo).metadata()
  assert.deepEqual([format, width, height], ['jpeg', 480, 640])
  assert.ok((await preparePhoto(photo)).ok)
})
