// Our own formatter, because a browser may lack Khmer locale data and would show US English: server, page, tablet and paper write the same.
import { buddhistEraYears } from '../kernel/era.ts'
import type { Language } from '../kernel/language.ts'
import {
  borderZone,
  type CivilDate,
  type ClockTime,
  civilDateAt,
  clockTimeAt,
  type Instant,
  parseCivilDate,
  parseInstant,
  type Weekday,
  weekdays,
} from '../kernel/time.ts'
import { fillIn } from './fill-in.ts'

export type Currency = 'KHR' | 'THB' | 'LAK' | 'VND'
/** `amount` is in whole riel, baht, kip or dong; satang stand behind the point. */
export type Money = { readonly amount: number; readonly currency: Currency }

export type DateForm = { readonly weekday?: boolean; readonly short?: boolean; readonly yearless?: boolean }

/** "១២ កញ្ញា ១៩៩០" · "12 กันยายน 2533" (Buddhist era) · "12 September 1990". `short` abbreviates the month where the language does so. */
export function formatDate(date: CivilDate, language: Language, options: DateForm = {}): string {
  const { year, month, day } = partsOf(date)
  const name = (options.short ? monthNamesShort : monthNames)[language][month - 1] ?? ''
  const yearText = options.yearless ? '' : ` ${language === 'th' ? year + buddhistEraYears : year}`
  const text = inDigitsOf(language, `${day} ${name}${yearText}`)
  return options.weekday ? `${weekdayName(weekdayOnDay(date), language)}${language === 'th' ? 'ที่' : ''} ${text}` : text
}

/** "០៧:៣០" · "07:30 น." (its two parts stay on one line) · "07:30", on a 24-hour clock. */
export const formatTime = (time: ClockTime, language: Language): string => inDigitsOf(language, language === 'th' ? `${time}\u00a0น.` : time)

/** "១២ កញ្ញា ១៩៩០ ម៉ោង ០៧:៣០" · "12 กันยายน 2533 เวลา 07:30 น." · "12 September 1990, 07:30", as clocks in `zone` show it. */
export function formatDateTime(instant: Instant, zone: string, language: Language): string {
  return formatDate(civilDateAt(instant, zone), language) + beforeTime[language] + formatTime(clockTimeAt(instant, zone), language)
}

/** The same for an ISO text that holds its own wall clock ("2026-11-24T09:00:00+07:00"), read as it stands: for browsers without Temporal. */
export const formatWallClock = (local: string, language: Language, options: DateForm = {}): string =>
  formatDate(local.slice(0, 10) as CivilDate, language, options) + beforeTime[language] + formatTime(local.slice(11, 16) as ClockTime, language)

/** "១២ ៣៤៥,៦" · "12,345.6" · "12,345.6": at most two decimals; a value that is no finite number is "–". */
export function formatNumber(value: number, language: Language): string {
  if (!Number.isFinite(value)) return '–'
  const [whole = '0', decimals = ''] = Math.abs(value).toFixed(2).split('.')
  const fraction = decimals.replace(/0+$/, '')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, marks[language].group)
  const sign = value < 0 && /[1-9]/.test(whole + fraction) ? '-' : ''
  return inDigitsOf(language, sign + grouped + (fraction && marks[language].decimal + fraction))
}

/** A figure of a finding or a problem as it is read: a number, a day or a moment; any other text as it is. */
export function sayFigure(value: string | number, language: Language): string {
  if (typeof value === 'number') return formatNumber(value, language)
  const date = parseCivilDate(value)
  if (date) return formatDate(date, language)
  const instant = parseInstant(value)
  return instant ? formatDateTime(instant, borderZone, language) : value
}

/** "២០ ០០០៛" · "20,000 เรียล" · "20,000 riel"; "២០០ បាត" · "200 บาท" · "200 baht". */
const spanWords = [
  { seconds: 86_400, km: '{n} ថ្ងៃ', th: '{n} วัน', en: '{n} {n:day|days}' },
  { seconds: 3600, km: '{n} ម៉ោង', th: '{n} ชั่วโมง', en: '{n} {n:hour|hours}' },
  { seconds: 60, km: '{n} នាទី', th: '{n} นาที', en: '{n} {n:minute|minutes}' },
  { seconds: 1, km: '{n} វិនាទី', th: '{n} วินาที', en: '{n} {n:second|seconds}' },
] as const

