// What is wrong with the token: its tag and shape, its header, its key, its signature.
import { encodeCbor } from '../cbor.ts'
import { bad, cose, flipped, token } from './bad.ts'
import { type Case, day, hex, keys, now, passText, protectedOf, textOf } from './token.ts'

const rawCose = (text: string): string => textOf(hex(text))

export const coseCases: readonly Case[] = [
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
