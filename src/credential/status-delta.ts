// What changed in a status list since one of its versions: signed by the list's own key, and checked against the digest of the whole result.
import { sha256 } from './bytes.ts'
import { type CborValue, decodeCbor, encodeCbor, isArray, isMap, isUint } from './cbor.ts'
import { type Checked, fail, pass } from './codes.ts'
import { header, parseSign1, type Signer, signSign1 } from './cose.ts'
import { claim, findSigner, isStatusBits, putStatus, type StatusBits, type StatusList, statusAt } from './status-list.ts'
import type { TrustedKey } from './trust.ts'

/** What changed between two versions of a list: each place once, places rising, with what stands there at `to`. */
export type StatusDelta = {
  readonly uri: string
  readonly bits: StatusBits
  readonly from: number
  readonly to: number
  readonly changed: readonly (readonly [index: number, status: number])[]
  /** SHA-256 of the list's bytes at `to`, before compression. */
  readonly sha256: Uint8Array
  readonly issuedAt: number
  readonly expiresAt: number
}

/** More changes than this are no smaller than the list: it is asked for instead. */
export const statusChangesMax = 4096
/** 4096 changes of at most eight bytes, and the rest. */
export const statusDeltaBytesMax = 36_000

/** Every refusal leaves the list that is held as it was; the whole list is fetched instead. */
export const statusDeltaCodes = [
  'STATUS_DELTA_FORM',
  'STATUS_DELTA_KEY',
  'STATUS_DELTA_SIGNATURE',
  'STATUS_DELTA_OTHER',
  'STATUS_DELTA_EXPIRED',
  'STATUS_DELTA_GAP',
  'STATUS_DELTA_MISMATCH',
] as const
export type StatusDeltaCode = (typeof statusDeltaCodes)[number]

export const statusDeltaType = 'application/statuslist-delta+cwt'
const deltaClaim = -65539
const limits = { depth: 4, items: 3 * statusChangesMax + 64, mapEntries: 8 }

/** The signed delta. What its own reader would refuse is a bug of the caller. */
export async function signStatusDelta(delta: StatusDelta & { secondsToLive: number }, signer: Signer): Promise<Uint8Array> {
  if (!isChangeList(delta.changed, delta)) throw new RangeError('changes that no delta can hold')
  const body = new Map<string, CborValue>(
    Object.entries({ bits: delta.bits, from: delta.from, to: delta.to, changed: delta.changed, sha256: delta.sha256 }),
  )
  const payload = new Map<number, CborValue>([
    [claim.subject, delta.uri],
    [claim.expiresAt, delta.expiresAt],
    [claim.issuedAt, delta.issuedAt],
    [deltaClaim, body],
    [claim.secondsToLive, delta.secondsToLive],
  ])
  const protectedHeader = new Map<number, CborValue>([
    [header.kid, signer.kid],
    [header.type, statusDeltaType],
  ])
  return signSign1({ payload: encodeCbor(payload), protectedHeader }, signer)
}

/**
 * The list that `token` makes of `list`, which stays as it is. Nothing but the profile's own form is read (docs/spec/credential.md), no field before the signature holds,
 * and the result must be, byte for byte, what the issuer has: whatever is refused, fetch the whole list.
 */
export async function applyStatusDelta(
  list: StatusList,
  token: Uint8Array,
  { keys, now }: { keys: readonly TrustedKey[]; now: number },
): Promise<Checked<StatusList, StatusDeltaCode>> {
  const read = await readStatusDelta(token, keys)
  if (!read.ok) return read
  const delta = read.value
  if (delta.uri !== list.uri) return fail('STATUS_DELTA_OTHER')
  if (now >= delta.expiresAt) return fail('STATUS_DELTA_EXPIRED')
  if (delta.from !== list.seq) return fail('STATUS_DELTA_GAP')
  if (delta.bits !== list.bits) return fail('STATUS_DELTA_MISMATCH')

  const statuses = list.statuses.slice()
  for (const [index, value] of delta.changed) {
    if (statusAt(list, index) === undefined) return fail('STATUS_DELTA_MISMATCH')
    putStatus({ bits: list.bits, statuses }, index, value)
  }
  const digest = await sha256(statuses)
  if (digest.toHex() !== delta.sha256.toHex()) return fail('STATUS_DELTA_MISMATCH')
  // An older statement that says the same is no reason to forget a newer one.
  return pass({ ...list, statuses, seq: delta.to, expiresAt: Math.max(list.expiresAt, delta.expiresAt) })
}

async function readStatusDelta(token: Uint8Array, keys: readonly TrustedKey[]): Promise<Checked<StatusDelta, StatusDeltaCode>> {
  if (token.length > statusDeltaBytesMax) return fail('STATUS_DELTA_FORM')
  const sign1 = parseSign1(token)
  if (!sign1.ok) return fail('STATUS_DELTA_FORM')
  const { protectedHeader, unprotectedHeader, payload } = sign1.value
  const kid = protectedHeader.get(header.kid)
  const isOurs = protectedHeader.get(header.type) === statusDeltaType && protectedHeader.size === 3 && unprotectedHeader.size === 0
  if (!isOurs || !(kid instanceof Uint8Array)) return fail('STATUS_DELTA_FORM')

  const signedBy = await findSigner(sign1.value, { kid, keys })
  if (signedBy === 'no key') return fail('STATUS_DELTA_KEY')
  if (signedBy === 'no signature') return fail('STATUS_DELTA_SIGNATURE')
  const delta = parsePayload(payload)
  if (!delta) return fail('STATUS_DELTA_FORM')
  return delta.issuedAt < signedBy.notBefore || delta.issuedAt > signedBy.notAfter ? fail('STATUS_DELTA_KEY') : pass(delta)
}

function parsePayload(payload: Uint8Array): StatusDelta | undefined {
  const decoded = decodeCbor(payload, { limits })
  if (!decoded.ok || !isMap(decoded.value) || decoded.value.size !== 5) return undefined
  const [uri, expiresAt, issuedAt, body, secondsToLive] = [claim.subject, claim.expiresAt, claim.issuedAt, deltaClaim, claim.secondsToLive].map(
    (key) => (decoded.value as ReadonlyMap<number, CborValue>).get(key),
  )
  if (typeof uri !== 'string' || !isUint(expiresAt) || !isUint(issuedAt) || !isUint(secondsToLive) || !isMap(body) || body.size !== 5)
    return undefined
  const [bits, from, to, changed, digest] = ['bits', 'from', 'to', 'changed', 'sha256'].map((key) => body.get(key))
  if (!isStatusBits(bits) || !isUint(from) || !isUint(to) || !(digest instanceof Uint8Array) || digest.length !== 32) return undefined
  if (!isArray(changed) || !isChangeList(changed, { bits, from, to })) return undefined
  return { uri, bits, from, to, changed, sha256: digest, issuedAt, expiresAt }
}

/** Pairs of place and number, places rising, numbers that fit; no more of them than steps from `from` to `to`, and at least one where there was a step. */
function isChangeList(
  changed: readonly CborValue[] | StatusDelta['changed'],
  { bits, from, to }: Pick<StatusDelta, 'bits' | 'from' | 'to'>,
): changed is StatusDelta['changed'] {
  if (changed.length > statusChangesMax || changed.length > to - from || (changed.length === 0 && from !== to)) return false
  let before = -1
  for (const pair of changed) {
    const [index, value, ...rest] = isArray(pair) ? pair : []
    if (!isUint(index) || !isUint(value) || rest.length > 0 || index <= before || value >= 2 ** bits) return false
    before = index
  }
  return true
}
