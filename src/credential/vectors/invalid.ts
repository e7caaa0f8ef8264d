// Texts that are no good pass: at least one for every code.
import { deflateSync } from 'node:zlib'
import { encodeBase45 } from '../base45.ts'
import { encodeCbor } from '../cbor.ts'
import { claimsToCbor, type PassClaims } from '../claims.ts'
import type { PassCode } from '../codes.ts'
import {
  type Case,
  changedText,
  claims,
  coseOf,
  day,
  genuine,
  hex,
  keyFrom,
  keys,
  keyUntil,
  listSize,
  noise,
  now,
  type Parts,
  passText,
  protectedOf,
  textOf,
  tokenText,
  uris,
} from './token.ts'

type Change = Parameters<typeof changedText>[0]
const bad = (code: PassCode, name: string, text: string | Promise<string>): Case => ({ name, text, code })
const token = (code: PassCode, name: string, parts: Parts): Case => bad(code, name, tokenText(parts))
const withClaims = (code: PassCode, name: string, changes: Partial<PassClaims>): Case => bad(code, name, passText(changes))
const changed = (code: PassCode, name: string, change: Change): Case => bad(code, name, changedText(change))
const payloadHex = (code: PassCode, name: string, text: string): Case => token(code, name, { payload: hex(text) })

const good = await passText({})
const cose = await coseOf({})
const zlib = deflateSync(cose, { level: 9 })
// Without compression, the block's head fills three bits of its byte and leaves five.
const padded = deflateSync(cose, { level: 0 }).map((byte, at) => (at === 2 ? byte | 0x80 : byte))
const bytes = (...parts: Uint8Array[]): string => encodeBase45(Buffer.concat(parts))
const flipped = (input: Uint8Array, at: number): Uint8Array =>
  input.map((byte, index) => (index === (at + input.length) % input.length ? byte ^ 1 : byte))
const rawCose = (text: string): string => textOf(hex(text))

const textCases: readonly Case[] = [
  bad('TOO_LONG', '1801 characters', '0'.repeat(1801)),
  bad('ZLIB_HEADER', 'an empty text', ''),
  bad('B45_ALPHABET', 'lower case', good.toLowerCase()),
  bad('B45_ALPHABET', 'a line end after the text', `${good}\n`),
  bad('B45_ALPHABET', 'a web address', 'https://example.org/pass/1'),
  bad('B45_ALPHABET', 'a full-width digit', `${good.slice(0, -1)}０`),
  bad('B45_LENGTH', 'one letter too many for its bytes', `${good.slice(0, 3 * Math.floor(good.length / 3))}A`),
  bad('B45_OVERFLOW', 'a group of three above 65535', `GGX${good.slice(3)}`),
  bad('B45_OVERFLOW', 'a last pair above 255', `${good.slice(0, 3 * Math.floor(good.length / 3))}::`),
  bad('ZLIB_HEADER', 'Base45 of other text', bytes(Buffer.from('not a border pass'))),
  bad('ZLIB_HEADER', 'no compression', encodeBase45(cose)),
  bad('ZLIB_HEADER', 'raw deflate without the zlib frame', bytes(zlib.subarray(2, -4))),
  bad('ZLIB_HEADER', 'header check bits wrong', bytes(flipped(zlib, 1))),
  bad('ZLIB_HEADER', 'a preset dictionary', encodeBase45(deflateSync(cose, { dictionary: Buffer.from('CHAN') }))),
  bad('ZLIB_DATA', 'header alone', bytes(zlib.subarray(0, 2))),
  bad('ZLIB_DATA', 'the last byte cut off', bytes(zlib.subarray(0, -1))),
  bad('ZLIB_DATA', 'the Adler-32 cut off', bytes(zlib.subarray(0, -4))),
  bad('ZLIB_ADLER', 'a wrong Adler-32', bytes(flipped(zlib, -1))),
  bad('ZLIB_TRAILING', 'one byte after the end', bytes(zlib, Buffer.of(0))),
  bad('ZLIB_TRAILING', 'the Adler-32 twice', bytes(zlib, zlib.subarray(-4))),
  bad('ZLIB_TRAILING', 'two streams', bytes(zlib, zlib)),
  bad('ZLIB_DATA', 'a padding bit that is not zero', bytes(padded)),
  bad('ZLIB_DATA', 'a reserved deflate block', bytes(zlib.subarray(0, 2), Buffer.of(0x07), zlib.subarray(3))),
  bad('ZLIB_SIZE', '2049 bytes', textOf(Buffer.alloc(2049))),
  bad('ZLIB_SIZE', 'a bomb of a million bytes', textOf(Buffer.alloc(1_000_000))),
]

