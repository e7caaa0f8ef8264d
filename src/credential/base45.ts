import { type Checked, fail, pass } from './codes.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const notALetter = 255
const letterValues = new Uint8Array(128).fill(notALetter)
for (const [value, letter] of [...alphabet].entries()) letterValues[letter.charCodeAt(0)] = value

/** RFC 9285, strictly: no lower case, no white space but the alphabet's own, no stray last letter, no group above its bytes' range. */
export function decodeBase45(text: string): Checked<Uint8Array<ArrayBuffer>> {
  const values = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const value = letterValues[text.charCodeAt(at)] ?? notALetter
    if (value === notALetter) return fail('B45_ALPHABET')
    values[at] = value
  }
  if (values.length % 3 === 1) return fail('B45_LENGTH')

  const bytes = new Uint8Array(Math.floor((values.length * 2) / 3))
  let at = 0
  for (let index = 0; index < values.length; index += 3) {
    const isPair = index + 2 === values.length
    const group = (values[index] ?? 0) + 45 * (values[index + 1] ?? 0) + (isPair ? 0 : 2025 * (values[index + 2] ?? 0))
    if (group > (isPair ? 0xff : 0xffff)) return fail('B45_OVERFLOW')
    if (!isPair) bytes[at++] = group >> 8
    bytes[at++] = group & 0xff
  }
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
