import { type Checked, fail, pass } from './codes.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const notALetter = 255
const encoder = new TextEncoder()
/** By byte of UTF-8: a character outside ASCII has none but bytes above it, and those are no letters. */
const letterValues = new Uint8Array(256).fill(notALetter)
for (const [value, letter] of [...alphabet].entries()) letterValues[letter.charCodeAt(0)] = value

/** RFC 9285, strictly: no lower case, no white space but the alphabet's own, no stray last letter, no group above its bytes' range. */
export function decodeBase45(text: string): Checked<Uint8Array<ArrayBuffer>> {
  const values = encoder.encode(text)
  for (let at = 0; at < values.length; at++) {
    const value = letterValues[values[at] ?? 0] ?? notALetter
    if (value === notALetter) return fail('B45_ALPHABET')
    values[at] = value
  }
  if (values.length % 3 === 1) return fail('B45_LENGTH')

  // In place: two bytes are written where three letters were read.
  const bytes = values.subarray(0, Math.floor((values.length * 2) / 3))
  const triples = values.length - (values.length % 3)
  let at = 0
  for (let index = 0; index < triples; index += 3) {
    const group = (values[index] ?? 0) + 45 * (values[index + 1] ?? 0) + 2025 * (values[index + 2] ?? 0)
    if (group > 0xffff) return fail('B45_OVERFLOW')
    bytes[at++] = group >> 8
    bytes[at++] = group & 0xff
  }
  if (triples === values.length) return pass(bytes)
  const last = (values[triples] ?? 0) + 45 * (values[triples + 1] ?? 0)
  if (last > 0xff) return fail('B45_OVERFLOW')
  bytes[at] = last
  return pass(bytes)
}

export function encodeBase45(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const pair = bytes.subarray(at, at + 2)
    const group = pair.reduce((sum, byte) => 256 * sum + byte, 0)
    const letters = [group % 45, Math.floor(group / 45) % 45, Math.floor(group / 2025)]
    text += letters
      .slice(0, pair.length + 1)
      .map((value) => alphabet.charAt(value))
      .join('')
  }
  return text
}