const coseCases: readonly Case[] = [
  bad('COSE_TAG', 'no tag', textOf(cose.subarray(1))),
  bad('COSE_TAG', 'tag 18 in a longer form', textOf(Buffer.concat([hex('d812'), cose.subarray(1)]))),
  bad('COSE_TAG', 'tag 17, COSE_Mac0', textOf(Buffer.concat([hex('d1'), cose.subarray(1)]))),
  bad('COSE_TAG', 'the CWT tag twice', textOf(Buffer.concat([hex('d83dd83d'), cose]))),
  bad('COSE_TAG', 'nothing inside', rawCose('')),
  bad('CBOR_END', 'the last byte of the token missing', textOf(cose.subarray(0, -1))),
  bad('CBOR_TRAILING', 'a byte after the token', textOf(Buffer.concat([cose, hex('00')]))),
  bad('COSE_SHAPE', 'three elements', rawCose('d28340a040')),
  bad('COSE_SHAPE', 'five elements', rawCose('d28540a0404000')),
  bad('COSE_SHAPE', 'a map instead of an array', rawCose('d2a0')),
  bad('COSE_SHAPE', 'protected header not in a byte string', rawCose('d284a0a04040')),
  bad('CBOR_UNSUPPORTED', 'detached payload (null)', rawCose(`d28440a0f65840${'00'.repeat(64)}`)),
  bad('CBOR_INDEFINITE', 'an array of open length', rawCose('d29f40a04040ff')),
  token('COSE_SIGNATURE', 'a signature of 63 bytes', { changeSignature: (signature) => signature.subarray(1) }),
  token('COSE_SIGNATURE', 'a signature in DER', { changeSignature: (signature) => Buffer.concat([hex('3044'), signature, hex('00000000')]) }),
  token('COSE_UNPROTECTED', 'kid in the unprotected header', { unprotected: encodeCbor(new Map([[4, keys.khmer.kid]])) }),
  token('COSE_UNPROTECTED', 'anything in the unprotected header', { unprotected: hex('a10500') }),
  token('COSE_PROTECTED', 'another label in the protected header', {
    protectedBytes: encodeCbor(
      new Map<number, number | string | Uint8Array>([
        [1, -7],
        [3, 'application/cwt'],
        [4, keys.khmer.kid],
      ]),
    ),
  }),
  token('COSE_PROTECTED', 'critical labels', {
    protectedBytes: encodeCbor(
      new Map<number, number | number[] | Uint8Array>([
        [1, -7],
        [2, [1]],
        [4, keys.khmer.kid],
      ]),
    ),
  }),
  token('COSE_PROTECTED', 'an array as protected header', { protectedBytes: hex('8126') }),
  token('COSE_PROTECTED', 'a protected header of 65 bytes', { protectedBytes: protectedOf(-7, Buffer.alloc(59)) }),
  token('CBOR_ORDER', 'protected labels out of order', { protectedBytes: Buffer.concat([hex('a20448'), keys.khmer.kid, hex('0126')]) }),
  token('CBOR_DUPLICATE', 'algorithm named twice', { protectedBytes: Buffer.concat([hex('a3012601260448'), keys.khmer.kid]) }),
  token('ALG', 'no protected header', { protectedBytes: new Uint8Array(0) }),
  token('ALG', 'no algorithm', { protectedBytes: encodeCbor(new Map([[4, keys.khmer.kid]])) }),
  token('ALG', 'ES384', { protectedBytes: protectedOf(-35, keys.khmer.kid) }),
  token('ALG', 'HMAC 256/256', { protectedBytes: protectedOf(5, keys.khmer.kid) }),
  token('ALG', 'the algorithm as text', { protectedBytes: protectedOf('ES256', keys.khmer.kid) }),
  token('KID', 'no kid', { protectedBytes: encodeCbor(new Map([[1, -7]])) }),
  token('KID', 'a kid of 7 bytes', { protectedBytes: protectedOf(-7, keys.khmer.kid.slice(1)) }),
  token('KID', 'a kid of 9 bytes', { protectedBytes: protectedOf(-7, Buffer.concat([keys.khmer.kid, hex('00')])) }),
  token('KID', 'a kid as text', { protectedBytes: protectedOf(-7, 'KHKHKHKH') }),
  token('COSE_PAYLOAD', 'a payload of 1901 bytes', { payload: Buffer.alloc(1901) }),
  bad('KID_UNKNOWN', 'a key that is not in the trust file', passText({}, keys.unlisted)),
  bad('KID_UNKNOWN', 'an unknown key is never red, even with an expired pass', passText({ expiresAt: now - day }, keys.unlisted)),
  token('KID_UNKNOWN', 'an unknown key is never red, even with an unreadable payload', { key: keys.unlisted, payload: hex('ff') }),
  token('ALG_KEY_MISMATCH', 'EdDSA named for an ES256 key', { protectedBytes: protectedOf(-8, keys.khmer.kid) }),
  token('ALG_KEY_MISMATCH', 'ES256 named for an EdDSA key', { key: keys.thai, protectedBytes: protectedOf(-7, keys.thai.kid) }),
  token('SIG_INVALID', 'one bit of the signature turned', { changeSignature: (signature) => flipped(signature, 40) }),
  token('SIG_INVALID', 'a signature of zeros', { changeSignature: (signature) => signature.map(() => 0) }),
  token('SIG_INVALID', 'signed by another key', { key: keys.unlisted, protectedBytes: protectedOf(-7, keys.khmer.kid) }),
  token('SIG_INVALID', 'signed by neither key of a shared kid', { key: keys.khmer, protectedBytes: protectedOf(-7, keys.khmerShared.kid) }),
  bad(
    'SIG_INVALID',
    'the payload changed after signing',
    textOf(Buffer.from(Buffer.from(cose).toString('latin1').replace('SOPHEAP', 'SOPHEAK'), 'latin1')),
  ),
  token('SIG_INVALID', 'an unreadable payload is not read before the signature', {
    payload: hex('ff'),
    changeSignature: (signature) => flipped(signature, 0),
  }),
]

