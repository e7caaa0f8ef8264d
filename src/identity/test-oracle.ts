import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AreaCode } from '../kernel/code.ts'
import { type CivilDate, type Instant, instantOfMs } from '../kernel/time.ts'
import type { Action, Role } from './authority-lists.rules.ts'
import type { AccountId, Grant, GrantTime } from './grant.rules.ts'
import { areaPlace, type Place, type PlaceKind, parsePlace, pointPlace, type Relation, statePlace } from './place.rules.ts'

/** The texts' own answer to who may do what, where: read from `vectors/authority`, where it is written row by row. */
export function readOracle() {
  const rows = readRows('oracle.csv').map(([role, action, relations = '', standsOn = '']) => ({
    role: role as Role,
    action: action as Action,
    relations: listOf(relations) as Relation[],
    standsOn,
  }))
  const [times = [], answers = []] = readRows('times.csv', 0)
  return {
    rows,
    times: new Map(times.map((time, index) => [time as GrantTime, answers[index] === 'yes'])),
    roles: readRows('roles.csv').map(([role, heldAt = '', gives = '']) => ({
      role: role as Role,
      heldAt: listOf(heldAt) as PlaceKind[],
      gives: listOf(gives) as Role[],
    })),
  }
}

const listOf = (cell: string): string[] => (cell === '-' || cell === '' ? [] : cell.split(' '))

/** RFC 4180, without line breaks inside a cell. */
function readRows(file: string, header = 1): string[][] {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'vectors', 'authority', file), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .slice(header)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''),
    )
}

const district = areaPlace('KH:0110' as AreaCode)
/** One place of each kind: Poipet, its province, its gate, a unit in it, the state. */
export const placeOfKind: { readonly [K in PlaceKind]: Place } = {
  state: statePlace('KH'),
  province: areaPlace('KH:01' as AreaCode),
  district,
  point: pointPlace('kh-th/poipet', 'KH:0110' as AreaCode),
  unit: parsePlace('KH:0110/border-unit-1', () => undefined) ?? district,
}

/** Where a case can lie to a role held at `placeOfKind`, with an example of each; a relation that is missing cannot be reached from that kind. */
export const subjectAt: { readonly [K in PlaceKind]: { readonly [R in Relation]?: Place | null } } = {
  state: { national: district, 'other-state': areaPlace('TH:2701' as AreaCode), none: null },
  province: { 'own-district': placeOfKind.province, 'own-province': district, ...fromBelow() },
  district: { 'own-district': district, 'sibling-district': areaPlace('KH:0109' as AreaCode), 'own-province': placeOfKind.province, ...fromBelow() },
  point: {
    'own-district': placeOfKind.point,
    'sibling-district': areaPlace('KH:0109' as AreaCode),
    'own-province': placeOfKind.province,
    ...fromBelow(),
  },
  unit: {
    'own-district': placeOfKind.unit,
    'sibling-district': areaPlace('KH:0109' as AreaCode),
    'own-province': placeOfKind.province,
    ...fromBelow(),
  },
}

function fromBelow() {
  return {
    'other-province': areaPlace('KH:0201' as AreaCode),
    national: statePlace('KH'),
    'other-state': areaPlace('TH:2701' as AreaCode),
    none: null,
  }
}

export const account = '01980000-0000-7000-8000-000000000001' as AccountId

/** A grant of three days, 20 to 22 November 2026, at a place; the rest as wanted. */
export function grantOf(role: Role, place: Place, more: Partial<Grant> = {}): Grant {
  return {
    id: `${role} ${place.id}`,
    account,
    role,
    place,
    from: '2026-11-20' as CivilDate,
    lastDay: '2026-11-22' as CivilDate,
    revokedAt: null,
    ...more,
  }
}

/** The border's midnight is 17:00 of the day before in UTC. */
export const firstMs = Date.UTC(2026, 10, 19, 17)
export const endMs = Date.UTC(2026, 10, 22, 17)

/** An instant at each time of `grantOf`; for `revoked`, the grant is to be revoked at it. */
export const instantOf: { readonly [T in GrantTime]: Instant } = {
  before: instantOfMs(firstMs - 1),
  start: instantOfMs(firstMs),
  inside: instantOfMs(firstMs + 36 * 3_600_000),
  end: instantOfMs(endMs - 1),
  after: instantOfMs(endMs),
  revoked: instantOfMs(firstMs + 36 * 3_600_000),
}
