// Which crossing points are shown, and in which order. Pure.
import { pointClasses } from '../../instruments/law.rules.ts'
import type { PointAnswer } from '../../places/places.api.ts'
import type { Areas } from './point-words.ts'

export type Filter = { readonly search: string; readonly openOnly: boolean; readonly class: string; readonly province: string }
/** Empty texts ask for nothing. */
export const noFilter: Filter = { search: '', openOnly: false, class: '', province: '' }
export const isFiltered = (filter: Filter): boolean => filter.search.trim() !== '' || narrowings(filter) > 0
/** How many of the filters apart from the search are set. */
export const narrowings = (filter: Filter): number => [filter.openOnly, filter.class, filter.province].filter(Boolean).length

/** Permanent points first, then relaxed; within a class from the north-east along the line; then by name. */
export function orderPoints(points: readonly PointAnswer[]): PointAnswer[] {
  const places = new Map(points.map((point) => [point, placeAlongLine(point, points)]))
  const ranks = new Map<string | null, number>(pointClasses.map((name, rank) => [name, rank]))
  const rankOf = (point: PointAnswer) => ranks.get(point.class) ?? pointClasses.length
  const place = (point: PointAnswer) => places.get(point) ?? Number.NEGATIVE_INFINITY
  return [...points].sort((a, b) => rankOf(a) - rankOf(b) || compare(place(b), place(a)) || compare(a.point, b.point))
}

/** Degrees towards the north-east. A point without a place stands where the located points of its provinces do on average. */
function placeAlongLine(point: PointAnswer, points: readonly PointAnswer[]): number | undefined {
  const towardsNorthEast = ({ location }: PointAnswer) => (location ? (location.lonLat[0] ?? 0) + (location.lonLat[1] ?? 0) : undefined)
  const own = towardsNorthEast(point)
  if (own !== undefined) return own
  const byProvince = provincesOf(point).flatMap((province) => {
    const near = points.flatMap((other) => (provincesOf(other).includes(province) ? (towardsNorthEast(other) ?? []) : []))
    return near.length > 0 ? [mean(near)] : []
  })
  return byProvince.length > 0 ? mean(byProvince) : undefined
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length
const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

/** Province codes of all sides, "KH:01". */
export const provincesOf = (point: PointAnswer): readonly string[] => Object.values(point.areas).flatMap((area) => (area ? [area.slice(0, 5)] : []))

/** The points that pass every filter. The search looks through names and areas in all scripts. */
export function selectPoints(points: readonly PointAnswer[], filter: Filter, areas: Areas): PointAnswer[] {
  const wanted = filter.search.split(/\s+/).map(foldForSearch).filter(Boolean)
  return points.filter((point) => {
    if (filter.openOnly && point.openTo === 'nobody') return false
    if (filter.class !== '' && point.class !== filter.class) return false
    if (filter.province !== '' && !provincesOf(point).includes(filter.province)) return false
    const text = wanted.length > 0 ? textOf(point, areas) : ''
    return wanted.every((word) => text.includes(word))
  })
}

function textOf(point: PointAnswer, areas: Areas): string {
  const names = Object.values(point.names).flatMap((name) => Object.values(name))
  const codes = Object.values(point.areas).flatMap((code) => (code ? [code.slice(0, 5), code.slice(0, 7)] : []))
  const places = codes.flatMap((code) => Object.values(areas.get(code)?.name ?? {}))
  return [...names, ...places].map(foldForSearch).join('\n')
}

/** Case, accents of Latin letters, hyphens, spaces and the invisible breaks of Khmer typing do not count. */
const foldForSearch = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u200b-\u200d\u00ad\ufeff\s-]/g, '')
