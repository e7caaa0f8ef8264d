import { type CborMap, type CborValue, isArray, isMap, isUint } from './cbor.ts'
import { type Checked, fail, pass } from './codes.ts'

export const passIssuers = ['KH', 'TH'] as const
export type PassIssuer = (typeof passIssuers)[number]
export const localLanguages = ['khm', 'tha'] as const
export type LocalLanguage = (typeof localLanguages)[number]

/** What a pass says. Times are epoch seconds, lengths count Unicode characters. */
export type PassClaims = {
  readonly issuer: PassIssuer
  /** 1–16 of A–Z and 0–9. The one name of a pass: signatures and QR texts may differ for the same pass. */
  readonly number: string
  readonly givenName: string
  readonly familyName: string
  readonly localName: string
  readonly localLanguage: LocalLanguage
  /** 'YYYY-MM-DD', a day of the calendar. */
  readonly birthDate: string
  /** 1 male, 2 female, 3 other. */
  readonly sex: 1 | 2 | 3
  /** ISO 3166-1 alpha-3. */
  readonly nationality: string
  /** The issuer's area code without the state before it: "01020304". */
  readonly homeArea: string
  /** WebP bytes. */
  readonly photo?: Uint8Array | undefined
  readonly issuedAt: number
  readonly expiresAt: number
  readonly notBefore?: number | undefined
  /** Where the pass stands in a token status list. The address is a name to look up, never one to fetch. */
  readonly status: { readonly index: number; readonly uri: string }
  readonly office: string | number
  readonly extensionCount: number
  readonly allowedClass: string | number
}

/** Five years of at most 366 days: no reading of "five years" by a calendar is refused. */
export const validitySecondsMax = 5 * 366 * 86_400
export const photoBytesMax = 1024
const nameCharactersMax = 60
const localNameCharactersMax = 120
const areaCharactersMax = 8
const codeCharactersMax = 60
const uriCharactersMax = 64
const statusIndexMax = 2 ** 26 - 1

const claim = { issuer: 1, expiresAt: 4, notBefore: 5, issuedAt: 6, identity: 169, status: 65535, borderPass: -65537 } as const
const identityClaim = {
  number: 1,
  language: 3,
  givenName: 5,
  familyName: 7,
  birthDate: 8,
  sex: 9,
  nationality: 13,
  localName: 19,
  localLanguage: 20,
  homeArea: 21,
  photo: 62,
} as const
const photoField = { image: 0, format: 1, subFormat: 2 } as const
/** The keys a map must have, and may have: worked out once, asked at every pass. */
type Keys = { readonly known: ReadonlySet<number | string>; readonly required: readonly (number | string)[] }
const keysOf = (fields: Readonly<Record<string, number | string>>, optional: readonly (number | string)[] = []): Keys => {
  const known = Object.values(fields)
  return { known: new Set(known), required: known.filter((key) => !optional.includes(key)) }
}

const imageFormat = 0
const webPSubFormat = 4
const borderPassField = { office: 1, extensionCount: 2, allowedClass: 3 } as const
const statusField = { list: 'status_list' } as const
const statusListField = { index: 'idx', uri: 'uri' } as const
const keys = {
  payload: keysOf(claim, [claim.notBefore]),
  identity: keysOf(identityClaim, [identityClaim.photo]),
  photo: keysOf(photoField),
  status: keysOf(statusField),
  statusList: keysOf(statusListField),
  borderPass: keysOf(borderPassField),
}

/** The claims of a decoded payload, or the first rule of the schema it breaks. Whether they hold today is not asked here. */
export function parseClaims(payload: CborValue): Checked<PassClaims> {
  if (!isMap(payload) || !hasKeys(payload, keys.payload)) return fail('SCHEMA_KEYS')
  const issuer = payload.get(claim.issuer)
  if (!isOneOf(passIssuers, issuer)) return fail('SCHEMA_ISSUER')

  const [issuedAt, expiresAt, notBefore] = [payload.get(claim.issuedAt), payload.get(claim.expiresAt), payload.get(claim.notBefore)]
  if (!isUint(issuedAt) || !isUint(expiresAt)) return fail('SCHEMA_TIME')
  if (notBefore !== undefined && !isUint(notBefore)) return fail('SCHEMA_TIME')

  const identity = parseIdentity(payload.get(claim.identity))
  if (!identity.ok) return identity
  const status = parseStatus(payload.get(claim.status))
  if (!status.ok) return status
  const borderPass = parseBorderPass(payload.get(claim.borderPass))
  if (!borderPass.ok) return borderPass
  if (expiresAt - issuedAt > validitySecondsMax) return fail('SCHEMA_PERIOD')

  const times = notBefore === undefined ? { issuedAt, expiresAt } : { issuedAt, expiresAt, notBefore }
  return pass({ issuer, ...identity.value, ...times, status: status.value, ...borderPass.value })
}

