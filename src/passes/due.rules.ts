import { dueDate, isProvisional, type WorkingCalendar } from '../instruments/calendar.rules.ts'
import { type Law, lawOn } from '../instruments/law.rules.ts'
import { borderZone, type CivilDate, civilDateAt, type Instant } from '../kernel/time.ts'
import type { ApplicationState } from './application.rules.ts'

/** The office's days run from a complete, paid application until the booklet lies ready. */
const waits = {
  draft: false,
  submitted: false,
  incomplete: false,
  paid: true,
  'under-review': true,
  approved: true,
  signed: true,
  produced: false,
  collected: false,
  rejected: false,
  withdrawn: false,
  lapsed: false,
} as const satisfies Record<ApplicationState, boolean>

/** When it was both paid and complete: what was corrected after the payment is complete from then on. Null: not paid. */
export const completeAt = ({ paidAt, correctedAt }: { paidAt: Instant | null; correctedAt: Instant | null }): Instant | null =>
  paidAt !== null && correctedAt !== null && correctedAt > paidAt ? correctedAt : paidAt

/** The last day for an application, by the law of the day on which it was complete and paid. Null: not paid, or no law or no holidays are known for it. */
export const dueOn = (law: Law, calendar: WorkingCalendar, completedAt: Instant | null): CivilDate | null =>
  completedAt === null ? null : dueFor(law, calendar, civilDateAt(completedAt, borderZone))

/** The same for all that was complete and paid on one day. */
export function dueFor(law: Law, calendar: WorkingCalendar, completedOn: CivilDate): CivilDate | null {
  const days = lawOn(law, 'application.due', calendar.state, completedOn)?.value.workingDaysMax
  const due = days === undefined ? undefined : dueDate(calendar, completedOn, days)
  return due?.ok ? due.value : null
}

/** May this day still move, because nobody has announced the holidays that it was counted with? */
export const isDueProvisional = (calendar: WorkingCalendar, due: CivilDate | null): boolean => due !== null && isProvisional(calendar, due)

/** Does the office's time run in this state? */
export const waitsOnOffice = (state: ApplicationState): boolean => waits[state]

type Due = { readonly state: ApplicationState; readonly dueOn: string | null }

/** The day that somebody still works towards; null when nothing runs. */
export const waitsUntil = ({ state, dueOn: due }: Due): CivilDate | null => (waits[state] ? (due as CivilDate | null) : null)

/** Late from the day after the due day. */
export function isOverdue(application: Due, today: CivilDate): boolean {
  const until = waitsUntil(application)
  return until !== null && until < today
}

/** First due first; then what has no day running, in the order it came. */
export const byDueDay = <T extends Due>(applications: readonly T[]): T[] =>
  applications.toSorted((one, other) => order(waitsUntil(one) ?? 'none', waitsUntil(other) ?? 'none'))

// "none" sorts behind every date.
const order = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1)
