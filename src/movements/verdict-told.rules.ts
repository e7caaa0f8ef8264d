import { lawOn } from '../instruments/law.rules.ts'
import { epochMs, hourMs, type Instant } from '../kernel/time.ts'
import { dayOf, type Facts } from './facts.rules.ts'
import { cite, finding, type Rule } from './finding.rules.ts'

/** A lane that was offline tells its movements hours later, and nothing is said of that. What is told later still is flagged, whoever tells it: a backdated movement makes a late return one in time. */
export const toldLate: Rule = (facts, { law }) => {
  const { told, at, state } = facts
  if (told === undefined || !isToldLate(at, told)) return []
  const hours = Math.floor((epochMs(told.at) - epochMs(at)) / hourMs)
  return [finding('told-late', cite(lawOn(law, 'movement.time', state, dayOf(facts)), law), { happened: at, told: told.at, hours })]
}

export const isToldLate = (happened: Instant, { at, hoursMax }: NonNullable<Facts['told']>): boolean =>
  epochMs(at) - epochMs(happened) > hoursMax * hourMs
