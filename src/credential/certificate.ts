// X.509 (RFC 5280 §4.1), only as far as the public key: the trust list's signature vouches for the certificate, so its own is not checked here.
import { algorithms } from './cose.ts'

export type CertifiedKey = { readonly alg: number; readonly spki: Uint8Array }

/** The P-256 or Ed25519 key of a DER certificate, its algorithm pinned by the key's type; undefined for any other key or form. */
export function keyOfCertificate(der: Uint8Array): CertifiedKey | undefined {
  const certificate = readElement(der, 0)
  if (certificate?.tag !== tag.sequence || certificate.end !== der.length) return undefined
  const body = readElement(der, certificate.start)
  if (body?.tag !== tag.sequence) return undefined

  // [0] version, then serialNumber, signature, issuer, validity, subject stand before the key.
  let at = body.start
  for (const expected of [tag.version, tag.integer, tag.sequence, tag.sequence, tag.sequence, tag.sequence]) {
    const element = readElement(der, at)
    if (element?.tag !== expected) return undefined
    at = element.end
  }
  const key = readElement(der, at)
  if (key?.tag !== tag.sequence || key.end > body.end) return undefined
  const spki = der.slice(at, key.end)
  const alg = algorithmOfSpki(spki)
  return alg === undefined ? undefined : { alg, spki }
}

/** By the fixed bytes that stand before the key itself: an uncompressed P-256 point, or an Ed25519 key. */
export function algorithmOfSpki(spki: Uint8Array): number | undefined {
  const text = spki.toHex()
  const known = spkiForms.find(({ prefix, length }) => spki.length === length && text.startsWith(prefix))
  return known?.alg
}

const tag = { integer: 0x02, sequence: 0x30, version: 0xa0 } as const
const spkiForms = [
  { alg: algorithms.ES256, length: 91, prefix: '3059301306072a8648ce3d020106082a8648ce3d03010703420004' },
  { alg: algorithms.EdDSA, length: 44, prefix: '302a300506032b6570032100' },
] as const

type Element = { readonly tag: number; readonly start: number; readonly end: number }

/** One DER element at `at`: a single-byte tag and a length of at most two bytes. */
function readElement(der: Uint8Array, at: number): Element | undefined {
  const [tagByte, first, second = 0, third = 0] = der.subarray(at, at + 4)
  if (tagByte === undefined || first === undefined) return undefined
  const head = first < 0x80 ? { bytes: 2, length: first } : lengthHeads(second, third).get(first)
  if (!head) return undefined
  const start = at + head.bytes
  const end = start + head.length
  return end <= der.length ? { tag: tagByte, start, end } : undefined
}

const lengthHeads = (second: number, third: number): ReadonlyMap<number, { bytes: number; length: number }> =>
  new Map([
    [0x81, { bytes: 3, length: second }],
    [0x82, { bytes: 4, length: 256 * second + third }],
  ])
