import { type Checked, fail, pass } from './codes.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const letterValues = new Map([...alphabet].map((letter, value) => [letter.charCodeAt(0), value]))

/** RFC 9285, strictly: no lower case, no white space but the alphabet's own, no stray last letter, no group above its bytes' range. */
export function decodeBase45(text: string): Checked<Uint8Array<ArrayBuffer>> {
  const values: number[] = []
  for (let at = 0; at < text.length; at++) {
    const value = letterValues.get(text.charCodeAt(at))
    if (value === undefined) return fail('B45_ALPHABET')
    values.push(value)
  }
  if (values.length % 3 === 1) return fail('B45_LENGTH')

  const bytes: number[] = []
  for (let at = 0; at < values.length; at += 3) {
    const [low = 0, middle = 0, high] = values.slice(at, at + 3)
    const group = low + 45 * middle + 2025 * (high ?? 0)
    if (group > (high === undefined ? 0xff : 0xffff)) return fail('B45_OVERFLOW')
    if (high !== undefined) bytes.push(group >> 8)
    bytes.push(group & 0xff)
  }
  return pass(Uint8Array.from(bytes))
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
