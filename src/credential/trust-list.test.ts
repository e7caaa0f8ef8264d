// Goal: a trust list is taken only from a pinned root, never an older one, never past its date. Method: real
// certificates, a list signed, then one fault each.
import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { test } from 'node:test'
import { kidOfCertificate, sha256 } from './bytes.ts'
import { keyOfCertificate } from './certificate.ts'
import { isOverdue, type RootSigner, readTrustList, type SignerCertificate, signTrustList, type TrustList, trustedKeys } from './trust-list.ts'
import { ed25519Key, es256Key } from './vectors/signer.ts'
import { day, now } from './vectors/token.ts'

const noKid = new Uint8Array(8)
const roots = { current: es256Key('root', noKid), next: ed25519Key('next root', noKid), stranger: es256Key('stranger', noKid) }
const pinOf = async (root: RootSigner): Promise<string> => (await sha256(root.spki)).toHex()
const pins = { current: await pinOf(roots.current), next: await pinOf(roots.next) }

/** Self-signed, made up once with openssl: "C=KH, O=Made-up office", digitalSignature. */
const certificates = {
  p256: 'MIIBsTCCAVegAwIBAgIUbyrPOX3yOogpKOjkBzngty1CEv8wCgYIKoZIzj0EAwIwJjELMAkGA1UEBhMCS0gxFzAVBgNVBAoMDk1hZGUtdXAgb2ZmaWNlMB4XDTI2MTEyMjIwNDgzM1oXDTI3MDkxODIwNDgzM1owJjELMAkGA1UEBhMCS0gxFzAVBgNVBAoMDk1hZGUtdXAgb2ZmaWNlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE/akFKh8HPq4B1nQhK9m4pIoBCgY2v7anNDFzPHTXnf3bi5f//u7gXu3VJRkNsnwKQM22vJXJklOUXg58XEKsyqNjMGEwHQYDVR0OBBYEFC861T9u6/GfoYZ5IV3dadrfBnwXMB8GA1UdIwQYMBaAFC861T9u6/GfoYZ5IV3dadrfBnwXMA8GA1UdEwEB/wQFMAMBAf8wDgYDVR0PAQH/BAQDAgeAMAoGCCqGSM49BAMCA0gAMEUCIQClPQNnMm9Iwc9Pm0Kq4kAVjm41iAaszeDlm8/WQYdZRwIgPYQk6vlQKJoPCmVBg7LmpO8jge47DSxFt9+DO3M/kJk=',
  ed25519:
    'MIIBcTCCASOgAwIBAgIUSGqYvf/O9bR5UntHvouZEE1Yp4swBQYDK2VwMCYxCzAJBgNVBAYTAktIMRcwFQYDVQQKDA5NYWRlLXVwIG9mZmljZTAeFw0yNjExMjIyMDQ4MzNaFw0yNzA5MTgyMDQ4MzNaMCYxCzAJBgNVBAYTAktIMRcwFQYDVQQKDA5NYWRlLXVwIG9mZmljZTAqMAUGAytlcAMhALO279dtcjv6ffNndrGUFIyzAuXxN552CevNCowZ56+lo2MwYTAdBgNVHQ4EFgQUBXGOAu5IhvkmkUbSw4Z3Hizni6owHwYDVR0jBBgwFoAUBXGOAu5IhvkmkUbSw4Z3Hizni6owDwYDVR0TAQH/BAUwAwEB/zAOBgNVHQ8BAf8EBAMCB4AwBQYDK2VwA0EAifsxUDCLoYDvzEDD2JWEmfgJ6W3MoOA3z+SP1Fjbv7XDu3XAsbwtItn1CDi4rwJ/zlhlRDL6ryDQ+g39k/v5AQ==',
  p384: 'MIIB7zCCAXSgAwIBAgIUMceiwFgx2Jrfp/ijsVAgRJy9oAcwCgYIKoZIzj0EAwIwJjELMAkGA1UEBhMCS0gxFzAVBgNVBAoMDk1hZGUtdXAgb2ZmaWNlMB4XDTI2MTEyMjIwNDgzM1oXDTI3MDkxODIwNDgzM1owJjELMAkGA1UEBhMCS0gxFzAVBgNVBAoMDk1hZGUtdXAgb2ZmaWNlMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE1Gq1ctdRnu1tUL5OpQ+vceMmFCgQWbbVA5pJVuiZhWepfEaupPcesrw+otDqhApE2hoDz0seMCAl/5+NnNTk3j8KUvnnmcptTaQbiTDHThOcbhMQuw7LxcSkLfi85U97o2MwYTAdBgNVHQ4EFgQUUZSV7aJXWQwAHP4kuQK8RL2MZOgwHwYDVR0jBBgwFoAUUZSV7aJXWQwAHP4kuQK8RL2MZOgwDwYDVR0TAQH/BAUwAwEB/zAOBgNVHQ8BAf8EBAMCB4AwCgYIKoZIzj0EAwIDaQAwZgIxALA4ffIZFtE1T2h24A/alXxlkS6zAw5zxsrzFpbG8yqIahczaPePZ0GM5v4+WS0QngIxAI3B7HxNaloZhAx5PkIwoaDbFqiFiMwvCO8kXWdsiSTmMhJ6I2vd2ovryUtHWBR7nQ==',
}
const derOf = (name: keyof typeof certificates): Uint8Array => new Uint8Array(Buffer.from(certificates[name], 'base64'))
/** What node:crypto reads from the same certificate. */
const spkiOf = (der: Uint8Array): Uint8Array => new Uint8Array(new X509Certificate(der).publicKey.export({ format: 'der', type: 'spki' }))

