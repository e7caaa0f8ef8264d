// Who may pass in an order's sessions, and when, in words: for the public page and for whoever writes orders. Shapes as in order.rules.ts, which lies above.

import type { Language, Text } from '../kernel/language.ts'
import { type Weekday, weekdays } from '../kernel/time.ts'
import { formatNumber, inDigitsOf, weekdayName } from './dates.ts'
import { fillIn } from './fill-in.ts'
import { stateInSentence } from './states.ts'

export type SaidWho = {
  readonly nationalities?: readonly string[] | undefined
  readonly documents?: readonly string[] | undefined
  readonly issuingAreas?: readonly string[] | undefined
  readonly purposes?: readonly string[] | undefined
  readonly ageFrom?: number | undefined
  readonly ageUntil?: number | undefined
  readonly goingHome?: true | undefined
}
type SaidSession = {
  readonly opens: string
  readonly closes: string
  readonly days: readonly string[]
  readonly who: SaidWho
  readonly quota: number | null
}
/** An area's name in the reader's language; undefined: not known, and its code stands for it. */
type AreaName = (code: string) => string | undefined

export const orderPhrases = {
  everybody: { km: 'គ្រប់គ្នា', th: 'ทุกคน', en: 'Everybody' },
  nobody: { km: 'បិទសម្រាប់គ្រប់គ្នា', th: 'ปิดสำหรับทุกคน', en: 'Closed to everybody' },
  goingHome: { km: 'អ្នកត្រឡប់ទៅប្រទេសវិញ', th: 'ผู้เดินทางกลับประเทศ', en: 'People going home' },
  passOf: { km: 'លិខិតឆ្លងដែនចេញនៅ {areas}', th: 'บัตรผ่านแดนที่ออกที่{areas}', en: 'Passes issued in {areas}' },
  nationals: { km: 'សញ្ជាតិ{nationality}', th: 'สัญชาติ{nationality}', en: 'Nationals of {nationality}' },
  ageFrom: { km: 'អាយុ {age} ឆ្នាំឡើង', th: 'อายุ {age} ปีขึ้นไป', en: 'Aged {age} or more' },
  ageUntil: { km: 'អាយុក្រោម {age} ឆ្នាំ', th: 'อายุต่ำกว่า {age} ปี', en: 'Under {age} {age:year|years} of age' },
  quota: { km: '{places} កន្លែងក្នុងមួយថ្ងៃ', th: 'วันละ {places} คน', en: '{places} {places:place|places} a day' },
  ownHours: { km: 'ម៉ោងធម្មតារបស់ច្រក', th: 'ตามเวลาปกติของจุดผ่านแดน', en: 'The usual hours of the point' },
  everyDay: { km: 'រៀងរាល់ថ្ងៃ', th: 'ทุกวัน', en: 'every day' },
  daysFromTo: { km: 'ពី{first}ដល់{last}', th: '{first}ถึง{last}', en: '{first} to {last}' },
  and: { km: ' និង', th: 'และ', en: ' and ' },
} as const satisfies Record<string, Text>

export const purposeWords = {
  visit: { km: 'អ្នកទៅលេង', th: 'ผู้มาเยือน', en: 'Visitors' },
  trade: { km: 'អ្នកលក់ដូរ', th: 'ผู้ค้าขาย', en: 'Traders' },
  work: { km: 'អ្នកធ្វើការ', th: 'คนทำงาน', en: 'Workers' },
  student: { km: 'សិស្ស', th: 'นักเรียน', en: 'Students' },
  medical: { km: 'អ្នកទៅព្យាបាល', th: 'ผู้ป่วย', en: 'People on their way to treatment' },
  official: { km: 'មន្ត្រីបំពេញការងារ', th: 'ผู้ปฏิบัติราชการ', en: 'People on official duty' },
} as const satisfies Record<string, Text>
export const documentKindWords = {
  'border-pass': { km: 'លិខិតឆ្លងដែន', th: 'บัตรผ่านแดน', en: 'Border pass' },
  passport: { km: 'លិខិតឆ្លងដែនអន្តរជាតិ', th: 'หนังสือเดินทาง', en: 'Passport' },
} as const satisfies Record<string, Text>
/** Nationalities of the states that share these borders; others are said by their code. */
export const nationalWords: Readonly<Record<string, Text>> = {
  KHM: { km: 'ជនជាតិខ្មែរ', th: 'คนกัมพูชา', en: 'Cambodians' },
  THA: { km: 'ជនជាតិថៃ', th: 'คนไทย', en: 'Thais' },
  LAO: { km: 'ជនជាតិឡាវ', th: 'คนลาว', en: 'Lao people' },
  VNM: { km: 'ជនជាតិវៀតណាម', th: 'คนเวียดนาม', en: 'Vietnamese' },
}

