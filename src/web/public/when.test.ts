import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressOf, wallClockAt } from './when.ts'

const eveningMs = Date.UTC(2026, 11, 31, 18, 30)

test('the border’s clock is seven hours ahead, over a year’s end too', () => {
  assert.equal(wallClockAt(eveningMs), '2027-01-01T01:30:00+07:00')
  assert.equal(wallClockAt(Date.UTC(2026, 1, 28, 16, 59, 59)), '2026-02-28T23:59:59+07:00')
})

test('now leaves the instant to the server; tomorrow is the border’s; a chosen time stands as written', () => {
  assert.equal(addressOf({ kind: 'now' }, eveningMs), '/api/v1/crossing-points')
  assert.equal(addressOf({ kind: 'tomorrow' }, eveningMs), '/api/v1/crossing-points?at=2027-01-02T09%3A00%2B07%3A00')
  assert.equal(addressOf({ kind: 'chosen', local: '2026-11-24T06:59' }, eveningMs), '/api/v1/crossing-points?at=2026-11-24T06%3A59%2B07%3A00')
})
