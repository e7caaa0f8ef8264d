import { decodeBase45 } from './base45.ts'
import { compareBytes } from './bytes.ts'
import { decodeCbor } from './cbor.ts'
import { type PassClaims, parseClaims } from './claims.ts'
import { type Checked, fail, outcomeOf, type PassCode, type PassOutcome, pass } from './codes.ts'
import { header, isAlgorithmId, type PublicKey, parseSign1, type Sign1, verifySign1 } from './cose.ts'
import { inflate } from './inflate.ts'
import { holdsDigest, type LeakedKey, passDigest } from './leaked-key.ts'
import { isSameKey, type OpenedPass, type PassMemory } from './pass-memory.ts'
import { status, statusAt } from './status-list.ts'
import type { Trust, TrustedKey } from './trust.ts'

/** `claims` are there for green, and for amber marked unverified; `kid` (hex) as soon as the header was read. */
export type PassVerdict = {
  readonly outcome: PassOutcome
  readonly code: PassCode
  readonly claims?: PassClaims
  readonly unverified?: true
  /** Of a pass whose signature held but which is out of date or struck: whose it was, to show an officer and to know who comes home. Never a reason to admit. */
  readonly bearer?: PassClaims
  readonly kid?: string
}

export const textCharactersMax = 1800
const inflatedBytesMax = 2048
const payloadBytesMax = 1900
const kidBytes = 8
const clockToleranceSeconds = 300

/**
 * Judges the text of a QR code. `now` is in epoch seconds. Never throws, whatever the text; never reads a network.
 * The first check that fails decides; no field of the payload is read before a trusted key's signature over it holds.
 * A `memory` spares the reading and the signature of a pass that was seen before; it changes no verdict.
 */
export async function verifyPass(text: string, trust: Trust, now: number, memory?: PassMemory): Promise<PassVerdict> {
  const seen = memory?.recall(text)
  const token = seen ? pass(seen.opened) : openToken(text)
  if (!token.ok) return { outcome: outcomeOf[token.code], code: token.code }
  const { sign1, alg, kid } = token.value
  const judge = (code: PassCode): PassVerdict => ({ outcome: outcomeOf[code], code, kid })

  const { leaked = [] } = trust
  const named = [...trust.keys, ...leaked].filter((key) => key.kid === kid)
  if (named.length === 0) return { ...judge('KID_UNKNOWN'), ...unverified(readClaims(sign1)) }
  const candidates = named.filter((key) => key.alg === alg)
  if (candidates.length === 0) return judge('ALG_KEY_MISMATCH')
  const signers = await keysThatSigned(sign1, candidates, seen?.signers ?? [])
  if (signers.length === 0) return judge('SIG_INVALID')
  // One that others have too: only what its office knows to be its own goes on, and nothing else is even read.
  if (!(await isKnownPass(sign1, kid, signers, leaked))) return judge('KEY_LEAKED')

  const claims = seen ? pass(seen.claims) : readClaims(sign1)
  if (!claims.ok) return judge(claims.code)
  memory?.keep(text, { opened: token.value, claims: claims.value, signers })
  const code = judgeClaims(claims.value, { signers, trust, now })
  if (outcomeOf[code] === 'green') return { ...judge(code), claims: claims.value }
  if (outcomeOf[code] === 'amber') return { ...judge(code), ...unverified(claims) }
  return outOfForce.includes(code) ? { ...judge(code), bearer: claims.value } : judge(code)
}

/** Genuine, but not in force: the only reds that say whose pass it was. */
const outOfForce: readonly PassCode[] = ['EXPIRED', 'NOT_YET', 'REVOKED', 'SUSPENDED']

/** Length, Base45, zlib, COSE shape and its headers: all that can be said without a key. */
function openToken(text: string): Checked<OpenedPass> {
  if (isTooLong(text)) return fail('TOO_LONG')
  const compressed = decodeBase45(text)
  if (!compressed.ok) return compressed
  const inflated = inflate(compressed.value, inflatedBytesMax)
  if (!inflated.ok) return inflated
  const sign1 = parseSign1(inflated.value)
  if (!sign1.ok) return sign1
  if (sign1.value.unprotectedHeader.size > 0) return fail('COSE_UNPROTECTED')
  if (sign1.value.payload.length > payloadBytesMax) return fail('COSE_PAYLOAD')
  return readHeader(sign1.value)
}

