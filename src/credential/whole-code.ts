import { decodeBase45 } from './base45.ts'
import type { PassCode } from './codes.ts'
import { inflate } from './inflate.ts'

const inflatedBytesMax = 2048
/** Everything up to a whole zlib stream can be said; what breaks before its end lost characters on the way. */
const broken: readonly PassCode[] = ['B45_LENGTH', 'B45_OVERFLOW', 'ZLIB_DATA']

/** A text that begins like a pass's code and is not one whole code: a scanner lost its end, or sent two. Undefined: whole, or no code at all. */
export function partOfCode(text: string): 'half' | 'two' | undefined {
  if (!beginsCode(text)) return undefined
  if (holdsTwo(text)) return 'two'
  return broken.includes(streamIn(text)) ? 'half' : undefined
}

function streamIn(code: string): PassCode {
  const compressed = decodeBase45(code)
  if (!compressed.ok) return compressed.code
  const stream = inflate(compressed.value, inflatedBytesMax)
  return stream.ok ? 'OK' : stream.code
}

/** Three letters of Base45 are the two bytes of a zlib header. */
function beginsCode(code: string): boolean {
  const head = decodeBase45(code.slice(0, 3))
  if (!head.ok) return false
  const stream = inflate(head.value, 0)
  return !stream.ok && stream.code !== 'ZLIB_HEADER'
}

const codeCharactersMin = 60
/** Each place at which a second code may begin costs a reading; a real code has none or one. */
const placesMax = 8
/** One code after the other, each begun like a code; the first of them whole. */
function holdsTwo(code: string): boolean {
  let places = 0
  for (let at = codeCharactersMin; at <= code.length - 3 && places < placesMax; at++) {
    if (!beginsCode(code.slice(at, at + 3))) continue
    places += 1
    if (streamIn(code.slice(0, at)) === 'OK') return true
  }
  return false
}
