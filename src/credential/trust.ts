import type { PublicKey } from './cose.ts'
import { deflate } from './deflate.ts'
import { inflate } from './inflate.ts'
import { areDigests, type LeakedKey } from './leaked-key.ts'
import { isStatusBits, type StatusList, statusBytesMax } from './status-list.ts'

/** A signer's public key. `kid` is lower-case hex; `notBefore` and `notAfter` (epoch seconds, both included) bound the issuing times it may sign. */
export type TrustedKey = PublicKey & { readonly kid: string; readonly iss: string; readonly notBefore: number; readonly notAfter: number }

/** Everything a verifier believes. Several keys may bear one kid: it is a hint, each is tried. */
export type Trust = {
  readonly keys: readonly TrustedKey[]
  readonly lists: readonly StatusList[]
  /** Keys that became known to others; such a key does not stand among `keys`. */
  readonly leaked?: readonly LeakedKey[]
}

export type TrustReading = { readonly ok: true; readonly trust: Trust } | { readonly ok: false; readonly fault: string }

/**
 * The JSON form for tools: `{"keys":[{"kid","alg","iss","nbf","naf","pem"}],"lists":[{"uri","exp","bits","lst"}],"leaked":[a key with "digests"]}`; `kid` in hex, `digests` base64, `pem` an SPKI PEM,
 * `lst` base64 of zlib. It carries no signature: who may write the file may name the keys. Unknown members are ignored; a fault names its place.
 */
export function parseTrustJson(text: string): TrustReading {
  const root = parseJson(text)
  if (!isObject(root)) return refused('the trust file is not a JSON object')
  const { keys: keyEntries, lists: listEntries = [], leaked: leakedEntries = [] } = root
  if (!Array.isArray(leakedEntries)) return refused('"leaked" is not an array')
  if (!Array.isArray(keyEntries) || !Array.isArray(listEntries)) return refused('the trust file needs the arrays "keys" and "lists"')

  const keys: TrustedKey[] = []
  for (const [index, entry] of keyEntries.entries()) {
    const key = parseKey(entry)
    if (typeof key === 'string') return refused(`keys[${index}]: ${key}`)
    keys.push(key)
  }
  const lists: StatusList[] = []
  for (const [index, entry] of listEntries.entries()) {
    const list = parseList(entry)
    if (typeof list === 'string') return refused(`lists[${index}]: ${list}`)
    lists.push(list)
  }
  const leaked: LeakedKey[] = []
  for (const [index, entry] of leakedEntries.entries()) {
    const key = parseLeaked(entry)
    if (typeof key === 'string') return refused(`leaked[${index}]: ${key}`)
    leaked.push(key)
  }
  return { ok: true, trust: leaked.length > 0 ? { keys, lists, leaked } : { keys, lists } }
}

/** The same form, written; `parseTrustJson` reads it back. */
export async function trustToJson({ keys, lists, leaked = [] }: Trust): Promise<string> {
  const keyEntries = keys.map(keyEntry)
  const leakedEntries = leaked.map((key) => ({ ...keyEntry(key), digests: key.digests.toBase64() }))
  const listEntries = lists.map(async ({ uri, expiresAt, bits, statuses }) => ({
    uri,
    exp: expiresAt,
    bits,
    lst: (await deflate(statuses)).toBase64(),
  }))
  return `${JSON.stringify({ keys: keyEntries, lists: await Promise.all(listEntries), ...(leaked.length > 0 && { leaked: leakedEntries }) }, null, 2)}\n`
}

const keyEntry = ({ kid, alg, iss, notBefore, notAfter, spki }: TrustedKey) => ({ kid, alg, iss, nbf: notBefore, naf: notAfter, pem: pemOf(spki) })

const refused = (fault: string): TrustReading => ({ ok: false, fault })

function parseKey(entry: unknown): TrustedKey | string {
  if (!isObject(entry)) return 'not an object'
  const { kid, alg, iss, nbf, naf, pem } = entry
  if (typeof kid !== 'string' || !/^([0-9a-f]{2})+$/i.test(kid)) return '"kid" is not hex'
  if (!Number.isSafeInteger(alg)) return '"alg" is not an integer'
  if (typeof iss !== 'string') return '"iss" is not text'
  if (!isEpoch(nbf) || !isEpoch(naf)) return '"nbf" and "naf" are not epoch seconds'
  const spki = typeof pem === 'string' ? bytesOfPem(pem) : undefined
  if (!spki) return '"pem" is not a public key in PEM'
  return { kid: kid.toLowerCase(), alg: Number(alg), iss, notBefore: nbf, notAfter: naf, spki }
}

function parseLeaked(entry: unknown): LeakedKey | string {
  const key = parseKey(entry)
  if (typeof key === 'string') return key
  const said = isObject(entry) ? entry['digests'] : undefined
  const digests = typeof said === 'string' ? bytesOfBase64(said) : undefined
  return digests && areDigests(digests) ? { ...key, digests } : '"digests" is not base64 of rising digests'
}

function parseList(entry: unknown): StatusList | string {
  if (!isObject(entry)) return 'not an object'
  const { uri, exp, bits, lst } = entry
  if (typeof uri !== 'string') return '"uri" is not text'
  if (!isEpoch(exp)) return '"exp" is not epoch seconds'
  if (!isStatusBits(bits)) return '"bits" is not 1, 2, 4 or 8'
  const compressed = typeof lst === 'string' ? bytesOfBase64(lst) : undefined
  const statuses = compressed && inflate(compressed, statusBytesMax)
  return statuses?.ok ? { uri, expiresAt: exp, bits, statuses: statuses.value } : '"lst" is not base64 of a zlib stream'
}

const pemForm = /^\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----\s*$/
const bytesOfPem = (pem: string): Uint8Array | undefined => bytesOfBase64(pemForm.exec(pem)?.[1] ?? '-')
const pemOf = (spki: Uint8Array): string =>
  `-----BEGIN PUBLIC KEY-----\n${spki.toBase64().replaceAll(/.{64}(?=.)/g, '$&\n')}\n-----END PUBLIC KEY-----\n`

/** Plain or URL alphabet, with or without padding: the status list draft writes the second, most tools the first. */
function bytesOfBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    return undefined
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isEpoch = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
