import type { StateCode } from '../kernel/code.ts'
import type { CivilDate } from '../kernel/time.ts'
import { type Law, lawOn, type PassportEntry } from './law.rules.ts'

/** How `host` takes a passport of `nationality` (alpha-3, as `readMrz` gives it) on `date`; undefined where the law's version has no such rule yet, or none on that day. */
export function passportEntryOn(law: Law, host: StateCode, nationality: string, date: CivilDate): PassportEntry | undefined {
  const entry = lawOn(law, 'passport.entry', host, date)?.value
  if (!entry) return undefined
  const { kind, days, instrument } = entry.nationalities.find(({ codes }) => codes.includes(nationality)) ?? entry.others
  return { kind, days, instrument }
}
