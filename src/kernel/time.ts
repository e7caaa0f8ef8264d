import type { Brand } from './brand.ts'

/** UTC with milliseconds, "2026-01-31T08:00:00.000Z": sorts as text. */
export type Instant = Brand<string, 'Instant'>
/** ISO civil date, "2026-01-31". Its zone is the place it is counted in. */
export type CivilDate = Brand<string, 'CivilDate'>
/** Wall time of a day, "07:00". "24:00" is the day's end. Sorts as text. */
export type ClockTime = Brand<string, 'ClockTime'>

/** Both states keep UTC+7 without daylight saving (the point's row names its zone). */
export const borderZone = '+07:00'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/** RFC 3339 with an offset, "2025-06-10T08:30+07:00" or "…Z"; anything else, or an instant outside years 1900–2999, is undefined. */
export function parseInstant(text: string): Instant | undefined {
  if (!/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d([.]\d{1,9})?)?([Zz]|[+-]\d\d:?\d\d)$/.test(text)) return undefined
  try {
    const instant = Temporal.Instant.from(text)
    const year = instant.toZonedDateTimeISO('UTC').year
    return year < 1900 || year > 2999 ? undefined : toInstant(instant)
  } catch {
    return undefined
  }
}

export const toInstant = (instant: Temporal.Instant): Instant => instant.toString({ fractionalSecondDigits: 3 }) as Instant
export const instantOfMs = (epochMs: number): Instant => toInstant(Temporal.Instant.fromEpochMilliseconds(epochMs))
export const epochMs = (instant: Instant): number => Temporal.Instant.from(instant).epochMilliseconds
export const epochSeconds = (instant: Instant): number => Math.floor(epochMs(instant) / 1000)

/** A real ISO date of the years 1900–2999. */
export function parseCivilDate(text: string): CivilDate | undefined {
  if (!/^(19|2\d)\d\d-\d\d-\d\d$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as CivilDate
  } catch {
    return undefined
  }
}

export const parseClockTime = (text: string): ClockTime | undefined =>
  /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text) ? (text as ClockTime) : undefined

export function civilDateAt(instant: Instant, zone: string): CivilDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString() as CivilDate
}

export function clockTimeAt(instant: Instant, zone: string): ClockTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' }) as ClockTime
}

/** The instant at which a wall clock in `zone` shows `time` on `date`. */
export function instantAt(date: CivilDate, time: ClockTime, zone: string): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const start = Temporal.PlainDate.from(date).toZonedDateTime(zone)
  return toInstant(start.add({ hours, minutes }).toInstant())
}

export const addDays = (date: CivilDate, days: number): CivilDate => Temporal.PlainDate.from(date).add({ days }).toString() as CivilDate

/** The same day n years on; 29 February becomes 28 February in a common year. */
export const addYears = (date: CivilDate, years: number): CivilDate => Temporal.PlainDate.from(date).add({ years }).toString() as CivilDate

export const weekdayOf = (date: CivilDate): Weekday => weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? 'mon'

/** Whole years lived on `date` by someone born on `birth`. */
export const ageOn = (birth: CivilDate, date: CivilDate): number =>
  Temporal.PlainDate.from(birth).until(Temporal.PlainDate.from(date), { largestUnit: 'years' }).years

/** Is `date` in the dated row's period? `from` counts, `until` does not; an open end is null. */
export const inForce = (row: { readonly from: CivilDate; readonly until: CivilDate | null }, date: CivilDate): boolean =>
  row.from <= date && (row.until === null || date < row.until)
