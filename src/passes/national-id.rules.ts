import type { StateCode } from '../kernel/code.ts'
import { latinDigits } from '../kernel/digits.ts'

/** An identity number in plain digits; undefined where it is none. Thai: 13 digits, the last one checks the others. Cambodian: nine digits, nothing checks them. */
export function parseNationalId(text: string, state: StateCode): string | undefined {
  const digits = latinDigits(text).replace(/[\s-]/g, '')
  switch (state) {
    case 'TH':
      return /^\d{13}$/.test(digits) && thaiCheckDigit(digits) === digits[12] ? digits : undefined
    case 'KH':
      return /^\d{9}$/.test(digits) ? digits : undefined
    default:
      return /^[0-9]{6,20}$/.test(digits) ? digits : undefined
  }
}

/** Eleven less the sum of the first twelve weighted 13 to 2, modulo eleven; of that the last digit. */
const thaiCheckDigit = (digits: string): string => {
  const sum = [...digits.slice(0, 12)].reduce((total, digit, at) => total + Number(digit) * (13 - at), 0)
  return String((11 - (sum % 11)) % 10)
}
