import { encodeBase45 } from './base45.ts'
import { decodeCbor, encodeCbor } from './cbor.ts'
import { claimsToCbor, type PassClaims, parseClaims } from './claims.ts'
import { header, type Signer, signSign1 } from './cose.ts'
import { deflate } from './deflate.ts'
import { textCharactersMax } from './verify.ts'

export const writtenPhotoBytesMax = 450

/** Signs a pass: the QR text, names in Unicode's normal form C. Claims that `issuingFault` names are a bug of the caller and throw. */
export async function issuePass(claims: PassClaims, signer: Signer): Promise<string> {
  const fault = issuingFault(claims)
  if (fault) throw new Error(`these claims make no pass: ${fault}`)
  const payload = encodeCbor(claimsToCbor(inNormalForm(claims)))
  const token = await signSign1({ payload, protectedHeader: new Map([[header.kid, signer.kid]]) }, signer)
  const text = encodeBase45(await deflate(token))
  if (text.length > textCharactersMax) throw new Error(`the QR text has ${text.length} characters, more than ${textCharactersMax}`)
  return text
}

/** Why these claims may not be issued (a code of the schema, or a rule for writers only), or undefined. We issue nothing that we would refuse. */
export function issuingFault(claims: PassClaims): string | undefined {
  if ((claims.photo?.length ?? 0) > writtenPhotoBytesMax) return 'PHOTO_TOO_LARGE'
  if (!/^(\d\d){1,4}$/.test(claims.homeArea)) return 'AREA_NOT_DIGITS'
  if (claims.givenName.trim() === '' && claims.familyName.trim() === '') return 'NAME_EMPTY'
  if (!isWritable(claims)) return 'NUMBER_RANGE'
  const normal = inNormalForm(claims)
  const decoded = decodeCbor(encodeCbor(claimsToCbor(normal)))
  const read = decoded.ok ? parseClaims(decoded.value) : decoded
  if (!read.ok) return read.code
  // UTF-8 has no place for a lone surrogate and the wire none for the date's dashes: what is read back must be what was meant.
  if (copied.some((field) => read.value[field] !== normal[field])) return 'NOT_WRITABLE'
  if (claims.expiresAt <= Math.max(claims.issuedAt, claims.notBefore ?? 0)) return 'EXP_BEFORE_IAT'
  return undefined
}

const copied = ['givenName', 'familyName', 'localName', 'birthDate'] as const

/** One spelling per name: dCBOR readers in other places insist on it. */
const inNormalForm = (claims: PassClaims): PassClaims => ({
  ...claims,
  givenName: claims.givenName.normalize('NFC'),
  familyName: claims.familyName.normalize('NFC'),
  localName: claims.localName.normalize('NFC'),
})

const isWritable = ({ issuedAt, expiresAt, notBefore = 0, status, extensionCount, office, allowedClass }: PassClaims): boolean =>
  [issuedAt, expiresAt, notBefore, status.index, extensionCount, office, allowedClass].every(
    (value) => typeof value === 'string' || (Number.isInteger(value) && value >= 0 && value < 2 ** 32),
  )
