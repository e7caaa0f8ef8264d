// The signed list of a state's signer certificates: a COSE_Sign1 by the state's root, which carries its own public key;
// the verifier pins that key's hash.
import { kidOfCertificate, sha256 } from './bytes.ts'
import { type CborMap, type CborValue, decodeCbor, encodeCbor, isArray, isMap, isUint } from './cbor.ts'
import { algorithmOfSpki, type CertifiedKey, keyOfCertificate } from './certificate.ts'
import { type PassIssuer, passIssuers } from './claims.ts'
import { type Checked, fail, pass } from './codes.ts'
import { header, parseSign1, type Signer, signSign1, verifySign1 } from './cose.ts'
import type { TrustedKey } from './trust.ts'

export const signerUses = ['pass', 'status'] as const
export type SignerUse = (typeof signerUses)[number]

/** One document signer. Times are epoch seconds: it may sign what is issued from `signFrom` to `signTo`, both included. */
export type SignerCertificate = {
  readonly certificate: Uint8Array
  /** Hex of the first 8 bytes of SHA-256 of the certificate. */
  readonly kid: string
  readonly state: PassIssuer
  readonly iss: PassIssuer
  readonly signFrom: number
  readonly signTo: number
  readonly use: SignerUse
  /** The issuing office's area code. */
  readonly area: string
}

/** `date` and `nextUpdate` in epoch seconds; `statusListUris` are the only addresses a status list may be fetched from. */
export type TrustList = {
  readonly version: 1
  readonly provider: string
  readonly date: number
  readonly nextUpdate: number
  readonly seq: number
  readonly certificateInfos: readonly SignerCertificate[]
  readonly statusListUris: readonly string[]
}

export type TrustListCode =
  | 'TRUST_FORM'
  | 'TRUST_ROOT_UNKNOWN'
  | 'TRUST_SIGNATURE'
  | 'TRUST_SEQ'
  | 'TRUST_DATE'
  | 'TRUST_EXPIRED'
  | 'TRUST_CERTIFICATE'

/** SHA-256 (hex) of the root's SubjectPublicKeyInfo: the one in use, and the one that will follow it. Exchanged out of band. */
export type RootPins = { readonly current: string; readonly next?: string | undefined }
export type RootSigner = Pick<Signer, 'alg' | 'sign'> & { readonly spki: Uint8Array }

/**
 * Reads and verifies a list that arrived. `heldSeq` is the number of the list held now: a lower one is a replay and refused.
 * `now` is in epoch seconds; a list past its `nextUpdate` brings no new keys. The list already held stays in use then, and `isOverdue` says to warn.
 */
export async function readTrustList(
  token: Uint8Array,
  { pins, heldSeq, now }: { pins: RootPins; heldSeq: number | undefined; now: number },
): Promise<Checked<TrustList, TrustListCode>> {
  const sign1 = parseSign1(token)
  if (!sign1.ok) return fail('TRUST_FORM')
  const { protectedHeader, unprotectedHeader, payload } = sign1.value
  const spki = unprotectedHeader.get(rootKeyLabel)
  if (!(spki instanceof Uint8Array)) return fail('TRUST_FORM')
  const hash = (await sha256(spki)).toHex()
  if (hash !== pins.current.toLowerCase() && hash !== pins.next?.toLowerCase()) return fail('TRUST_ROOT_UNKNOWN')
  const alg = algorithmOfSpki(spki)
  if (alg === undefined || protectedHeader.get(header.alg) !== alg) return fail('TRUST_SIGNATURE')
  if (!(await verifySign1(sign1.value, { alg, spki }))) return fail('TRUST_SIGNATURE')

  const decoded = decodeCbor(payload, { limits: listLimits })
  const list = decoded.ok ? parseList(decoded.value) : undefined
  if (!list) return fail('TRUST_FORM')
  if (heldSeq !== undefined && list.seq < heldSeq) return fail('TRUST_SEQ')
  if (list.date > now + clockToleranceSeconds) return fail('TRUST_DATE')
  if (isOverdue(list, now)) return fail('TRUST_EXPIRED')
  for (const info of list.certificateInfos) {
    const kid = await kidOfCertificate(info.certificate)
    if (kid.toHex() !== info.kid || !keyOfCertificate(info.certificate)) return fail('TRUST_CERTIFICATE')
  }
  return pass(list)
}