const nested = (depth: number): string => `${'81'.repeat(depth)}00`
const payloadCases: readonly Case[] = [
  payloadHex('CBOR_END', 'an empty payload', ''),
  payloadHex('CBOR_END', 'a text longer than the payload', '7a7fffffff41'),
  payloadHex('CBOR_TRAILING', 'two values', 'a000'),
  payloadHex('CBOR_SHORTEST', '23 in two bytes', 'a11817 00'),
  payloadHex('CBOR_SHORTEST', '255 in three bytes', 'a11900ff00'),
  payloadHex('CBOR_SHORTEST', '65535 in five bytes', 'a11a0000ffff00'),
  payloadHex('CBOR_SHORTEST', '2^32-1 in nine bytes', 'a1011b00000000ffffffff'),
  payloadHex('CBOR_INTEGER', '2^32', 'a1011b0000000100000000'),
  payloadHex('CBOR_INTEGER', '-2^32-1', 'a1013b0000000100000000'),
  payloadHex('CBOR_INDEFINITE', 'a map of open length', 'bf0100ff'),
  payloadHex('CBOR_INDEFINITE', 'a text of open length', 'a1017f6141ff'),
  payloadHex('CBOR_UNSUPPORTED', 'a float', 'a101f93c00'),
  payloadHex('CBOR_UNSUPPORTED', 'true', 'a101f5'),
  payloadHex('CBOR_UNSUPPORTED', 'null', 'a101f6'),
  payloadHex('CBOR_UNSUPPORTED', 'a tag', 'a101c101'),
  payloadHex('CBOR_UNSUPPORTED', 'a big number', 'a101c24101'),
  payloadHex('CBOR_UNSUPPORTED', 'a reserved head', 'a1011c'),
  payloadHex('CBOR_UTF8', 'an encoded surrogate', 'a10163eda080'),
  payloadHex('CBOR_UTF8', 'an overlong slash', 'a10162c0af'),
  payloadHex('CBOR_UTF8', 'a cut character', 'a10161e1'),
  payloadHex('CBOR_KEY', 'a byte string as key', 'a1410100'),
  payloadHex('CBOR_ORDER', 'keys out of order', 'a202000100'),
  payloadHex('CBOR_ORDER', 'a negative key before a positive one', 'a220000100'),
  payloadHex('CBOR_DUPLICATE', 'a key twice', 'a201000101'),
  payloadHex('CBOR_LIMIT', 'nine levels', nested(9)),
  payloadHex('SCHEMA_KEYS', 'eight levels are read', nested(8)),
  payloadHex('CBOR_LIMIT', '301 items', `99012c${'00'.repeat(300)}`),
  payloadHex(
    'CBOR_LIMIT',
    'a map of 65 entries',
    `b841${Array.from({ length: 65 }, (_, key) => (key < 24 ? key.toString(16).padStart(2, '0') : `18${key.toString(16)}`))
      .map((key) => `${key}00`)
      .join('')}`,
  ),
]

