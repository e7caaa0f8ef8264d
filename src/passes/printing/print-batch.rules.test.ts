// Goal: a batch goes its way and no other, and a file ends. Method: every state with every step; numbers as people send them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AreaCode } from '../../kernel/code.ts'
import type { Instant } from '../../kernel/time.ts'
import {
  type BatchState,
  type BatchStep,
  batchStates,
  batchSteps,
  batchTable,
  distinctNumbers,
  fileEnd,
  isUnderWay,
  nextBatchState,
  sameAsked,
} from './print-batch.rules.ts'

const ways: { readonly [S in BatchState]?: { readonly [step in BatchStep]?: BatchState } } = {
  waiting: { start: 'rendering', fail: 'failed', cancel: 'cancelled' },
  rendering: { finish: 'ready', fail: 'failed', cancel: 'cancelled' },
  ready: { fetch: 'fetched', expire: 'expired', cancel: 'cancelled' },
}
for (const state of batchStates)
  for (const step of batchSteps)
    test(`${state}, ${step}`, () => {
      const next = nextBatchState(state, step)
      assert.equal(next.ok ? next.value : undefined, ways[state]?.[step])
      if (!next.ok) assert.equal(next.refusal.code, batchTable[state][step])
    })

test('what has ended stays ended, and only what is under way keeps another from starting', () => {
  for (const state of ['fetched', 'expired', 'cancelled', 'failed'] as const)
    for (const step of batchSteps) assert.equal(nextBatchState(state, step).ok, false)
  assert.deepEqual(batchStates.filter(isUnderWay), ['waiting', 'rendering'])
})

test('a number is printed once, however it is written, in the order asked', () => {
  assert.deepEqual(distinctNumbers(['kh01100000427', 'KH01100000400', 'KH01100000427']), ['KH01100000427', 'KH01100000400'])
})

test('the same request asks for the same passes of the same office', () => {
  const office = 'KH:0110' as AreaCode
  assert.ok(sameAsked({ office, numbers: ['A', 'B'] }, { office, numbers: ['A', 'B'] }))
  assert.ok(sameAsked({ office, numbers: 'all' }, { office, numbers: 'all' }))
  assert.ok(!sameAsked({ office, numbers: ['A', 'B'] }, { office, numbers: ['B', 'A'] }))
  assert.ok(!sameAsked({ office, numbers: 'all' }, { office, numbers: ['all', ''] }))
  assert.ok(!sameAsked({ office, numbers: 'all' }, { office: 'KH:0109' as AreaCode, numbers: 'all' }))
})

test('a file is kept for half an hour', () => {
  assert.equal(fileEnd('2026-11-20T05:00:00.000Z' as Instant), Date.UTC(2026, 10, 20, 5, 30))
})
