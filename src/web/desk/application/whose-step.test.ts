// Goal: the desk names the very roles that the authority table lets do the next step. Method: the chain of one case at a district and at a province hall.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextAction, nextActionOf, rolesFor } from './whose-step.ts'

test('at a district each step has its roles, the one whose work it is first', () => {
  assert.deepEqual(rolesFor('application.take', 'KH:0109'), ['clerk'])
  assert.deepEqual(rolesFor(nextAction.submitted, 'KH:0109'), ['cashier'])
  assert.deepEqual(rolesFor(nextAction.paid, 'KH:0109'), ['reviewer', 'governor', 'deputy-governor'])
  assert.deepEqual(rolesFor(nextAction.approved, 'KH:0109'), ['governor', 'deputy-governor'])
  assert.deepEqual(rolesFor(nextAction.signed, 'KH:0109'), ['printer'])
  assert.deepEqual(rolesFor(nextAction.produced, 'KH:0109'), ['printer'])
  assert.deepEqual(rolesFor(nextAction.incomplete, 'KH:0109'), ['clerk'])
})

test('a signed case whose pass is over is withdrawn by the clerk; suspended, nothing is done to it', () => {
  for (const state of ['signed', 'produced'] as const) {
    for (const passState of ['revoked', 'replaced', 'expired'] as const) assert.equal(nextActionOf({ state, passState }), 'application.withdraw')
    assert.equal(nextActionOf({ state, passState: 'suspended' }), null)
    for (const passState of ['active', null] as const) assert.equal(nextActionOf({ state, passState }), nextAction[state])
  }
  assert.equal(nextActionOf({ state: 'collected', passState: 'revoked' }), null)
  assert.equal(nextActionOf({ state: 'withdrawn', passState: 'revoked' }), null)
  assert.deepEqual(rolesFor('application.withdraw', 'KH:0109'), ['clerk'])
})

test('at a province’s hall the provincial governor signs', () => {
  assert.deepEqual(rolesFor('pass.sign', 'KH:01'), ['provincial-governor'])
  assert.deepEqual(rolesFor('payment.take', 'KH:01'), ['cashier'])
})
