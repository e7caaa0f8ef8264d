// Goal: a zone is read as ICAO 9303 says or refused, and a faulty scan never gives another document. Method: vectors, more invalid than valid; every
// single changed sign; whatever text; the package mrz beside it.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { parse } from 'mrz'
import type { CivilDate } from '../kernel/time.ts'
import { projectRoot } from '../platform/config.ts'
import { type MrzDocument, readMrz } from './read-mrz.rules.ts'
import { readStateCode } from './state-codes.rules.ts'
import { type Invalid, invalidTexts, validTexts, vectorDay } from './test-vectors.ts'
import { td3, withSign } from './test-zones.ts'

const today = vectorDay as CivilDate
const folder = join(projectRoot, 'vectors', 'mrz')
const readVectors = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T
const documentOf = (text: string, day = today): MrzDocument => {
  const outcome = readMrz(text, day)
  return outcome.ok ? outcome.value : assert.fail(`${text}: ${JSON.stringify(outcome.refusal)}`)
}

if (process.env['SPEAN_TEST_WRITE_MRZ']) {
  const valid = validTexts.map(([name, text, day = today]) => ({ name, text, today: day, document: documentOf(text, day as CivilDate) }))
  writeFileSync(join(folder, 'valid.json'), `${JSON.stringify(valid, null, 1)}\n`)
  writeFileSync(
    join(folder, 'invalid.json'),
    `${JSON.stringify(
      invalidTexts.map((vector) => ({ ...vector, today })),
      null,
      1,
    )}\n`,
  )
}

const valid = readVectors<{ name: string; text: string; today: CivilDate; document: MrzDocument }[]>('valid.json')
const invalid = readVectors<Invalid[]>('invalid.json')

test('there are more invalid vectors than valid ones', () => assert.ok(invalid.length > valid.length, `${invalid.length} to ${valid.length}`))
for (const { name, text, today: day, document } of valid) test(`read: ${name}`, () => assert.deepEqual(documentOf(text, day), document))
for (const { name, text, code, field } of invalid)
  test(`refused: ${name}`, () => {
    const outcome = readMrz(text, today)
    assert.ok(!outcome.ok, 'it was read')
    assert.deepEqual([outcome.refusal.code, outcome.refusal.about?.['zoneField']], [code, field])
  })

const said: [text: string, says: Partial<MrzDocument>][] = [
  [validTexts[0]?.[1] ?? '', { kind: 'passport', number: 'L898902C3', familyName: 'ERIKSSON', givenName: 'ANNA MARIA', birthDate: '1974-08-12' as CivilDate, optional: 'ZE184226B' }],
  ['PBKHMSRUN<<SREYPOV<<<<<<<<<<<<<<<<<<<<<<<<<<KH0110000<KHM9009121F271122104274<<<<<<<<<59', { kind: 'border-pass', number: 'KH01100000427', optional: '' }],
  [td3({ issuer: 'D' }), { kind: 'passport', issuer: 'DEU', nationality: 'DEU', nationalityKind: 'state' }],
  [td3({ nationality: 'XXB' }), { nationality: 'XXB', nationalityKind: 'refugee' }],
  [td3({ code: 'PB', issuer: 'FRA' }), { kind: 'passport', documentCode: 'PB' }],
  [td3({ birth: '9009<<' }), { birth: '1990-09', birthDate: null }],
  [td3({ issuer: 'LAO', name: 'SOUVILAOVANH<<DARA' }), { kind: 'passport', familyName: 'SOUVILAOVANH' }],
  [td3({ name: 'S0K<<DARA' }), { familyName: 'SOK', corrected: [{ place: 7, read: '0', meant: 'O' }] }],
] // biome-ignore format: one line each
for (const [text, says] of said)
  test(`says ${JSON.stringify(says)}`, () => {
    const document = documentOf(text)
    for (const [key, value] of Object.entries(says)) assert.deepEqual(document[key as keyof MrzDocument], value)
  })

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<'
const weightOf = (sign: string) => (sign === '<' ? 0 : Number.parseInt(sign, 36))
const { corrected: _, ...unchanged } = documentOf(td3({ issuer: 'THA', number: 'AA1234567', optional: '1234567890121' }))

// Goal: a single misread sign is refused or changes nothing. Method: all 88 × 36 changes. What ICAO's digits cannot see is listed, and only that may differ.
test('every change of one sign is refused or reads the same, but for what no check digit covers', () => {
  const zone = td3({ issuer: 'THA', number: 'AA1234567', optional: '1234567890121' })
  const flat = zone.replace('\n', '')
  const uncovered: Record<string, readonly [start: number, end: number]> = {
    documentCode: [1, 2],
    issuer: [3, 5],
    name: [6, 44],
    nationality: [55, 57],
    sex: [65, 65],
  }
  for (let place = 1; place <= 88; place++)
    for (const sign of signs) {
      const read = readMrz(withSign(zone, place, sign), today)
      if (!read.ok) continue
      const { corrected: __, ...same } = read.value
      if (JSON.stringify(same) === JSON.stringify(unchanged)) continue
      const isUncovered = Object.values(uncovered).some(([start, end]) => place >= start && place <= end)
      const was = flat[place - 1] ?? ''
      // Weights 7, 3 and 1 are blind to steps of ten: 0, A, K and U count alike. Only a mixed field can hold both.
      const isBlind = ((place >= 45 && place <= 53) || (place >= 73 && place <= 86)) && (weightOf(sign) - weightOf(was)) % 10 === 0
      assert.ok(isUncovered || isBlind, `place ${place}: ${was} read as ${sign} gave ${JSON.stringify(same)}`)
    }
})

