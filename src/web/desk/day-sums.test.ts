import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CountAnswer as Count } from '../../movements/movements.api.ts'
import { sumByDay } from './day-sums.ts'

const counts: Count[] = [
  { point: 'kh-th/poipet', day: '2026-11-21', direction: 'exit', outcome: 'admit', count: 10 },
  { point: 'kh-th/poipet', day: '2026-11-21', direction: 'exit', outcome: 'admit-with-flag', count: 2 },
  { point: 'kh-th/poipet', day: '2026-11-21', direction: 'entry', outcome: 'admit', count: 7 },
  { point: 'kh-th/poipet', day: '2026-11-21', direction: 'exit', outcome: 'refuse', count: 1 },
  { point: 'kh-th/malai', day: '2026-11-21', direction: 'entry', outcome: 'refer', count: 3 },
  { point: 'kh-th/poipet', day: '2026-11-22', direction: 'exit', outcome: 'admit', count: 4 },
]

test('each movement stands in one column and in the total, newest day first', () => {
  const { days, totals } = sumByDay(counts)
  assert.deepEqual(days, [
    { day: '2026-11-22', point: 'kh-th/poipet', exits: 4, entries: 0, referred: 0, refused: 0, total: 4 },
    { day: '2026-11-21', point: 'kh-th/malai', exits: 0, entries: 0, referred: 3, refused: 0, total: 3 },
    { day: '2026-11-21', point: 'kh-th/poipet', exits: 12, entries: 7, referred: 0, refused: 1, total: 20 },
  ])
  assert.deepEqual(totals, { exits: 16, entries: 7, referred: 3, refused: 1, total: 27 })
})

test('no counts are no rows and totals of nought', () => {
  assert.deepEqual(sumByDay([]), { days: [], totals: { exits: 0, entries: 0, referred: 0, refused: 0, total: 0 } })
})