function readHeader(sign1: Sign1): Checked<OpenedPass> {
  const { protectedHeader } = sign1
  for (const label of protectedHeader.keys()) if (label !== header.alg && label !== header.kid) return fail('COSE_PROTECTED')
  const [alg, kid] = [protectedHeader.get(header.alg), protectedHeader.get(header.kid)]
  if (!isAlgorithmId(alg)) return fail('ALG')
  if (!(kid instanceof Uint8Array) || kid.length !== kidBytes) return fail('KID')
  return pass({ sign1, alg, kid: kid.toHex() })
}

async function keysThatSigned(sign1: Sign1, candidates: readonly TrustedKey[], known: readonly PublicKey[]): Promise<readonly TrustedKey[]> {
  const signed = await Promise.all(candidates.map((key) => known.some((signer) => isSameKey(signer, key)) || verifySign1(sign1, key)))
  return candidates.filter((_, index) => signed[index])
}

/** False: a key that signed this is leaked, and the filter does not hold the pass. A copy of the key that still stands among the trusted ones changes nothing. */
async function isKnownPass({ payload }: Sign1, kid: string, signers: readonly TrustedKey[], leaked: readonly LeakedKey[]): Promise<boolean> {
  const filters = leaked.filter((key) => key.kid === kid && signers.some(({ spki }) => compareBytes(spki, key.spki) === 0))
  if (filters.length === 0) return true
  const digest = await passDigest(kid, payload)
  return filters.some(({ digests }) => holdsDigest(digests, digest))
}

/** The digest of a pass by its QR text, for its issuer's filter; undefined where the text is none of this form. */
export async function digestOfText(text: string): Promise<{ readonly kid: string; readonly digest: Uint8Array } | undefined> {
  const token = openToken(text)
  return token.ok ? { kid: token.value.kid, digest: await passDigest(token.value.kid, token.value.sign1.payload) } : undefined
}

/** What a text says, for whoever made it themselves: no key is asked, and nothing is believed by it. */
export function claimsOfText(text: string): Checked<PassClaims> {
  const token = openToken(text)
  return token.ok ? readClaims(token.value.sign1) : token
}

function readClaims({ payload }: Sign1): Checked<PassClaims> {
  const decoded = decodeCbor(payload)
  return decoded.ok ? parseClaims(decoded.value) : decoded
}

/** Data to look at, not to believe; a payload without readable data has none to show. */
const unverified = (claims: Checked<PassClaims>): Pick<PassVerdict, 'claims' | 'unverified'> =>
  claims.ok ? { claims: claims.value, unverified: true } : { unverified: true }

type Facts = { readonly signers: readonly TrustedKey[]; readonly trust: Trust; readonly now: number }

/** Issuer, time, key period, status. One public key may be listed twice (two periods): one listing that fits is enough. */
function judgeClaims(claims: PassClaims, { signers, trust, now }: Facts): PassCode {
  const ofIssuer = signers.filter((key) => key.iss === claims.issuer)
  if (ofIssuer.length === 0) return 'ISS_MISMATCH'
  const { issuedAt, expiresAt, notBefore } = claims
  if (expiresAt <= issuedAt) return 'EXP_BEFORE_IAT'
  if (issuedAt > now + clockToleranceSeconds) return 'IAT_FUTURE'
  if (notBefore !== undefined && now < notBefore) return 'NOT_YET'
  if (now >= expiresAt) return 'EXPIRED'
  if (!ofIssuer.some((key) => key.notBefore <= issuedAt && issuedAt <= key.notAfter)) return 'KEY_PERIOD'
  return judgeStatus(claims.status, trust, now)
}

function judgeStatus({ index, uri }: PassClaims['status'], { lists }: Trust, now: number): PassCode {
  const copies = lists.filter((list) => list.uri === uri)
  if (copies.length === 0) return 'STATUS_UNKNOWN_LIST'
  const newest = copies.reduce((one, other) => (other.expiresAt > one.expiresAt ? other : one))
  if (now >= newest.expiresAt) return 'STATUS_STALE'
  const value = statusAt(newest, index)
  if (value === undefined) return 'STATUS_INDEX'
  if (value === status.valid) return 'OK'
  return value === status.suspended ? 'SUSPENDED' : 'REVOKED'
}

/** Unicode characters, not UTF-16 units. */
const isTooLong = (text: string): boolean =>
  text.length > textCharactersMax && (text.length > 2 * textCharactersMax || [...text].length > textCharactersMax)
