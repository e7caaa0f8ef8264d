import { type AreaCode, districtOf, parseAreaCode, parsePointId, provinceOf, type StateCode, stateOfArea } from '../kernel/code.ts'

export const placeKinds = ['state', 'province', 'district', 'point', 'unit'] as const
export type PlaceKind = (typeof placeKinds)[number]

/**
 * Where a role is held, and where a case lies. `id`: "KH", "KH:01", "KH:0110", "kh-th/poipet", "KH:0110/border-unit-1".
 * `area` is the area it lies in; for a crossing point, on the instance's own side; for a state, null.
 */
export type Place = { readonly kind: PlaceKind; readonly id: string; readonly state: StateCode; readonly area: AreaCode | null }

/** How a case's place lies to the place of a role. `own-district` is the role's very place: its district, its province hall, its point, its unit. */
export const relations = ['own-district', 'sibling-district', 'own-province', 'other-province', 'national', 'other-state', 'none'] as const
export type Relation = (typeof relations)[number]

/** `subject` null: a case without a place. */
export function relationOf(mine: Place, subject: Place | null): Relation {
  if (subject === null) return 'none'
  if (mine.state !== subject.state) return 'other-state'
  if (mine.area === null || subject.area === null) return 'national'
  if (mine.id === subject.id) return 'own-district'
  if (provinceOf(mine.area) !== provinceOf(subject.area)) return 'other-province'
  // A province's own staff see its districts as their province; a district's staff see the province hall so, which the table answers role by role.
  if (mine.kind === 'province' || subject.kind === 'province') return 'own-province'
  // An office and what lies in its district (a commune, a crossing point) are one; a post is only itself.
  if (mine.kind === 'district' && districtOf(subject.area) === mine.area) return 'own-district'
  return 'sibling-district'
}

export const statePlace = (state: StateCode): Place => ({ kind: 'state', id: state, state, area: null })

/** An area as a place: two digits a province, more a district (communes and villages stand for their district's office). */
export const areaPlace = (area: AreaCode): Place => ({ kind: area.length <= 5 ? 'province' : 'district', id: area, state: stateOfArea(area), area })

/** A crossing point, seen from the side that `area` lies on. */
export const pointPlace = (point: string, area: AreaCode): Place => ({ kind: 'point', id: point, state: stateOfArea(area), area })

/** Reads a place's id; a point needs `areaOfPoint`, which says where it lies on our side. Undefined: no such form, or an unknown point. */
export function parsePlace(id: string, areaOfPoint: (point: string) => AreaCode | undefined): Place | undefined {
  if (/^(KH|TH|LA|VN)$/.test(id)) return statePlace(id as StateCode)
  const area = parseAreaCode(id)
  if (area) return areaPlace(area)
  if (parsePointId(id)) {
    const seat = areaOfPoint(id)
    return seat && pointPlace(id, seat)
  }
  const [, seat = '', name = ''] = /^([A-Z]{2}:\d{4})\/([a-z0-9-]{1,40})$/.exec(id) ?? []
  const unitArea = parseAreaCode(seat)
  return unitArea && name ? { kind: 'unit', id, state: stateOfArea(unitArea), area: unitArea } : undefined
}