const schemaCases: readonly Case[] = [
  payloadHex('SCHEMA_KEYS', 'an empty map', 'a0'),
  payloadHex('SCHEMA_KEYS', 'an array', '80'),
  changed('SCHEMA_KEYS', 'no expiry', (payload) => payload.delete(4)),
  changed('SCHEMA_KEYS', 'no status', (payload) => payload.delete(65535)),
  changed('SCHEMA_KEYS', 'no border pass part', (payload) => payload.delete(-65537)),
  changed('SCHEMA_KEYS', 'an unknown claim', (payload) => payload.set(7, hex('01'))),
  changed('SCHEMA_KEYS', 'no family name', (_, identity) => identity.delete(7)),
  changed('SCHEMA_KEYS', 'an unknown identity field', (_, identity) => identity.set(10, 'Poipet')),
  changed('SCHEMA_KEYS', 'identity is a text', (payload) => payload.set(169, 'CHAN')),
  changed('SCHEMA_ISSUER', 'an issuer outside the profile', (payload) => payload.set(1, 'LA')),
  changed('SCHEMA_ISSUER', 'the issuer in small letters', (payload) => payload.set(1, 'kh')),
  changed('SCHEMA_TIME', 'a time as text', (payload) => payload.set(4, '2030-01-01')),
  changed('SCHEMA_TIME', 'a time before 1970', (payload) => payload.set(6, -1)),
  changed('SCHEMA_TIME', 'not-before as text', (payload) => payload.set(5, 'now')),
  changed('SCHEMA_NUMBER', 'an empty number', (_, identity) => identity.set(1, '')),
  changed('SCHEMA_NUMBER', 'a number of 17 characters', (_, identity) => identity.set(1, 'K'.repeat(17))),
  changed('SCHEMA_NUMBER', 'a number with a hyphen', (_, identity) => identity.set(1, 'KH-1')),
  changed('SCHEMA_NUMBER', 'a number with a line end', (_, identity) => identity.set(1, 'KH1\n')),
  changed('SCHEMA_LANGUAGE', 'Latin names not marked "eng"', (_, identity) => identity.set(3, 'fra')),
  changed('SCHEMA_LANGUAGE', 'an unknown local language', (_, identity) => identity.set(20, 'lao')),
  changed('SCHEMA_NAME', 'a given name of 61 characters', (_, identity) => identity.set(5, 'G'.repeat(61))),
  changed('SCHEMA_NAME', 'a family name of 61 characters', (_, identity) => identity.set(7, 'F'.repeat(61))),
  changed('SCHEMA_NAME', 'a local name of 121 characters', (_, identity) => identity.set(19, 'ក'.repeat(121))),
  changed('SCHEMA_NAME', 'a control character', (_, identity) => identity.set(5, 'SO\u0000PHEAP')),
  changed('SCHEMA_NAME', 'an override of the reading direction', (_, identity) => identity.set(19, 'ចាន់\u202e')),
  changed('SCHEMA_NAME', 'a directional mark', (_, identity) => identity.set(7, 'CHAN\u200f')),
  changed('SCHEMA_NAME', 'a directional isolate', (_, identity) => identity.set(7, '\u2066CHAN')),
  changed('SCHEMA_NAME', 'a private-use character', (_, identity) => identity.set(19, 'ចាន់\ue000')),
  changed('SCHEMA_NAME', 'an unassigned character', (_, identity) => identity.set(19, 'ចាន់\u0378')),
  changed('SCHEMA_NAME', 'a noncharacter', (_, identity) => identity.set(19, 'ចាន់\uffff')),
  changed('SCHEMA_NAME', 'a name as a number', (_, identity) => identity.set(5, 7)),
  changed('SCHEMA_BIRTH_DATE', '30 February', (_, identity) => identity.set(8, '19900230')),
  changed('SCHEMA_BIRTH_DATE', '29 February of a common year', (_, identity) => identity.set(8, '19000229')),
  changed('SCHEMA_BIRTH_DATE', 'month 0', (_, identity) => identity.set(8, '19900001')),
  changed('SCHEMA_BIRTH_DATE', 'with hyphens', (_, identity) => identity.set(8, '1990-04-13')),
  changed('SCHEMA_BIRTH_DATE', 'as a number', (_, identity) => identity.set(8, 19900413)),
  changed('SCHEMA_SEX', 'sex 0', (_, identity) => identity.set(9, 0)),
  changed('SCHEMA_SEX', 'sex 4', (_, identity) => identity.set(9, 4)),
  changed('SCHEMA_NATIONALITY', 'two letters', (_, identity) => identity.set(13, 'KH')),
  changed('SCHEMA_NATIONALITY', 'small letters', (_, identity) => identity.set(13, 'khm')),
  changed('SCHEMA_AREA', 'an area code of 9 characters', (_, identity) => identity.set(21, '220401061')),
  withClaims('SCHEMA_PHOTO', 'a photo of 1025 bytes', { photo: Buffer.concat([noise(400), Buffer.alloc(625)]) }),
  changed('SCHEMA_PHOTO', 'no photo in the list', (_, identity) => identity.set(62, [])),
  changed('SCHEMA_PHOTO', 'a photo outside a list', (_, identity) => identity.set(62, noise(20))),
  changed('SCHEMA_PHOTO', 'a JPEG', (_, identity) =>
    identity.set(62, [
      new Map<number, Uint8Array | number>([
        [0, noise(20)],
        [1, 0],
        [2, 1],
      ]),
    ]),
  ),
  changed('SCHEMA_PHOTO', 'a photo without its format', (_, identity) => identity.set(62, [new Map([[0, noise(20)]])])),
  changed('SCHEMA_STATUS', 'a status without an address', (payload) => payload.set(65535, new Map([['status_list', new Map([['idx', 1]])]]))),
  withClaims('SCHEMA_STATUS', 'index 2^26', { status: { index: 2 ** 26, uri: uris.khmer } }),
  withClaims('SCHEMA_STATUS', 'an address of 65 characters', { status: { index: 1, uri: `${uris.longest}x` } }),
  withClaims('SCHEMA_STATUS', 'an address without https', { status: { index: 1, uri: 'http://status.example.kh/2026/1' } }),
  changed('SCHEMA_PASS', 'no allowed class', (payload) =>
    payload.set(
      -65537,
      new Map<number, number | string>([
        [1, 'KH-2204'],
        [2, 0],
      ]),
    ),
  ),
  changed('SCHEMA_PASS', 'a negative extension count', (payload) =>
    payload.set(
      -65537,
      new Map<number, number | string>([
        [1, 'KH-2204'],
        [2, -1],
        [3, 'permanent'],
      ]),
    ),
  ),
  withClaims('SCHEMA_PERIOD', 'a second more than five years', { expiresAt: claims.issuedAt + 5 * 366 * day + 1 }),
]

