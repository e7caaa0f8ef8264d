import type { AreaCode, InstrumentId } from '../kernel/code.ts'
import { type CivilDate, epochMs, type Instant, instantOfMs } from '../kernel/time.ts'
import type { Applicant } from './applicant.rules.ts'
import type { Mandate } from './mandate.rules.ts'

/** What a governor is shown of one application, and signs: who, the two pictures, and what the pass will say. Hashes and digests are SHA-256 in hex. */
export type ManifestRow = {
  readonly id: string
  readonly localName: string
  readonly localLanguage: 'khm' | 'tha'
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: CivilDate
  readonly sex: 1 | 2 | 3
  readonly nationality: string
  readonly homeArea: AreaCode
  /** Of `identityNumberText`, under a salt that stays in the register: nobody finds the number by trying all there are. */
  readonly identityNumberDigest: string
  /** Of the photo on the page. */
  readonly photoSha256: string
  /** Of the small photo in the QR code. */
  readonly qrPhotoSha256: string
  /** The last day the pass will be good. */
  readonly lastDay: CivilDate
}

/** A list to sign. The SHA-256 of its canonical JSON is the challenge that the passkey signs (docs/spec/signing.md). It names nobody but its signer. */
export type Manifest = {
  readonly version: 2
  readonly list: string
  readonly at: Instant
  readonly signer: string
  readonly office: AreaCode
  readonly mandate: { readonly id: string; readonly instrument: InstrumentId }
  /** The digest of each row under its own salt, in the order shown: whoever is given one row and its salt learns nothing of the others. */
  readonly applications: readonly string[]
}

/** Chance that makes a digest say nothing: 32 bytes in base64url, new for each use. */
export type Salts = {
  /** Goes out with its row. */
  readonly row: string
  /** Never leaves the register, but to open the number before a court. */
  readonly identityNumber: string
}
export const saltBytes = 32

/** What is hashed of a row, of a pass's number and of an identity number. The domain keeps one from being taken for another. */
export const rowText = (row: ManifestRow, salt: string): string => canonicalJson({ domain: 'spean signing row 2', row, salt })
export const passText = (application: string, number: string, salt: string): string =>
  canonicalJson({ domain: 'spean signing pass 2', application, number, salt })
export const identityNumberText = (number: string, salt: string): string => canonicalJson({ domain: 'spean identity number 2', number, salt })

export const listApplicationsMax = 50
export const listLifeMs = 5 * 60_000

/** The first instant at which a list of `at` can no longer be signed. */
export const listEnd = (at: Instant): Instant => instantOfMs(epochMs(at) + listLifeMs)

export type Hashes = { readonly identityNumber: string; readonly photo: string; readonly qrPhoto: string }

export const manifestRow = ({ id, applicant }: { id: string; applicant: Applicant }, hashes: Hashes, lastDay: CivilDate): ManifestRow => ({
  id,
  localName: applicant.localName,
  localLanguage: applicant.localLanguage,
  givenName: applicant.givenName,
  familyName: applicant.familyName,
  birthDate: applicant.birthDate,
  sex: applicant.sex,
  nationality: applicant.nationality,
  homeArea: applicant.homeArea,
  identityNumberDigest: hashes.identityNumber,
  photoSha256: hashes.photo,
  qrPhotoSha256: hashes.qrPhoto,
  lastDay,
})

export function manifestOf(list: {
  id: string
  at: Instant
  signer: string
  office: AreaCode
  mandate: Pick<Mandate, 'id' | 'instrument'>
  digests: readonly string[]
}): Manifest {
  const { id, at, signer, office, mandate, digests } = list
  return { version: 2, list: id, at, signer, office, mandate: { id: mandate.id, instrument: mandate.instrument }, applications: digests }
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * RFC 8785 for what we write: objects with keys in the order of their UTF-16 units and without spaces, whole numbers, texts as JSON.stringify writes them.
 * One value has one text, so that its hash can be made anywhere. @throws for a number that is not a safe integer: it would have two texts.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((each: Json) => canonicalJson(each)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value as { readonly [key: string]: Json | undefined })
    const written = entries.filter((entry): entry is [string, Json] => entry[1] !== undefined).sort(([one], [other]) => (one < other ? -1 : 1))
    return `{${written.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`
  }
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`)
  return JSON.stringify(value)
}
