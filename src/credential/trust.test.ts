// Goal: the trust file is read back as written, and a damaged one names its damage. Method: round trip, then one fault at a time.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packStatuses } from './status-list.ts'
import { parseTrustJson, type Trust, trustToJson } from './trust.ts'
import { trust } from './vectors/token.ts'

test('written and read back', async () => {
  const reading = parseTrustJson(await trustToJson(trust))
  assert.ok(reading.ok)
  assert.deepEqual(plainOf(reading.trust), plainOf(trust))
})

const plainOf = ({ keys, lists }: Trust) => [
  keys.map((key) => ({ ...key, spki: Buffer.from(key.spki).toString('hex') })),
  lists.map((list) => ({ ...list, statuses: Buffer.from(list.statuses).toString('hex') })),
]

const written = JSON.parse(await trustToJson(trust))
const [key] = written.keys
const [list] = written.lists
const readWith = (file: unknown) => parseTrustJson(JSON.stringify(file))

test('base64 in either alphabet, with or without padding; upper-case hex; unknown members; no lists', () => {
  const plain: string = list.lst
  const lst = plain.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  const reading = readWith({ note: 1, keys: [{ ...key, kid: key.kid.toUpperCase(), note: 1 }], lists: [{ ...list, lst }] })
  assert.ok(reading.ok)
  assert.equal(reading.trust.keys[0]?.kid, key.kid)
  assert.deepEqual(reading.trust.lists[0]?.statuses, packStatuses({ bits: 2, size: 4096 }, [[5, 1], [6, 2], [7, 3]])) // biome-ignore format: one list
  assert.equal(readWith({ keys: [] }).ok, true)
})

const faults: readonly [file: unknown, says: RegExp][] = [
  [[], /not a JSON object/],
  [{}, /arrays "keys" and "lists"/],
  [{ keys: [], lists: {} }, /arrays "keys" and "lists"/],
  [{ keys: [null] }, /keys\[0\]: not an object/],
  [{ keys: [key, { ...key, kid: 'xy' }] }, /keys\[1\]: "kid"/],
  [{ keys: [{ ...key, alg: 'ES256' }] }, /"alg"/],
  [{ keys: [{ ...key, iss: 1 }] }, /"iss"/],
  [{ keys: [{ ...key, nbf: '2026' }] }, /"nbf" and "naf"/],
  [{ keys: [{ ...key, naf: undefined }] }, /"nbf" and "naf"/],
  [{ keys: [{ ...key, pem: '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----' }] }, /"pem"/],
  [{ keys: [{ ...key, pem: '-----BEGIN PUBLIC KEY-----\nA\n-----END PUBLIC KEY-----' }] }, /"pem"/],
  [{ keys: [], lists: [{ ...list, bits: 3 }] }, /lists\[0\]: "bits"/],
  [{ keys: [], lists: [{ ...list, exp: 1.5 }] }, /"exp"/],
  [{ keys: [], lists: [{ ...list, uri: 1 }] }, /"uri"/],
  [{ keys: [], lists: [{ ...list, lst: 'AAAA' }] }, /"lst"/],
]
for (const [file, says] of faults)
  test(`${says.source} is named`, () => {
    const reading = readWith(file)
    assert.ok(!reading.ok)
    assert.match(reading.fault, says)
  })

test('text that is no JSON is named too', () => assert.deepEqual(parseTrustJson('{'), { ok: false, fault: 'the trust file is not a JSON object' }))
