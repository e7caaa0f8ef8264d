import { isWorkingDay, type WorkingCalendar } from '../../instruments/calendar.rules.ts'
import { addDays, type CivilDate } from '../../kernel/time.ts'

/** The last so many working days until `today`, today not among them: it is not over. Oldest first; fewer where the calendar begins. */
export function lastWorkingDays(calendar: WorkingCalendar, today: CivilDate, count: number): CivilDate[] {
  const days: CivilDate[] = []
  for (let day = addDays(today, -1); days.length < count; day = addDays(day, -1)) {
    const works = isWorkingDay(calendar, day)
    if (!works.ok) break
    if (works.value) days.push(day)
  }
  return days.toReversed()
}

/** Working days that what waits would take at the pace of those days, rounded up. Null: the office produced nothing in them. */
export function daysToClear(waiting: number, producedPerDay: readonly number[]): number | null {
  const produced = producedPerDay.reduce((sum, n) => sum + n, 0)
  if (waiting === 0) return 0
  return produced === 0 ? null : Math.ceil((waiting * producedPerDay.length) / produced)
}

/** Is this hour of the border's clock one in which offices are open? Opens at the first, closed from the last. */
export const isOfficeHour = (hour: number, { opens, closes }: { readonly opens: number; readonly closes: number }): boolean =>
  opens <= hour && hour < closes

/** At the counter outside its hours, or on a day on which offices do not work: what a night alert asks. A day that no calendar knows is not called odd. */
export function isOddTime(
  calendar: WorkingCalendar,
  { day, hour }: { readonly day: CivilDate; readonly hour: number },
  hours: Parameters<typeof isOfficeHour>[1],
): boolean {
  const works = isWorkingDay(calendar, day)
  return !isOfficeHour(hour, hours) || (works.ok && !works.value)
}
