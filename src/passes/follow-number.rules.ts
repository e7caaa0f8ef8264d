/** Ten digits that a resident types on a phone: nine drawn by chance, and one that catches a slip of the finger. Not the id of the case, and none follows from another. */
import { latinDigits } from '../kernel/digits.ts'
export const followDigits = 10

/** What a number is about can be seen from its first digit, so that one typed into the wrong page is told so. */
export const numberKinds = { follow: [1, 6], complaint: [7, 8], report: [9, 9], contest: [0, 0] } as const satisfies Record<
  string,
  readonly [number, number]
>
export type NumberKind = keyof typeof numberKinds

/** Damm's quasigroup of order 10: catches every wrong digit and every two neighbours that were swapped. */
const damm = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]
const walk = (digits: string): number => [...digits].reduce((row, digit) => Number(damm[row]?.[Number(digit)] ?? 0), 0)

/** The number made of a fraction of chance, 0 to below 1. */
export function numberOf(kind: NumberKind, chance: number): string {
  const [first, last] = numberKinds[kind]
  const span = 10 ** (followDigits - 2)
  const body = String(first * span + Math.floor(chance * (last - first + 1) * span)).padStart(followDigits - 1, '0')
  return body + walk(body)
}

/** As it was typed or read out: Khmer, Thai or Latin digits, with spaces or hyphens. Undefined: no such number can be. */
export function parseNumber(typed: string, kind: NumberKind): string | undefined {
  const digits = latinDigits(typed).replace(/[\s\u200B-\u200D-]/gu, '')
  if (!/^[0-9]{10}$/.test(digits) || walk(digits) !== 0) return undefined
  const [first, last] = numberKinds[kind]
  const lead = Number(digits[0])
  return lead >= first && lead <= last ? digits : undefined
}

/** As people read it out: 123 456 7890. */
export const spokenNumber = (number: string): string => number.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3')
