import type { Brand } from './brand.ts'

/** UTC with milliseconds, "2026-01-31T08:00:00.000Z": sorts as text. */
export type Instant = Brand<string, 'Instant'>
/** ISO civil date, "2026-01-31". Its zone is the place it is counted in. */
export type CivilDate = Brand<string, 'CivilDate'>
/** Wall time of a day, "07:00". "24:00" is the day's end. Sorts as text. */
export type ClockTime = Brand<string, 'ClockTime'>

/** Both states keep UTC+7 without daylight saving (the point's row names its zone). */
export const borderZone = '+07:00'

export const hourMs = 3_600_000
export const dayMs = 24 * hourMs

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/** RFC 3339 with an offset, "2025-06-10T08:30+07:00" or "…Z"; anything else, or an instant outside years 1900–2999, is undefined. */
export function parseInstant(text: string): Instant | undefined {
  if (isCanonical(text)) return text
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

/** @throws for a number that is not whole milliseconds. */
export function instantOfMs(epochMs: number): Instant {
  if (!Number.isInteger(epochMs) || epochMs < firstMs || epochMs > lastMs) return toInstant(Temporal.Instant.fromEpochMilliseconds(epochMs))
  const day = Math.floor(epochMs / dayMs)
  const ms = epochMs - day * dayMs
  const [hours, minutes, seconds] = [Math.floor(ms / hourMs), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1000) % 60]
  return `${dateOfDay(day)}T${pair(hours)}:${pair(minutes)}:${pair(seconds)}.${String(ms % 1000).padStart(3, '0')}Z` as Instant
}

/** @throws for a text that is no instant: its brand was a lie. */
export const epochMs = (instant: Instant): number => parsedMs(instant)
export const epochSeconds = (instant: Instant): number => Math.floor(epochMs(instant) / 1000)

/** A real ISO date of the years 1900–2999. */
export function parseCivilDate(text: string): CivilDate | undefined {
  return text.length === dateLength && isOurs(dayOf(text) * dayMs) ? (text as CivilDate) : undefined
}

export const parseClockTime = (text: string): ClockTime | undefined =>
  /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text) ? (text as ClockTime) : undefined

export function civilDateAt(instant: Instant, zone: string): CivilDate {
  const offsetMs = offsetMsOf(zone)
  if (offsetMs === undefined) return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString() as CivilDate
  return dateOfDay(Math.floor((parsedMs(instant) + offsetMs) / dayMs))
}

export function clockTimeAt(instant: Instant, zone: string): ClockTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' }) as ClockTime
}

/** The instant at which a wall clock in `zone` shows `time` on `date`. */
export function instantAt(date: CivilDate, time: ClockTime, zone: string): Instant {
  const [hours, minutes] = [numberAt(time, 0, 2), numberAt(time, 3, 5)]
  const offsetMs = offsetMsOf(zone)
  if (offsetMs !== undefined) return instantOfMs(parsedMs(date) + (hours * 60 + minutes) * 60_000 - offsetMs)
  const start = Temporal.PlainDate.from(date).toZonedDateTime(zone)
  return toInstant(start.add({ hours, minutes }).toInstant())
}

export const addDays = (date: CivilDate, days: number): CivilDate => dateOfDay(parsedMs(date) / dayMs + days)

/** A day of the border, from its midnight to the next, which is not in it. */
export const spanOfDay = (day: CivilDate): { readonly from: Instant; readonly until: Instant } => {
  const midnight = '00:00' as ClockTime
  return { from: instantAt(day, midnight, borderZone), until: instantAt(addDays(day, 1), midnight, borderZone) }
}

/** The same day n years on; 29 February becomes 28 February in a common year. */
export const addYears = (date: CivilDate, years: number): CivilDate => Temporal.PlainDate.from(date).add({ years }).toString() as CivilDate

export const weekdayOf = (date: CivilDate): Weekday => weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? 'mon'

/** Whole years lived on `date` by someone born on `birth`. */
export const ageOn = (birth: CivilDate, date: CivilDate): number => wholeYears(birth, date) ?? yearsByCalendar(birth, date)

