// Goal: somebody who comes again is above the line, a stranger below it, and the reasons say why. Method: a table of pairs; fast-check over people and slips.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AreaCode } from '../kernel/code.ts'
import type { CivilDate } from '../kernel/time.ts'
import { matchOf, matchReasons, nearFrom, type PersonFacts, prepare } from './match.rules.ts'
import { nameForm, normalName } from './name-key.rules.ts'

const sok: PersonFacts = {
  names: ['សុខ ដារ៉ា', 'SOK DARA'],
  birthDate: '1990-05-17' as CivilDate,
  sex: 1,
  nationalId: '010234567',
  homeArea: 'KH:0109' as AreaCode,
  familyBook: null,
}
const match = (one: PersonFacts, other: PersonFacts) => matchOf(prepare(one), prepare(other))
const other = { nationalId: '998877665' } as const
const born = (birthDate: string) => ({ birthDate: birthDate as CivilDate })
const at = (homeArea: string) => ({ homeArea: homeArea as AreaCode })

const pairs: [what: string, change: Partial<PersonFacts>, near: boolean, reasons: string][] = [
  ['all the same', {}, true, 'name.same birthDate.same nationalId.same sex.same home.district'],
  ['another number', other, true, 'name.same birthDate.same sex.same home.district'],
  ['a slip in the number alone', { nationalId: '010234576' }, true, 'name.same birthDate.same nationalId.slip sex.same home.district'],
  ['order', { ...other, names: ['ដារ៉ា សុខ', 'Dara Sok'] }, true, 'name.order birthDate.same sex.same home.district'],
  ['names written together', { ...other, names: ['សុខដារា'] }, true, 'name.same birthDate.same sex.same home.district'],
  ['Latin alone', { ...other, names: ['Sokh Dara'] }, true, 'name.spelling birthDate.same sex.same home.district'],
  ['Thai letters alone', { ...other, names: ['สุข ดารา'] }, true, 'name.sound birthDate.same sex.same home.district'],
  ['Thai letters and a birth date slip', { ...other, names: ['สุข ดารา'], ...born('1990-05-11') }, true, 'name.sound birthDate.digit sex.same home.district'],
  ['the date in the other era', { ...other, ...born('2533-05-17') }, true, 'name.same birthDate.era sex.same home.district'],
  ['another sex', { ...other, sex: 2 }, true, 'name.same birthDate.same sex.differs home.district'],
  ['moved, and a year less', { ...other, ...at('KH:0203'), ...born('1989-05-17') }, true, 'name.same birthDate.year sex.same'],
  ['another family name, all else the same', { ...other, names: ['ជា ដារ៉ា', 'CHEA DARA'] }, true, 'name.partial birthDate.same sex.same home.district'],
  ['another family name elsewhere', { ...other, names: ['ជា ដារ៉ា', 'CHEA DARA'], ...at('KH:0203') }, false, 'name.partial birthDate.same sex.same'],
  ['a brother', { ...other, names: ['សុខ វិសាល', 'SOK VISAL'], ...born('1992-03-04') }, false, 'name.partial sex.same home.district'],
  ['a twin', { ...other, names: ['សុខ វិសាល', 'SOK VISAL'], sex: 2, ...at('KH:0109') }, false, 'name.partial birthDate.same sex.differs home.district'],
  ['a namesake of another age', { ...other, ...born('1971-11-02') }, false, 'name.same sex.same home.district'],
  ['born the same day', { ...other, names: ['ហេង បូរ៉ា', 'HENG BORA'] }, false, 'birthDate.same sex.same home.district'],
  ['a neighbour in the book of numbers', { names: ['ហេង បូរ៉ា', 'HENG BORA'], nationalId: '010234568', ...born('1971-11-02') }, false, 'nationalId.slip sex.same home.district'],
  ['a stranger', { ...other, names: ['ហេង បូរ៉ា', 'HENG BORA'], ...born('1971-11-02'), sex: 2, ...at('KH:2204') }, false, 'sex.differs'],
  ['the same number written otherwise, and nothing else', { names: ['ហេង បូរ៉ា', 'HENG BORA'], nationalId: '០១០ 234 567', ...born('1971-11-02'), sex: 2, ...at('KH:2204') }, true, 'nationalId.same sex.differs'],
  ['no name at all', { names: ['—', ' '], ...born('1971-11-02'), ...other }, false, 'sex.same home.district'],
] // biome-ignore format: one list
for (const [what, change, near, reasons] of pairs)
  test(`${near ? 'near' : 'not near'}: ${what}`, () => {
    const found = match(sok, { ...sok, ...change })
    assert.equal(found.reasons.join(' '), reasons)
    assert.equal(found.score >= nearFrom, near, String(found.score))
  })

