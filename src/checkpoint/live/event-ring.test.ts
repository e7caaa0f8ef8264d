// Goal: whoever was cut off goes on exactly where they stopped, or is told that they cannot. Method: the ring against a plain list, at every distance from its end.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EventRing } from './event-ring.ts'

test('what came after an event is what was added after it, for a thousand events back', () => {
  const ring = new EventRing('abc')
  const told: string[] = []
  for (let n = 1; n <= 2_500; n += 1) {
    told.push(ring.add('movement', { n }))
    for (const back of [0, 1, 2, 999, 1_000]) {
      if (back >= n) continue
      assert.equal(ring.since(`abc-${n - back}`), told.slice(n - back).join(''), `${n} back ${back}`)
    }
    if (n > 1_001) assert.equal(ring.since(`abc-${n - 1_001}`), undefined)
  }
  assert.equal(ring.lastId, 'abc-2500')
  assert.match(told[0] ?? '', /^id: abc-1\nevent: movement\ndata: \{"n":1\}\n\n$/)
})

test('an id of another process, of the future, or that is none, goes nowhere', () => {
  const ring = new EventRing('abc')
  ring.add('movement', {})
  for (const id of ['abd-1', 'abc-2', 'abc--1', 'abc-x', '', 'abc-1e3', 'abc-99999999999999999', '1', `abc-${'9'.repeat(400)}`])
    assert.equal(ring.since(id), undefined, id)
  assert.equal(ring.since('abc-1'), '')
  assert.notEqual(ring.since('abc-0'), undefined)
})
