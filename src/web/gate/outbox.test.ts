// Goal: a movement is dropped only for an answer about the movement itself, never for one about the officer, the load or the line. Method: every kind of answer.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Problem } from '../api.ts'
import { inOrder, sentOf, waitsFor } from './outbox.ts'
import { paths, type Unsent } from './unsent.ts'

const problem = (status: number, code: Problem['code']): Problem => ({ code, status, title: '', next: '', rule: '', instruments: [] })
const sent = (status: number, code: Problem['code']) => sentOf({ ok: false, problem: problem(status, code) }).type

test('nobody signed in, and not allowed here: kept, and said to be', () => {
  assert.deepEqual([sent(401, 'session.none'), sent(401, 'session.idle')], ['signed-out', 'signed-out'])
  for (const code of ['authority.role', 'authority.place', 'authority.ended', 'authority.revoked', 'session.origin'] as const)
    assert.equal(sent(403, code), 'not-allowed', code)
})

test('no connection, too slow, too many, a server that cannot serve: kept', () => {
  assert.equal(sent(0, 'no-connection'), 'waiting')
  for (const status of [408, 429, 500, 502, 503]) assert.equal(sent(status, 'server.unavailable'), 'waiting', `${status}`)
})

test('an answer about the movement is its end', () => {
  assert.equal(sent(409, 'movement.repeat'), 'refused')
  assert.equal(sent(422, 'movement.too-old'), 'refused')
  assert.equal(sent(404, 'point.unknown'), 'refused')
})

test('what is named goes first: movements, then the vehicle’s sheet, then its goods; of a kind the oldest', () => {
  const [movement, vehicle, goods] = paths
  const of = (id: string, path: Unsent['path']): Unsent => ({ id, path, request: { id }, name: '', refused: null, by: null })
  const kept = [of('1', vehicle), of('2', movement), of('3', goods), of('4', movement)]
  assert.deepEqual(
    inOrder(kept).map(({ id }) => id),
    ['2', '4', '1', '3'],
  )
})

test('a sheet waits for what it names and is still here, and for nothing else: what another officer left holds up nobody', () => {
  const [movement, vehicle, goods] = paths
  const of = (id: string, path: Unsent['path'], more: object = {}): Unsent => ({
    ...{ id, path, name: '', refused: null, by: null },
    request: { id, ...more } as Unsent['request'],
  })
  const [driver, passenger, other] = [of('m-1', movement), of('m-2', movement), of('m-3', movement)]
  const sheet = of('v-1', vehicle, { driver: 'm-1', passengers: ['m-2'] })
  const [ofVehicle, ofPerson] = [of('g-1', goods, { vehicleSheet: 'v-1' }), of('g-2', goods, { movement: 'm-2' })]
  const kept = [driver, passenger, other, sheet, ofVehicle, ofPerson]
  assert.deepEqual(
    kept.filter((each) => waitsFor(each, kept)).map(({ id }) => id),
    ['v-1', 'g-1', 'g-2'],
  )
  const left = [other, sheet, ofVehicle, ofPerson]
  assert.deepEqual(
    left.filter((each) => waitsFor(each, left)).map(({ id }) => id),
    ['g-1'],
  )
  // One that was refused has its answer: so does what names it, then.
  const refused = { ...passenger, refused: problem(409, 'movement.repeat') }
  assert.equal(waitsFor(sheet, [refused, sheet]), false)
})
