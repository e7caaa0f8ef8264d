// Goal: a trust list is taken only from a pinned root, never an older one, never past its date. Method: real certificates, a list signed, then one fault each.
import assert from 'node:assert/strict'
import type { webcrypto } from 'node:crypto'
import { before, test } from 'node:test'
import * as x509 from '@peculiar/x509'
import { kidOfCertificate, sha256 } from './bytes.ts'
import { keyOfCertificate } from './certificate.ts'
import { isOverdue, type RootSigner, readTrustList, type SignerCertificate, signTrustList, type TrustList, trustedKeys } from './trust-list.ts'
import { ed25519Key, es256Key } from './vectors/signer.ts'
import { day, now } from './vectors/token.ts'

x509.cryptoProvider.set(crypto)
const noKid = new Uint8Array(8)
const roots = { current: es256Key('root', noKid), next: ed25519Key('next root', noKid), stranger: es256Key('stranger', noKid) }
const pinOf = async (root: RootSigner): Promise<string> => (await sha256(root.spki)).toHex()
const pins = { current: await pinOf(roots.current), next: await pinOf(roots.next) }

async function certificateOf(algorithm: { name: string; namedCurve?: string; hash?: string }): Promise<{ der: Uint8Array; spki: Uint8Array }> {
  const pair = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '0102030405060708',
    name: 'CN=Made-up office, O=Oddar Meanchey, C=KH',
    notBefore: new Date(now * 1000),
    notAfter: new Date((now + 300 * day) * 1000),
    keys: pair,
    signingAlgorithm: algorithm,
    extensions: [new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true)],
  })
  return { der: new Uint8Array(certificate.rawData), spki: new Uint8Array(certificate.publicKey.rawData) }
}

const p256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
let made: { der: Uint8Array; spki: Uint8Array }
let info: SignerCertificate
let list: TrustList
before(async () => {
  made = await certificateOf(p256)
  const kid = (await kidOfCertificate(made.der)).toHex()
  info = { certificate: made.der, kid, state: 'KH', iss: 'KH', signFrom: now, signTo: now + 300 * day, use: 'pass', area: 'KH:2204' }
  list = {
    version: 1,
    provider: 'Made-up root of Cambodia',
    date: now,
    nextUpdate: now + 30 * day,
    seq: 7,
    certificateInfos: [info, { ...info, use: 'status' }],
    statusListUris: ['https://status.example.kh/1'],
  }
})

test('the key of a certificate is the one its maker put there', async () => {
  assert.deepEqual(keyOfCertificate(made.der), { alg: -7, spki: made.spki })
  const ed25519 = await certificateOf({ name: 'Ed25519' })
  assert.deepEqual(keyOfCertificate(ed25519.der), { alg: -8, spki: ed25519.spki })
  const p384 = await certificateOf({ name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' })
  assert.equal(keyOfCertificate(p384.der), undefined)
  assert.equal(keyOfCertificate(Buffer.concat([made.der, Buffer.of(0)])), undefined)
  for (let length = 0; length < made.der.length; length++) assert.equal(keyOfCertificate(made.der.subarray(0, length)), undefined)
})

for (const name of ['current', 'next'] as const)
  test(`signed by the ${name} root: read as written`, async () => {
    const read = await readTrustList(await signTrustList(list, roots[name]), { pins, heldSeq: 7, now })
    assert.deepEqual(read, { ok: true, value: list })
  })

test('keys by their use', () => {
  assert.deepEqual(trustedKeys(list, 'pass'), [{ alg: -7, spki: made.spki, kid: info.kid, iss: 'KH', notBefore: now, notAfter: now + 300 * day }])
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