/** The payload that says `claims`, with no check: `parseClaims` of it is the check. */
export function claimsToCbor(claims: PassClaims): CborMap {
  const identity = new Map<number, CborValue>([
    [identityClaim.number, claims.number],
    [identityClaim.language, 'eng'],
    [identityClaim.givenName, claims.givenName],
    [identityClaim.familyName, claims.familyName],
    [identityClaim.birthDate, claims.birthDate.replaceAll('-', '')],
    [identityClaim.sex, claims.sex],
    [identityClaim.nationality, claims.nationality],
    [identityClaim.localName, claims.localName],
    [identityClaim.localLanguage, claims.localLanguage],
    [identityClaim.homeArea, claims.homeArea],
  ])
  if (claims.photo) identity.set(identityClaim.photo, [photoToCbor(claims.photo)])

  const payload = new Map<number, CborValue>([
    [claim.issuer, claims.issuer],
    [claim.expiresAt, claims.expiresAt],
    [claim.issuedAt, claims.issuedAt],
    [claim.identity, identity],
    [claim.status, new Map([['status_list', new Map<string, CborValue>(Object.entries({ idx: claims.status.index, uri: claims.status.uri }))]])],
    [claim.borderPass, borderPassToCbor(claims)],
  ])
  if (claims.notBefore !== undefined) payload.set(claim.notBefore, claims.notBefore)
  return payload
}

type Identity = Omit<PassClaims, 'issuer' | 'issuedAt' | 'expiresAt' | 'notBefore' | 'status' | 'office' | 'extensionCount' | 'allowedClass'>

function parseIdentity(value: CborValue | undefined): Checked<Identity> {
  if (!isMap(value) || !hasKeys(value, keys.identity)) return fail('SCHEMA_KEYS')
  const read = (key: keyof typeof identityClaim): CborValue | undefined => value.get(identityClaim[key])

  const number = read('number')
  if (typeof number !== 'string' || !/^[A-Z0-9]{1,16}$/.test(number)) return fail('SCHEMA_NUMBER')
  if (read('language') !== 'eng') return fail('SCHEMA_LANGUAGE')
  const [givenName, familyName, localName] = [read('givenName'), read('familyName'), read('localName')]
  if (!isPlainText(givenName, nameCharactersMax) || !isPlainText(familyName, nameCharactersMax)) return fail('SCHEMA_NAME')
  if (!isPlainText(localName, localNameCharactersMax)) return fail('SCHEMA_NAME')
  const birthDate = parseBirthDate(read('birthDate'))
  if (birthDate === undefined) return fail('SCHEMA_BIRTH_DATE')
  const sex = read('sex')
  if (!isOneOf([1, 2, 3] as const, sex)) return fail('SCHEMA_SEX')
  const nationality = read('nationality')
  if (typeof nationality !== 'string' || !/^[A-Z]{3}$/.test(nationality)) return fail('SCHEMA_NATIONALITY')
  const localLanguage = read('localLanguage')
  if (!isOneOf(localLanguages, localLanguage)) return fail('SCHEMA_LANGUAGE')
  const homeArea = read('homeArea')
  if (!isPlainText(homeArea, areaCharactersMax)) return fail('SCHEMA_AREA')

  const known = { number, givenName, familyName, localName, localLanguage, birthDate, sex, nationality, homeArea }
  if (!value.has(identityClaim.photo)) return pass(known)
  const photo = parsePhoto(read('photo'))
  return photo.ok ? pass({ ...known, photo: photo.value }) : photo
}

