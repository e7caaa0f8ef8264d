// A signer's key that became known to others: its genuine passes stay good by a signed list of their digests, and every other pass under it is refused.
import { compareBytes, joinBytes, sha256 } from './bytes.ts'
import { type CborValue, decodeCbor, encodeCbor, isMap, isUint } from './cbor.ts'
import { type Checked, fail, pass } from './codes.ts'
import { header, isAlgorithmId, parseSign1, type Signer, signSign1 } from './cose.ts'
import { claim, findSigner } from './status-list.ts'
import type { TrustedKey } from './trust.ts'

/**
 * `digests`: those of the key's genuine passes one after the other, rising, none twice. Such a key stands in no list of trusted keys any more: who does not read
 * filters does not know it, and is amber.
 */
export type LeakedKey = TrustedKey & { readonly digests: Uint8Array }

/**
 * Of a digest's 32 bytes. Whoever has the key and the filter, which is public, may sign and hash as many false passes as they like until one is let through:
 * the size is what that costs, 2^96 hashes for each genuine pass there is, not how often an honest stranger is let through.
 */
export const digestBytes = 12
/** A million passes of one key: more than an office makes in a period. */
export const digestsMax = 1_000_000

export async function passDigest(kid: string, payload: Uint8Array): Promise<Uint8Array> {
  return (await sha256(joinBytes(Uint8Array.fromHex(kid), payload))).slice(0, digestBytes)
}

/** The filter of these digests, whatever their order and however often each comes. */
export function packDigests(digests: Iterable<Uint8Array>): Uint8Array {
  const sorted = [...digests].sort(compareBytes)
  const distinct = sorted.filter((digest, index) => index === 0 || compareBytes(digest, sorted[index - 1] as Uint8Array) !== 0)
  const packed = new Uint8Array(distinct.length * digestBytes)
  for (const [index, digest] of distinct.entries()) packed.set(digest, index * digestBytes)
  return packed
}

/** Rising, none twice, no bytes left over. */
export function areDigests(digests: Uint8Array): boolean {
  if (digests.length % digestBytes !== 0 || digests.length > digestsMax * digestBytes) return false
  for (let at = digestBytes; at < digests.length; at += digestBytes)
    if (compareBytes(digestAt(digests, at - digestBytes), digestAt(digests, at)) >= 0) return false
  return true
}

export function holdsDigest(digests: Uint8Array, digest: Uint8Array): boolean {
  let [low, high] = [0, digests.length / digestBytes]
  while (low < high) {
    const middle = (low + high) >>> 1
    const order = compareBytes(digestAt(digests, middle * digestBytes), digest)
    if (order === 0) return true
    if (order < 0) low = middle + 1
    else high = middle
  }
  return false
}

const digestAt = (digests: Uint8Array, at: number): Uint8Array => digests.subarray(at, at + digestBytes)

export const leakedKeyType = 'application/leaked-key+cwt'
const keyClaim = -65540
const fields = ['alg', 'digests', 'iss', 'kid', 'naf', 'nbf', 'spki'] as const
const limits = { depth: 4, items: 64, mapEntries: 8 }

/** What is published of a leaked key, signed by the state's root. `issuedAt` in epoch seconds. */
export async function signLeakedKey({ issuedAt, ...key }: LeakedKey & { issuedAt: number }, signer: Signer): Promise<Uint8Array> {
  if (!areDigests(key.digests)) throw new RangeError('digests that no filter can hold')
  const { alg, digests, iss, kid, notAfter: naf, notBefore: nbf, spki } = key
  const body = new Map<string, CborValue>(Object.entries({ alg, digests, iss, kid: Uint8Array.fromHex(kid), naf, nbf, spki }))
  const payload = new Map<number, CborValue>([
    [claim.issuedAt, issuedAt],
    [keyClaim, body],
  ])
  const protectedHeader = new Map<number, CborValue>([
    [header.kid, signer.kid],
    [header.type, leakedKeyType],
  ])
  return signSign1({ payload: encodeCbor(payload), protectedHeader }, signer)
}

export type LeakedKeyCode = 'LEAKED_KEY_FORM' | 'LEAKED_KEY_SIGNER' | 'LEAKED_KEY_SIGNATURE'

/** Reads what a state published of a leaked key. `keys` are those that may sign its lists. No field is read before the signature holds. */
export async function readLeakedKey(token: Uint8Array, keys: readonly TrustedKey[]): Promise<Checked<LeakedKey, LeakedKeyCode>> {
  const sign1 = parseSign1(token)
  if (!sign1.ok) return fail('LEAKED_KEY_FORM')
  const { protectedHeader, unprotectedHeader, payload } = sign1.value
  const kid = protectedHeader.get(header.kid)
  if (protectedHeader.get(header.type) !== leakedKeyType || protectedHeader.size !== 3 || unprotectedHeader.size > 0 || kid === undefined)
    return fail('LEAKED_KEY_FORM')
  const signedBy = await findSigner(sign1.value, { kid, keys })
  if (signedBy === 'no key') return fail('LEAKED_KEY_SIGNER')
  if (signedBy === 'no signature') return fail('LEAKED_KEY_SIGNATURE')

  const claims = decodeCbor(payload, { limits })
  if (!claims.ok || !isMap(claims.value) || claims.value.size !== 2) return fail('LEAKED_KEY_FORM')
  const issuedAt = claims.value.get(claim.issuedAt)
  const key = readKey(claims.value.get(keyClaim))
  if (!isUint(issuedAt) || !key) return fail('LEAKED_KEY_FORM')
  // A state speaks of its own keys only.
  if (key.iss !== signedBy.iss || issuedAt < signedBy.notBefore || issuedAt > signedBy.notAfter) return fail('LEAKED_KEY_SIGNER')
  return pass(key)
}

function readKey(body: CborValue | undefined): LeakedKey | undefined {
  if (!isMap(body) || body.size !== fields.length) return undefined
  const [alg, digests, iss, kid, naf, nbf, spki] = fields.map((field) => body.get(field))
  if (!isAlgorithmId(alg) || typeof iss !== 'string' || !isUint(naf) || !isUint(nbf)) return undefined
  if (!(kid instanceof Uint8Array) || kid.length !== 8 || !(spki instanceof Uint8Array)) return undefined
  if (!(digests instanceof Uint8Array) || !areDigests(digests)) return undefined
  return { kid: kid.toHex(), alg, iss, notBefore: nbf, notAfter: naf, spki, digests }
}
