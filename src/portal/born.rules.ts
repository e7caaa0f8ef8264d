import { latinDigits } from '../kernel/digits.ts'
import { commonYear } from '../kernel/era.ts'
import { type CivilDate, parseCivilDate } from '../kernel/time.ts'

/** A birth date as people type it: "8/6/1992", "08.06.2535" (Buddhist era), "1992-06-08", in Latin, Khmer or Thai digits. Undefined: no real day. */
export function readBirthDate(typed: string): CivilDate | undefined {
  const text = latinDigits(typed).trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  const [, day, month, year] = iso ? ['', iso[3], iso[2], iso[1]] : (/^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})$/.exec(text) ?? [])
  if (day === undefined || month === undefined || year === undefined) return undefined
  return parseCivilDate(`${commonYear(Number(year))}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}
