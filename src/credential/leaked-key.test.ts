// Goal: a leaked key's genuine passes stay good, all of them, and nothing else signed with it is; what is published of it is read only as its state signed it.
// Method: fast-check over passes and filters; tokens by the vectors' keys, turned, cut and re-signed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { areDigests, digestBytes, holdsDigest, type LeakedKey, packDigests, passDigest, readLeakedKey, signLeakedKey } from './leaked-key.ts'
import { parseTrustJson, trustToJson } from './trust.ts'
import { genuine, keys, now, passText, trust } from './vectors/token.ts'
import { digestOfText, verifyPass } from './verify.ts'

const aDigest = fc.uint8Array({ minLength: digestBytes, maxLength: digestBytes })
const [key] = trust.leaked as readonly [LeakedKey]
const hexOf = (digest: Uint8Array): string => digest.toHex()

test('no false negative, and no false positive: a filter holds what was put in, in any order and number, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(aDigest, { maxLength: 200 }), fc.array(aDigest, { maxLength: 50 }), (put, others) => {
      const filter = packDigests([...put, ...put.toReversed()])
      assert.ok(areDigests(filter))
      assert.equal(filter.length, digestBytes * new Set(put.map(hexOf)).size)
      for (const digest of put) assert.ok(holdsDigest(filter, digest))
      const known = new Set(put.map(hexOf))
      for (const digest of others) assert.equal(holdsDigest(filter, digest), known.has(hexOf(digest)))
    }),
  )
})

test('one turned bit of a digest is not held', () => {
  fc.assert(
    fc.property(fc.array(aDigest, { minLength: 1, maxLength: 20 }), fc.nat({ max: digestBytes * 8 - 1 }), (put, bit) => {
      const [first] = put as [Uint8Array]
      const turned = first.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
      assert.equal(
        holdsDigest(packDigests(put), turned),
        put.some((digest) => hexOf(digest) === hexOf(turned)),
      )
    }),
  )
})

test('the rate as stated: of 200,000 false passes against 50,000 genuine ones none is let through, and the digests of a filter have all 96 bits', async () => {
  const digests: Uint8Array[] = []
  for (let index = 0; index < 50_000; index += 1) digests.push(await passDigest(key.kid, new TextEncoder().encode(`genuine ${index}`)))
  const filter = packDigests(digests)
  assert.equal(filter.length, 50_000 * digestBytes)
  for (let index = 0; index < 200_000; index += 1)
    if (holdsDigest(filter, await passDigest(key.kid, new TextEncoder().encode(`false ${index}`)))) assert.fail(`false ${index}`)
  // Each bit is set in about half of them: none is spent on a place or a length.
  for (let bit = 0; bit < digestBytes * 8; bit += 1) {
    const set = digests.filter((digest) => ((digest[bit >> 3] ?? 0) >> (bit & 7)) & 1).length
    assert.ok(set > 24_000 && set < 26_000, `bit ${bit}: ${set}`)
  }
})

test('a digest is of one key: the same payload under another kid is another', async () => {
  const payload = new Uint8Array([1, 2, 3])
  assert.notEqual(hexOf(await passDigest('00'.repeat(8), payload)), hexOf(await passDigest('01'.repeat(8), payload)))
})

test('the issuer takes the digest from the text that it printed; what is no text of this form has none', async () => {
  for (const pass of genuine) {
    const found = await digestOfText(await passText(pass, keys.khmerLeaked))
    assert.ok(found && found.kid === key.kid && holdsDigest(key.digests, found.digest))
  }
  for (const text of ['', 'https://example.org/pass/1', '0'.repeat(1801)]) assert.equal(await digestOfText(text), undefined)
})

test('a leaked key that still stands among the trusted ones is judged by its filter all the same', async () => {
  const { digests: _digests, ...stale } = key
  const both = { ...trust, keys: [...trust.keys, stale] }
  const forged = await passText({ number: 'KH0000900009' }, keys.khmerLeaked)
  assert.equal((await verifyPass(forged, both, now)).code, 'KEY_LEAKED')
  assert.equal((await verifyPass(await passText(genuine[0] ?? {}, keys.khmerLeaked), both, now)).code, 'OK')
})

