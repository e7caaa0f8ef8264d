import type { WorkingCalendar } from '../instruments/calendar.rules.ts'
import { type Law, lawOn } from '../instruments/law.rules.ts'
import type { AreaCode, StateCode } from '../kernel/code.ts'
import { type Outcome, refuse } from '../kernel/outcome.ts'
import type { CivilDate } from '../kernel/time.ts'
import { assessAge, assessResidence } from '../passes/applicant.rules.ts'
import { dueFor } from '../passes/due.rules.ts'
import { extendedLastDay, type PassToExtend } from '../passes/extension.rules.ts'
import type { PassModel } from '../passes/pass.rules.ts'

/** The pass that a follow number leads to, and what the rules ask of its holder. */
export type ExtensionSubject = PassToExtend & {
  readonly model: PassModel
  readonly office: AreaCode
  readonly birthDate: CivilDate
  readonly nationality: string
  readonly homeArea: AreaCode
  readonly isGuarded: boolean
  /** A case of theirs is open already, of whatever kind. */
  readonly hasOpenCase: boolean
}
type By = { readonly law: Law; readonly state: StateCode; readonly calendar: WorkingCalendar }

/**
 * The last day after an extension begun by phone today, or why there is none: all that the desk asks, and one thing more. Somebody who pays by phone is not at
 * the counter, so the office must still have all the days that the law gives it before the pass ends: what ends first cannot be signed any more.
 */
export function assessExtensionByPhone({ law, state, calendar }: By, subject: ExtensionSubject, today: CivilDate): Outcome<CivilDate> {
  if (subject.model !== 'qr') return refuse('pass.legacy')
  if (subject.hasOpenCase) return refuse('applicant.has-open-application')
  const extended = extendedLastDay(law, state, subject, today)
  if (!extended.ok) return extended
  const against = assessAge(law, state, subject, today) ?? assessResidence(law, state, subject.office, subject, today)
  if (against) return against
  const due = dueFor(law, calendar, today)
  if (due === null || due <= subject.lastDay) return extended
  const rule = lawOn(law, 'application.due', state, today)
  return refuse('extension.little-time', { ...(rule && { instruments: [rule.instrument] }), about: { dueOn: due, lastDay: subject.lastDay } })
}
