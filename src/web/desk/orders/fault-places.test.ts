// Goal: every fault of an order has a name of the form, and goes with the part that is changed, not before. Method: every path that the published form can have; changes of each part against faults of all.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CivilDate } from '../../../kernel/time.ts'
import { orderForm } from '../../../orders/order-file.api.ts'
import { type Fault, faultsLeft, placeOf } from './fault-places.ts'
import { emptyOrder, newSession, newVehicle, type TypedOrder } from './typed-order.ts'

type Schema = {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
}
/** Every place of the form; of a list its second. */
function pathsOf({ properties = {}, items, anyOf = [] }: Schema): string[] {
  const inside = (name: string, schema: Schema) => [name, ...pathsOf(schema).map((each) => `${name}/${each}`)]
  return [
    ...Object.entries(properties).flatMap(([name, schema]) => inside(name, schema)),
    ...(items ? inside('1', items) : []),
    ...anyOf.flatMap(pathsOf),
  ]
}
const paths = pathsOf(orderForm as Schema).filter((path) => path !== '$schema')

test('every place of the form has its name', () => {
  assert.ok(paths.length > 50 && paths.includes('sessions/1/who/purposes/1'))
  for (const path of paths) assert.ok(placeOf(path).length > 0, path)
})

const said = (path: string) => placeOf(path).map(({ words, n }) => `${words.en}${n ?? ''}`)
const places: [path: string, said: string[]][] = [
  ['sessions/1/closes', ['Session {n}2', 'Closes']],
  ['sessions/0/who/issuingAreas/3', ['Session {n}1', 'Issuing areas']],
  ['sessions/0/who', ['Session {n}1', 'For whom']],
  ['sessions/3', ['Session {n}4']],
  ['sessions', ['Hours and quotas']],
  ['vehicles/0/insteadAt/1', ['Rule {n}1', 'Crosses instead at']],
  ['who/ageFrom', ['Age from']],
  ['instrument/title/km', ['Title in Khmer']],
  ['points/4', ['Crossing point']],
  ['colour', []],
  ['', []],
]
for (const [path, names] of places) test(`named: ${path}`, () => assert.deepEqual(said(path), names))

const typed: TypedOrder = {
  ...emptyOrder('KH', '2026-11-21' as CivilDate, 'en'),
  ...{ sessions: [newSession(), newSession(), newSession()], vehicles: [newVehicle(), newVehicle()] },
}
const all: readonly Fault[] = ['', 'id', ...paths].map((path) => ({ code: 'order.form', path }))
const gone = (change: Partial<TypedOrder>): string[] => {
  const left = faultsLeft(all, typed, { ...typed, ...change })
  const heads = all.filter((fault) => !left.includes(fault)).map(({ path }) => path.split('/').slice(0, 2).join('/'))
  return [...new Set(heads)].filter((path) => !/^(instrument|who|points|supersedes|words|directions)[/]/.test(path))
}
const [first, second, third] = typed.sessions
const changes: [what: string, change: Partial<TypedOrder>, gone: string[]][] = [
  ['nothing', {}, []],
  ['the second session', { sessions: [first, { ...second, quota: '3' }, third] as TypedOrder['sessions'] }, ['stage', 'sessions/1']],
  ['another session', { sessions: [first, second, { ...third, quota: '3' }] as TypedOrder['sessions'] }, ['stage']],
  ['the first is taken away', { sessions: [second, third] as TypedOrder['sessions'] }, ['stage', 'sessions', 'sessions/1']],
  ['the start', { from: { day: '1/12/2026', clock: '8:00' } }, ['startsAt', 'endsAt']],
  ['the end', { hasEnd: true }, ['endsAt']],
  ['the state', { state: 'TH' }, ['id', 'state', 'instrument', 'points']],
  ['a point', { points: ['kh-th/poipet'] }, ['points']],
  ['the number', { number: '3' }, ['number']],
  ['the issuer', { issuer: 'a' }, ['instrument']],
  ['the second rule on vehicles', { vehicles: [typed.vehicles[0], newVehicle()] as TypedOrder['vehicles'] }, ['vehicles/1']],
  ['hours', { hours: 'closed' }, ['stage', 'sessions', 'sessions/1', 'who']],
]
for (const [what, change, wanted] of changes) test(`changed, and its faults go: ${what}`, () => assert.deepEqual(gone(change).sort(), wanted.sort()))