test('a passport’s zone is never read as the small visa that its name could begin', () => {
  const zone = td3({ issuer: 'LAO', name: 'SOUVILAOVANH<<DARA' })
  for (const sign of signs) {
    const read = readMrz(withSign(zone, 1, sign), today)
    assert.deepEqual(read.ok && [read.value.layout], sign === 'P' ? ['TD3'] : sign === 'V' ? ['MRV-A'] : false)
  }
})

test('every digit changed for a digit in what the check digits cover is refused', () => {
  fc.assert(
    fc.property(fc.integer({ min: 45, max: 88 }), fc.nat(8), fc.nat(99_999_999), (place, step, serial) => {
      const zone = td3({ number: `N${String(serial).padStart(8, '0')}`, optional: '1234567890121' })
      const was = zone.replace('\n', '')[place - 1] ?? ''
      if (!/\d/.test(was)) return
      assert.ok(!readMrz(withSign(zone, place, String((Number(was) + 1 + step) % 10)), today).ok)
    }),
  )
})

test('no text makes it throw, and what is read of a text around a zone is the zone’s', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (text) => void readMrz(text, today)))
  fc.assert(fc.property(fc.string({ maxLength: 100, unit: fc.constantFrom(...signs, '\n', ' ') }), (text) => assert.ok(!readMrz(text, today).ok)))
  const extra = fc.string({ maxLength: 8, unit: fc.constantFrom('A', '7', '<', ']', '\u0002', '\r', '\n', ' ', '#') })
  fc.assert(fc.property(extra, extra, (before, after) => assert.equal(documentOf(`${before}${td3()}${after}`).number, 'N01234567')))
})

const anyZone = fc.record({
  issuer: fc.constantFrom('KHM', 'THA', 'VNM', 'D', 'GBR', 'USA'),
  name: fc.stringMatching(/^[A-Z]{1,12}<<[A-Z]{1,12}(<[A-Z]{1,10})?$/),
  number: fc.stringMatching(/^[A-Z0-9]{1,9}$/),
  birth: fc.nat(99).map((year) => `${String(year).padStart(2, '0')}0912`),
  sex: fc.constantFrom('F', 'M', '<'),
  expiry: fc.integer({ min: 27, max: 45 }).map((year) => `${year}0101`),
  optional: fc.stringMatching(/^[A-Z0-9]{0,14}$/),
})

/** Only here may the package differ: it knows no visas, and no name without a given one. */
function packageMayRefuse({ kind, givenName }: MrzDocument): string[] {
  return [...(kind === 'visa' ? ['documentCode'] : []), ...(givenName === '' ? ['firstName', 'lastName'] : [])]
}

function readsAsThePackage(zone: string): void {
  const ours = readMrz(zone, today)
  if (!ours.ok) return
  const { kind, layout, number, familyName, givenName, birthDate } = ours.value
  // The zone of a passport and that of a visa of this size (9303-4, 9303-7) have the same places; the first sign says which it is.
  assert.deepEqual([kind === 'visa', layout], zone.startsWith('V') ? [true, 'MRV-A'] : [false, 'TD3'])
  // The package puts right what we do, but for the digit of the optional data: there it is given what we put right.
  const righted = ours.value.corrected.filter(({ place }) => place === 87).reduce((was, { place, meant }) => withSign(was, place, meant), zone)
  const theirs = parse(righted.split('\n'), { autocorrect: true })
  const may = packageMayRefuse(ours.value)
  const refused = theirs.details.filter((each) => !each.valid && !may.includes(String(each.field)))
  assert.deepEqual(refused, [], zone)
  assert.deepEqual([theirs.fields.documentNumber, theirs.fields.lastName], [number, familyName])
  if (givenName !== '') assert.equal(theirs.fields.firstName, givenName)
  assert.equal(birthDate?.slice(2).replaceAll('-', ''), theirs.fields.birthDate)
}

test('what we read, the package mrz reads the same; what it refuses of a changed zone, we refuse', () => {
  fc.assert(
    fc.property(anyZone, fc.integer({ min: 1, max: 88 }), fc.constantFrom(...signs), (made, place, sign) => {
      for (const zone of [td3(made), withSign(td3(made), place, sign)]) readsAsThePackage(zone)
    }),
  )
})

test('every single changed sign of one zone: what we read, the package mrz reads the same, visas too', () => {
  const zone = td3({ issuer: 'THA', number: 'AA1234567', optional: '1234567890121' })
  for (let place = 1; place <= 88; place++) for (const sign of signs) readsAsThePackage(withSign(zone, place, sign))
  assert.equal(documentOf(withSign(zone, 1, 'V')).kind, 'visa')
})

test('every code of state that the package knows is known here, but for withdrawn ones', () => {
  const listed = readFileSync(join(projectRoot, 'node_modules', 'mrz', 'lib', 'generated', 'states.js'), 'utf8')
  const theirs = [...listed.matchAll(/^\s+"?([A-Z]{1,3})"?: "/gm)].map(([, code = '']) => code)
  assert.ok(theirs.length > 260)
  assert.deepEqual(
    theirs.filter((code) => !readStateCode(code.padEnd(3, '<'))),
    ['XXK', 'ANT', 'NTZ'],
  )
})
