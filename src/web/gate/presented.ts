import { partOfCode } from '../../credential/whole-code.ts'
import { latinDigits } from '../../kernel/digits.ts'
import { candidatesIn } from '../../passports/find-zone.rules.ts'

/** What an officer laid before the tablet: the text of a code, a number, or the lines of a passport. */
export type Presented = { readonly text: string } | { readonly number: string } | { readonly mrz: string }

/** What was read is nothing that can be judged; each has its own sentence and sound. */
export const mishaps = ['half', 'half-zone', 'two', 'payment', 'address', 'licence'] as const
export type Mishap = (typeof mishaps)[number]

export type Reading =
  | { readonly type: 'presented'; readonly presented: Presented }
  | { readonly type: 'mishap'; readonly mishap: Mishap }
  | { readonly type: 'nothing' }

const numberCharactersMax = 16

/** What a typed, pasted or scanned line is. A camera reads a code whole or not at all: its text is asked only for what other systems write. */
export function readLine(line: string, from: 'keys' | 'camera' = 'keys'): Reading {
  const text = unwrapped(line)
  if (text.trim() === '') return { type: 'nothing' }
  const foreign = foreignKind(text)
  if (foreign) return mishap(foreign)
  if (from === 'camera') return { type: 'presented', presented: { text } }
  if (isZone(text)) return candidatesIn(text).length > 0 ? { type: 'presented', presented: { mrz: text.trim() } } : mishap('half-zone')
  const plain = latinDigits(text).toUpperCase().replace(/[\s-]/g, '')
  if (/^([A-Z]{2}\d{6,14}){2,}$/.test(plain)) return mishap('two')
  if (plain.length <= numberCharactersMax && /^[A-Z0-9]+$/.test(plain)) return { type: 'presented', presented: { number: plain } }
  // A code's own spaces count: only the line's end, which a scanner or a paste adds, is cut.
  const code = text.replace(/[\r\n\t]+/g, '')
  const part = partOfCode(code)
  return part ? mishap(part) : { type: 'presented', presented: { text: code } }
}

const mishap = (kind: Mishap): Reading => ({ type: 'mishap', mishap: kind })

/** Without what scanners put around a code: the kind of code ("]Q1", ISO/IEC 15424), and characters nobody sees. */
const unwrapped = (line: string): string => line.replace(/[^\P{Cc}\r\n\t]/gu, '').replace(/^\][A-Za-z]\d/, '')

/** A payment (EMVCo: payload format 01 comes first; KHQR, PromptPay), an address of the web, a driving licence or card in AAMVA's form. */
function foreignKind(text: string): Mishap | undefined {
  if (/^000201\d{2}/.test(text.trim())) return 'payment'
  if (/^\s*(https?:\/\/|www\.)/i.test(text)) return 'address'
  return /^@?[\s\S]{0,4}(ANSI |AAMVA)\d{6}/.test(text.trim()) ? 'licence' : undefined
}

/** Fillers stand in no other text that is presented here: neither in a number nor in Base45. */
const isZone = (text: string): boolean => /[A-Za-z0-9]<.*</s.test(text)

export const isSame = (one: Presented, other: Presented): boolean => JSON.stringify(one) === JSON.stringify(other)

export type Dismissed = { readonly presented: Presented; readonly atMs: number }
const restMs = 3_000

/** The card that was just dealt with still lies before the camera: for a moment it is not read again. */
export const isResting = (dismissed: Dismissed | undefined, presented: Presented, nowMs: number): boolean =>
  dismissed !== undefined && nowMs - dismissed.atMs < restMs && isSame(dismissed.presented, presented)
