// Goal: the chart of a day shows each movement once, whatever order the rows come in. Method: tables, and fast-check over any rows.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { chartOf, quarterOf, quartersOfDay, quarterTime, scaleTop, totalOf } from './quarters.rules.ts'

const row = fc.record({ quarter: fc.integer({ min: -3, max: 99 }), exits: fc.nat(500), entries: fc.nat(500) })

test('all that lies in the day is in the bars, once; the hours of the table add up to the same', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 200 }), (rows) => {
      const inDay = rows.filter(({ quarter }) => quarter >= 0 && quarter < quartersOfDay).reduce((sum, each) => sum + totalOf(each), 0)
      const { quarters, hours, peak, fromHour, untilHour } = chartOf(rows)
      assert.equal(
        quarters.reduce((sum, each) => sum + totalOf(each), 0),
        inDay,
      )
      assert.equal(
        hours.reduce((sum, each) => sum + totalOf(each), 0),
        inDay,
      )
      assert.equal(new Set(quarters.map(({ quarter }) => quarter)).size, (untilHour - fromHour) * 4)
      assert.equal(peak === undefined, inDay === 0)
      if (peak) for (const each of quarters) assert.ok(totalOf(each) <= totalOf(peak))
    }),
  )
})

test('the order of the rows does not matter', () => {
  fc.assert(fc.property(fc.array(row), (rows) => assert.deepEqual(chartOf([...rows].reverse()), chartOf(rows))))
})

test('the ordinary day is shown whole, and one movement at night widens it to its hour', () => {
  assert.deepEqual([chartOf([]).fromHour, chartOf([]).untilHour], [6, 22])
  const night = chartOf([{ quarter: 13, exits: 1, entries: 0 }])
  assert.deepEqual([night.fromHour, night.untilHour, night.peak?.quarter], [3, 22, 13])
  assert.equal(chartOf([{ quarter: 95, exits: 0, entries: 2 }]).untilHour, 24)
})

for (const [
  minute,
  quarter,
  time,
] of [[0, 0, '00:00'], [14, 0, '00:00'], [15, 1, '00:15'], [510, 34, '08:30'], [1439, 95, '23:45'], [1440, 95, '23:45']] as const) // biome-ignore format: one table
  test(`minute ${minute} lies in the quarter of ${time}`, () => assert.deepEqual([quarterOf(minute), quarterTime(quarter)], [quarter, time]))

for (const [most, top] of [[0, 1], [1, 1], [3, 5], [9, 10], [10, 10], [11, 20], [49, 50], [51, 100], [360, 500]] as const) // biome-ignore format: one table
  test(`a bar of ${most} stands under ${top}`, () => assert.equal(scaleTop(most), top))
