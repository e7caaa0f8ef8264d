// Goal: what a refused list holds back is read from its answer, and nothing else in it is taken for an application. Method: answers as the server makes them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Problem } from '../../api.ts'
import { heldBackIn } from './held-back.ts'

const refused = (about: Problem['about']): Problem => ({
  code: 'authority.same-hands',
  status: 403,
  title: '',
  next: '',
  rule: 'authority.separation',
  instruments: [],
  ...(about && { about }),
})

test('each named application comes with its own reason', () => {
  const problem = refused({ heldBack: 2, a: 'authority.same-hands', b: 'applicant.has-live-pass' })
  assert.deepEqual(
    [...heldBackIn(problem, ['a', 'b', 'c'])],
    [
      ['a', 'authority.same-hands'],
      ['b', 'applicant.has-live-pass'],
    ],
  )
})

test('other facts of the refusal, strangers and unknown reasons name nobody', () => {
  assert.equal(heldBackIn(refused({ heldBack: 1, number: 'KH01090000013', z: 'mandate.none', a: 'no.such-code' }), ['a', 'number']).size, 0)
  assert.equal(heldBackIn(refused(undefined), ['a']).size, 0)
})
