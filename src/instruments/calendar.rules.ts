import type { StateCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { addDays, type CivilDate, type Weekday, weekdayOf } from '../kernel/time.ts'

/** The days on which a state's offices work: weekend and public holidays of whole years. Outside these years nothing is known. */
export type WorkingCalendar = {
  readonly state: StateCode
  readonly firstYear: number
  readonly lastYear: number
  /** The last year whose holidays were compared with a published list; later ones are computed. */
  readonly checkedUntil: number
  readonly weekend: readonly Weekday[]
  readonly holidays: ReadonlySet<CivilDate>
  /** Days of a weekend on which offices work, in exchange for another day. */
  readonly workedWeekends: ReadonlySet<CivilDate>
}

/** What overrides the holidays as they come. `swapped`: offices rest on `day` and work on `workOn` instead. */
export type HolidayChange =
  | { readonly kind: 'added'; readonly day: CivilDate }
  | { readonly kind: 'removed'; readonly day: CivilDate }
  | { readonly kind: 'swapped'; readonly day: CivilDate; readonly workOn: CivilDate }

/** The calendar with the changes made, in their order. */
export function changedCalendar(calendar: WorkingCalendar, changes: readonly HolidayChange[]): WorkingCalendar {
  const [holidays, workedWeekends] = [new Set(calendar.holidays), new Set(calendar.workedWeekends)]
  const rest = (day: CivilDate) => (isWeekend(calendar, day) ? workedWeekends.delete(day) : holidays.add(day))
  const work = (day: CivilDate) => {
    holidays.delete(day)
    if (isWeekend(calendar, day)) workedWeekends.add(day)
  }
  for (const change of changes) {
    // A day of a weekend that is no holiday any more is still one of a weekend.
    if (change.kind === 'removed') holidays.delete(change.day)
    else rest(change.day)
    if (change.kind === 'swapped') work(change.workOn)
  }
  return { ...calendar, holidays, workedWeekends }
}

/** Changes that change nothing, or lie outside the calendar's years, are mistakes: the faults, each a readable line. */
export function changeFaults(calendar: WorkingCalendar, changes: readonly HolidayChange[]): string[] {
  const faults: string[] = []
  changes.forEach((change, index) => {
    const before = changedCalendar(calendar, changes.slice(0, index))
    const says = `${calendar.state} ${change.kind} ${change.day}`
    const days = change.kind === 'swapped' ? [change.day, change.workOn] : [change.day]
    if (!days.every((day) => covers(calendar, day))) faults.push(`${says}: outside ${calendar.firstYear} to ${calendar.lastYear}`)
    else if (change.kind === 'removed') {
      if (!before.holidays.has(change.day)) faults.push(`${says}: no holiday`)
    } else if (!works(before, change.day)) faults.push(`${says}: no working day`)
    else if (change.kind === 'swapped' && works(before, change.workOn)) faults.push(`${says}: ${change.workOn} is a working day already`)
  })
  return faults
}

/** The holidays of this day's year are computed; no official list was compared with them: a due day in it may move. */
export const isProvisional = ({ checkedUntil }: WorkingCalendar, day: CivilDate): boolean => yearOf(day) > checkedUntil

/** Do offices work on this day? Refused for a year without data: a holiday that is not known is no working day. */
export const isWorkingDay = (calendar: WorkingCalendar, day: CivilDate): Outcome<boolean> =>
  covers(calendar, day) ? accept(works(calendar, day)) : unknownYear(calendar, day)

/**
 * The day on which what was paid on `paidOn` is due: the last of so many working days, counted from the day after.
 * Refused when the count leaves the calendar's years. @throws for less than one day, which is no rule of any law.
 */
export function dueDate(calendar: WorkingCalendar, paidOn: CivilDate, workingDays: number): Outcome<CivilDate> {
  if (!Number.isInteger(workingDays) || workingDays < 1) throw new RangeError(`no number of working days: ${workingDays}`)
  let [day, left] = [paidOn, workingDays]
  while (left > 0) {
    day = addDays(day, 1)
    if (!covers(calendar, day)) return unknownYear(calendar, day)
    if (works(calendar, day)) left -= 1
  }
  return accept(day)
}

const yearOf = (day: CivilDate): number => Number(day.slice(0, 4))
const covers = ({ firstYear, lastYear }: WorkingCalendar, day: CivilDate): boolean => firstYear <= yearOf(day) && yearOf(day) <= lastYear
const isWeekend = ({ weekend }: Pick<WorkingCalendar, 'weekend'>, day: CivilDate): boolean => weekend.includes(weekdayOf(day))
const works = (calendar: WorkingCalendar, day: CivilDate): boolean =>
  !calendar.holidays.has(day) && (!isWeekend(calendar, day) || calendar.workedWeekends.has(day))

// A year is written as text: grouped like a number it would read "2,031".
const unknownYear = ({ firstYear, lastYear }: WorkingCalendar, day: CivilDate): Outcome<never> =>
  refuse('calendar.year-unknown', { about: { year: String(yearOf(day)), firstYear: String(firstYear), lastYear: String(lastYear) } })
