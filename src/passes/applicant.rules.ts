import { type Law, lawOn } from '../instruments/law.rules.ts'
import { type AreaCode, liesIn, nationalityOf, type StateCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { ageOn, type CivilDate } from '../kernel/time.ts'
import { strangeLetters } from './letters.rules.ts'
import { parseNationalId } from './national-id.rules.ts'

/** Sex as in ISO/IEC 5218 and MOSIP's identity claim: 1 male, 2 female, 3 other. */
export type Sex = 1 | 2 | 3

export type Applicant = {
  readonly localName: string
  readonly localLanguage: 'khm' | 'tha'
  /** Latin, as the machine-readable zone will carry it. */
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: CivilDate
  readonly sex: Sex
  readonly nationality: string
  readonly nationalId: string
  readonly homeArea: AreaCode
  readonly address: string
  /** The accompanying parent or guardian of a child. */
  readonly guardian: string | null
  /** Number of the family or residence book, where it was shown: nobody decides on a case of their own book. */
  readonly familyBook: string | null
}

export const localNameMax = 120
export const latinNameMax = 60

/** Control, unassigned, private-use, surrogate and direction-changing characters have no place in a name; U+200B–D do, Khmer writes with them. */
const forbidden = /[\p{Cc}\p{Cn}\p{Co}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u
const latin = /^[A-Za-z][A-Za-z .'-]*$/

/** May this state issue a pass to this person on `date`, and through the office of `officeArea`? The first reason against, or the applicant with names normalised (NFC, single spaces) and the number in plain digits. */
export function assessApplicant(law: Law, issuer: StateCode, officeArea: AreaCode, applicant: Applicant, date: CivilDate): Outcome<Applicant> {
  const cleaned: Applicant = {
    ...applicant,
    localName: clean(applicant.localName),
    givenName: clean(applicant.givenName),
    familyName: clean(applicant.familyName),
    address: clean(applicant.address),
    guardian: orNull(applicant.guardian),
    familyBook: orNull(applicant.familyBook),
  }
  return (
    assessNames(applicant, cleaned) ??
    assessAge(law, issuer, { birthDate: cleaned.birthDate, isGuarded: cleaned.guardian !== null }, date) ??
    assessResidence(law, issuer, officeArea, cleaned, date) ??
    assessNumber(issuer, cleaned)
  )
}

type Refused = ReturnType<typeof refuse>

/** After the nationality: it is the issuing state's number that is read. Kept as plain digits, however it was typed: one number is one person's. */
function assessNumber(issuer: StateCode, applicant: Applicant): Outcome<Applicant> {
  const nationalId = parseNationalId(applicant.nationalId, issuer)
  return nationalId === undefined ? refuse('applicant.identity-number', { about: { field: 'nationalId' } }) : accept({ ...applicant, nationalId })
}

/** The question the desk asks while the form is still being filled: where does the applicant live, and may this office issue there? */
export function assessResidence(
  law: Law,
  issuer: StateCode,
  officeArea: AreaCode,
  applicant: Pick<Applicant, 'homeArea' | 'nationality'>,
  date: CivilDate,
): Refused | undefined {
  const residence = lawOn(law, 'applicant.residence', issuer, date)
  const instruments = residence ? [residence.instrument] : [law.instrument]
  if (applicant.nationality !== nationalityOf[issuer]) return refuse('applicant.nationality', { instruments, about: { issuer } })
  if (!residence?.value.areas.some((area) => liesIn(applicant.homeArea, area as AreaCode)))
    return refuse('applicant.address-not-eligible', { instruments, about: { area: applicant.homeArea } })
  if (!liesIn(applicant.homeArea, officeArea))
    return refuse('applicant.address-not-served', { instruments, about: { area: applicant.homeArea, office: officeArea } })
  return undefined
}

export function assessNames(raw: Applicant, applicant: Applicant): Refused | undefined {
  const texts: [field: string, raw: string, cleaned: string, max: number, required: boolean][] = [
    ['localName', raw.localName, applicant.localName, localNameMax, true],
    ['givenName', raw.givenName, applicant.givenName, latinNameMax, true],
    ['familyName', raw.familyName, applicant.familyName, latinNameMax, true],
    ['nationalId', raw.nationalId, applicant.nationalId, 40, true],
    ['address', raw.address, applicant.address, 200, false],
    ['guardian', raw.guardian ?? '', applicant.guardian ?? '', localNameMax, false],
    ['familyBook', raw.familyBook ?? '', applicant.familyBook ?? '', 40, false],
  ]
  for (const [field, typed, text, max, required] of texts) {
    if (forbidden.test(typed)) return refuse('applicant.name-characters', { about: { field } })
    if (text.length > max) return refuse('applicant.name-too-long', { about: { field, max } })
    // At least one letter or digit: a name of invisible characters is none.
    if (required && !/[\p{L}\p{N}]/u.test(text)) return refuse('applicant.malformed', { about: { field } })
  }
  // Both stand on the page of the pass.
  for (const field of ['localName', 'address'] as const)
    if (strangeLetters.test(applicant[field])) return refuse('applicant.name-characters', { about: { field } })
  for (const field of ['givenName', 'familyName'] as const)
    if (!latin.test(applicant[field])) return refuse('applicant.name-characters', { about: { field } })
  return undefined
}

/** `isGuarded`: a parent or guardian is named. */
export function assessAge(
  law: Law,
  issuer: StateCode,
  applicant: { readonly birthDate: CivilDate; readonly isGuarded: boolean },
  date: CivilDate,
): Refused | undefined {
  const ages = lawOn(law, 'applicant.age', issuer, date)
  const instruments = ages ? [ages.instrument] : [law.instrument]
  const age = applicant.birthDate > date ? -1 : ageOn(applicant.birthDate, date)
  if (age < 0 || age > 120) return refuse('applicant.birth-date', { about: { field: 'birthDate' } })
  if (ages && age < ages.value.guardianUnder && !applicant.isGuarded)
    return refuse('applicant.guardian-missing', { instruments, about: { under: ages.value.guardianUnder } })
  return undefined
}

const orNull = (text: string | null): string | null => (text === null || clean(text) === '' ? null : clean(text))
const clean = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()
