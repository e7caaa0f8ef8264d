import { buddhistEraYears } from '../kernel/era.ts'
import { type CivilDate, type ClockTime, parseCivilDate, parseClockTime, type Weekday, weekdays } from '../kernel/time.ts'
import { endOf, faultAt, type Letters, type Position, type TableFault, textOf, trim } from './crossing-table-text.rules.ts'

/** A value read from the table, or every fault found on the way. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly TableFault[] }
export type Hours = { readonly opens: ClockTime; readonly closes: ClockTime }

const monthWords = [
  ['ม.ค.', 'มกราคม'],
  ['ก.พ.', 'กุมภาพันธ์'],
  ['มี.ค.', 'มีนาคม'],
  ['เม.ย.', 'เมษายน'],
  ['พ.ค.', 'พฤษภาคม'],
  ['มิ.ย.', 'มิถุนายน'],
  ['ก.ค.', 'กรกฎาคม'],
  ['ส.ค.', 'สิงหาคม'],
  ['ก.ย.', 'กันยายน'],
  ['ต.ค.', 'ตุลาคม'],
  ['พ.ย.', 'พฤศจิกายน'],
  ['ธ.ค.', 'ธันวาคม'],
] as const
const weekdayWords: { readonly [word: string]: Weekday } = {
  จันทร์: 'mon',
  อังคาร: 'tue',
  พุธ: 'wed',
  พฤหัสบดี: 'thu',
  พฤหัส: 'thu',
  ศุกร์: 'fri',
  เสาร์: 'sat',
  อาทิตย์: 'sun',
}

/** Every month's name and abbreviation, for a regular expression. */
export const monthPattern = monthWords.flat().join('|').replaceAll('.', '\\.')
/** Where the hours begin: a number, a point or colon, a number. */
export const hoursStart = /\d{1,4} ?[.:] ?\d{1,4}/

const hoursForm = /^(\d{1,4}) ?[.:] ?(\d{1,4}) ?(?:น\.?)? ?(?:-|ถึง) ?(\d{1,4}) ?[.:] ?(\d{1,4}) ?(?:นาฬิกา|น\.?)?/d

/** How many letters the hours at the start of `letters` take; 0 when they do not have the form of hours. */
export const hoursLength = (letters: Letters): number => hoursForm.exec(textOf(letters))?.[0].length ?? 0

/** "07.00 – 20.00 น.", "07:00-20:00" at the start of `letters`. Closing is after opening, and 24.00 at most. */
export function readHours(letters: Letters, after: Position): Reading<Hours> {
  const text = textOf(letters)
  const found = hoursForm.exec(text)
  if (!found) return { ok: false, faults: [/^[\d.:น -]*$/.test(text) ? missingAt(letters, after) : faultAt('table.hour-invalid', letters, after)] }
  const opens = clockTime(found[1], found[2])
  const closes = clockTime(found[3], found[4])
  const faults: TableFault[] = []
  if (!opens || opens === '24:00') faults.push(faultAt('table.hour-invalid', letters.slice(0, found[0].length), after))
  if (!closes || (opens && closes <= opens))
    faults.push(faultAt('table.hour-invalid', letters.slice(found.indices?.[3]?.[0], found[0].length), after))
  return opens && closes && faults.length === 0 ? { ok: true, value: { opens, closes } } : { ok: false, faults }
}

/** "ของทุกวัน", "ทุกวันอังคาร,พุธ พฤหัสบดีและศุกร์", "วันอังคาร พุธ และพฤหัสบดี": the days in the week's order. */
export function readDays(letters: Letters, after: Position): Reading<readonly Weekday[]> {
  const text = textOf(letters)
  const named = new Set<Weekday>()
  const faults: TableFault[] = []
  let daily = false
  for (const word of text.matchAll(/และ|[ ,]+|(?:(?!และ)[^ ,])+/g)) {
    if (/^(?:และ|[ ,]+)$/.test(word[0])) continue
    const at = letters.slice(word.index, word.index + word[0].length)
    const [, prefix = '', name = ''] = /^((?:ของ)?(?:ทุก)?(?:วัน)?)(.*)$/.exec(word[0]) ?? []
    const day = Object.hasOwn(weekdayWords, name) ? weekdayWords[name] : undefined
    if (prefix.endsWith('ทุกวัน')) daily = true
    if (day && named.has(day)) faults.push(faultAt('table.row-malformed', at, after))
    else if (day) named.add(day)
    else if (name !== '') faults.push(faultAt('table.weekday-unknown', at.slice(prefix.length), after))
  }
  if (faults.length > 0) return { ok: false, faults }
  if (named.size === 0 && !daily) return { ok: false, faults: [faultAt('table.row-malformed', letters, after)] }
  return { ok: true, value: weekdays.filter((day) => named.size === 0 || named.has(day)) }
}

/**
 * "11 พ.ย.46", "11 พฤศจิกายน 2546": Buddhist era. Two digits are years of the century 25xx, and no other century is
 * guessed: what would lie after `today` is refused.
 */
export function readOpeningDate(letters: Letters, today: CivilDate, after: Position): Reading<CivilDate> {
  const text = textOf(letters)
  const found = /^ ?(?:วันที่)? ?(\d{1,4}) ?([^\d]{2,30}?) ?(\d{1,8}) ?(.*)$/d.exec(text)
  const isCut = /^ ?(?:วันที่)? ?(?:\d{1,2} ?[^\d]{0,14})?$/.test(text)
  if (!found) return refused(isCut ? missingAt(letters, after) : faultAt('table.date-invalid', letters, after))
  const [, day = '', monthText = '', year = '', rest = ''] = found
  const [, dayAt, monthAt, yearAt, restAt] = [...(found.indices ?? [])].map((span) => letters.slice(span?.[0]))
  if (rest !== '') return refused(faultAt('table.row-malformed', restAt ?? [], after))
  const month = monthOf(monthText)
  if (month === undefined) return refused(faultAt('table.date-invalid', monthAt ?? [], after))
  const yearCE = (year.length === 2 ? 2500 + Number(year) : year.length === 4 ? Number(year) : 0) - buddhistEraYears
  if (yearCE < 1900 || yearCE > Number(today.slice(0, 4))) return refused(faultAt('table.date-invalid', yearAt ?? [], after))
  const date = parseCivilDate(`${yearCE}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`)
  return date && date <= today ? { ok: true, value: date } : refused(faultAt('table.date-invalid', dayAt ?? [], after))
}

/** The text ends before what belongs here. */
export const missingAt = (letters: Letters, after: Position): TableFault => ({
  code: 'table.row-malformed',
  ...endOf(trim(letters), after),
  source: '',
})

const refused = (fault: TableFault): Reading<never> => ({ ok: false, faults: [fault] })

function clockTime(hours = '', minutes = ''): ClockTime | undefined {
  return hours.length <= 2 && minutes.length === 2 ? parseClockTime(`${hours.padStart(2, '0')}:${minutes}`) : undefined
}

/** Points and spaces inside an abbreviation are often lost ("พ.ย46"); no two months become alike without them. */
function monthOf(text: string): number | undefined {
  const bare = bareWord(text)
  const found = monthWords.findIndex((words) => words.some((word) => [bareWord(word), `${bareWord(word)}พศ`].includes(bare)))
  return found < 0 ? undefined : found + 1
}

const bareWord = (text: string): string => text.replaceAll(/[. ]/g, '')