const put = (text: Text, language: Language, values: Readonly<Record<string, string>>): string => fillIn(text[language], values)
const found = (words: Readonly<Record<string, Text>>, codes: readonly string[], language: Language): string =>
  listed(
    codes.map((code) => words[code]?.[language] ?? code),
    language,
  )

/** "Students · Passes issued in Banteay Meanchey": each condition holds. */
export function sayWho(who: SaidWho, language: Language, areaName: AreaName = () => undefined): string {
  const { nationalities, documents, issuingAreas, purposes, ageFrom, ageUntil, goingHome } = who
  const age = (text: Text, years: number) => put(text, language, { age: formatNumber(years, language) })
  const parts = [
    goingHome ? orderPhrases.goingHome[language] : '',
    purposes ? found(purposeWords, purposes, language) : '',
    nationalities ? sayNationals(nationalities, language) : '',
    documents ? found(documentKindWords, documents, language) : '',
    issuingAreas
      ? put(orderPhrases.passOf, language, {
          areas: listed(
            issuingAreas.map((code) => areaName(code) ?? code),
            language,
          ),
        })
      : '',
    ageFrom === undefined ? '' : age(orderPhrases.ageFrom, ageFrom),
    ageUntil === undefined ? '' : age(orderPhrases.ageUntil, ageUntil),
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : orderPhrases.everybody[language]
}

const sayNationals = (codes: readonly string[], language: Language): string =>
  listed(
    codes.map((code) => nationalWords[code]?.[language] ?? put(orderPhrases.nationals, language, { nationality: stateInSentence(code, language) })),
    language,
  )

/** "06:00–08:00, every day": and who, and how many. */
export function saySession(session: SaidSession, language: Language, areaName?: AreaName): { readonly hours: string; readonly who: string } {
  const { opens, closes, days, who, quota } = session
  const clock = inDigitsOf(language, `${opens}–${closes}`)
  const places = quota === null ? '' : ` · ${put(orderPhrases.quota, language, { places: formatNumber(quota, language) })}`
  const everyDay = days.length === weekdays.length
  return { hours: everyDay ? clock : `${clock} ${sayWeekdays(days, language)}`, who: sayWho(who, language, areaName) + places }
}

/** Every session of an order, in the order of the clock; one line for an order that keeps the usual hours or closes. */
export function saySessions(
  order: { readonly sessions: readonly SaidSession[] | null; readonly who: SaidWho },
  language: Language,
  areaName?: AreaName,
): readonly { readonly hours: string; readonly who: string }[] {
  if (order.sessions === null) return [{ hours: orderPhrases.ownHours[language], who: sayWho(order.who, language, areaName) }]
  if (order.sessions.length === 0) return [{ hours: '', who: orderPhrases.nobody[language] }]
  return [...order.sessions].sort((a, b) => (a.opens < b.opens ? -1 : 1)).map((session) => saySession(session, language, areaName))
}

/** "every day", "Tuesday to Friday", "Tuesday and Thursday". */
export function sayWeekdays(days: readonly string[], language: Language): string {
  const held = weekdays.filter((day) => days.includes(day))
  const name = (day: Weekday | undefined) => (day ? weekdayName(day, language) : '')
  if (held.length === weekdays.length) return orderPhrases.everyDay[language]
  const [first, last] = [held[0], held.at(-1)]
  const isRun = first && last && weekdays.indexOf(last) - weekdays.indexOf(first) === held.length - 1
  if (isRun && held.length > 2) return put(orderPhrases.daysFromTo, language, { first: name(first), last: name(last) })
  return listed(held.map(name), language)
}

/** "a, b and c" */
function listed(names: readonly string[], language: Language): string {
  const last = names.at(-1) ?? ''
  const before = names.slice(0, -1).join(language === 'en' ? ', ' : ' ')
  return before === '' ? last : fillIn(`{before}${orderPhrases.and[language]}{last}`, { before, last })
}
