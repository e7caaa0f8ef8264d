import { unitWords } from '../../words/roles.ts'
import { stateWords } from '../../words/states.ts'
import { useWords } from '../desk/frame/language.tsx'
import { useAreaName, usePointName } from '../desk/names.ts'

/** The name a person reads for the place of a role: a state, an area, a crossing point, a unit of a district. */
export function usePlaceName() {
  const { say } = useWords()
  const areaName = useAreaName()
  const pointName = usePointName()
  return (place: string): string => {
    if (Object.hasOwn(stateWords, place)) return say(stateWords[place as keyof typeof stateWords])
    const [seat = '', unit] = place.split('/')
    if (!seat.includes(':')) return pointName(place)
    return unit ? `${areaName(seat)} · ${say(unitWords(unit))}` : areaName(seat)
  }
}
