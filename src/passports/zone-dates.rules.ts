import { addYears, type CivilDate, parseCivilDate } from '../kernel/time.ts'

/** What a zone knows of a birth date: "1974-08-12", or "1974-08", "1974", "" when the rest is fillers (ICAO 9303-3 §4.8). */
export type PartDate = string

/** The last hundred years end today: nobody is born in the future. Somebody older than that is read a hundred years too young. */
export function readBirth(field: string, today: CivilDate): PartDate | undefined {
  if (/^<{6}$/.test(field)) return ''
  const parts = /^(\d\d)(?:(\d\d)(\d\d|<<)|<<<<)$/.exec(field)
  if (!parts) return undefined
  const [, year = '', month, day] = parts
  const known = [month, day === '<<' ? undefined : day].filter((part) => part !== undefined).map((part) => `-${part}`)
  for (const century of ['20', '19']) {
    const date = `${century}${year}${known.join('')}`
    if (date > today.slice(0, date.length)) continue
    // A part of a date is real if its first day is.
    return parseCivilDate(`${date}-01-01`.slice(0, 10)) ? date : undefined
  }
  return undefined
}

export const expiryYearsBack = 30
export const expiryYearsAhead = 20

/** Of the years 1900 to 2099 the one that lies at most 30 years back and 20 ahead; undefined when none does, or no such day is. */
export function readExpiry(field: string, today: CivilDate): CivilDate | undefined {
  const [earliest, latest] = [addYears(today, -expiryYearsBack), addYears(today, expiryYearsAhead)]
  const dates = ['19', '20'].map((century) => parseCivilDate(`${century}${field.slice(0, 2)}-${field.slice(2, 4)}-${field.slice(4, 6)}`))
  return dates.find((date) => date !== undefined && date >= earliest && date <= latest)
}
