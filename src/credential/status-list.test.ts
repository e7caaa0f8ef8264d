// Goal: status lists of the IETF draft, both ways. Method: the draft's own examples, then lists of every width written, signed, read and spoilt.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { type CborValue, encodeCbor } from './cbor.ts'
import { inflate } from './inflate.ts'
import { packStatuses, readStatusList, type StatusBits, signStatusList, statusAt } from './status-list.ts'
import type { TrustedKey } from './trust.ts'
import { coseOf, day, keys, now } from './vectors/token.ts'

test('the draft’s lists of 1 and 2 bits (§4.1, §4.2)', () => {
  const oneBit = [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1]
  assert.equal(packStatuses({ bits: 1, size: 16 }, oneBit.entries()).toHex(), 'b9a3')
  const twoBits = [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3]
  assert.equal(packStatuses({ bits: 2, size: 12 }, twoBits.entries()).toHex(), 'c944f9')
  const inflated = inflate(Uint8Array.fromHex('78dadbb918000217015d'), 100)
  assert.equal(inflated.ok && inflated.value.toHex(), 'b9a3')
})

const draftToken = Uint8Array.fromHex(
  'd2845820a2012610781a6170706c69636174696f6e2f7374617475736c6973742b637774a1044231325850a502782168747470733a2f2f6578616d706c652e636f6d2f7374617475736c697374732f31061a648c5bea041a8898dfea19fffe19a8c019fffda2646269747301636c73744a78dadbb918000217015d584030e39052d23cc3cdeca77c915d5e8763353565fa772c47f5176f77b5e406b11430b3dce2ae21c07f4491fc12acdd7ec82875099d28f035d9b1893e2825e63488',
)
/** The draft's example key, whose point it publishes as a JWK. */
const draftKey: TrustedKey = {
  kid: Buffer.from('12').toString('hex'),
  alg: -7,
  iss: 'draft',
  notBefore: 0,
  notAfter: 2 ** 32,
  spki: Buffer.concat([
    Buffer.from('3059301306072a8648ce3d020106082a8648ce3d03010703420004', 'hex'),
    Buffer.from('I3HWm_0Ds1dPMI-IWmf4mBmH-YaeAVbPVu7vB27CxXo', 'base64url'),
    Buffer.from('6N_d5Elj9bs1htgV3okJKIdbHEpkgTmAluYKJemzn1M', 'base64url'),
  ]),
}
const draftUri = 'https://example.com/statuslists/1'

test('the draft’s signed list (§5.2): unsorted keys, kid in the unprotected header', async () => {
  const read = await readStatusList(draftToken, { uri: draftUri, keys: [draftKey], now })
  assert.ok(read.ok)
  assert.equal(read.value.expiresAt, 2_291_720_170)
  assert.deepEqual(
    [0, 1, 2, 3, 15, 16].map((index) => statusAt(read.value, index)),
    [1, 0, 0, 1, 1, undefined],
  )
})

test('the draft’s list, asked wrongly', async () => {
  const codeOf = async (asked: Partial<{ uri: string; keys: TrustedKey[]; now: number }>, token = draftToken): Promise<string> => {
    const read = await readStatusList(token, { uri: draftUri, keys: [draftKey], now, ...asked })
    return read.ok ? 'read' : read.code
  }
  assert.equal(await codeOf({ uri: 'https://example.com/statuslists/2' }), 'STATUS_LIST_OTHER')
  assert.equal(await codeOf({ now: 2_291_720_170 }), 'STATUS_LIST_EXPIRED')
  assert.equal(await codeOf({ keys: [] }), 'STATUS_LIST_KEY')
  assert.equal(await codeOf({ keys: [{ ...draftKey, kid: '3133' }] }), 'STATUS_LIST_KEY')
  assert.equal(await codeOf({ keys: [{ ...draftKey, alg: -8 }] }), 'STATUS_LIST_KEY')
  assert.equal(await codeOf({ keys: [{ ...draftKey, notAfter: 1_600_000_000 }] }), 'STATUS_LIST_KEY')
  assert.equal(await codeOf({ keys: [{ ...draftKey, spki: keys.khmer.spki }] }), 'STATUS_LIST_SIGNATURE')
  assert.equal(await codeOf({}, draftToken.slice(0, -1)), 'STATUS_LIST_FORM')
})

