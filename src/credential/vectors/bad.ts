// How a case that is no good pass is made: from claims, from a payload, or from the parts of a token.
import type { PassClaims } from '../claims.ts'
import type { PassCode } from '../codes.ts'
import { type Case, changedText, coseOf, hex, type Parts, passText, tokenText } from './token.ts'

type Change = Parameters<typeof changedText>[0]
export const bad = (code: PassCode, name: string, text: string | Promise<string>): Case => ({ name, text, code })
export const token = (code: PassCode, name: string, parts: Parts): Case => bad(code, name, tokenText(parts))
export const withClaims = (code: PassCode, name: string, changes: Partial<PassClaims>): Case => bad(code, name, passText(changes))
export const changed = (code: PassCode, name: string, change: Change): Case => bad(code, name, changedText(change))
export const payloadHex = (code: PassCode, name: string, text: string): Case => token(code, name, { payload: hex(text) })

/** A good pass to break, as text and as the token inside. */
export const good = await passText({})
export const cose = await coseOf({})
export const flipped = (input: Uint8Array, at: number): Uint8Array =>
  input.map((byte, index) => (index === (at + input.length) % input.length ? byte ^ 1 : byte))
