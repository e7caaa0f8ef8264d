import { type CaseKind, type InForce, type Law, type LawRule, lawOn } from '../instruments/law.rules.ts'
import type { StateCode } from '../kernel/code.ts'
import type { CivilDate } from '../kernel/time.ts'

type FeeRule = Extract<LawRule, 'pass.fee' | 'pass.extension-fee'>

/** Which price is the price of a case: the desk takes it, and the fee table shows it, from here. Null: nothing is charged, since no text sets a price. */
export const feeRuleOf = {
  new: 'pass.fee',
  extension: 'pass.extension-fee',
  'replacement-lost': 'pass.fee',
  'replacement-stolen': 'pass.fee',
  'replacement-damaged': 'pass.fee',
  'replacement-wrong-data': 'pass.fee',
  'page-addition': null,
} as const satisfies Record<CaseKind, FeeRule | null>

/** The price of a case on a day; undefined: nothing is to be paid. */
export function feeOf(law: Law, state: StateCode, kind: CaseKind, date: CivilDate): InForce<FeeRule> | undefined {
  const rule = feeRuleOf[kind]
  return rule === null ? undefined : lawOn(law, rule, state, date)
}
