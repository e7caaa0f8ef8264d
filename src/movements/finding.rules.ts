import { type InForce, type Law, type LawRule, lawOn } from '../instruments/law.rules.ts'
import type { InstrumentId } from '../kernel/code.ts'
import { dayOf, type Facts, hostOf, type RuleBook } from './facts.rules.ts'
import { type Reason, type RuleId, ruleVersions, type VerdictOutcome, verdictTable } from './verdict-table.rules.ts'

/** One rule's word: its effect alone, and why. */
export type Finding = {
  readonly rule: RuleId
  readonly version: number
  readonly effect: VerdictOutcome
  readonly reason: Reason
  readonly instruments: readonly InstrumentId[]
  /** The figures in it: an order's number, the next session, days. */
  readonly about?: Readonly<Record<string, string | number>>
}

export type Rule = (facts: Facts, book: RuleBook) => readonly Finding[]

export function finding(reason: Reason, instruments: readonly InstrumentId[], about?: Finding['about']): Finding {
  const { rule, effect } = verdictTable[reason]
  return { rule, version: ruleVersions[rule], effect, reason, instruments, ...(about && { about }) }
}

/** The instrument of a row of the law; where the law is silent, the agreement as a whole. */
export const cite = <R extends LawRule>(row: InForce<R> | undefined, law: Law): readonly InstrumentId[] => [row?.instrument ?? law.instrument]
export const hostRow = <R extends LawRule>(rule: R, facts: Facts, law: Law): InForce<R> | undefined =>
  lawOn(law, rule, hostOf(facts, law), dayOf(facts))
