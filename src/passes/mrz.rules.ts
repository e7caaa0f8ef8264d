import type { CivilDate } from '../kernel/time.ts'
import { checkDigit } from '../passports/check-digit.rules.ts'

/** Latin names of any length; `number` is [A-Z0-9]{1,16}; `issuer` and `nationality` are alpha-3 (ISO 3166-1 or a code of ICAO 9303-3 §5). */
export type MrzData = {
  /** "P", then the issuer's own letter if it has one. */
  readonly documentCode: string
  readonly issuer: string
  readonly familyName: string
  readonly givenName: string
  readonly number: string
  readonly nationality: string
  readonly birthDate: CivilDate
  readonly sex: 'F' | 'M' | 'X'
  readonly expiresOn: CivilDate
  /** [A-Z0-9<]{0,14}; it has no room beside a number of more than nine characters. */
  readonly personalNumber?: string
}
export type MrzLines = readonly [upper: string, lower: string]

/**
 * The two lines of 44 of a TD3 document (ICAO 9303-4 §4.2). Undefined when a code or number can not stand there.
 *
 * The number field has nine places, ours may need sixteen. ICAO's rule for long numbers is written for TD1 (9303-5 §4.2.2.1 note j); we use it
 * here as it stands: nine characters in the field, a filler where its check digit would be, and the rest, the check digit of the whole number and
 * one filler at the start of the optional data. A reader that does not know the rule finds a missing check digit, and never a short number that
 * looks whole.
 */
export function writeMrz(data: MrzData): MrzLines | undefined {
  const personal = data.personalNumber ?? ''
  const isLong = data.number.length > numberPlaces
  if (!/^P[A-Z]?$/.test(data.documentCode) || !/^[A-Z]{3}$/.test(data.issuer) || !/^[A-Z]{3}$/.test(data.nationality)) return undefined
  if (!/^[A-Z0-9]{1,16}$/.test(data.number) || !/^[A-Z0-9<]{0,14}$/.test(personal) || (isLong && personal !== '')) return undefined

  const number = fill(data.number.slice(0, numberPlaces), numberPlaces)
  const numberAndDigit = isLong ? `${number}<` : withDigit(number)
  const optional = fill(isLong ? `${withDigit(data.number).slice(numberPlaces)}<` : personal, optionalPlaces)
  const birth = withDigit(shortDate(data.birthDate))
  const expires = withDigit(shortDate(data.expiresOn))
  const last = withDigit(optional)
  const whole = checkDigit(numberAndDigit + birth + expires + last)
  return [
    fill(data.documentCode, 2) + data.issuer + nameField(data.familyName, data.givenName),
    numberAndDigit + data.nationality + birth + (data.sex === 'X' ? '<' : data.sex) + expires + last + whole,
  ]
}

/** A Latin name in the letters of the zone (ICAO 9303-3 §4.6 and §6.A): marks and apostrophes fall away, hyphens and blanks become one filler. */
export function mrzName(name: string): string {
  const letters = [...name.toUpperCase()].map((letter) => ligatures[letter] ?? letter).join('')
  const bare = letters.normalize('NFD').replace(/\p{M}/gu, '')
  return bare
    .replace(/[\s,\-‐–]+/gu, '<')
    .replace(/[^A-Z<]/g, '')
    .replace(/<+/g, '<')
    .replace(/^<|<$/g, '')
}

const namePlaces = 39
const numberPlaces = 9
const optionalPlaces = 14
const ligatures: Readonly<Record<string, string>> = {
  Ä: 'AE',
  Ö: 'OE',
  Ü: 'UE',
  Å: 'AA',
  Æ: 'AE',
  Ø: 'OE',
  Œ: 'OE',
  Þ: 'TH',
  Ð: 'D',
  Đ: 'D',
  Ł: 'L',
  ẞ: 'SS',
}

const fill = (text: string, places: number): string => text.padEnd(places, '<')
const withDigit = (text: string): string => text + checkDigit(text)
const shortDate = (date: CivilDate): string => date.slice(2, 4) + date.slice(5, 7) + date.slice(8, 10)

// A name cut short must end in a letter at place 44 (9303-4 §4.2.3): that letter tells the reader that there may be more.
function nameField(familyName: string, givenName: string): string {
  const [family, given] = [mrzName(familyName), mrzName(givenName)]
  const whole = family && given ? `${family}<<${given}` : family || given
  if (whole.length <= namePlaces) return fill(whole, namePlaces)
  const shortFamily = given ? family.slice(0, namePlaces - 3).replace(/<$/, '') : family
  const joined = shortFamily && given ? `${shortFamily}<<${given}` : shortFamily || given
  const cut = joined.slice(0, namePlaces)
  return fill(cut.endsWith('<') ? cut.slice(0, -2) + joined.slice(namePlaces - 1, namePlaces + 1) : cut, namePlaces)
}
