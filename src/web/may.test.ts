// Goal: a screen offers what the server would allow, place by place, and nothing else. Method: small accounts against the relations of places.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Me, mayAt, mayDo, pointsOf } from './may.ts'

const may = (
  action: Me['may'][number]['action'],
  place: string,
  ...relations: Me['may'][number]['places'][number]['relations']
): Pick<Me, 'may'> => ({
  may: [{ action, places: [{ place, relations }] }],
})

test('a district’s role reaches its own district and no sibling', () => {
  const clerk = may('application.take', 'KH:0109', 'own-district')
  assert.equal(mayAt(clerk, 'application.take', 'KH:0109'), true)
  for (const area of ['KH:0110', 'KH:01', 'TH:2707', 'KH:0209', '', 'nowhere']) assert.equal(mayAt(clerk, 'application.take', area), false, area)
  assert.equal(mayAt(clerk, 'payment.take', 'KH:0109'), false)
  assert.deepEqual([mayDo(clerk, 'application.take'), mayDo(clerk, 'payment.take')], [true, false])
})

test('a province’s role reaches its districts, a state’s the whole state', () => {
  const province = may('pass.read', 'KH:01', 'own-district', 'own-province')
  assert.deepEqual(
    [mayAt(province, 'pass.read', 'KH:0109'), mayAt(province, 'pass.read', 'KH:01'), mayAt(province, 'pass.read', 'KH:0209')],
    [true, true, false],
  )
  const state = may('pass.read', 'KH', 'national')
  assert.deepEqual([mayAt(state, 'pass.read', 'KH:0109'), mayAt(state, 'pass.read', 'TH:2707')], [true, false])
})

test('an officer’s points are the points, and an area is none', () => {
  assert.deepEqual(pointsOf(may('movement.record', 'kh-th/poipet', 'own-district'), 'movement.record'), ['kh-th/poipet'])
  assert.deepEqual(pointsOf(may('movement.count', 'KH:0110', 'own-district'), 'movement.count'), [])
  assert.deepEqual(pointsOf({ may: [] }, 'movement.record'), [])
})
