// Goal: the code and the workflow tables may not drift, and a pass lasts as long as the law says. Method: every cell.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readLaw } from '../instruments/law-file.ts'
import type { CivilDate, Instant } from '../kernel/time.ts'
import {
  applicationCommands,
  applicationStates,
  applicationTransitions,
  isSignedNotHanded,
  nextState,
  withdrawalOfSigned,
} from './application.rules.ts'
import {
  isPassNumberTyped,
  isPassOver,
  lastValidDay,
  nextPassState,
  passCommands,
  passNumberOf,
  passStateAt,
  passStates,
  passTransitions,
} from './pass.rules.ts'

for (const state of applicationStates)
  for (const command of applicationCommands)
    test(`application ${state} + ${command} → ${applicationTransitions[state][command]}`, () => {
      const isOfPass = command === 'withdraw' && isSignedNotHanded(state)
      for (const pass of [null, ...passStates]) {
        const next = nextState(state, command, { pass })
        const answer = isOfPass && !['revoked', 'replaced', 'expired'].includes(pass ?? '') ? 'application.pass-not-over' : null
        assert.equal('state' in next ? next.state : next.problem, answer ?? applicationTransitions[state][command], String(pass))
      }
    })

test('a signed case is withdrawn while its pass is over, and never otherwise; what is over stays so', () => {
  assert.deepEqual(
    applicationStates.filter((state) => applicationTransitions[state].withdraw === 'withdrawn'),
    ['draft', 'submitted', 'incomplete', 'paid', 'under-review', 'approved', 'signed', 'produced'],
  )
  for (const state of passStates) {
    assert.equal(isPassOver(state), withdrawalOfSigned[state] === 'withdrawn', state)
    const next = passCommands.flatMap((command) => [nextPassState(state, command)])
    if (isPassOver(state)) for (const each of next) assert.ok(!('state' in each) || isPassOver(each.state), state)
  }
})

const [before, end] = ['2028-11-19T16:59:59.000Z', '2028-11-19T17:00:00.000Z'] as Instant[]
for (const state of passStates)
  test(`a pass that is ${state}, to the second of its end and after it`, () => {
    assert.ok(before && end)
    const over = state === 'active' || state === 'suspended' ? 'expired' : state
    assert.deepEqual([passStateAt({ state, expiresAt: end }, before), passStateAt({ state, expiresAt: end }, end)], [state, over])
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
