import { validitySecondsMax } from '../credential/claims.ts'
import { type Law, type LawValues, lawOn } from '../instruments/law.rules.ts'
import type { StateCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { addDays, addYears, type CivilDate } from '../kernel/time.ts'
import type { PassState } from './pass.rules.ts'

/** What an extension asks of the pass. `extensions`: how many it has had. */
export type PassToExtend = { readonly state: PassState; readonly lastDay: CivilDate; readonly extensions: number }

/** The pass's last day after one more extension on `today`, by its issuer's law; or why there is none. It is extended before it ends, never after. */
export function extendedLastDay(law: Law, issuer: StateCode, pass: PassToExtend, today: CivilDate): Outcome<CivilDate> {
  const row = lawOn(law, 'pass.extension', issuer, today)
  if (!row) return refuse('extension.none-in-law', { instruments: [law.instrument] })
  const instruments = [row.instrument]
  if (pass.state === 'expired' || pass.lastDay < today) return refuse('extension.too-late', { instruments, about: { lastDay: pass.lastDay } })
  if (pass.state === 'suspended') return refuse('extension.suspended', { instruments })
  if (pass.state !== 'active') return refuse('pass.not-active', { instruments })
  const { yearsMax, timesMax } = row.value
  if (timesMax !== null && pass.extensions >= timesMax) return refuse('extension.no-more', { instruments, about: { max: timesMax } })
  const from = firstDayToExtend(row.value, pass.lastDay)
  if (today < from) return refuse('extension.too-early', { instruments, about: { from } })
  return accept(addYears(pass.lastDay, yearsMax))
}

const daysOfCodeMax = validitySecondsMax / 86_400

/** The first day on which an extension can be asked for: the law's, where a text sets one, and not before a code signed on it may reach the new last day. */
export function firstDayToExtend({ yearsMax, daysBeforeEndMax }: LawValues['pass.extension'], lastDay: CivilDate): CivilDate {
  const reaches = addDays(addYears(lastDay, yearsMax), 1 - daysOfCodeMax)
  return daysBeforeEndMax === undefined ? reaches : laterDay(reaches, addDays(lastDay, -daysBeforeEndMax))
}

export function laterDay(one: CivilDate, other: CivilDate): CivilDate {
  if (one < other) return other
  return one
}
