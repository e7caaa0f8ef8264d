// IETF Token Status List: one small number per pass, packed into bytes, the first in the lowest bits (draft-ietf-oauth-status-list §4.1).
import { type CborMap, type CborValue, decodeCbor, encodeCbor, isMap, isUint } from './cbor.ts'
import { type Checked, fail, pass } from './codes.ts'
import { header, parseSign1, type Sign1, type Signer, signSign1, verifySign1 } from './cose.ts'
import { deflate } from './deflate.ts'
import { inflate } from './inflate.ts'
import type { TrustedKey } from './trust.ts'

export type StatusBits = 1 | 2 | 4 | 8
export const isStatusBits = (value: unknown): value is StatusBits => value === 1 || value === 2 || value === 4 || value === 8

/** What a status number means; every other number is an application's own and counts as invalid here. */
export const status = { valid: 0, invalid: 1, suspended: 2 } as const

/**
 * One list as the verifier holds it. `expiresAt` is in epoch seconds; from then on the list is stale.
 * `seq` is the number of the last change in it, where the issuer tells it: what a delta begins at (status-delta.ts).
 */
export type StatusList = {
  readonly uri: string
  readonly expiresAt: number
  readonly bits: StatusBits
  readonly statuses: Uint8Array
  readonly seq?: number
}

/** 2^26 passes with 2 bits each: what a trusted list may inflate to. */
export const statusBytesMax = 2 ** 24

/** The number at `index`, or undefined beyond the list's end. */
export function statusAt({ bits, statuses }: Pick<StatusList, 'bits' | 'statuses'>, index: number): number | undefined {
  const byte = statuses[Math.floor((index * bits) / 8)]
  return byte === undefined ? undefined : (byte >> ((index * bits) % 8)) & (2 ** bits - 1)
}

/** A list of `size` passes, all valid but those named. An index or number that does not fit is a bug of the caller. */
export function packStatuses(
  { bits, size }: { bits: StatusBits; size: number },
  named: Iterable<readonly [index: number, status: number]>,
): Uint8Array<ArrayBuffer> {
  const statuses = new Uint8Array(Math.ceil((size * bits) / 8))
  for (const [index, value] of named) {
    if (index < 0 || index >= size || value < 0 || value >= 2 ** bits) throw new RangeError(`status ${value} at ${index} does not fit`)
    putStatus({ bits, statuses }, index, value)
  }
  return statuses
}

/** Writes one number into the bytes. The caller has seen that it fits. */
export function putStatus({ bits, statuses }: Pick<StatusList, 'bits' | 'statuses'>, index: number, value: number): void {
  const [at, shift] = [Math.floor((index * bits) / 8), (index * bits) % 8]
  statuses[at] = ((statuses[at] ?? 0) & ~((2 ** bits - 1) << shift)) | (value << shift)
}

export const claim = { subject: 2, expiresAt: 4, issuedAt: 6, statusList: 65533, secondsToLive: 65534, sequence: -65538 } as const
const contentType = 'application/statuslist+cwt'

/** The signed list in CWT form (§5.2). Times are epoch seconds, `secondsToLive` is how long a copy may be used before asking again. */
export async function signStatusList(list: StatusList & { issuedAt: number; secondsToLive: number }, signer: Signer): Promise<Uint8Array> {
  const packed = new Map<string, CborValue>(Object.entries({ bits: list.bits, lst: await deflate(list.statuses) }))
  const payload = new Map<number, CborValue>([
    [claim.subject, list.uri],
    [claim.expiresAt, list.expiresAt],
    [claim.issuedAt, list.issuedAt],
    [claim.statusList, packed],
    [claim.secondsToLive, list.secondsToLive],
  ])
  if (list.seq !== undefined) payload.set(claim.sequence, list.seq)
  const protectedHeader = new Map<number, CborValue>([
    [header.kid, signer.kid],
    [header.type, contentType],
  ])
  return signSign1({ payload: encodeCbor(payload), protectedHeader }, signer)
}

export type StatusListCode = 'STATUS_LIST_FORM' | 'STATUS_LIST_KEY' | 'STATUS_LIST_SIGNATURE' | 'STATUS_LIST_OTHER' | 'STATUS_LIST_EXPIRED'

/**
 * Reads and verifies a list in CWT form, fetched from `uri`. Any order of map keys, and a key id
 * in either header: the draft's own examples need both.
 * `keys` are those that may sign lists; a key is tried if it bears the token's kid, or all if the token names none.
 */
export async function readStatusList(
  token: Uint8Array,
  { uri, keys, now }: { uri: string; keys: readonly TrustedKey[]; now: number },
): Promise<Checked<StatusList, StatusListCode>> {
  const sign1 = parseSign1(token, { keyOrder: 'any' })
  if (!sign1.ok || sign1.value.protectedHeader.get(header.type) !== contentType) return fail('STATUS_LIST_FORM')
  const { protectedHeader, unprotectedHeader, payload } = sign1.value

  const kid = protectedHeader.get(header.kid) ?? unprotectedHeader.get(header.kid)
  const signedBy = await findSigner(sign1.value, { kid, keys })
  if (signedBy === 'no key') return fail('STATUS_LIST_KEY')
  if (signedBy === 'no signature') return fail('STATUS_LIST_SIGNATURE')

  const claims = decodeCbor(payload, { keyOrder: 'any' })
  if (!claims.ok || !isMap(claims.value)) return fail('STATUS_LIST_FORM')
  const issuedAt = claims.value.get(claim.issuedAt)
  if (!isUint(issuedAt)) return fail('STATUS_LIST_FORM')
  if (issuedAt < signedBy.notBefore || issuedAt > signedBy.notAfter) return fail('STATUS_LIST_KEY')
  // §8.3: the list must be about the address it was asked for, or one list could stand in for another.
  if (claims.value.get(claim.subject) !== uri) return fail('STATUS_LIST_OTHER')
  return unpack(claims.value, { uri, now })
}

/** The key that signed it: one that bears the kid, or any if none is named. */
export async function findSigner(
  sign1: Sign1,
  { kid, keys }: { kid: CborValue | undefined; keys: readonly TrustedKey[] },
): Promise<TrustedKey | 'no key' | 'no signature'> {
  const candidates = keys.filter((key) => key.alg === sign1.protectedHeader.get(header.alg) && (kid === undefined || bearsKid(key, kid)))
  if (candidates.length === 0) return 'no key'
  const verdicts = await Promise.all(candidates.map((key) => verifySign1(sign1, key)))
  return candidates.find((_, index) => verdicts[index]) ?? 'no signature'
}

function unpack(claims: CborMap, { uri, now }: { uri: string; now: number }): Checked<StatusList, StatusListCode> {
  const expiresAt = claims.get(claim.expiresAt)
  const packed = claims.get(claim.statusList)
  const seq = claims.get(claim.sequence)
  if (!isUint(expiresAt) || !isMap(packed) || (seq !== undefined && !isUint(seq))) return fail('STATUS_LIST_FORM')
  if (now >= expiresAt) return fail('STATUS_LIST_EXPIRED')

  const [bits, compressed] = [packed.get('bits'), packed.get('lst')]
  if (!isStatusBits(bits) || !(compressed instanceof Uint8Array)) return fail('STATUS_LIST_FORM')
  const statuses = inflate(compressed, statusBytesMax)
  return statuses.ok ? pass({ uri, expiresAt, bits, statuses: statuses.value, ...(seq !== undefined && { seq }) }) : fail('STATUS_LIST_FORM')
}

const bearsKid = (key: TrustedKey, kid: CborValue): boolean => kid instanceof Uint8Array && kid.toHex() === key.kid