const ruleCases: readonly Case[] = [
  withClaims('ISS_MISMATCH', 'a Thai pass by a Cambodian key', { issuer: 'TH' }),
  bad('ISS_MISMATCH', 'a Cambodian pass by a Thai key', passText({ issuer: 'KH' }, keys.thai)),
  bad('ISS_MISMATCH', 'a shared kid does not lend the other state', passText({ issuer: 'TH' }, keys.khmerShared)),
  withClaims('EXP_BEFORE_IAT', 'expires when issued', { expiresAt: claims.issuedAt }),
  withClaims('IAT_FUTURE', 'issued 301 seconds ahead of our clock', { issuedAt: now + 301 }),
  withClaims('NOT_YET', 'one second before not-before', { notBefore: now + 1 }),
  withClaims('EXPIRED', 'the second it expires', { expiresAt: now }),
  withClaims('KEY_PERIOD', 'issued a second before the key', { issuedAt: keyFrom - 1 }),
  withClaims('KEY_PERIOD', 'issued a second after the key', { issuedAt: keyUntil + 1 }),
  bad('KEY_PERIOD', 'issued between the two periods of a retired key', passText({ issuedAt: now - 650 * day }, keys.khmerRetired)),
  withClaims('STATUS_UNKNOWN_LIST', 'a list we do not hold', { status: { index: 1, uri: 'https://status.example.kh/other' } }),
  withClaims('STATUS_STALE', 'a list that ran out this second', { status: { index: 1, uri: uris.stale } }),
  withClaims('STATUS_INDEX', 'an index beyond its list', { status: { index: listSize, uri: uris.khmer } }),
  withClaims('REVOKED', 'revoked', { status: { index: 5, uri: uris.khmer } }),
  withClaims('REVOKED', 'revoked in the newer copy of a list', { status: { index: 21, uri: uris.renewed } }),
  bad('REVOKED', 'revoked in a list of 1 bit', passText({ status: { index: 3, uri: uris.thai } }, keys.thai)),
  withClaims('REVOKED', 'revoked in a list of 4 bits', { status: { index: 8, uri: uris.fourBits } }),
  withClaims('REVOKED', 'revoked in a list of 8 bits', { status: { index: 8, uri: uris.eightBits } }),
  withClaims('REVOKED', 'a status number of no known meaning', { status: { index: 7, uri: uris.khmer } }),
  withClaims('REVOKED', 'an application-specific status', { status: { index: 10, uri: uris.fourBits } }),
  withClaims('SUSPENDED', 'suspended', { status: { index: 6, uri: uris.khmer } }),
  withClaims('SUSPENDED', 'suspended in a list of 8 bits', { status: { index: 9, uri: uris.eightBits } }),
]