/** True from `nextUpdate` on: keys already held still verify, with a warning. */
export const isOverdue = ({ nextUpdate }: Pick<TrustList, 'nextUpdate'>, now: number): boolean => now >= nextUpdate

/** The list's keys for one use, as the verifier takes them. */
export function trustedKeys({ certificateInfos }: TrustList, use: SignerUse): TrustedKey[] {
  return certificateInfos.flatMap((info) => {
    const key: CertifiedKey | undefined = info.use === use ? keyOfCertificate(info.certificate) : undefined
    return key ? [{ ...key, kid: info.kid, iss: info.iss, notBefore: info.signFrom, notAfter: info.signTo }] : []
  })
}

/** The signed list. `readTrustList` with the root's hash as a pin reads it back. */
export async function signTrustList(list: TrustList, root: RootSigner): Promise<Uint8Array> {
  const certificateInfos = list.certificateInfos.map((info) => textMap({ ...info, kid: Uint8Array.fromHex(info.kid) }))
  const payload = encodeCbor(textMap({ ...list, certificateInfos }))
  return signSign1({ payload, unprotectedHeader: new Map([[rootKeyLabel, root.spki]]) }, root)
}

/** Private-use label. The key needs no signature over it: its hash is pinned. */
const rootKeyLabel = -65537
const clockToleranceSeconds = 300
const listLimits = { depth: 8, items: 50_000, mapEntries: 64 }
const textMap = (fields: Readonly<Record<string, CborValue>>): CborMap => new Map(Object.entries(fields))

function parseList(value: CborValue): TrustList | undefined {
  const fields = readFields(value, ['version', 'provider', 'date', 'nextUpdate', 'seq', 'certificateInfos', 'statusListUris'])
  if (!fields) return undefined
  const { version, provider, date, nextUpdate, seq, certificateInfos, statusListUris } = fields
  if (version !== 1 || typeof provider !== 'string' || !isUint(date) || !isUint(nextUpdate) || !isUint(seq)) return undefined
  if (!isArray(certificateInfos) || !isArray(statusListUris)) return undefined
  const infos = certificateInfos.map(parseInfo).filter((info) => info !== undefined)
  const uris = statusListUris.filter((uri) => typeof uri === 'string' && uri.startsWith('https://')) as string[]
  if (infos.length !== certificateInfos.length || uris.length !== statusListUris.length) return undefined
  return { version, provider, date, nextUpdate, seq, certificateInfos: infos, statusListUris: uris }
}

function parseInfo(value: CborValue): SignerCertificate | undefined {
  const fields = readFields(value, ['certificate', 'kid', 'state', 'iss', 'signFrom', 'signTo', 'use', 'area'])
  if (!fields) return undefined
  const { certificate, kid, state, iss, signFrom, signTo, use, area } = fields
  const issuer = passIssuers.find((known) => known === iss && known === state)
  const signerUse = signerUses.find((known) => known === use)
  if (!issuer || !signerUse || typeof area !== 'string' || !isUint(signFrom) || !isUint(signTo)) return undefined
  if (!(certificate instanceof Uint8Array) || !(kid instanceof Uint8Array)) return undefined
  return { certificate: certificate.slice(), kid: kid.toHex(), state: issuer, iss: issuer, signFrom, signTo, use: signerUse, area }
}

/** Exactly these text keys, or undefined. */
function readFields<Name extends string>(value: CborValue, names: readonly Name[]): Record<Name, CborValue> | undefined {
  if (!isMap(value) || value.size !== names.length || !names.every((name) => value.has(name))) return undefined
  return Object.fromEntries(value) as Record<Name, CborValue>
}
