import { formatNumber } from '../../words/dates.ts'
import { borderUnitWord, stateWords } from '../../words/roles.ts'
import { useWords } from '../desk/frame/language.tsx'
import { useAreaName, usePointName } from '../desk/names.ts'

/** The name a person reads for the place of a role: a state, an area, a crossing point, a unit of a district. */
export function usePlaceName() {
  const { say, language } = useWords()
  const areaName = useAreaName()
  const pointName = usePointName()
  return (place: string): string => {
    if (Object.hasOwn(stateWords, place)) return say(stateWords[place as keyof typeof stateWords])
    const [seat = '', unit] = place.split('/')
    if (!seat.includes(':')) return pointName(place)
    if (!unit) return areaName(seat)
    const [, number] = /^border-unit-(\d+)$/.exec(unit) ?? []
    return `${areaName(seat)} · ${number ? say(borderUnitWord, { n: formatNumber(Number(number), language) }) : unit}`
  }
}
