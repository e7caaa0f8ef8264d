// What is wrong before the token is reached: the letters of Base45, the zlib frame, the size.
import { deflateSync } from 'node:zlib'
import { encodeBase45 } from '../base45.ts'
import { bad, cose, flipped, good } from './bad.ts'
import { type Case, textOf } from './token.ts'

const zlib = deflateSync(cose, { level: 9 })
// Without compression, the block's head fills three bits of its byte and leaves five.
const padded = deflateSync(cose, { level: 0 }).map((byte, at) => (at === 2 ? byte | 0x80 : byte))
const bytes = (...parts: Uint8Array[]): string => encodeBase45(Buffer.concat(parts))

export const textCases: readonly Case[] = [
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
