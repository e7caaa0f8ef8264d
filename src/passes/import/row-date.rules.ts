import { latinDigits } from '../../kernel/digits.ts'
import { commonYear } from '../../kernel/era.ts'
import { type CivilDate, parseCivilDate } from '../../kernel/time.ts'

/** In which order a day is written; what a person confirms for the whole file. A year of four digits in front is always year, month, day. */
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const
export type DateOrder = (typeof dateOrders)[number]

/**
 * A day as tables have it: digits of three scripts, parts divided by / - . or a blank, a time of midnight behind it left out. Years of either
 * era. Undefined: no real day, or a year of two digits, which could be of either era and century.
 */
export function parseTableDate(text: string, order: DateOrder): CivilDate | undefined {
  const plain = latinDigits(text.trim()).replace(/[T ]00:00(:00([.]0+)?)?Z?$/, '')
  const parts = /^(\d{1,4})([/.\s-]\s*)(\d{1,2})\2(\d{1,4})$/.exec(plain)
  if (!parts) return undefined
  const [first = '', second = '', third = ''] = [parts[1], parts[3], parts[4]]
  const [year, month, day] =
    first.length === 4 ? [first, second, third] : order === 'mdy' ? [third, first, second] : order === 'dmy' ? [third, second, first] : ['', '', '']
  if (year.length !== 4 || month.length > 2 || day.length > 2) return undefined
  return parseCivilDate(`${commonYear(Number(year))}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** What the first days of a file suggest: the order in which most of them are days, so that one slip among hundreds turns nothing round. Where nothing tells, day before month, as both states write. */
export function orderOf(samples: readonly string[]): DateOrder {
  const days = samples.filter((text) => /^\d{1,4}[/.\s-]+\d{1,2}[/.\s-]+\d{1,4}/.test(latinDigits(text.trim())))
  if (days.length > 0 && days.every((text) => /^\d{4}/.test(latinDigits(text.trim())))) return 'ymd'
  const readable = (order: DateOrder): number => days.filter((text) => parseTableDate(text, order) !== undefined).length
  return readable('mdy') > readable('dmy') ? 'mdy' : 'dmy'
}
