import { type AreaCode, districtOf, type PointId, type StateCode } from '../../kernel/code.ts'
import type { Role } from '../authority-lists.rules.ts'
import { areaPlace, type Place, parsePlace, pointPlace, statePlace } from '../place.rules.ts'

/** What a demonstration staffs: its state's offices and crossing points, each point with where it lies on this side. */
export type Posts = {
  readonly state: StateCode
  readonly offices: readonly AreaCode[]
  readonly points: readonly { readonly id: PointId; readonly area: AreaCode }[]
}
/** One made-up person's post; `n` counts those of one role at one place from 1. */
export type Post = { readonly place: Place; readonly role: Role; readonly n: number }

const office: readonly Role[] = ['clerk', 'clerk', 'cashier', 'reviewer', 'printer']
const rolesAt = {
  district: [...office, 'governor', 'deputy-governor', 'office-administrator'],
  province: [...office, 'provincial-officer', 'provincial-governor', 'office-administrator'],
  point: ['checkpoint-officer', 'checkpoint-officer', 'chief-of-point'],
  unit: ['patrol-leader', 'unit-head'],
  state: [
    'interior-desk',
    'interior-desk',
    'foreign-affairs-desk',
    'border-secretariat-desk',
    'analyst',
    'auditor',
    'system-administrator',
    'system-administrator',
  ],
} as const satisfies Record<Place['kind'], readonly Role[]>
const unitsMax = 5

/** Every post of a demonstration: each role of the authority table, everywhere it belongs. */
export function madeUpPosts({ state, offices, points }: Posts): Post[] {
  const districts = offices.filter((area) => area === districtOf(area) && areaPlace(area).kind === 'district')
  const units = districts.slice(0, unitsMax).flatMap((district) => parsePlace(`${district}/border-unit-1`, () => undefined) ?? [])
  const places = [statePlace(state), ...offices.map(areaPlace), ...points.map(({ id, area }) => pointPlace(id, area)), ...units]
  return places.flatMap((place) => {
    const roles: readonly Role[] = rolesAt[place.kind]
    return roles.map((role, index) => ({ place, role, n: roles.slice(0, index + 1).filter((each) => each === role).length }))
  })
}

/** Those who sign passes: the demonstration keeps a passkey for them. */
export const signsPasses = (role: Role): boolean => ['governor', 'deputy-governor', 'provincial-governor'].includes(role)
