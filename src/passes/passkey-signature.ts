// A passkey's signature, checked with Node alone: another way than the library's that let the gesture in (signing-gesture.ts).
import { createPublicKey, verify } from 'node:crypto'
import { type CborMap, decodeCbor, isMap } from '../credential/cbor.ts'

/** Did the key (COSE_Key, RFC 9052 §7) sign exactly this? Keys of ES256, EdDSA and RS256; any other, and bytes that are none, signed nothing. */
export function passkeySigned(coseKey: Uint8Array, signed: Uint8Array, signature: Uint8Array): boolean {
  const decoded = decodeCbor(new Uint8Array(coseKey), { keyOrder: 'any' })
  const jwk = decoded.ok && isMap(decoded.value) ? jwkOf(decoded.value) : undefined
  if (!jwk) return false
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    return verify(jwk.kty === 'OKP' ? null : 'sha256', signed, { key, dsaEncoding: 'der' }, signature)
  } catch {
    return false
  }
}

type Jwk = { readonly kty: string; readonly [member: string]: string }

/** COSE labels (RFC 9053 §7): 1 kty, 3 alg; −1 and −2 are curve and x for curves, n and e for RSA; −3 is y. */
function jwkOf(key: CborMap): Jwk | undefined {
  const [kty, alg, one, two, y] = [1, 3, -1, -2, -3].map((label) => key.get(label))
  const text = (bytes: unknown): string => (bytes instanceof Uint8Array ? Buffer.from(bytes).toString('base64url') : '')
  if (kty === 2 && alg === -7 && one === 1) return { kty: 'EC', crv: 'P-256', x: text(two), y: text(y) }
  if (kty === 1 && alg === -8 && one === 6) return { kty: 'OKP', crv: 'Ed25519', x: text(two) }
  if (kty === 3 && alg === -257) return { kty: 'RSA', n: text(one), e: text(two) }
  return undefined
}
