import { latinDigits } from '../../../kernel/digits.ts'

/** As many printers as were typed, in any of the three digits; undefined: no number that an office may have. */
export function readPrinters(typed: string): number | undefined {
  const text = latinDigits(typed).trim()
  return /^\d{1,3}$/.test(text) && Number(text) <= printersMax ? Number(text) : undefined
}
const printersMax = 200

/** The number of a paper, as the server takes it: with a digit, without blanks, so that nobody's name is kept in it. */
export const isPaperNumber = (typed: string): boolean =>
  /^(?=.*[0-9\u17e0-\u17e9\u0e50-\u0e59])[A-Za-z0-9\u1780-\u17ff\u0e00-\u0e7f./-]{1,40}$/.test(typed)
