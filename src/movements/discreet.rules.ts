import type { Facts } from './facts.rules.ts'

/** That something of the watchlist came near; not what, how near, nor of how many. */
const somebody = { entry: '', kind: 'listed', strength: 'listed' } as const

/** Facts as they leave the record: whoever may know which entry it was asks for the referral's hits. They lead to the same verdict. */
export function discreet<T extends { readonly person: Pick<Facts['person'], 'watch'> }>(facts: T): T {
  const { watch } = facts.person
  return watch === 'unknown' || watch.length === 0 ? facts : { ...facts, person: { ...facts.person, watch: [somebody] } }
}
