import type { CivilDate } from '../kernel/time.ts'
import { type Facts, hostOf, isHomeward, mayBeGoingHome, type RuleBook } from './facts.rules.ts'
import { type Finding, finding, type Rule } from './finding.rules.ts'
import { lawfulUntilOf } from './stay.rules.ts'
import { isCovered } from './verdict-decided.rules.ts'
import { classes, genuine, standing, validity } from './verdict-document.rules.ts'
import { decideFirstVerdict, type FirstFacts, type FirstVerdict } from './verdict-first.rules.ts'
import { nationality, nationalityDays } from './verdict-passport.rules.ts'
import { care, child, lent, photo, referred, watch } from './verdict-person.rules.ts'
import { open, vehicle } from './verdict-point.rules.ts'
import { stay, travel } from './verdict-stay.rules.ts'
import { outcomes, type Reason, type VerdictOutcome } from './verdict-table.rules.ts'
import { toldLate } from './verdict-told.rules.ts'

export type Verdict = {
  readonly outcome: VerdictOutcome
  readonly findings: readonly Finding[]
  /** Last lawful day of the stay this movement opens; null when it opens none. */
  readonly lawfulUntil: CivilDate | null
  readonly law: { readonly agreement: string; readonly version: number }
}

const rules: readonly Rule[] = [
  genuine,
  standing,
  validity,
  classes,
  nationality,
  open,
  vehicle,
  photo,
  lent,
  child,
  care,
  referred,
  watch,
  stay,
  travel,
  toldLate,
]

/** The one verdict function, for browser and server. Total over its facts; the strongest finding decides, nobody is refused the way home, and nobody who needs care. */
export function decideVerdict(facts: Facts, book: RuleBook): Verdict {
  const { law } = book
  const spoken = rules.flatMap((rule) => rule(facts, book))
  const strongest = spoken.reduce<VerdictOutcome>((most, { effect }) => (outcomes.indexOf(effect) > outcomes.indexOf(most) ? effect : most), 'admit')
  const last = lastWord(facts, book, spoken, strongest)
  const findings = last.length > 0 ? [...spoken, ...last] : spoken
  const outcome = last.at(-1)?.effect ?? strongest
  const opens = isAdmitted(outcome) && !isHomeward(facts) && !findings.some(({ reason }) => reason === 'arrived-late')
  return {
    outcome,
    findings,
    lawfulUntil: opens ? lawfulUntilOf(law, hostOf(facts, law), facts.at, nationalityDays(facts, law)) : null,
    law: { agreement: law.agreement, version: law.version },
  }
}

export const isAdmitted = (outcome: VerdictOutcome): boolean => outcome === 'admit' || outcome === 'admit-with-flag'

/** Derives a recorded verdict again, whichever form its facts have. */
export const deriveAgain = (facts: Facts | FirstFacts, book: RuleBook): Verdict | FirstVerdict =>
  'form' in facts ? decideVerdict(facts, book) : decideFirstVerdict(facts, book.law)

/** What takes the strongest finding's place: a way home, somebody to be cared for, a decision on the referral. */
function lastWord(facts: Facts, { law }: RuleBook, findings: readonly Finding[], strongest: VerdictOutcome): Finding[] {
  const said: Finding[] = []
  const needsCare = facts.person.care !== null || findings.some(({ reason }) => reason === 'child-alone')
  if (strongest === 'refuse' && mayBeGoingHome(facts)) said.push(finding(homeward(findings), [law.instrument]))
  else if (strongest === 'refuse' && needsCare) said.push(finding('care-first', [law.instrument]))
  const outcome = said.at(-1)?.effect ?? strongest
  if (outcome === 'refer' && facts.person.decided !== null && isCovered(facts, findings))
    said.push(finding('let-pass', [law.instrument], { referral: facts.person.decided }))
  return said
}

/** On the way home a date or a class is no bar; a false, struck or doubtful document, or a closed point, brings a person to an officer, not back. */
function homeward(findings: readonly Finding[]): Reason {
  const light: readonly Reason[] = ['expired', 'not-yet-valid', 'class-not-accepted']
  const heavy = findings.some((each) => each.effect === 'refer' || (each.effect === 'refuse' && !light.includes(each.reason)))
  return heavy ? 'going-home-to-officer' : 'going-home'
}