const yearsByCalendar = (birth: CivilDate, date: CivilDate): number =>
  Temporal.PlainDate.from(birth).until(Temporal.PlainDate.from(date), { largestUnit: 'years' }).years

/** By the digits; undefined before the birth, and for who was born on a leap day: the calendar says when they grow older. */
function wholeYears(birth: CivilDate, date: CivilDate): number | undefined {
  if (date < birth || birth.endsWith('-02-29')) return undefined
  return numberAt(date, 0, 4) - numberAt(birth, 0, 4) - (date.slice(5) < birth.slice(5) ? 1 : 0)
}

/** Is `date` in the dated row's period? `from` counts, `until` does not; an open end is null. */
export const inForce = (row: { readonly from: CivilDate; readonly until: CivilDate | null }, date: CivilDate): boolean =>
  row.from <= date && (row.until === null || date < row.until)

// Every movement asks for dozens of days and instants. Temporal answers each in microseconds, whole numbers in a tenth of that; time.test.ts holds them equal.
/** Years 0000 to 9999: those that four digits write. */
const [firstMs, lastMs] = [-62_167_219_200_000, 253_402_300_799_999] as const
/** Years 1900 to 2999. */
const isOurs = (ms: number): boolean => ms >= -2_208_988_800_000 && ms < 32_503_680_000_000
const [dateLength, instantLength] = ['2026-01-31'.length, '2026-01-31T08:00:00.000Z'.length] as const

const isCanonical = (text: string): text is Instant => text.length === instantLength && isOurs(msOf(text))

function parsedMs(text: Instant | CivilDate): number {
  const ms = text.length === dateLength ? dayOf(text) * dayMs : text.length === instantLength ? msOf(text) : Date.parse(text)
  if (Number.isNaN(ms)) throw new RangeError(`not a time: ${text}`)
  return ms
}

/** Of a text as instantOfMs writes it; NaN for any other. */
function msOf(text: string): number {
  const [hours, minutes, seconds, ms] = [numberAt(text, 11, 13), numberAt(text, 14, 16), numberAt(text, 17, 19), numberAt(text, 20, 23)]
  const isWritten = text[10] === 'T' && text[13] === ':' && text[16] === ':' && text[19] === '.' && text[23] === 'Z'
  if (!isWritten || hours > 23 || minutes > 59 || seconds > 59) return Number.NaN
  return dayOf(text) * dayMs + hours * hourMs + minutes * 60_000 + seconds * 1000 + ms
}

/** Of the ISO date that a text begins with, counted from 1 January 1970; NaN for a day of no calendar. */
function dayOf(text: string): number {
  const [year, month, day] = [numberAt(text, 0, 4), numberAt(text, 5, 7), numberAt(text, 8, 10)]
  if (text[4] !== '-' || text[7] !== '-' || day < 1 || !(day <= daysOf(year, month))) return Number.NaN
  const [shifted, fromMarch] = month > 2 ? [year, month - 3] : [year - 1, month + 9]
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + Math.floor((153 * fromMarch + 2) / 5) + day - 1
  return era * 146_097 + dayOfEra - 719_468
}

/** NaN for a month that is none. */
function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return monthDays[month - 1] ?? Number.NaN
}
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The whole number that these digits write; NaN where one is no digit. */
function numberAt(text: string, from: number, until: number): number {
  let value = 0
  for (let at = from; at < until; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

const borderOffsetMs = 7 * hourMs
/** Of UTC or a fixed offset, "+07:00"; undefined for a zone with a name. */
function offsetMsOf(zone: string): number | undefined {
  if (zone === borderZone) return borderOffsetMs
  if (zone === 'UTC') return 0
  if (!/^[+-]\d\d:\d\d$/.test(zone)) return undefined
  const ms = numberAt(zone, 1, 3) * hourMs + numberAt(zone, 4, 6) * 60_000
  return zone.startsWith('-') ? -ms : ms
}

/** The civil date of a day counted from 1 January 1970: years that begin in March, so that the leap day is their last. */
function dateOfDay(day: number): CivilDate {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${pair(month)}-${pair(dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1)}` as CivilDate
}

const pairs = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'))
const pair = (value: number): string => pairs[value] ?? ''
