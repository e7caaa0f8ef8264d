// Deltas of a status list, right and wrong: at least one for every code. Everything in them is signed as it stands.
import { createHash } from 'node:crypto'
import { type CborValue, encodeCbor } from '../cbor.ts'
import type { StatusDeltaCode } from '../status-delta.ts'
import { packStatuses, type StatusBits, type StatusList } from '../status-list.ts'
import type { TrustedKey } from '../trust.ts'
import { mirrored, type VectorKey } from './signer.ts'
import { coseOf, day, hex, keys, now } from './token.ts'

export const uri = 'https://status.example.kh/202701'
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
export const trustedSigner: TrustedKey = {
  kid: hexOf(keys.khmer.kid),
  alg: keys.khmer.alg,
  iss: 'KH',
  notBefore: now - 200 * day,
  notAfter: now + 200 * day,
  spki: keys.khmer.spki,
}

type Named = readonly (readonly [index: number, status: number])[]
const size = 64
const before: Named = [
  [5, 1],
  [6, 2],
]
const changed: Named = [
  [6, 0],
  [9, 1],
  [63, 2],
]
const after: Named = [
  [5, 1],
  [9, 1],
  [63, 2],
]
const bytesOf = (named: Named, bits: StatusBits = 2): Uint8Array => packStatuses({ bits, size }, named)
const digestOf = (named: Named, bits: StatusBits = 2): Uint8Array => createHash('sha256').update(bytesOf(named, bits)).digest()

export type DeltaCase = {
  readonly name: string
  readonly list: StatusList
  readonly token: Uint8Array
  readonly code: StatusDeltaCode | 'OK'
  /** The list that follows, where it is good: its change number, its end, its bytes in hex. */
  readonly result?: { readonly seq: number; readonly exp: number; readonly bytes: string }
}
type Held = { readonly bits?: StatusBits; readonly seq?: number; readonly named?: Named }
const heldList = ({ bits = 2, seq = 7, named = before }: Held = {}): StatusList => ({
  uri,
  bits,
  seq,
  expiresAt: now + day,
  statuses: bytesOf(named, bits),
})

const body = (changes: Record<string, CborValue> = {}): Map<string, CborValue> =>
  new Map(Object.entries({ bits: 2, from: 7, to: 12, changed, sha256: digestOf(after), ...changes }))
const payload = (inside: CborValue = body(), more: readonly [number, CborValue][] = []): Map<number, CborValue> =>
  new Map<number, CborValue>([[2, uri], [4, now + 7 * day], [6, now], [-65539, inside], [65534, 3600], ...more])
const without = (key: number): Map<number, CborValue> => {
  const rest = payload()
  rest.delete(key)
  return rest
}
const type = 'application/statuslist-delta+cwt'
type Header = { readonly key?: VectorKey; readonly kid?: CborValue; readonly type?: CborValue; readonly more?: readonly [number, CborValue][] }
const headerOf = ({ key = keys.khmer, kid = key.kid, type: named = type, more = [] }: Header = {}): Uint8Array =>
  encodeCbor(new Map<number, CborValue>([[1, key.alg], [4, kid], [16, named], ...more]))
type Signing = Omit<NonNullable<Parameters<typeof coseOf>[0]>, 'payload'> & { readonly held?: Held }
async function caseOf(code: DeltaCase['code'], name: string, inside: CborValue | Uint8Array, { held, ...signing }: Signing = {}): Promise<DeltaCase> {
  const bytes = inside instanceof Uint8Array ? inside : encodeCbor(inside)
  return { name, list: heldList(held), token: await coseOf({ protectedBytes: headerOf(), ...signing, payload: bytes }), code }
}
const good = async (name: string, result: { seq: number; named: Named; bits?: StatusBits }, inside: CborValue, signing: Signing = {}) => ({
  ...(await caseOf('OK', name, inside, signing)),
  result: { seq: result.seq, exp: now + 7 * day, bytes: hexOf(bytesOf(result.named, result.bits)) },
})
const wide = (bits: StatusBits, named: Named) =>
  good(`a list of ${bits} bits`, { seq: 9, named, bits }, payload(body({ bits, from: 0, to: 9, changed: named, sha256: digestOf(named, bits) })), {
    held: { bits, seq: 0, named: [] },
  })
const changedTo = { seq: 12, named: after }

export const validDeltas: readonly Promise<DeltaCase>[] = [
  good('three places changed in five steps', changedTo, payload()),
  good('nothing changed', { seq: 7, named: before }, payload(body({ to: 7, changed: [], sha256: digestOf(before) }))),
  good('a place that came back to what it was', { seq: 9, named: before }, payload(body({ to: 9, changed: [[5, 1]], sha256: digestOf(before) }))),
  good('CWT tag 61 before the COSE tag', changedTo, payload(), { prefix: 'd83dd284' }),
  good('the mirrored ES256 signature (r, n-s) verifies too', changedTo, payload(), { changeSignature: mirrored }),
  wide(1, [[3, 1]]),
  wide(4, [
    [3, 2],
    [4, 15],
  ]),
  wide(8, [[63, 255]]),
]

