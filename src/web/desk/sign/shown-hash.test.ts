// Goal: the page asks for no gesture over a list that differs from the one it shows. Method: the published vector of a shown list, and every member of it changed.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { SigningListAnswer } from '../../../passes/signing.api.ts'
import { isSignedAsShown } from './shown-hash.ts'

const vector = JSON.parse(readFileSync(new URL('../../../../vectors/signing/shown-list.json', import.meta.url), 'utf8'))
const challenge = Buffer.from(vector.list.sha256, 'hex').toString('base64url')
const shown = {
  ...vector.list,
  mandate: { ...vector.list.mandate, holder: 'Governor of Poipet' },
  expiresAt: '2026-03-02T02:03:00.000Z',
  options: { challenge },
} as SigningListAnswer
const [one, other] = shown.applications as [SigningListAnswer['applications'][0], SigningListAnswer['applications'][0]]
const [salt, otherSalt] = shown.salts as [string, string]

test('the list as the server made it is what is signed', async () => assert.equal(await isSignedAsShown(shown), true))

const changes: [name: string, change: Partial<SigningListAnswer>][] = [
  ['another list’s hash in the question', { options: { challenge: 'A'.repeat(43) } }],
  ['another fingerprint', { sha256: '0'.repeat(64) }],
  ['another id', { list: '019cac96-d600-7000-8000-0000000000aa' }],
  ['another instant', { at: '2026-03-02T01:58:00.001Z' }],
  ['another signer', { signer: '019b7766-0400-7000-8000-0000000000ff' }],
  ['another office', { office: 'KH:0109' }],
  ['another mandate', { mandate: { ...shown.mandate, id: 'KH:0110/2025-01-01' } }],
  ['another instrument', { mandate: { ...shown.mandate, instrument: 'kh/other' } }],
  ['one not shown', { applications: [one], salts: [salt] }],
  ['one not shown, its salt left', { applications: [one] }],
  ['one more shown', { applications: [one, other, { ...one, id: 'x' }], salts: [salt, otherSalt, salt] }],
  ['one shown twice', { applications: [one, one], salts: [salt, salt] }],
  ['nobody shown', { applications: [], salts: [] }],
  ['another order', { applications: [other, one], salts: [otherSalt, salt] }],
  ['the salts exchanged', { salts: [otherSalt, salt] }],
  ['no salts', { salts: [] }],
]
for (const [name, change] of changes) test(`differs: ${name}`, async () => assert.equal(await isSignedAsShown({ ...shown, ...change }), false))

for (const member of Object.keys(one))
  test(`differs: the row’s ${member}`, async () => {
    const changed = { ...one, [member]: `${one[member as keyof typeof one]}x` } as typeof one
    assert.equal(await isSignedAsShown({ ...shown, applications: [changed, other] }), false)
  })