const der = derOf('p256')
const kid = (await kidOfCertificate(der)).toHex()
const info: SignerCertificate = {
  certificate: der,
  kid,
  state: 'KH',
  iss: 'KH',
  signFrom: now,
  signTo: now + 300 * day,
  use: 'pass',
  area: 'KH:2204',
}
const list: TrustList = {
  version: 1,
  provider: 'Made-up root of Cambodia',
  date: now,
  nextUpdate: now + 30 * day,
  seq: 7,
  certificateInfos: [info, { ...info, use: 'status' }],
  statusListUris: ['https://status.example.kh/1'],
}

test('the key of a certificate is the one node:crypto reads there', () => {
  assert.deepEqual(keyOfCertificate(der), { alg: -7, spki: spkiOf(der) })
  assert.deepEqual(keyOfCertificate(derOf('ed25519')), { alg: -8, spki: spkiOf(derOf('ed25519')) })
  assert.equal(keyOfCertificate(derOf('p384')), undefined, 'a key of another kind')
  assert.equal(keyOfCertificate(Buffer.concat([der, Buffer.of(0)])), undefined)
  for (let length = 0; length < der.length; length++) assert.equal(keyOfCertificate(der.subarray(0, length)), undefined, `${length} bytes`)
})

for (const name of ['current', 'next'] as const)
  test(`signed by the ${name} root: read as written`, async () => {
    const read = await readTrustList(await signTrustList(list, roots[name]), { pins, heldSeq: 7, now })
    assert.deepEqual(read, { ok: true, value: list })
  })

test('keys by their use', () => {
  assert.deepEqual(trustedKeys(list, 'pass'), [{ alg: -7, spki: spkiOf(der), kid: info.kid, iss: 'KH', notBefore: now, notAfter: now + 300 * day }])
  assert.equal(trustedKeys(list, 'status').length, 1)
})

test('refused, each for its reason', async () => {
  const codeOf = async (change: Partial<TrustList>, root: RootSigner = roots.current, held = { heldSeq: 7, now }): Promise<string> => {
    const read = await readTrustList(await signTrustList({ ...list, ...change }, root), { pins, ...held })
    return read.ok ? 'read' : read.code
  }
  assert.equal(await codeOf({}, roots.stranger), 'TRUST_ROOT_UNKNOWN')
  assert.equal(await codeOf({}, { ...roots.current, sign: roots.stranger.sign }), 'TRUST_SIGNATURE')
  assert.equal(await codeOf({}, { ...roots.current, alg: -8 }), 'TRUST_SIGNATURE')
  assert.equal(await codeOf({ seq: 6 }), 'TRUST_SEQ')
  assert.equal(await codeOf({}, roots.current, { heldSeq: 7, now: list.nextUpdate }), 'TRUST_EXPIRED')
  assert.equal(await codeOf({}, roots.current, { heldSeq: 7, now: now - 301 }), 'TRUST_DATE')
  assert.equal(await codeOf({ certificateInfos: [{ ...info, kid: '0102030405060708' }] }), 'TRUST_CERTIFICATE')
  assert.equal(await codeOf({ certificateInfos: [{ ...info, iss: 'TH' }] }), 'TRUST_FORM')
  assert.equal(await codeOf({ statusListUris: ['http://status.example.kh/1'] }), 'TRUST_FORM')
  assert.equal(await codeOf({}), 'read')
})

test('a turned bit anywhere in the first and last hundred bytes is refused', async () => {
  const token = await signTrustList(list, roots.current)
  for (const at of [
    ...Array(100).keys(),
    ...Array(100)
      .keys()
      .map((back) => token.length - 1 - back),
  ]) {
    const turned = token.map((byte, index) => (index === at ? byte ^ 1 : byte))
    assert.equal((await readTrustList(turned, { pins, heldSeq: undefined, now })).ok, false, `byte ${at}`)
  }
})

test('after nextUpdate the list that is held warns', () => {
  assert.equal(isOverdue(list, list.nextUpdate - 1), false)
  assert.equal(isOverdue(list, list.nextUpdate), true)
})