const form = (name: string, inside: CborValue | Uint8Array, signing: Signing = {}) => caseOf('STATUS_DELTA_FORM', name, inside, signing)
const formOf = (name: string, changes: Record<string, CborValue>) => form(name, payload(body(changes)))
const mismatch = (name: string, changes: Record<string, CborValue>, held: Held = {}) =>
  caseOf('STATUS_DELTA_MISMATCH', name, payload(body(changes)), { held })

const formCases = [
  form('no COSE tag', payload(), { prefix: '84' }),
  form('a type that is a list’s', payload(), { protectedBytes: headerOf({ type: 'application/statuslist+cwt' }) }),
  form('no kid', payload(), {
    protectedBytes: encodeCbor(
      new Map<number, CborValue>([
        [1, -7],
        [16, type],
      ]),
    ),
  }),
  form('a kid as text', payload(), { protectedBytes: headerOf({ kid: 'KH' }) }),
  form('another label in the protected header', payload(), { protectedBytes: headerOf({ more: [[3, 'text/plain']] }) }),
  form('something unprotected', payload(), { unprotected: hex('a10401') }),
  form('a payload that is no CBOR', hex('a2')),
  form('a payload that is an array', hex('80')),
  form('keys out of order', hex('a202000100')),
  form('an unknown claim', payload(body(), [[7, hex('01')]])),
  form('no exp', without(4)),
  form('no iat', without(6)),
  form('no ttl', without(65534)),
  form('the body is an array', payload([])),
  form('the address is bytes', payload(body(), [[2, hex('01')]])),
  form('an iat before 1970', payload(body(), [[6, -1]])),
  formOf('an unknown member', { note: 'x' }),
  formOf('three bits', { bits: 3 }),
  formOf('a number below zero', { from: -1 }),
  formOf('backwards', { from: 7, to: 6 }),
  formOf('steps without a change', { changed: [], sha256: digestOf(before) }),
  formOf('more changes than steps', { to: 9 }),
  formOf('a place twice', {
    changed: [
      [6, 0],
      [9, 1],
      [9, 1],
      [63, 2],
    ],
  }),
  formOf('places falling', {
    changed: [
      [9, 1],
      [6, 0],
      [63, 2],
    ],
  }),
  formOf('a place below zero', { changed: [[-1, 0]] }),
  formOf('a number that does not fit two bits', { changed: [[6, 4]] }),
  formOf('a pair of three', { changed: [[6, 0, 0]] }),
  formOf('a pair of one', { changed: [[6]] }),
  formOf('changes as a map', { changed: new Map([[6, 0]]) }),
  formOf('a digest of 31 bytes', { sha256: digestOf(after).subarray(1) }),
  formOf('a digest as text', { sha256: hexOf(digestOf(after)) }),
]

export const invalidDeltas: readonly Promise<DeltaCase>[] = [
  ...formCases,
  caseOf('STATUS_DELTA_KEY', 'a key that is not believed', payload(), { key: keys.unlisted, protectedBytes: headerOf({ key: keys.unlisted }) }),
  caseOf('STATUS_DELTA_KEY', 'another algorithm than the key’s', payload(), { protectedBytes: headerOf({ key: keys.thai, kid: keys.khmer.kid }) }),
  caseOf('STATUS_DELTA_KEY', 'issued before the key', payload(body(), [[6, now - 201 * day]])),
  caseOf('STATUS_DELTA_KEY', 'issued after the key', payload(body(), [[6, now + 201 * day]])),
  caseOf('STATUS_DELTA_SIGNATURE', 'signed by somebody else under this kid', payload(), { key: keys.unlisted, protectedBytes: headerOf() }),
  caseOf('STATUS_DELTA_SIGNATURE', 'a signature with a bit turned', payload(), {
    changeSignature: (signature) => signature.map((byte, at) => (at === 40 ? byte ^ 1 : byte)),
  }),
  caseOf('STATUS_DELTA_OTHER', 'another list', payload(body(), [[2, 'https://status.example.kh/202702']])),
  caseOf('STATUS_DELTA_EXPIRED', 'the second it expires', payload(body(), [[4, now]])),
  caseOf('STATUS_DELTA_GAP', 'from a later version than the one held', payload(body({ from: 8 }))),
  caseOf('STATUS_DELTA_GAP', 'from an earlier version than the one held', payload(body({ from: 6 }))),
  caseOf('STATUS_DELTA_GAP', 'a delta sent again', payload(), { held: { seq: 12, named: after } }),
  mismatch('the list held has another width', {}, { bits: 4, named: before }),
  mismatch('a place beyond the list', { changed: [[64, 1]] }),
  mismatch(
    'the list held differs in another place',
    {},
    {
      named: [
        [5, 1],
        [6, 2],
        [7, 1],
      ],
    },
  ),
  mismatch('the digest of the list before', { sha256: digestOf(before) }),
  mismatch('a change left out', {
    changed: [
      [6, 0],
      [9, 1],
    ],
  }),
  mismatch('a change that was not', {
    changed: [
      [6, 0],
      [7, 1],
      [9, 1],
      [63, 2],
    ],
  }),
]
