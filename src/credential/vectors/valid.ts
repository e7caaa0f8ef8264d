// Passes that are good: one for each edge of the profile.
import { encodeCbor } from '../cbor.ts'
import { claimsToCbor, type PassClaims } from '../claims.ts'
import { mirrored } from './signer.ts'
import {
  type Case,
  changedText,
  claims,
  coseOf,
  day,
  genuine,
  keyFrom,
  keys,
  keyUntil,
  listSize,
  noise,
  now,
  passText,
  textOf,
  tokenText,
  uris,
} from './token.ts'

const good = (name: string, text: string | Promise<string>): Case => ({ name, text, code: 'OK' })
const withClaims = (name: string, changes: Partial<PassClaims>): Case => good(name, passText(changes))

export const validCases: readonly Case[] = [
  withClaims('a Cambodian pass, ES256', {}),
  good('a Thai pass, EdDSA', passText({}, keys.thai)),
  withClaims('with a photo of 450 bytes, the most we write', { photo: noise(450) }),
  withClaims('with a photo of 1024 bytes, the most we read', { photo: Buffer.concat([noise(400), Buffer.alloc(624)]) }),
  withClaims('with not-before, and it is now', { notBefore: now }),
  good('CWT tag 61 before the COSE tag', tokenText({ prefix: 'd83dd284' })),
  good('the mirrored ES256 signature (r, n-s) verifies too', tokenText({ changeSignature: mirrored })),
  good('a kid that two keys share, signed by the first', passText({}, keys.khmerShared)),
  good(
    'a kid that two keys share, signed by the second',
    tokenText({ key: keys.thaiShared, payload: encodeCbor(claimsToCbor({ ...claims, issuer: 'TH', nationality: 'THA' })) }),
  ),
  good('a retired key, in the first of its periods', passText({ issuedAt: now - 800 * day }, keys.khmerRetired)),
  good('a retired key, in the second of its periods', passText({ issuedAt: now - 500 * day }, keys.khmerRetired)),
  withClaims('issued in the first second of the key', { issuedAt: keyFrom }),
  withClaims('issued in the last second of the key', { issuedAt: keyUntil }),
  good('issued 300 seconds ahead of our clock', passText({ issuedAt: now + 300 }, keys.khmerShared)),
  withClaims('one second before it expires', { expiresAt: now + 1 }),
  withClaims('valid for five years of 366 days', { expiresAt: claims.issuedAt + 5 * 366 * day }),
  withClaims('born on a leap day', { birthDate: '2000-02-29' }),
  withClaims('sex 3, a foreign nationality', { sex: 3, nationality: 'LAO' }),
  withClaims('the longest number and area', { number: 'ABCDEFGH01234567', homeArea: '01020304' }),
  withClaims('the shortest number', { number: '7' }),
  withClaims('the longest names', { givenName: 'G'.repeat(60), familyName: 'F'.repeat(60), localName: 'ក'.repeat(120) }),
  withClaims('names of 60 characters outside the first plane', { givenName: '𝒜'.repeat(60), familyName: 'É'.repeat(60) }),
  withClaims('a local name with U+200B, U+200C and U+200D', { localName: 'ស្រី\u200bមុំ\u200c\u200d' }),
  withClaims('an empty given name, as people of one name have', { givenName: '' }),
  withClaims('office and class as numbers', { office: 2204, allowedClass: 1 }),
  withClaims('the last index of its list', { status: { index: listSize - 1, uri: uris.khmer } }),
  withClaims('status list of 4 bits', { status: { index: 7, uri: uris.fourBits } }),
  withClaims('status list of 8 bits', { status: { index: 7, uri: uris.eightBits } }),
  withClaims('status list held twice: the newer copy counts', { status: { index: 20, uri: uris.renewed } }),
  withClaims('the longest status address', { status: { index: 0, uri: uris.longest } }),
  good(
    'zlib with a small window',
    coseOf({}).then((cose) => textOf(cose, { windowBits: 9 })),
  ),
  good(
    'zlib without compression',
    coseOf({}).then((cose) => textOf(cose, { level: 0 })),
  ),
  good(
    'claims of the largest 32-bit number',
    changedText((payload) =>
      payload.set(
        -65537,
        new Map<number, number | string>([
          [1, 4_294_967_295],
          [2, 4_294_967_295],
          [3, ''],
        ]),
      ),
    ),
  ),
  ...genuine.slice(0, 3).map((pass, index) => good(`a genuine pass of a leaked key (${index + 1})`, passText(pass, keys.khmerLeaked))),
  good(
    'a genuine pass of a leaked key with the mirrored signature',
    tokenText({ key: keys.khmerLeaked, payload: encodeCbor(claimsToCbor(genuine[0] ?? claims)), changeSignature: mirrored }),
  ),
]
