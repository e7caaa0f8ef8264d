import { latinDigits } from '../../../kernel/digits.ts'
import { buddhistEraYears, commonYear } from '../../../kernel/era.ts'
import type { Language } from '../../../kernel/language.ts'
import { type CivilDate, parseCivilDate } from '../../../kernel/time.ts'

/** Reads "8/6/1992", "08.06.2535" (Buddhist era), "8-6-1992", "08061992" or "1992-06-08", in Latin, Khmer or Thai digits; undefined when it is no real date. */
export function readTypedDate(typed: string): CivilDate | undefined {
  const written = writtenDate(typed)
  return written === undefined ? undefined : parseCivilDate(written)
}

/** Written as a date is, for a day that there never was: 30 February. */
export const isNoDay = (typed: string): boolean => {
  const written = writtenDate(typed)
  return written !== undefined && !parseCivilDate(written)
}

function writtenDate(typed: string): string | undefined {
  const text = latinDigits(typed).trim()
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? []
  const [, day = isoDay, month = isoMonth, year = isoYear] =
    /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})$/.exec(text) ?? /^(\d\d)(\d\d)(\d{4})$/.exec(text) ?? []
  if (day === undefined || month === undefined || year === undefined) return undefined
  return `${commonYear(Number(year))}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The date as a clerk of that language would type it: "8/6/1992", in Thai "8/6/2535". */
export function typeDate(date: CivilDate, language: Language): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return `${day}/${month}/${language === 'th' ? year + buddhistEraYears : year}`
}
