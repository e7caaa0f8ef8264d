import type { Finding } from '../../movements/finding.rules.ts'
import type { Verdict } from '../../movements/verdict.rules.ts'
import { outcomes, type VerdictOutcome } from '../../movements/verdict-table.rules.ts'

/** What a chief reads again although nobody waits for a decision: who was turned away, and who passed with a flag. */
export const notableOutcomes = ['refuse', 'admit-with-flag'] as const
export type NotableOutcome = (typeof notableOutcomes)[number]
export const isNotable = (outcome: string): outcome is NotableOutcome => notableOutcomes.some((each) => each === outcome)

const rank = (outcome: VerdictOutcome): number => outcomes.indexOf(outcome)

/** The rules that spoke for this outcome, and those that were overruled by it: the way home, a decision on a referral. */
export const spokeFor = ({ outcome, findings }: Pick<Verdict, 'outcome' | 'findings'>): Finding[] =>
  findings.filter(({ effect }) => rank(effect) >= rank(outcome)).toSorted((one, other) => rank(one.effect) - rank(other.effect))

/** How many movements a rule decided. */
export type RuleCount = { readonly outcome: NotableOutcome; readonly rule: string; readonly n: number }