const leaked = keys.khmerLeaked
const [known, shown, , struck, over] = genuine as [PassClaims, PassClaims, PassClaims, PassClaims, PassClaims]
const byLeaked = (name: string, change: Partial<PassClaims>): Case => bad('KEY_LEAKED', name, passText({ ...known, ...change }, leaked))
const leakedCases: readonly Case[] = [
  byLeaked('a leaked key: a number that its office never gave', { number: 'KH0000900009' }),
  byLeaked('a leaked key: a genuine number under another name', { familyName: 'SOK' }),
  byLeaked('a leaked key: a genuine pass with a later end', { expiresAt: known.expiresAt + day }),
  byLeaked('a leaked key: a genuine pass with an earlier issue', { issuedAt: known.issuedAt - 1 }),
  byLeaked('a leaked key: an extension that nobody signed', { extensionCount: 1 }),
  byLeaked('a leaked key: another place in the status list', { status: { index: 2, uri: uris.khmer } }),
  byLeaked('a leaked key: another photo', { photo: noise(60) }),
  byLeaked('a leaked key: two genuine passes mixed', { number: shown.number }),
  token('KEY_LEAKED', 'a leaked key: a payload that cannot be read is not read', { key: leaked, payload: hex('ff') }),
  token('SIG_INVALID', 'a leaked key: a genuine pass signed by another', {
    key: keys.unlisted,
    protectedBytes: protectedOf(-7, leaked.kid),
    payload: encodeCbor(claimsToCbor(known)),
  }),
  bad('REVOKED', 'a leaked key: a genuine pass that was revoked', passText(struck, leaked)),
  bad('EXPIRED', 'a leaked key: a genuine pass that is over', passText(over, leaked)),
]

export const invalidCases: readonly Case[] = [...textCases, ...coseCases, ...payloadCases, ...schemaCases, ...ruleCases, ...leakedCases]