const signerKey: TrustedKey = {
  kid: Buffer.from(keys.khmer.kid).toString('hex'),
  alg: -7,
  iss: 'KH',
  notBefore: now - day,
  notAfter: now,
  spki: keys.khmer.spki,
}
const uri = 'https://status.example.kh/9'

for (const bits of [1, 2, 4, 8] as const satisfies readonly StatusBits[])
  test(`${bits} bits: written, signed, read, and each status where it was put`, async () => {
    const numbers = fc.array(fc.nat(2 ** bits - 1), { minLength: 1, maxLength: 200 })
    await fc.assert(
      fc.asyncProperty(numbers, async (wanted) => {
        const statuses = packStatuses({ bits, size: wanted.length }, wanted.entries())
        const token = await signStatusList({ uri, bits, statuses, issuedAt: now, expiresAt: now + 7 * day, secondsToLive: 3600 }, keys.khmer)
        const read = await readStatusList(token, { uri, keys: [signerKey], now })
        assert.ok(read.ok)
        assert.deepEqual(
          wanted.map((_, index) => statusAt(read.value, index)),
          wanted,
        )
      }),
      { numRuns: 10 },
    )
  })

test('a full list of 2^20 passes at 1 % revoked stays near 14 KiB', async () => {
  // A fixed sequence that spreads: 7919 is prime to 2^20.
  const revoked = Array.from({ length: 10_486 }, (_, index) => [(index * index * 7919 + index) % 2 ** 20, 1] as const)
  const statuses = packStatuses({ bits: 2, size: 2 ** 20 }, revoked)
  const token = await signStatusList({ uri, bits: 2, statuses, issuedAt: now, expiresAt: now + day, secondsToLive: 3600 }, keys.khmer)
  const read = await readStatusList(token, { uri, keys: [signerKey], now })
  assert.ok(read.ok && token.length < 24 * 1024)
  assert.deepEqual(read.value.statuses, statuses)
})

test('signed but spoilt: type, width, stream, a key twice', async () => {
  const lst = deflateSync(Buffer.of(0))
  const payloadOf = (list: Record<string, CborValue>): Uint8Array =>
    encodeCbor(
      new Map<number, CborValue>([
        [2, uri],
        [4, now + day],
        [6, now],
        [65533, new Map(Object.entries(list))],
      ]),
    )
  const protectedBytes = encodeCbor(
    new Map<number, CborValue>([
      [1, -7],
      [16, 'application/statuslist+cwt'],
    ]),
  )
  const codeOf = async (payload: Uint8Array, bytes = protectedBytes): Promise<string> => {
    const read = await readStatusList(await coseOf({ payload, protectedBytes: bytes }), { uri, keys: [signerKey], now })
    return read.ok ? 'read' : read.code
  }
  assert.equal(await codeOf(payloadOf({ bits: 1, lst })), 'read', 'a token without a kid: every key is tried')
  assert.equal(await codeOf(payloadOf({ bits: 3, lst })), 'STATUS_LIST_FORM')
  assert.equal(await codeOf(payloadOf({ bits: 1, lst: Buffer.concat([lst, lst]) })), 'STATUS_LIST_FORM')
  assert.equal(await codeOf(Uint8Array.fromHex('a204000400')), 'STATUS_LIST_FORM')
  assert.equal(await codeOf(payloadOf({ bits: 1, lst }), encodeCbor(new Map([[1, -7]]))), 'STATUS_LIST_FORM')
})

test('a status that does not fit is a bug of the writer', () => {
  assert.throws(() => packStatuses({ bits: 1, size: 8 }, [[0, 2]]), RangeError)
  assert.throws(() => packStatuses({ bits: 1, size: 8 }, [[8, 1]]), RangeError)
})