const words = (letters: string, min: number) => fc.string({ unit: fc.constantFrom(...letters), minLength: min, maxLength: 12 })
const khmer = 'កខគឃងចឆជឈញដតថទធនបផពភមយរលវសហឡ'
const latin = 'abcdefghijklmnopqrstuvwxyz'
const name = (letters: string) => fc.tuple(words(letters, 2), words(letters, 2)).map(([family, given]) => `${family} ${given}`)
const day = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as CivilDate)
const person: fc.Arbitrary<PersonFacts> = fc.record({
  names: fc.tuple(name(khmer), name(latin)),
  birthDate: day,
  sex: fc.constantFrom(1, 2, 3),
  nationalId: fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 9, maxLength: 13 }),
  homeArea: fc.constantFrom('KH:0109', 'KH:0110', 'KH:0203', 'TH:2701').map((code) => code as AreaCode),
  familyBook: fc.option(fc.constantFrom('B1', 'B2')),
})

test('a person always finds themselves, whatever they are called', () => {
  const anyName = fc.string({ unit: 'binary', maxLength: 120 })
  fc.assert(
    fc.property(person, fc.array(anyName, { maxLength: 3 }), (facts, names) => {
      assert.ok(match(facts, facts).score >= nearFrom)
      assert.ok(match({ ...facts, names }, { ...facts, names }).score >= nearFrom)
    }),
  )
})

test('the score is the same whichever record comes first, for any texts', () => {
  const odd = fc.oneof(
    name(latin),
    name(khmer),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('a b', 'b a', 'ab', 'a b c', 'c ab', ''),
  )
  fc.assert(
    fc.property(person, person, fc.array(odd, { maxLength: 3 }), fc.array(odd, { maxLength: 3 }), (one, another, names, otherNames) => {
      assert.deepEqual(match(one, another), match(another, one))
      const [odds, others] = [
        { ...one, names },
        { ...another, names: otherNames },
      ]
      assert.deepEqual(match(odds, others), match(others, odds))
      for (const reason of match(odds, others).reasons) assert.ok(matchReasons.includes(reason))
    }),
    { numRuns: 500 },
  )
})

const holdsTitle = (text: string): boolean => nameForm(text).joined !== normalName(text).replaceAll(' ', '')

test('any one slip keeps the person near, also with a number that says nothing', () => {
  fc.assert(
    fc.property(person, fc.nat(), fc.constantFrom(...latin), fc.nat(3), fc.constantFrom(0, 1), (facts, place, letter, way, which) => {
      const text = facts.names[which] ?? ''
      const spot = place % text.length
      const sign = which === 0 ? (khmer[place % khmer.length] ?? '') : letter
      const typed = [
        text.slice(0, spot) + sign + text.slice(spot + 1),
        text.slice(0, spot) + text.slice(spot + 1),
        text.slice(0, spot) + sign + text.slice(spot),
        spot > 0 ? text.slice(0, spot - 1) + text[spot] + text[spot - 1] + text.slice(spot + 1) : text,
      ][way]
      // "Ms" and "Dr" are drawn too, or made by the slip: a title is left out of a name, and so no slip in it.
      fc.pre(!holdsTitle(text) && !holdsTitle(typed ?? ''))
      const asked = { ...facts, nationalId: '5500000001', familyBook: null }
      for (const names of [[typed ?? ''], facts.names.with(which, typed ?? '')]) {
        const registered = names.length === 1 ? { ...facts, names: [text] } : facts
        const found = match({ ...asked, names }, registered)
        assert.ok(found.score >= nearFrom, `${text} → ${typed}: ${found.score} ${found.reasons}`)
      }
    }),
    { numRuns: 1_000 },
  )
})
