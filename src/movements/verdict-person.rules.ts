import { lawOn } from '../instruments/law.rules.ts'
import { type Care, dayOf } from './facts.rules.ts'
import { cite, finding, type Rule } from './finding.rules.ts'
import { isGenuine } from './verdict-document.rules.ts'

export const photo: Rule = (facts, { law }) => (facts.person.photo === 'no-match' ? [finding('face-differs', [law.instrument])] : [])

/** Evidence for whoever decides: where the document passed last; which one it is stands in the facts, for those who may know it. It says nothing of where a false document came from, nor of facts from before this rule. */
export const lent: Rule = (facts, { law }) => {
  const { document, person, stay, edition } = facts
  if (edition === undefined || person.photo !== 'no-match' || !isGenuine(document)) return []
  const passed = stay !== null && stay !== 'unknown' && stay.lastAt !== null
  return [finding('pass-lent', [law.instrument], passed ? { last: stay.lastAt, point: stay.lastPoint ?? '' } : undefined)]
}

const careReason = {
  asylum: 'care-asylum',
  trafficking: 'care-trafficking',
  'child-alone': 'care-child',
  medical: 'care-medical',
  other: 'care-other',
} as const satisfies Record<Care, string>
export const care: Rule = (facts, { law }) => (facts.person.care === null ? [] : [finding(careReason[facts.person.care], [law.instrument])])

/** A student on the way to school is where a child belongs; any other child has somebody with it, or somebody looks. */
export const child: Rule = (facts, { law }) => {
  const { age, accompanied } = facts.person
  const row = lawOn(law, 'applicant.age', facts.state, dayOf(facts))
  if (age === null || !row || age >= row.value.guardianUnder || accompanied === true) return []
  if (accompanied === false && facts.purpose !== 'student') return [finding('child-alone', cite(row, law), { age })]
  return facts.purpose === 'student' ? [] : [finding('child-not-asked', cite(row, law), { age })]
}

export const referred: Rule = (facts, { law }) => (facts.person.referral === null ? [] : [finding('referral-open', [law.instrument])])

/** What stands behind a hit is told to those who may know it, never here. */
export const watch: Rule = (facts, { law }) =>
  facts.person.watch === 'unknown' || facts.person.watch.length === 0 ? [] : [finding('listed', [law.instrument])]
