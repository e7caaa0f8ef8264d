import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, type CivilDate } from '../kernel/time.ts'
import { checkDigit } from '../passports/check-digit.rules.ts'
import { readMrz } from '../passports/read-mrz.rules.ts'
import { type MrzData, type MrzLines, mrzName, writeMrz } from './mrz.rules.ts'

const anna: MrzData = {
  documentCode: 'P',
  issuer: 'UTO',
  familyName: 'Eriksson',
  givenName: 'Anna Maria',
  number: 'L898902C3',
  nationality: 'UTO',
  birthDate: '1974-08-12' as CivilDate,
  sex: 'F',
  expiresOn: '2012-04-15' as CivilDate,
  personalNumber: 'ZE184226B',
}
const annaLines: MrzLines = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10']
const linesOf = (data: MrzData): MrzLines => {
  const lines = writeMrz(data)
  assert.ok(lines)
  return lines
}
const today = '2026-11-20' as CivilDate
const reading = (lines: MrzLines) => {
  const outcome = readMrz(lines.join('\n'), today)
  return outcome.ok ? outcome.value : undefined
}
const nameOf = (familyName: string, givenName: string) => linesOf({ ...anna, familyName, givenName })[0].slice(5)

test('the specimen of ICAO 9303-4 appendix B', () => {
  assert.deepEqual(writeMrz(anna), annaLines)
})

test('the worked check digits of ICAO 9303-3 appendix A', () => {
  assert.equal(checkDigit('520727'), '3')
  assert.equal(checkDigit('AB2134<<<'), '5')
  assert.equal(checkDigit('HA672242<658022549601086<<<<<<<<<<<<<<0'), '8')
})

test('a long number stands in nine places, a filler, and the optional data', () => {
  const { personalNumber: _, ...noPersonal } = anna
  const lines = linesOf({ ...noPersonal, documentCode: 'PB', issuer: 'KHM', number: 'KH01100000123456' })
  assert.equal(lines[1].slice(0, 10), 'KH0110000<')
  assert.equal(lines[1].slice(28, 38), `0123456${checkDigit('KH01100000123456')}<<`)
  assert.deepEqual([reading(lines)?.kind, reading(lines)?.number], ['border-pass', 'KH01100000123456'])
})

const names: [family: string, given: string, field: string][] = [
  ['Srun', 'Sreypov', 'SRUN<<SREYPOV'],
  ["D'Artagnan", 'Jean-Luc', 'DARTAGNAN<<JEAN<LUC'],
  ['Müller', 'Øyvind Åse', 'MUELLER<<OEYVIND<AASE'],
  ['Nguyễn', 'Thị Đào', 'NGUYEN<<THI<DAO'],
  ['Weiß', 'José', 'WEISS<<JOSE'],
  ['Sukarno', '', 'SUKARNO'],
  ['', 'Somchai', 'SOMCHAI'],
  ['ស្រ៊ុន', 'Sreypov', 'SREYPOV'],
  ['Nilavadhanananda', 'Chayapa Dejthamrong Krasuang', 'NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K'],
  ['A'.repeat(60), 'Dara', `${'A'.repeat(36)}<<D`],
  ['A'.repeat(60), '', 'A'.repeat(39)],
  ['B'.repeat(30), 'Dararat Nuon', `${'B'.repeat(30)}<<DARARAT`],
  ['B'.repeat(29), 'Dararat Nuon', `${'B'.repeat(29)}<<DARARA<N`],
]
for (const [family, given, field] of names)
  test(`the name ${family.slice(0, 20)} | ${given} is ${field.slice(0, 39)}`, () => assert.equal(nameOf(family, given), field.padEnd(39, '<')))

const latin = fc.stringMatching(/^[A-Z]([A-Z '-]{0,40}[A-Z])?$/)
const number = fc.stringMatching(/^[A-Z0-9]{1,16}$/)
const date = (min: number, max: number) => fc.integer({ min, max }).map((days) => addDays(today, days))
const anyone = fc.record({
  documentCode: fc.constant('PB'),
  issuer: fc.constantFrom('KHM', 'THA'),
  familyName: latin,
  givenName: latin,
  number,
  nationality: fc.constantFrom('KHM', 'THA'),
  birthDate: date(-35_000, -1),
  sex: fc.constantFrom('F', 'M', 'X'),
  expiresOn: date(0, 7000),
})

test('whatever is written is two lines of 44 of the allowed signs, and is read back', () => {
  fc.assert(
    fc.property(anyone, (data) => {
      const lines = linesOf(data)
      for (const line of lines) assert.match(line, /^[A-Z0-9<]{44}$/)
      const read = reading(lines)
      assert.deepEqual(
        [read?.kind, read?.number, read?.sex, read?.nationality, read?.birthDate, read?.expiresOn],
        ['border-pass', data.number, data.sex, data.nationality, data.birthDate, data.expiresOn],
      )
      const family = mrzName(data.familyName)
      assert.ok(family.startsWith((read?.familyName ?? '-').replaceAll(' ', '<')))
    }),
  )
})

const impossible: [why: string, change: Partial<MrzData>][] = [
  ['no number', { number: '' }],
  ['a number of 17', { number: 'A'.repeat(17) }],
  ['a small letter', { number: 'a123' }],
  ['a personal number beside a long number', { number: 'A'.repeat(10) }],
  ['a two-letter nationality', { nationality: 'KH' }],
  ['a document code that is none of TD3', { documentCode: 'I' }],
]
for (const [why, change] of impossible) test(`can not be written: ${why}`, () => assert.equal(writeMrz({ ...anna, ...change }), undefined))
