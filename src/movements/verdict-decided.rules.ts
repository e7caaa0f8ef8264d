import type { Facts, PersonFacts } from './facts.rules.ts'
import type { Finding } from './finding.rules.ts'
import type { Reason, RuleId } from './verdict-table.rules.ts'

/** What somebody in charge had before them when they decided on a referral: its reasons, and the watchlist's entries that came near. */
export type Judged = { readonly reasons: readonly string[]; readonly hits: readonly string[] }

/** What of it stands in the facts. An entry that was not before them was not judged, whichever others were. */
export const judgedOf = ({ reasons, hits }: Judged, watch: PersonFacts['watch']): readonly string[] =>
  watch === 'unknown' || watch.every(({ entry }) => hits.includes(entry)) ? reasons : reasons.filter((reason) => reason !== 'listed')

/** Rules of the person. What the clock and the place add while somebody waits is no new matter; an entry of the list, another face or a need is. */
const ofPerson: readonly RuleId[] = ['person.photo', 'document.lent', 'person.child', 'person.care', 'watch.listed']
/** One matter, said by the officer or seen by a rule. */
const alike: { readonly [R in Reason]?: readonly string[] } = { 'child-alone': ['care-child'], 'care-child': ['child-alone'] }

/** Does the decision to let this person pass cover what is found now? One covers what it judged, and nothing that came up since. */
export function isCovered({ edition, person: { judged = [] } }: Facts, findings: readonly Finding[]): boolean {
  if ((edition ?? 1) < 4) return true
  const isJudged = (reason: Reason) => [reason, ...(alike[reason] ?? [])].some((each) => judged.includes(each))
  return findings.every(({ rule, effect, reason }) => effect !== 'refer' || !ofPerson.includes(rule) || isJudged(reason))
}
