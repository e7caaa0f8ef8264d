// Goal: a vehicle's sheet or goods that were kept without the network are not lost because one of the movements they name was a second tap, or let nobody through. Method: every answer to a movement, every place in which a sheet names it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outcomes } from '../../movements/verdict-table.rules.ts'
import type { Answer, Problem } from '../api.ts'
import { namedInstead, naming } from './kept-sheets.ts'
import { withRiderInstead } from './vehicle.ts'

const refused = (code: Problem['code'], about?: Problem['about']): Answer<never> => ({
  ok: false,
  problem: { code, status: 409, title: '', next: '', rule: '', instruments: [], ...(about && { about }) },
})

test('a sheet names who was let through, of a second tap the first, and nobody else', () => {
  for (const outcome of outcomes)
    assert.equal(namedInstead('m-2', { ok: true, value: { verdict: { outcome } } }), outcome.startsWith('admit') ? 'm-2' : null, outcome)
  assert.equal(namedInstead('m-2', refused('movement.repeat', { movement: 'm-1', at: '2026-11-20T02:00:00.000Z' })), 'm-1')
  for (const answer of [refused('movement.repeat'), refused('movement.too-old'), refused('plate.malformed', { movement: 'm-1' })])
    assert.equal(namedInstead('m-2', answer), null)
})

const sheets: [name: string, sheet: object, instead: string | null, wanted: object][] = [
  ['a passenger twice', { driver: 'a', passengers: ['b', 'c'] }, 'b', { driver: 'a', passengers: ['b'] }],
  ['the driver twice', { driver: 'a', passengers: ['c', 'b'] }, 'a', { driver: 'a', passengers: ['b'] }],
  ['the second tap drives', { driver: 'c', passengers: ['a', 'b'] }, 'a', { driver: 'a', passengers: ['b'] }],
  ['the first was on no sheet', { driver: 'a', passengers: ['c'] }, 'x', { driver: 'a', passengers: ['x'] }],
  ['a passenger let through by nobody', { driver: 'a', passengers: ['c', 'b'] }, null, { driver: 'a', passengers: ['b'] }],
  ['a driver let through by nobody', { driver: 'c', passengers: ['b'] }, null, { driver: null, passengers: ['b'] }],
  ['of others', { driver: 'a', passengers: ['b'] }, 'x', { driver: 'a', passengers: ['b'] }],
  ['goods', { movement: 'c', lines: [] }, 'a', { movement: 'a', lines: [] }],
  ['goods of nobody', { movement: 'c', lines: [] }, null, { movement: 'c', lines: [] }],
  ['goods of a vehicle', { vehicleSheet: 'v', lines: [] }, 'a', { vehicleSheet: 'v', lines: [] }],
]
for (const [name, sheet, instead, wanted] of sheets)
  test(`a kept sheet: ${name}`, () => assert.deepEqual(naming({ id: 's', ...sheet }, 'c', instead), { id: 's', ...wanted }))

test('who rides in a vehicle whose sheet is still open', () => {
  const of = (driver: string | null, ...riders: string[]) => ({
    ...{ id: 'v', class: 'car' as const, wheels: 4, plate: null, trailerPlate: null, driver },
    riders: riders.map((movement) => ({ movement, name: movement })),
  })
  assert.deepEqual(withRiderInstead(of('a', 'a', 'c'), 'c', 'a'), of('a', 'a'))
  assert.deepEqual(withRiderInstead(of('c', 'c', 'b'), 'c', 'a'), {
    ...of('a', 'b'),
    riders: [{ movement: 'a', name: 'c' }, ...of(null, 'b').riders],
  })
  assert.deepEqual(withRiderInstead(of('c', 'c', 'b'), 'c', null), of(null, 'b'))
  assert.deepEqual(withRiderInstead(of('a', 'a'), 'c', null), of('a', 'a'))
})
