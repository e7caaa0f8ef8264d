// Goal: the desk names the very roles that the authority table lets do the next step. Method: the chain of one case at a district and at a province hall.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextAction, rolesFor } from './whose-step.ts'

test('at a district each step has its roles, the one whose work it is first', () => {
  assert.deepEqual(rolesFor('application.take', 'KH:0109'), ['clerk'])
  assert.deepEqual(rolesFor(nextAction.submitted, 'KH:0109'), ['cashier'])
  assert.deepEqual(rolesFor(nextAction.paid, 'KH:0109'), ['reviewer', 'governor', 'deputy-governor'])
  assert.deepEqual(rolesFor(nextAction.approved, 'KH:0109'), ['governor', 'deputy-governor'])
  assert.deepEqual(rolesFor(nextAction.signed, 'KH:0109'), ['printer'])
  assert.deepEqual(rolesFor(nextAction.produced, 'KH:0109'), ['printer'])
  assert.deepEqual(rolesFor(nextAction.incomplete, 'KH:0109'), ['clerk'])
})

test('at a province’s hall the provincial governor signs', () => {
  assert.deepEqual(rolesFor('pass.sign', 'KH:01'), ['provincial-governor'])
  assert.deepEqual(rolesFor('payment.take', 'KH:01'), ['cashier'])
})
