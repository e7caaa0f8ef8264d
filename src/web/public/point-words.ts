// The sentences of one crossing point, from the server's answer. Pure: the answer's instants already stand on the border's clock.
import { isStateCode, type StateCode } from '../../kernel/code.ts'
import type { Language } from '../../kernel/language.ts'
import type { ClockTime } from '../../kernel/time.ts'
import type { AreaAnswer, PointAnswer } from '../../places/places.api.ts'
import { formatTime, formatWallClock, inDigitsOf } from '../../words/dates.ts'
import { fillIn } from '../../words/fill-in.ts'
import { sayWeekdays } from '../../words/order-phrases.ts'
import { areaPrefixes, publicWords, sideWords } from '../../words/public.ts'

/** A text and the language it is written in, for voices and fonts. */
export type Written = { readonly text: string; readonly lang: Language }
export type Areas = ReadonlyMap<string, AreaAnswer>

const ownLanguage: { readonly [S in StateCode]?: Language } = { KH: 'km', TH: 'th' }

/** The states of the point, the reader's own first. */
export function sidesOf(point: PointAnswer, language: Language): readonly StateCode[] {
  const sides = Object.keys(point.names).filter(isStateCode)
  return [...sides.filter((side) => ownLanguage[side] === language), ...sides.filter((side) => ownLanguage[side] !== language)]
}

/** One name a side, the reader's side first; a side whose name nobody has confirmed is in `unknown`. */
export function namesOf(point: PointAnswer, language: Language): { readonly names: readonly Written[]; readonly unknown: readonly StateCode[] } {
  const found = sidesOf(point, language).map((side) => ({ side, name: nameOf(point, side, language) }))
  return {
    names: found.flatMap(({ name }) => (name ? [name] : [])),
    unknown: found.filter(({ name }) => !name).map(({ side }) => side),
  }
}

/** In the reader's language, else in the side's own, else in English. */
function nameOf(point: PointAnswer, side: StateCode, language: Language): Written | undefined {
  const names = point.names[side] ?? {}
  for (const lang of [language, ownLanguage[side], 'en'] as const) {
    const text = lang && names[lang]
    if (text) return { text, lang }
  }
  return undefined
}

/** Both names in their own scripts: what to show a driver or an officer on the other side. */
export const nativeNamesOf = (point: PointAnswer): readonly Written[] =>
  Object.keys(point.names).flatMap((side) => {
    const lang = isStateCode(side) ? ownLanguage[side] : undefined
    const text = lang && point.names[side]?.[lang]
    return lang && text ? [{ text, lang }] : []
  })

const openUntil = [publicWords.openUntilTime, publicWords.openUntilDay] as const
const opensToAll = [publicWords.allTime, publicWords.allDay] as const
const opensAgain = [publicWords.opensTime, publicWords.opensDay] as const

/** "Open until 20:00" or "Opens again Tuesday 24 November, 09:00": the day stands only when it is another one than was asked about. */
export function openingLine(point: PointAnswer, language: Language): string {
  const change = point.open ? point.until : point.nextOpen
  if (point.status === 'suspended' && !change) return `${publicWords.suspended[language]} · ${publicWords.noOpening[language]}`
  if (!change) return publicWords[point.open ? 'noClosing' : 'noOpening'][language]
  const sameDay = change.slice(0, 10) === point.at.slice(0, 10)
  const [onDay, other] = point.open ? openUntil : point.openTo === 'some' ? opensToAll : opensAgain
  const time = sameDay
    ? formatTime(change.slice(11, 16) as ClockTime, language)
    : formatWallClock(change, language, { weekday: true, yearless: change.slice(0, 4) === point.at.slice(0, 4) })
  return fillIn((sameDay ? onDay : other)[language], { time })
}

/** Each side's hours; once for all when the sides agree. */
export function hoursOf(point: PointAnswer, language: Language): readonly { readonly who: string; readonly hours: string }[] {
  const lines = sidesOf(point, language).map((side) => {
    const calendar = point.calendars[side]
    return { who: sideWords[side][language], hours: calendar ? sayCalendar(calendar, language) : publicWords.noHours[language] }
  })
  const [first] = lines
  const agreed = first && lines.length > 1 && lines.every(({ hours }) => hours === first.hours)
  return agreed ? [{ who: publicWords.bothSides[language], hours: first.hours }] : lines
}

type Calendar = NonNullable<PointAnswer['calendars'][string]>
const sayCalendar = ({ opens, closes, days }: Calendar, language: Language): string =>
  fillIn(publicWords.hours[language], { opens: inDigitsOf(language, opens), closes: inDigitsOf(language, closes), days: sayWeekdays(days, language) })

/** District and province of each side, as far as the registry knows them. */
export function areasOf(point: PointAnswer, areas: Areas, language: Language): readonly Written[] {
  return sidesOf(point, language).flatMap((side) => {
    const code = point.areas[side]
    if (!code) return []
    const [district, province] = [code.length >= 7 ? areas.get(code.slice(0, 7)) : undefined, areas.get(code.slice(0, 5))]
    const named = [district, province].flatMap((area) => (area ? [sayArea(area, side, language)] : []))
    const lang = named[0]?.lang ?? 'en'
    return named.length > 0 ? [{ text: named.map(({ text }) => text).join(lang === 'en' ? ', ' : ' '), lang }] : []
  })
}

/** Readers of the state's own language get its names in its script, with what kind of area it is; all others Latin letters: no name of theirs is known. */
export function sayArea({ name, level }: AreaAnswer, side: StateCode, language: Language): Written {
  const lang = ownLanguage[side]
  if (lang !== language) return { text: name.en, lang: 'en' }
  return { text: (areaPrefixes[side]?.[level] ?? '') + name.native, lang }
}
