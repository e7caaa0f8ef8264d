import { subtle } from './runtime.ts'

export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

/** Negative, zero or positive: the order of RFC 8949 §4.2.1, bytewise, a prefix before its longer word. */
export function compareBytes(one: Uint8Array, other: Uint8Array): number {
  const shared = Math.min(one.length, other.length)
  for (let at = 0; at < shared; at++) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0)
    if (difference !== 0) return difference
  }
  return one.length - other.length
}

export const sha256 = async (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await subtle.digest('SHA-256', bytes))

const kidBytes = 8
/** The key's name in passes: the first 8 bytes of SHA-256 of the signer certificate's DER. A hint, not a proof. */
export const kidOfCertificate = async (der: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => (await sha256(der)).slice(0, kidBytes)
