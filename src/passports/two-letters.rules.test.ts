// Goal: every state's code has its two letters, and each pair of them is one state's. Method: the whole lists against each other, and against the names that the runtime has.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nationalityOf, states } from '../kernel/code.ts'
import { everyStateCode, readStateCode } from './state-codes.rules.ts'
import { twoLettersOf } from './two-letters.rules.ts'

test('every state has two letters, and nothing else has', () => {
  // The United Kingdom's other kinds of nationals have no letters of their own.
  const own = everyStateCode.filter((code) => readStateCode(code)?.kind === 'state' && !/^GB[DNOPS]$/.test(code))
  assert.deepEqual([...twoLettersOf.keys()].sort(), [...own].sort())
  assert.equal(new Set(twoLettersOf.values()).size, twoLettersOf.size)
})

test('the states of these borders are as the kernel has them', () => {
  for (const state of states) assert.equal(twoLettersOf.get(nationalityOf[state]), state)
})

test('each pair has a name in English', () => {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  for (const [three, two] of twoLettersOf) assert.ok(names.of(two), `${three} ${two}`)
})
