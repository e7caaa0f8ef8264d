// Puts tokens together by hand, right and wrong, for the test vectors. Nothing outside tests and scripts uses this folder.
import { createHash } from 'node:crypto'
import { deflateSync, type ZlibOptions } from 'node:zlib'
import { encodeBase45 } from '../base45.ts'
import { type CborMap, type CborValue, encodeCbor } from '../cbor.ts'
import { claimsToCbor, type PassClaims } from '../claims.ts'
import type { PassCode } from '../codes.ts'
import { digestBytes, packDigests } from '../leaked-key.ts'
import { packStatuses } from '../status-list.ts'
import type { Trust, TrustedKey } from '../trust.ts'
import { ed25519Key, es256Key, type VectorKey } from './signer.ts'

/** A text and what the verifier must say to it at `now`. */
export type Case = { readonly name: string; readonly text: string | Promise<string>; readonly code: PassCode }

/** 2027-01-15T08:00:00Z: the clock of every vector, in epoch seconds. */
export const now = 1_800_000_000
export const day = 86_400

const kidOf = (name: string): Uint8Array => createHash('sha256').update(`kid of ${name}`).digest().subarray(0, 8)
const shared = kidOf('shared')
export const keys = {
  khmer: es256Key('spean test key KH', kidOf('KH')),
  thai: ed25519Key('spean test key TH', kidOf('TH')),
  khmerRetired: es256Key('spean test key KH retired', kidOf('KH retired')),
  khmerShared: es256Key('spean test key KH shared kid', shared),
  thaiShared: es256Key('spean test key TH shared kid', shared),
  khmerLeaked: es256Key('spean test key KH leaked', kidOf('KH leaked')),
  unlisted: es256Key('spean test key not in the trust file', kidOf('unlisted')),
}

const listed = (key: VectorKey, iss: string, [notBefore, notAfter]: readonly [number, number]): TrustedKey => {
  const kid = Buffer.from(key.kid).toString('hex')
  return { kid, alg: key.alg, iss, notBefore, notAfter, spki: key.spki }
}
export const keyFrom = now - 200 * day
export const keyUntil = now + 200
const current = [keyFrom, now + 100 * day] as const

export const uris = {
  khmer: 'https://status.example.kh/2026/1',
  thai: 'https://status.example.th/2026/1',
  fourBits: 'https://status.example.kh/4-bits',
  eightBits: 'https://status.example.kh/8-bits',
  stale: 'https://status.example.kh/stale',
  renewed: 'https://status.example.kh/renewed',
  longest: `https://status.example.kh/${'x'.repeat(38)}`,
}
export const listSize = 4096
const list = (uri: string, bits: 1 | 2 | 4 | 8, named: [number, number][], expiresAt = now + 7 * day) => {
  return { uri, bits, expiresAt, statuses: packStatuses({ bits, size: listSize }, named) }
}
export const claims: PassClaims = {
  issuer: 'KH',
  number: 'KH0000123456',
  givenName: 'SOPHEAP',
  familyName: 'CHAN',
  localName: 'ចាន់ សុភាព',
  localLanguage: 'khm',
  birthDate: '1990-04-13',
  sex: 2,
  nationality: 'KHM',
  homeArea: '22040106',
  issuedAt: now - 30 * day,
  expiresAt: now + 700 * day,
  status: { index: 1, uri: uris.khmer },
  office: 'KH-2204',
  extensionCount: 0,
  allowedClass: 'permanent',
}
export const thaiClaims: PassClaims = {
  ...claims,
  issuer: 'TH',
  number: 'TH0000654321',
  givenName: 'MALEE',
  familyName: 'SUKJAI',
  localName: 'มาลี สุขใจ',
  localLanguage: 'tha',
  nationality: 'THA',
  homeArea: '270601',
  status: { index: 2, uri: uris.thai },
  office: 'TH-2706',
  allowedClass: 'relaxed',
}

export type Parts = {
  readonly key?: VectorKey
  readonly prefix?: string
  readonly protectedBytes?: Uint8Array
  readonly unprotected?: Uint8Array
  readonly payload?: Uint8Array
  readonly changeSignature?: (signature: Uint8Array) => Uint8Array
}