/** How long something lasts or is to be waited for, in the largest unit of which there are two or more, and never too short. */
export function saySpan(seconds: number, language: Language): string {
  const unit = spanWords.find((each) => seconds >= 2 * each.seconds) ?? spanWords[3]
  return fillIn(unit[language], { n: formatNumber(Math.ceil(seconds / unit.seconds), language) })
}

export const formatMoney = ({ amount, currency }: Money, language: Language): string =>
  formatNumber(amount, language) + currencyWord[currency][language]

export const weekdayName = (weekday: Weekday, language: Language): string => weekdayNames[language][weekdays.indexOf(weekday)] ?? ''
/** `month` counts from 1. */
export const monthName = (month: number, language: Language): string => monthNames[language][month - 1] ?? ''
/** Digits of the script the language is printed in: Khmer has its own, modern Thai forms use 0–9. */
export const inDigitsOf = (language: Language, text: string): string =>
  language === 'km' ? text.replace(/\d/g, (digit) => String.fromCharCode(khmerZero + Number(digit))) : text

const beforeTime: Record<Language, string> = { km: ' ម៉ោង ', th: ' เวลา ', en: ', ' }

/** A year alone: in Thai of the Buddhist era. */
export const formatYear = (year: number, language: Language): string =>
  inDigitsOf(language, String(language === 'th' ? year + buddhistEraYears : year))
const khmerZero = 0x17e0
const noBreakSpace = '\u00a0'
const marks = { km: { group: noBreakSpace, decimal: ',' }, th: { group: ',', decimal: '.' }, en: { group: ',', decimal: '.' } } as const
const currencyWord = {
  KHR: { km: '៛', th: `${noBreakSpace}เรียล`, en: `${noBreakSpace}riel` },
  THB: { km: `${noBreakSpace}បាត`, th: `${noBreakSpace}บาท`, en: `${noBreakSpace}baht` },
  LAK: { km: `${noBreakSpace}គីប`, th: `${noBreakSpace}กีบ`, en: `${noBreakSpace}kip` },
  VND: { km: `${noBreakSpace}ដុង`, th: `${noBreakSpace}ด่ง`, en: `${noBreakSpace}dong` },
} as const satisfies Record<Currency, Record<Language, string>>

function partsOf(date: CivilDate): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return { year, month, day }
}

/** `weekdayOf` without Temporal. 1 January 1970 was a Thursday. */
function weekdayOnDay(date: CivilDate): Weekday {
  const { year, month, day } = partsOf(date)
  const days = Date.UTC(year, month - 1, day) / 86_400_000
  return weekdays[(((days + 3) % 7) + 7) % 7] ?? 'mon'
}

const khmerMonths = ['មករា', 'កុម្ភៈ', 'មីនា', 'មេសា', 'ឧសភា', 'មិថុនា', 'កក្កដា', 'សីហា', 'កញ្ញា', 'តុលា', 'វិច្ឆិកា', 'ធ្នូ']
const monthNames: Record<Language, readonly string[]> = {
  km: khmerMonths,
  th: ['มกราคม', 'กุมภาพันธ์', 'มีนาคม', 'เมษายน', 'พฤษภาคม', 'มิถุนายน', 'กรกฎาคม', 'สิงหาคม', 'กันยายน', 'ตุลาคม', 'พฤศจิกายน', 'ธันวาคม'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
}
const monthNamesShort: Record<Language, readonly string[]> = {
  km: khmerMonths,
  th: ['ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.', 'ส.ค.', 'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
}
const weekdayNames: Record<Language, readonly string[]> = {
  km: ['ថ្ងៃចន្ទ', 'ថ្ងៃអង្គារ', 'ថ្ងៃពុធ', 'ថ្ងៃព្រហស្បតិ៍', 'ថ្ងៃសុក្រ', 'ថ្ងៃសៅរ៍', 'ថ្ងៃអាទិត្យ'],
  th: ['วันจันทร์', 'วันอังคาร', 'วันพุธ', 'วันพฤหัสบดี', 'วันศุกร์', 'วันเสาร์', 'วันอาทิตย์'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}
