// Goal: what the table shows adds up, and no share is said to be better than it is. Method: tables.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OfficeRow } from './office-queries.ts'
import { percentOf, sumsOf, totalOf } from './office-sums.ts'

const row = (office: string, n: number): OfficeRow => ({
  office,
  issued: { day: { new: n, replacement: 1, extension: 2 }, total: { new: 10 * n, replacement: 5, extension: 6 } },
  pending: { submitted: 1, incomplete: 2, paid: 3, 'under-review': 4, approved: 5, signed: 6, produced: n },
  late: n,
  lateProvisional: false,
  oldestWaiting: null,
  rejected: {
    day: { papers: 0, identity: 0, address: 0, photo: 0, 'fraud-suspected': 0, other: 0 },
    total: { papers: 1, identity: 2, address: 3, photo: 4, 'fraud-suspected': 5, other: n },
  },
  withdrawn: { day: 0, total: 0 },
  lapsed: { day: 0, total: 0 },
  produced: { day: 0, total: 0 },
  collected: { day: 0, total: 0 },
  share: { produced: 20, onTime: 10 + n, withinTarget: 3, unknown: 0, provisional: false },
})

test('a row sums its parts, and the foot its rows', () => {
  assert.deepEqual(sumsOf(row('KH:0110', 7)), { issuedDay: 10, issuedTotal: 81, pending: 28, late: 7, rejected: 22, onTime: 17, produced: 20 })
  assert.deepEqual(totalOf([row('KH:0110', 7), row('KH:0109', 0)]), {
    issuedDay: 13,
    issuedTotal: 92,
    pending: 49,
    late: 7,
    rejected: 37,
    onTime: 27,
    produced: 40,
  })
  assert.deepEqual(new Set(Object.values(totalOf([]))), new Set([0]))
})
const percents: [some: number, all: number, percent: number | null][] = [
  [0, 0, null],
  [0, 3, 0],
  [2, 3, 66],
  [999, 1000, 99],
  [1000, 1000, 100],
]
for (const [some, all, percent] of percents) test(`${some} of ${all}: ${percent} %`, () => assert.equal(percentOf(some, all), percent))