/** The COSE_Sign1 of these parts, signed as they stand: whatever is wrong in them, the signature is right. */
export async function coseOf({ key = keys.khmer, prefix = 'd284', changeSignature = (same) => same, ...parts }: Parts): Promise<Uint8Array> {
  const { protectedBytes = protectedOf(key.alg, key.kid), unprotected = hex('a0'), payload = encodeCbor(claimsToCbor(claims)) } = parts
  const signature = changeSignature(await key.sign(encodeCbor(['Signature1', protectedBytes, new Uint8Array(0), payload])))
  return Buffer.concat([hex(prefix), encodeCbor(protectedBytes), unprotected, encodeCbor(payload), encodeCbor(signature)])
}

export const protectedOf = (alg: CborValue, kid: CborValue): Uint8Array =>
  encodeCbor(
    new Map([
      [1, alg],
      [4, kid],
    ]),
  )

export const tokenText = async (parts: Parts): Promise<string> => textOf(await coseOf(parts))
export const textOf = (cose: Uint8Array, options: ZlibOptions = { level: 9 }): string => encodeBase45(deflateSync(cose, options))
export const passText = (changes: Partial<PassClaims>, key: VectorKey = keys.khmer): Promise<string> =>
  tokenText({ key, payload: encodeCbor(claimsToCbor({ ...(key.alg === keys.thai.alg ? thaiClaims : claims), ...changes })) })

/** A pass whose payload map was changed by `change`, then encoded and signed in order. */
export function changedText(
  change: (payload: Map<number, CborValue>, identity: Map<number, CborValue>) => void,
  from: PassClaims = claims,
): Promise<string> {
  const payload = new Map(claimsToCbor(from)) as Map<number, CborValue>
  const identity = new Map(payload.get(169) as CborMap) as Map<number, CborValue>
  payload.set(169, identity)
  change(payload, identity)
  return tokenText({ payload: encodeCbor(payload) })
}

export const hex = (text: string): Uint8Array => Buffer.from(text.replaceAll(' ', ''), 'hex')
/** Bytes that do not compress, the same on every run. */
export function noise(length: number): Uint8Array {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, index) => createHash('sha256').update(`noise ${index}`).digest())
  return Buffer.concat(blocks).subarray(0, length)
}

/** The genuine passes of the leaked key, one of them extended since: both codes are good. */
export const genuine: readonly PassClaims[] = [
  { ...claims, number: 'KH0000900001' },
  { ...claims, number: 'KH0000900002', givenName: 'DARA' },
  { ...claims, number: 'KH0000900002', givenName: 'DARA', issuedAt: claims.issuedAt + day, extensionCount: 1 },
  { ...claims, number: 'KH0000900003', status: { index: 5, uri: uris.khmer } },
  { ...claims, number: 'KH0000900004', issuedAt: now - 150 * day, expiresAt: now - day },
]
const digestOf = (pass: PassClaims): Uint8Array =>
  createHash('sha256')
    .update(keys.khmerLeaked.kid)
    .update(encodeCbor(claimsToCbor(pass)))
    .digest()
    .subarray(0, digestBytes)

export const trust: Trust = {
  keys: [
    listed(keys.khmer, 'KH', [keyFrom, keyUntil]),
    listed(keys.thai, 'TH', current),
    // The retired key is listed twice, for two periods: a pass of either period is good.
    listed(keys.khmerRetired, 'KH', [now - 900 * day, now - 700 * day]),
    listed(keys.khmerRetired, 'KH', [now - 600 * day, now - 400 * day]),
    listed(keys.khmerShared, 'KH', current),
    listed(keys.thaiShared, 'TH', current),
  ],
  lists: [
    list(uris.khmer, 2, [
      [5, 1],
      [6, 2],
      [7, 3],
    ]),
    list(uris.thai, 1, [[3, 1]]),
    list(uris.fourBits, 4, [
      [8, 1],
      [9, 2],
      [10, 12],
    ]),
    list(uris.eightBits, 8, [
      [8, 1],
      [9, 2],
      [10, 200],
    ]),
    list(uris.stale, 2, [], now),
    list(uris.renewed, 2, [[20, 1]], now - day),
    list(uris.renewed, 2, [[21, 1]]),
    list(uris.longest, 2, []),
  ],
  leaked: [{ ...listed(keys.khmerLeaked, 'KH', [keyFrom, keyUntil]), digests: packDigests(genuine.map(digestOf)) }],
}
