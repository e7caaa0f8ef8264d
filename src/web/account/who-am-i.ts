import type { Action, Role } from '../../identity/authority-lists.rules.ts'
import type { AccountAnswer } from '../../identity/identity.api.ts'
import { type Place, parsePlace, relationOf } from '../../identity/place.rules.ts'
import { type AreaCode, parseAreaCode } from '../../kernel/code.ts'
import { useAccount, useInstance, usePoints } from '../desk/queries.ts'

export const rolesInForce = ({ grants }: Pick<AccountAnswer, 'grants'>): Role[] => grants.filter(({ inForce }) => inForce).map(({ role }) => role)

/** A place's id as a place; a crossing point by the area it lies in on our side. */
function useReadPlace(): (id: string) => Place | undefined {
  const home = useInstance().data?.state ?? ''
  const points = usePoints().data ?? []
  const areaOfPoint = (id: string): AreaCode | undefined => parseAreaCode(points.find(({ point }) => point === id)?.areas[home] ?? '')
  return (id) => parsePlace(id, areaOfPoint)
}

/** What a page offers about staff: may the person do this at that office, crossing point or unit? The server decides again. */
export function useMayAtPlace(): (action: Action, place: string) => boolean {
  const account = useAccount().data
  const read = useReadPlace()
  return (action, id) => {
    const subject = read(id)
    const allowed = account?.may.find((one) => one.action === action)?.places ?? []
    return allowed.some(({ place, relations }) => {
      const mine = read(place)
      return mine !== undefined && subject !== undefined && relations.includes(relationOf(mine, subject))
    })
  }
}
