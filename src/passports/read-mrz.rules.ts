import { nationalityOf, states } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { type CivilDate, parseCivilDate } from '../kernel/time.ts'
import { checkDigit } from './check-digit.rules.ts'
import { candidatesIn } from './find-zone.rules.ts'
import { type CodeKind, readStateCode } from './state-codes.rules.ts'
import { type PartDate, readBirth, readExpiry } from './zone-dates.rules.ts'
import { type Correction, correctSigns, fieldOf, type Layout, type LayoutName, layouts, type PlaceName } from './zone-layout.rules.ts'

/** A field as a refusal names it. `whole`: the digit over all fields. */
export type ZoneField = 'code' | 'issuer' | 'name' | 'number' | 'nationality' | 'birth' | 'sex' | 'expiry' | 'optional' | 'whole'

/** What a machine readable zone says. Only a `passport` is one; a `border-pass` is ours and its `number` is the pass number; `card` is an identity card or the like. */
export type MrzDocument = {
  readonly kind: 'passport' | 'border-pass' | 'visa' | 'card'
  readonly layout: LayoutName
  /** "P", "PD", "PB" and so on, without fillers. */
  readonly documentCode: string
  /** ISO 3166-1 alpha-3, or a code of ICAO 9303-3 §5; Germany's D is DEU. */
  readonly issuer: string
  readonly issuerKind: CodeKind
  readonly nationality: string
  readonly nationalityKind: CodeKind
  readonly familyName: string
  readonly givenName: string
  /** The name field is full: the name may go on. */
  readonly nameMayBeCut: boolean
  readonly number: string
  /** All that is known of it; `birthDate` only when that is a whole date. */
  readonly birth: PartDate
  readonly birthDate: CivilDate | null
  readonly sex: 'F' | 'M' | 'X'
  readonly expiresOn: CivilDate
  /** Optional data: often a personal number; empty for a long number's remainder. */
  readonly optional: string
  readonly corrected: readonly Correction[]
}

/**
 * Reads what was typed, or a scanner sent, of a zone. `today` decides the centuries. Everything that ICAO 9303 says of a field holds, and every
 * check digit; a sign is put right only where no such sign can stand, and then all digits hold. What no digit covers is in README.md.
 */
export function readMrz(text: string, today: CivilDate): Outcome<MrzDocument> {
  const readings = candidatesIn(text).map(({ zone, layout, isWholeText }) => ({ reading: readZone(zone, layout, today), isWholeText }))
  const good = readings.filter(({ reading }) => reading.ok)
  if (good.length === 1 && good[0]) return good[0].reading
  // The first candidate that has the form of a zone says what is wrong with it; two zones in one text are none.
  const hasForm = ({ reading }: (typeof readings)[number]) => !reading.ok && reading.refusal.code !== 'mrz.field'
  const faulty = readings.find(hasForm) ?? readings.find(({ isWholeText }) => isWholeText)
  return good.length === 0 && faulty ? faulty.reading : refuse('mrz.not-found')
}

type Refused = ReturnType<typeof refuse>
const wrong = (code: 'mrz.field' | 'mrz.check-digit' | 'mrz.state' | 'mrz.date', zoneField: ZoneField): Refused =>
  refuse(code, { about: { zoneField } })

function readZone(read: string, layoutName: LayoutName, today: CivilDate): Outcome<MrzDocument> {
  const layout = layouts[layoutName]
  const { zone, corrected } = correctSigns(read, layout)
  const field = (place: Parameters<typeof fieldOf>[1]) => fieldOf(zone, place)
  const misplaced = misplacedField(zone, layout)
  if (misplaced) return wrong('mrz.field', misplaced)

  const number = readNumber(zone, layout)
  const digit = number === undefined ? 'number' : wrongDigit(zone, layout)
  if (number === undefined || digit) return wrong('mrz.check-digit', digit ?? 'number')
  const [issuer, nationality] = [readStateCode(field(layout.issuer)), readStateCode(field(layout.nationality))]
  if (!issuer || !nationality) return wrong('mrz.state', issuer ? 'nationality' : 'issuer')
  const [birth, expiresOn] = [readBirth(field(layout.birth), today), readExpiry(field(layout.expiry), today)]
  if (birth === undefined) return wrong('mrz.date', 'birth')
  if (expiresOn === undefined || expiresOn < birth) return wrong('mrz.date', 'expiry')

  const documentCode = unfill(field(layout.code))
  const kind = kindOf(layoutName, documentCode, issuer.code)
  if (number.isLong && layoutName === 'TD3' && kind !== 'border-pass') return wrong('mrz.check-digit', 'number')
  const [familyName = '', givenName = ''] = unfill(field(layout.name)).split('<<').map(spaced)
  const optional = [number.isLong ? '' : field(layout.optional), layout.optionalMore ? field(layout.optionalMore) : '']
  const sex = field(layout.sex)
  return accept({
    kind,
    layout: layoutName,
    documentCode,
    issuer: issuer.code,
    issuerKind: issuer.kind,
    nationality: nationality.code,
    nationalityKind: nationality.kind,
    familyName,
    givenName,
    nameMayBeCut: !field(layout.name).endsWith('<'),
    number: number.value,
    birth,
    birthDate: parseCivilDate(birth) ?? null,
    sex: sex === 'M' || sex === 'F' ? sex : 'X',
    expiresOn,
    optional: optional.map(unfill).filter(Boolean).map(spaced).join(' '),
    corrected,
  })
}

