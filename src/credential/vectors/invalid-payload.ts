// Signed payloads that are no CBOR of ours.
import { payloadHex } from './bad.ts'
import type { Case } from './token.ts'

const nested = (depth: number): string => `${'81'.repeat(depth)}00`
export const payloadCases: readonly Case[] = [
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
