import { latinDigits } from '../../../kernel/digits.ts'
import type { Language } from '../../../kernel/language.ts'
import { borderZone, type CivilDate, type ClockTime, type Instant, instantAt, parseClockTime } from '../../../kernel/time.ts'
import { readTypedDate, typeDate } from './typed-date.ts'

/** A day and a wall time of the border, as they are being typed. */
export type TypedMoment = { readonly day: string; readonly clock: string }

export const typeMoment = (day: CivilDate, clock: string, language: Language): TypedMoment => ({ day: typeDate(day, language), clock })

/** The instant that was typed; undefined while it is no real one. */
export function readMoment({ day, clock }: TypedMoment): Instant | undefined {
  const [date, time] = [readTypedDate(day), readClock(clock)]
  return date && time && instantAt(date, time, borderZone)
}

/** "9:05", "09.05" and "០៩:០៥" are 09:05. */
export function readClock(typed: string): ClockTime | undefined {
  return parseClockTime(latinDigits(typed.trim()).replace('.', ':').padStart(5, '0'))
}