const forms: readonly (readonly [ZoneField, PlaceName, RegExp])[] = [
  ['code', 'code', /^[A-Z][A-Z<]$/],
  ['issuer', 'issuer', /^[A-Z]+<*$/],
  ['name', 'name', /^[A-Z]+(<[A-Z]+)*(<<[A-Z]+(<[A-Z]+)*)?<*$/],
  ['number', 'number', /^[A-Z0-9][A-Z0-9<]*$/],
  ['number', 'numberDigit', /^[\d<]$/],
  ['nationality', 'nationality', /^[A-Z]+<*$/],
  ['birth', 'birth', /^[\d<]{6}$/],
  ['birth', 'birthDigit', /^[\d<]$/],
  ['sex', 'sex', /^[MF<]$/],
  ['expiry', 'expiry', /^\d{6}$/],
  ['expiry', 'expiryDigit', /^\d$/],
  ['optional', 'optionalDigit', /^[\d<]$/],
  ['whole', 'whole', /^\d$/],
]

/** The first field that holds a sign which cannot stand there. */
const misplacedField = (zone: string, layout: Layout): ZoneField | undefined =>
  forms.find(([, name, form]) => {
    const place = layout[name]
    return place !== null && !form.test(fieldOf(zone, place))
  })?.[0]

/** The first field whose check digit does not hold; the number's is read with the number. */
function wrongDigit(zone: string, layout: Layout): ZoneField | undefined {
  const holds = (data: string, digit: string) => checkDigit(data) === digit || (digit === '<' && /^<*$/.test(data))
  const field = (place: Parameters<typeof fieldOf>[1] | null) => (place ? fieldOf(zone, place) : '')
  if (!holds(field(layout.birth), field(layout.birthDigit))) return 'birth'
  if (!holds(field(layout.expiry), field(layout.expiryDigit))) return 'expiry'
  if (layout.optionalDigit && !holds(field(layout.optional), field(layout.optionalDigit))) return 'optional'
  const counted = layout.wholeOf.map(([start, end]) => zone.slice(start, end)).join('')
  return layout.whole && checkDigit(counted) !== field(layout.whole) ? 'whole' : undefined
}

/**
 * A long number: nine characters, a filler for their check digit, and the rest with the digit at the start of the optional data (9303-5 §4.2.2.1
 * note j). Cards count that filler in the digit or do not; our pass, whose number is the only long one in a TD3 zone, does not.
 */
function readNumber(zone: string, layout: Layout): { readonly value: string; readonly isLong: boolean } | undefined {
  const [number, digit] = [fieldOf(zone, layout.number), fieldOf(zone, layout.numberDigit)]
  if (digit !== '<') return checkDigit(number) === digit ? { value: spaced(unfill(number)), isLong: false } : undefined
  const [, rest = '', restDigit] = /^([A-Z0-9]+)(\d)(?:<|$)/.exec(fieldOf(zone, layout.optional)) ?? []
  const counts = layout === layouts.TD3 ? [number + rest] : [number + rest, `${number}<${rest}`]
  if (restDigit === undefined || number.includes('<') || !counts.some((count) => checkDigit(count) === restDigit)) return undefined
  return { value: number + rest, isLong: true }
}

function kindOf(layout: LayoutName, documentCode: string, issuer: string): MrzDocument['kind'] {
  if (layout === 'MRV-A' || layout === 'MRV-B') return 'visa'
  if (layout !== 'TD3') return 'card'
  return documentCode === 'PB' && states.some((state) => nationalityOf[state] === issuer) ? 'border-pass' : 'passport'
}

const unfill = (field: string): string => field.replace(/<+$/, '')
const spaced = (field: string): string => field.replaceAll('<', ' ')
