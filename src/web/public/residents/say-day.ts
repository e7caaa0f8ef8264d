import type { Language } from '../../../kernel/language.ts'
import type { CivilDate } from '../../../kernel/time.ts'
import { formatDate, formatWallClock } from '../../../words/dates.ts'
import { wallClockAt } from '../when.ts'

/** A day of the server's answer as people of that language write it. */
export const sayDay = (day: string, language: Language): string => formatDate(day as CivilDate, language)

/** An instant of the server's answer, by the border's clock; phones of some years have no Temporal. */
export const sayInstant = (at: string, language: Language): string => formatWallClock(wallClockAt(Date.parse(at)), language)
