// Goal: who may be issued a pass, by which office. Method: one whole table of applicants on the shipped law.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readLaw } from '../instruments/law-file.ts'
import type { AreaCode } from '../kernel/code.ts'
import type { CivilDate } from '../kernel/time.ts'
import { type Applicant, assessApplicant } from './applicant.rules.ts'

const { law } = readLaw()
const today = '2026-11-20' as CivilDate
const malai = 'KH:0109' as AreaCode
const applicant: Applicant = {
  localName: 'ស្រ៊ុន ស្រីពៅ',
  localLanguage: 'khm',
  givenName: 'SREYPOV',
  familyName: 'SRUN',
  birthDate: '1990-09-12' as CivilDate,
  sex: 2,
  nationality: 'KHM',
  nationalId: '990000001',
  homeArea: malai,
  address: 'House 1',
  guardian: null,
  familyBook: null,
}

const table: [name: string, change: Partial<Applicant>, answer: string][] = [
  ['a resident of the district', {}, 'accepted'],
  ['of a commune of the district', { homeArea: 'KH:010902' as AreaCode }, 'accepted'],
  ['of another district of the province', { homeArea: 'KH:0110' as AreaCode }, 'applicant.address-not-served'],
  ['of a province away from the border', { homeArea: 'KH:12' as AreaCode }, 'applicant.address-not-eligible'],
  ['of the Thai district with a Cambodian code', { homeArea: 'TH:2204' as AreaCode }, 'applicant.address-not-eligible'],
  ['a foreigner', { nationality: 'THA' }, 'applicant.nationality'],
  ['fifteen today, without guardian', { birthDate: '2011-11-20' as CivilDate }, 'accepted'],
  ['fifteen tomorrow, without guardian', { birthDate: '2011-11-21' as CivilDate }, 'applicant.guardian-missing'],
  ['fifteen tomorrow, with guardian', { birthDate: '2011-11-21' as CivilDate, guardian: 'SRUN VANNA' }, 'accepted'],
  ['fifteen tomorrow, with a guardian of spaces', { birthDate: '2011-11-21' as CivilDate, guardian: '   ' }, 'applicant.guardian-missing'],
  ['born tomorrow', { birthDate: '2026-11-21' as CivilDate }, 'applicant.birth-date'],
  ['born 121 years ago', { birthDate: '1905-01-01' as CivilDate }, 'applicant.birth-date'],
  ['a name with NUL', { localName: 'ស្រ៊ុន\u0000' }, 'applicant.name-characters'],
  ['a name with a line break', { givenName: 'SREY\nPOV' }, 'applicant.name-characters'],
  ['a name that turns the writing direction', { localName: '\u202Eស្រ៊ុន' }, 'applicant.name-characters'],
  ['a name with a lone surrogate', { localName: 'ស\uD800' }, 'applicant.name-characters'],
  ['a name with a picture, which no font of the page has', { localName: 'ស្រ៊ុន 😀' }, 'applicant.name-characters'],
  ['a name in letters that the page cannot show', { localName: '漢字' }, 'applicant.name-characters'],
  ['a name in letters of double width', { localName: 'ＳＲＵＮ' }, 'applicant.name-characters'],
  ['an address with a picture', { address: 'House 1 🏠' }, 'applicant.name-characters'],
  ['an address in Thai, with signs that are printed', { address: 'บ้าน 12/4 – “ริมน้ำ” é' }, 'accepted'],
  ['a name with a private-use character', { localName: 'ស\uE000' }, 'applicant.name-characters'],
  ['a Khmer name with a zero-width space', { localName: 'ស្រ៊ុន\u200Bស្រីពៅ' }, 'accepted'],
  ['a name of 10,000 characters', { localName: 'ក'.repeat(10_000) }, 'applicant.name-too-long'],
  ['a Latin name in Khmer', { givenName: 'ស្រីពៅ' }, 'applicant.name-characters'],
  ['an empty name', { localName: ' ' }, 'applicant.malformed'],
  ['an empty identity number', { nationalId: '' }, 'applicant.malformed'],
  ['an identity number a digit short', { nationalId: '99000000' }, 'applicant.identity-number'],
  ['an identity number with a letter', { nationalId: '99000000O' }, 'applicant.identity-number'],
  ['an identity number in Khmer digits, with spaces', { nationalId: '៩៩០ ០០០ ០០១' }, 'accepted'],
]
for (const [name, change, expected] of table)
  test(`${name}: ${expected}`, () => {
    const answer = assessApplicant(law, 'KH', malai, { ...applicant, ...change }, today)
    assert.equal(answer.ok ? 'accepted' : answer.refusal.code, expected)
  })

test('names are kept in one normal form with single spaces', () => {
  const answer = assessApplicant(law, 'KH', malai, { ...applicant, familyName: '  SRUN   A ', localName: ' ស្រ៊ុន  ស្រីពៅ ' }, today)
  assert.deepEqual(answer.ok && [answer.value.familyName, answer.value.localName], ['SRUN A', 'ស្រ៊ុន ស្រីពៅ'])
})

const khlongYai = 'TH:2302' as AreaCode
test('an identity number is kept in plain digits, however it was typed', () => {
  for (const typed of ['៩៩០ ០០០ ០០១', '990-000-001', ' 990000001 ']) {
    const assessed = assessApplicant(law, 'KH', malai, { ...applicant, nationalId: typed }, today)
    assert.equal(assessed.ok && assessed.value.nationalId, '990000001', typed)
  }
})

for (const [name, nationalId, expected] of [
  ['whose last digit checks', '1101700230708', 'accepted'],
  ['in Thai digits as the card groups them', '๑-๑๐๑๗-๐๐๒๓๐-๗๐-๘', 'accepted'],
  ['with a wrong check digit', '1101700230703', 'applicant.identity-number'],
  ['with two digits changed over', '1101700230780', 'applicant.identity-number'],
  ['of a Cambodian card', '990000001', 'applicant.identity-number'],
] as const)
  test(`a Thai number ${name}: ${expected}`, () => {
    const thai: Applicant = { ...applicant, localLanguage: 'tha', nationality: 'THA', homeArea: khlongYai, nationalId }
    const answer = assessApplicant(law, 'TH', khlongYai, thai, today)
    assert.equal(answer.ok ? 'accepted' : answer.refusal.code, expected)
  })

test('Ubon has a crossing point, but its residents cannot get a Thai pass', () => {
  const thai: Applicant = { ...applicant, localLanguage: 'tha', nationality: 'THA', homeArea: 'TH:3409' as AreaCode }
  const answer = assessApplicant(law, 'TH', 'TH:3409' as AreaCode, thai, today)
  assert.equal(answer.ok ? 'accepted' : answer.refusal.code, 'applicant.address-not-eligible')
})
