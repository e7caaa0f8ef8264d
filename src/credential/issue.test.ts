// Goal: what we issue we accept, with every claim unchanged, and what we would refuse we do not issue. Method: random claims
// there and back, then each rule.
import assert from 'node:assert/strict'
import type { webcrypto } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PassClaims } from './claims.ts'
import { algorithms, webCryptoSigner } from './cose.ts'
import { issuePass, issuingFault } from './issue.ts'
import { packStatuses } from './status-list.ts'
import type { Trust } from './trust.ts'
import { claims, day, now } from './vectors/token.ts'
import { verifyPass } from './verify.ts'

const uri = 'https://status.example.kh/1'
const kid = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)
const signers = await Promise.all(
  [
    { alg: algorithms.ES256, algorithm: { name: 'ECDSA', namedCurve: 'P-256' } },
    { alg: algorithms.EdDSA, algorithm: { name: 'Ed25519' } },
  ].map(async ({ alg, algorithm }) => {
    const pair = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair
    const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey))
    return { spki, signer: webCryptoSigner({ alg, kid, key: pair.privateKey }) }
  }),
)
const trustIn = (index: number, iss: string): Trust => ({
  keys: signers.slice(index, index + 1).map(({ spki, signer }) => ({ kid: kid.toHex(), alg: signer.alg, iss, notBefore: 0, notAfter: now, spki })),
  lists: [{ uri, bits: 2, expiresAt: now + day, statuses: packStatuses({ bits: 2, size: 1000 }, []) }],
})

const nameOf = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'ABCXYZ -Éñកខគាំ្\u200bกขค้ำ𝒜'), minLength: 1, maxLength }).filter((name) => name.trim() !== '')
const anyClaims: fc.Arbitrary<PassClaims> = fc.record({
  issuer: fc.constantFrom('KH' as const, 'TH' as const),
  number: fc.stringMatching(/^[A-Z0-9]{1,16}$/),
  givenName: nameOf(60),
  familyName: nameOf(60),
  localName: nameOf(120),
  localLanguage: fc.constantFrom('khm' as const, 'tha' as const),
  birthDate: fc
    .date({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  sex: fc.constantFrom(1 as const, 2 as const, 3 as const),
  nationality: fc.constantFrom('KHM', 'THA'),
  homeArea: fc.stringMatching(/^(\d\d){1,4}$/),
  photo: fc.option(fc.uint8Array({ minLength: 1, maxLength: 450 }), { nil: undefined }),
  issuedAt: fc.integer({ min: now - 700 * day, max: now }),
  expiresAt: fc.integer({ min: now + 1, max: now + 1000 * day }),
  notBefore: fc.option(fc.integer({ min: now - day, max: now }), { nil: undefined }),
  status: fc.integer({ min: 0, max: 999 }).map((index) => ({ index, uri })),
  office: fc.constantFrom('KH-2204', 2204),
  extensionCount: fc.integer({ min: 0, max: 2 }),
  allowedClass: fc.constantFrom('permanent', 'relaxed'),
})

test('random claims come back as they were, under both algorithms', async () => {
  await fc.assert(
    fc.asyncProperty(anyClaims, fc.nat(1), async (given, index) => {
      const signer = signers[index]?.signer ?? assert.fail()
      const verdict = await verifyPass(await issuePass(given, signer), trustIn(index, given.issuer), now)
      assert.equal(verdict.code, 'OK')
      const names = [given.givenName, given.familyName, given.localName].map((name) => name.normalize('NFC'))
      const expected = { ...given, givenName: names[0], familyName: names[1], localName: names[2] }
      const { photo, notBefore, ...rest } = expected
      assert.deepEqual(verdict.claims, { ...rest, ...(photo && { photo }), ...(notBefore !== undefined && { notBefore }) })
    }),
    { numRuns: 150 },
  )
})

const faults: readonly [fault: string, change: Partial<PassClaims>][] = [
  ['PHOTO_TOO_LARGE', { photo: new Uint8Array(451) }],
  ['AREA_NOT_DIGITS', { homeArea: 'KH:2204' }],
  ['NAME_EMPTY', { givenName: ' ', familyName: '' }],
  ['SCHEMA_NAME', { givenName: 'G'.repeat(61) }],
  ['NOT_WRITABLE', { localName: 'ចាន់\ud800' }],
  ['NOT_WRITABLE', { birthDate: '1990-0413' }],
  ['SCHEMA_BIRTH_DATE', { birthDate: '1990-02-30' }],
  ['SCHEMA_NUMBER', { number: 'kh1' }],
  ['NUMBER_RANGE', { issuedAt: now + 0.5 }],
  ['NUMBER_RANGE', { expiresAt: 2 ** 32 }],
  ['SCHEMA_STATUS', { status: { index: 2 ** 26, uri } }],
  ['SCHEMA_STATUS', { status: { index: 1, uri: 'http://status.example.kh' } }],
  ['SCHEMA_PERIOD', { expiresAt: claims.issuedAt + 6 * 366 * day }],
  ['EXP_BEFORE_IAT', { expiresAt: claims.issuedAt }],
  ['EXP_BEFORE_IAT', { notBefore: claims.expiresAt }],
]
for (const [fault, change] of faults)
  test(`${JSON.stringify(Object.keys(change))} → ${fault}: not issued`, async () => {
    const given = { ...claims, ...change }
    assert.equal(issuingFault(given), fault)
    await assert.rejects(issuePass(given, signers[0]?.signer ?? assert.fail()), new RegExp(fault))
  })

test('claims without fault have none', () => assert.equal(issuingFault(claims), undefined))
