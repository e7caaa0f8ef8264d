// Goal: the code and the workflow tables may not drift, and a pass lasts as long as the law says. Method: every cell.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readLaw } from '../instruments/law-file.ts'
import type { CivilDate } from '../kernel/time.ts'
import { applicationCommands, applicationStates, applicationTransitions, nextState } from './application.rules.ts'
import { isPassNumberTyped, lastValidDay, nextPassState, passCommands, passNumberOf, passStates, passTransitions } from './pass.rules.ts'

for (const state of applicationStates)
  for (const command of applicationCommands)
    test(`application ${state} + ${command} → ${applicationTransitions[state][command]}`, () => {
      const next = nextState(state, command)
      assert.equal('state' in next ? next.state : next.problem, applicationTransitions[state][command])
    })
for (const state of passStates)
  for (const command of passCommands)
    test(`pass ${state} + ${command} → ${passTransitions[state][command]}`, () => {
      const next = nextPassState(state, command)
      assert.equal('state' in next ? next.state : next.problem, passTransitions[state][command])
    })

test('an application that ended takes no command', () => {
  for (const state of ['collected', 'rejected', 'withdrawn', 'lapsed'] as const)
    for (const command of applicationCommands) assert.ok('problem' in nextState(state, command))
})

test('only a paid and approved application can be signed', () => {
  assert.deepEqual(
    applicationStates.filter((state) => 'state' in nextState(state, 'sign')),
    ['approved'],
  )
})

const { law } = readLaw()
for (const [issued, last] of [
  ['2026-11-20', '2028-11-19'],
  ['2024-02-29', '2026-02-27'],
  ['2026-03-01', '2028-02-29'],
] as const)
  test(`issued ${issued}, good through ${last}`, () => assert.equal(lastValidDay(law, 'KH', issued as CivilDate), last))

test('a pass number bears the office and catches every single mistyped digit', () => {
  const number = passNumberOf('KH:0110', 42)
  assert.match(number, /^KH0110000042\d$/)
  assert.ok(isPassNumberTyped(number))
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
      const digit = String((Number(number[place]) + by) % 10)
      assert.ok(!isPassNumberTyped(number.slice(0, place) + digit + number.slice(place + 1)))
    }),
  )
})

test('a provincial office’s numbers have the same length', () =>
  assert.equal(passNumberOf('KH:01', 999_999).length, passNumberOf('KH:0110', 1).length))