function parsePhoto(value: CborValue | undefined): Checked<Uint8Array> {
  const [face, ...more] = isArray(value) ? value : []
  if (!isMap(face) || more.length > 0 || !hasKeys(face, keys.photo)) return fail('SCHEMA_PHOTO')
  const image = face.get(photoField.image)
  const isWebP = face.get(photoField.format) === imageFormat && face.get(photoField.subFormat) === webPSubFormat
  // A copy: the claims must not keep the whole inflated token alive.
  return isWebP && image instanceof Uint8Array && image.length <= photoBytesMax ? pass(image.slice()) : fail('SCHEMA_PHOTO')
}

const photoToCbor = (image: Uint8Array): CborMap =>
  new Map<number, CborValue>([
    [photoField.image, image],
    [photoField.format, imageFormat],
    [photoField.subFormat, webPSubFormat],
  ])

function parseStatus(value: CborValue | undefined): Checked<PassClaims['status']> {
  const list = isMap(value) && hasKeys(value, keys.status) ? value.get(statusField.list) : undefined
  if (!isMap(list) || !hasKeys(list, keys.statusList)) return fail('SCHEMA_STATUS')
  const [index, uri] = [list.get(statusListField.index), list.get(statusListField.uri)]
  if (!isUint(index) || index > statusIndexMax) return fail('SCHEMA_STATUS')
  const isAddress = typeof uri === 'string' && uri.length <= uriCharactersMax && /^https:\/\/[!-~]+$/.test(uri)
  return isAddress ? pass({ index, uri }) : fail('SCHEMA_STATUS')
}

function parseBorderPass(value: CborValue | undefined): Checked<Pick<PassClaims, 'office' | 'extensionCount' | 'allowedClass'>> {
  if (!isMap(value) || !hasKeys(value, keys.borderPass)) return fail('SCHEMA_PASS')
  const [office, extensionCount, allowedClass] = [
    value.get(borderPassField.office),
    value.get(borderPassField.extensionCount),
    value.get(borderPassField.allowedClass),
  ]
  return isCode(office) && isUint(extensionCount) && isCode(allowedClass) ? pass({ office, extensionCount, allowedClass }) : fail('SCHEMA_PASS')
}

const borderPassToCbor = ({ office, extensionCount, allowedClass }: PassClaims): CborMap =>
  new Map<number, CborValue>([
    [borderPassField.office, office],
    [borderPassField.extensionCount, extensionCount],
    [borderPassField.allowedClass, allowedClass],
  ])

function parseBirthDate(value: CborValue | undefined): string | undefined {
  if (typeof value !== 'string' || !/^\d{8}$/.test(value) || value.startsWith('0000')) return undefined
  const [year, month, day] = [Number(value.slice(0, 4)), Number(value.slice(4, 6)), Number(value.slice(6))]
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = month === 2 && isLeap ? 29 : (daysOfMonth[month - 1] ?? 0)
  return day >= 1 && day <= days ? `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}` : undefined
}

// By hand: Temporal would take longer over this one day than the rest of the claims together.
const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Control, surrogate, unassigned and private-use characters, and what turns the reading direction. U+200B–D stay: Khmer is written with them. */
const refusedCharacters = /[\p{Cc}\p{Cs}\p{Cn}\p{Co}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u

/** A text has no more characters than UTF-16 units: most need no counting. */
const isPlainText = (value: CborValue | undefined, charactersMax: number): value is string =>
  typeof value === 'string' && (value.length <= charactersMax || [...value].length <= charactersMax) && !refusedCharacters.test(value)

/** The profile leaves the form of office and class codes to the issuer: a short text or an unsigned integer. */
const isCode = (value: CborValue | undefined): value is string | number => isUint(value) || isPlainText(value, codeCharactersMax)

const isOneOf = <T>(list: readonly T[], value: unknown): value is T => (list as readonly unknown[]).includes(value)

/** Every key of `known` but the optional ones is there, and no other. */
function hasKeys(map: CborMap, { known, required }: Keys): boolean {
  for (const key of map.keys()) if (!known.has(key)) return false
  return required.every((key) => map.has(key))
}
