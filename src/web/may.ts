import type { Action } from '../identity/authority-lists.rules.ts'
import type { AccountAnswer } from '../identity/identity.api.ts'
import { parsePlace, relationOf } from '../identity/place.rules.ts'

/** Who is signed in, as far as a screen asks. */
export type Me = Pick<AccountAnswer, 'id' | 'name' | 'home' | 'grants' | 'may'>

/** May this person do it somewhere? What decides whether a screen is offered; the server decides at each request. */
export const mayDo = ({ may }: Pick<Me, 'may'>, action: Action): boolean => may.some((one) => one.action === action && one.places.length > 0)

/** May this person do it to a case that lies in `area`, or everywhere in a state ("KH")? By the same relation of places as the server's. */
export function mayAt({ may }: Pick<Me, 'may'>, action: Action, area: string): boolean {
  const subject = parsePlace(area, () => undefined)
  if (!subject) return false
  const places = may.find((one) => one.action === action)?.places ?? []
  return places.some(({ place, relations }) => {
    const mine = parsePlace(place, () => undefined)
    return mine !== undefined && relations.includes(relationOf(mine, subject))
  })
}

/** The crossing points at which this person may do it. */
export const pointsOf = ({ may }: Pick<Me, 'may'>, action: Action): string[] =>
  (may.find((one) => one.action === action)?.places ?? []).map(({ place }) => place).filter((place) => /^[a-z]{2}-[a-z]{2}\//.test(place))
