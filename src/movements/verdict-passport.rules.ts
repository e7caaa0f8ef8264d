import type { Law, PassportEntry } from '../instruments/law.rules.ts'
import { passportEntryOn } from '../instruments/passport-entry.rules.ts'
import { dayOf, type Facts, hostOf, isHomeward, isOwnNational } from './facts.rules.ts'
import { finding, type Rule } from './finding.rules.ts'

/** What the host state's law says of a passport of this nationality; undefined for border passes, and on the way home. */
function entryOf(facts: Facts, law: Law): PassportEntry | undefined {
  const { kind, nationality } = facts.document
  if (kind !== 'passport' || nationality === null || isHomeward(facts)) return undefined
  return passportEntryOn(law, hostOf(facts, law), nationality, dayOf(facts))
}

export const nationality: Rule = (facts, { law }) => {
  const entry = entryOf(facts, law)
  // An own national leaves: what the neighbour asks of them is the neighbour's to ask.
  if (!entry || isOwnNational(facts)) return []
  const said = [entry.instrument]
  switch (entry.kind) {
    case 'own':
    case 'exempt':
      return [finding('nationality-admitted', said, { days: entry.days ?? 0 })]
    case 'visa':
      return [finding(facts.document.visaSeen ? 'visa-seen' : 'visa-not-seen', said)]
    case 'not-admitted-here':
      return [finding('nationality-not-admitted', said)]
  }
}

/** Days a passport's holder may stay; null: what the visa says, which is not ours to count; undefined: the agreement's days. */
export function nationalityDays(facts: Facts, law: Law): number | null | undefined {
  if (facts.document.kind !== 'passport') return undefined
  return entryOf(facts, law)?.days ?? null
}
