import type { Actor } from '../../identity/actor.rules.ts'
import { may, relationsOf } from '../../identity/authority.rules.ts'
import type { Action } from '../../identity/authority-lists.rules.ts'
import { areaPlace, type Place, statePlace } from '../../identity/place.rules.ts'
import type { AreaCode, StateCode } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Instant } from '../../kernel/time.ts'

/** How far a list or a revocation reaches. `offices`: LIKE patterns of office ids; `place`: what the authority table and the reader's chief are asked about. */
export type Reach = { readonly place: Place; readonly offices: readonly string[] }

/** One office, when it is named and lies within the person's authority. */
export function reachOfOffice(actor: Actor, action: Action, office: AreaCode, now: Instant): Outcome<Reach> {
  const allowed = may(actor.grants, action, areaPlace(office), now)
  return allowed.ok ? accept({ place: areaPlace(office), offices: [office] }) : allowed
}

/** Everything within the person's authority: the state, a province with its offices, or an office; several where roles are held at several places. */
export function reachesOf(actor: Actor, action: Action): readonly Reach[] {
  const reaches = actor.grants.flatMap(({ role, place }): Reach[] => {
    const relations = relationsOf(role, action)
    if (relations.includes('national')) return [{ place: statePlace(place.state), offices: [`${place.state}:%`] }]
    if (place.area === null || !relations.includes('own-district')) return []
    return [{ place, offices: [relations.includes('own-province') ? `${place.area}%` : place.area] }]
  })
  const widest = reaches.find(({ place }) => place.kind === 'state')
  return widest ? [widest] : reaches.filter((reach, index) => reaches.findIndex(({ place }) => place.id === reach.place.id) === index)
}

/** The one reach of a command that must say how far it goes. Roles in two provinces: the office must be named. */
export function onlyReachOf(actor: Actor, action: Action): Outcome<Reach> {
  const [reach, more] = reachesOf(actor, action)
  return reach && !more ? accept(reach) : refuse('authority.place')
}

/** The reach that a stored proposal has. */
export const reachAt = (place: string, office: string | null): Reach =>
  place.length === 2
    ? { place: statePlace(place as StateCode), offices: [`${place}:%`] }
    : { place: areaPlace(place as AreaCode), offices: [office ?? `${place}%`] }
