import type { StateCode } from '../../kernel/code.ts'
import type { Language, Text } from '../../kernel/language.ts'
import { borderZone, civilDateAt, clockTimeAt, type Instant } from '../../kernel/time.ts'
import { formatDate, formatNumber, formatTime } from '../../words/dates.ts'
import { fillIn } from '../../words/fill-in.ts'

/** The phrase with its {names} filled in; numbers are written as the language writes them. */
export const say = (text: Text, language: Language, values: Readonly<Record<string, string | number>> = {}): string =>
  fillIn(
    text[language],
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? formatNumber(value, language) : value])),
  )

/** The time alone today, the day with it otherwise. */
export function sayMoment(moment: Instant, now: Instant, language: Language): string {
  const time = formatTime(clockTimeAt(moment, borderZone), language)
  const date = civilDateAt(moment, borderZone)
  return date === civilDateAt(now, borderZone) ? time : `${formatDate(date, language, { short: true })} ${time}`
}

export type Named = { readonly name: string; readonly lang: Language }
type SideNames = { readonly km?: string; readonly th?: string; readonly en?: string }
const scriptOf: Readonly<Record<string, Language>> = { KH: 'km', TH: 'th' }

/** Both sides' names: the side of the reader's language first (in English, ours), each in that language, else its own script, else English. */
export function pointNames(names: Readonly<Record<string, SideNames>>, language: Language, ours: StateCode): Named[] {
  const isFirst = (side: string): boolean => (language === 'en' ? side === ours : scriptOf[side] === language)
  const sides = Object.keys(names).sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)))
  return sides.flatMap((side) => {
    const known = names[side] ?? {}
    const lang = [language, scriptOf[side] ?? 'en', 'en' as const].find((each) => known[each])
    return lang ? [{ name: known[lang] ?? '', lang }] : []
  })
}