test('a verifier without the filter does not know the key: amber, for a genuine pass as for a false one', async () => {
  const without = { keys: trust.keys, lists: trust.lists }
  for (const change of [genuine[0] ?? {}, { number: 'KH0000900009' }])
    assert.equal((await verifyPass(await passText(change, keys.khmerLeaked), without, now)).code, 'KID_UNKNOWN')
})

test('the filter of one key says nothing about another of the same kid', async () => {
  const { spki } = keys.unlisted
  const text = await passText(genuine[0] ?? {}, keys.khmerLeaked)
  assert.equal((await verifyPass(text, { ...trust, leaked: [{ ...key, spki }] }, now)).code, 'SIG_INVALID')
})

const root = { kid: Buffer.from(keys.khmer.kid).toString('hex'), alg: keys.khmer.alg, spki: keys.khmer.spki, iss: 'KH', notBefore: 0, notAfter: now }
const token = await signLeakedKey({ ...key, issuedAt: now }, keys.khmer)

test('what is published is read as it was signed', async () => {
  assert.deepEqual(await readLeakedKey(token, [root]), { ok: true, value: { ...key, spki: new Uint8Array(key.spki) } })
})

const refusedTokens: [name: string, token: Uint8Array | Promise<Uint8Array>, keys: readonly (typeof root)[], code: string][] = [
  ['nothing', new Uint8Array(0), [root], 'LEAKED_KEY_FORM'],
  ['no key to believe', token, [], 'LEAKED_KEY_SIGNER'],
  ['another state’s key of that kid', token, [{ ...root, iss: 'TH' }], 'LEAKED_KEY_SIGNER'],
  ['signed after the key’s period', signLeakedKey({ ...key, issuedAt: now + 1 }, keys.khmer), [root], 'LEAKED_KEY_SIGNER'],
  ['another key under that kid', token, [{ ...root, spki: keys.unlisted.spki }], 'LEAKED_KEY_SIGNATURE'],
  ['a byte after the end', new Uint8Array([...token, 0]), [root], 'LEAKED_KEY_FORM'],
  ['the last byte missing', token.subarray(0, -1), [root], 'LEAKED_KEY_FORM'],
  ['signed by the leaked key itself', signLeakedKey({ ...key, issuedAt: now }, keys.khmerLeaked), [root], 'LEAKED_KEY_SIGNER'],
]
for (const [name, bytes, believed, code] of refusedTokens)
  test(`refused: ${name}`, async () => assert.deepEqual(await readLeakedKey(await bytes, believed), { ok: false, code }))

test('one turned bit of what is published is refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: token.length * 8 - 1 }), async (bit) => {
      const turned = token.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
      assert.equal((await readLeakedKey(turned, [root])).ok, false)
    }),
  )
})

test('digests out of order, twice or cut off are no filter: not signed, not read', async () => {
  const twice = new Uint8Array([...key.digests.subarray(0, digestBytes), ...key.digests.subarray(0, digestBytes)])
  const turned = new Uint8Array([...key.digests.subarray(digestBytes, 2 * digestBytes), ...key.digests.subarray(0, digestBytes)])
  for (const digests of [twice, turned, key.digests.subarray(1)]) {
    assert.equal(areDigests(digests), false)
    await assert.rejects(signLeakedKey({ ...key, digests, issuedAt: now }, keys.khmer), RangeError)
    const json = (await trustToJson(trust)).replace(key.digests.toBase64(), digests.toBase64())
    assert.deepEqual(parseTrustJson(json), { ok: false, fault: 'leaked[0]: "digests" is not base64 of rising digests' })
  }
})

test('the JSON form keeps leaked keys, and says nothing of them where there are none', async () => {
  const reading = parseTrustJson(await trustToJson(trust))
  assert.ok(reading.ok)
  assert.deepEqual(
    reading.trust.leaked?.map(({ digests, kid }) => [kid, hexOf(digests)]),
    [[key.kid, hexOf(key.digests)]],
  )
  assert.doesNotMatch(await trustToJson({ keys: trust.keys, lists: [] }), /leaked/)
})
