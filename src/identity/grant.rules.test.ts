// Goal: a role counts from its first second to its last and stops the instant it is revoked. Method: both sides of each edge, and properties.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, type CivilDate, epochMs, instantOfMs } from '../kernel/time.ts'
import { type Grant, type GrantTime, grantTimes, timeOf } from './grant.rules.ts'
import { endMs, firstMs, grantOf, placeOfKind } from './test-oracle.ts'

const role = grantOf('clerk', placeOfKind.district)
const revokedMs = firstMs + 3_600_000
const revoked: Grant = { ...role, revokedAt: instantOfMs(revokedMs) }
const endless: Grant = { ...role, lastDay: null }
const oneDay: Grant = { ...role, lastDay: role.from }
const second = 1_000

const edges: [name: string, grant: Grant, ms: number, time: GrantTime][] = [
  ['a second before the first day', role, firstMs - second, 'before'],
  ['a millisecond before the first day', role, firstMs - 1, 'before'],
  ['midnight of the first day', role, firstMs, 'start'],
  ['a millisecond later', role, firstMs + 1, 'start'],
  ['the last millisecond of the first second', role, firstMs + second - 1, 'start'],
  ['a second in', role, firstMs + second, 'inside'],
  ['a second and a millisecond before the end', role, endMs - second - 1, 'inside'],
  ['the last second begins', role, endMs - second, 'end'],
  ['the last millisecond of the last day', role, endMs - 1, 'end'],
  ['midnight after the last day', role, endMs, 'after'],
  ['a millisecond after', role, endMs + 1, 'after'],
  ['a second after', role, endMs + second, 'after'],
  ['no end is set: its first second', endless, firstMs, 'start'],
  ['no end is set: a thousand years on', endless, Date.UTC(2990, 0), 'inside'],
  ['one day: its first second', oneDay, firstMs, 'start'],
  ['one day: its last second', oneDay, firstMs + 24 * 3_600_000 - 1, 'end'],
  ['one day: the next', oneDay, firstMs + 24 * 3_600_000, 'after'],
  ['a second before it is revoked', revoked, revokedMs - second, 'inside'],
  ['a millisecond before it is revoked', revoked, revokedMs - 1, 'inside'],
  ['the instant it is revoked', revoked, revokedMs, 'revoked'],
  ['a second after it is revoked', revoked, revokedMs + second, 'revoked'],
  ['revoked, and long over', revoked, endMs + second, 'revoked'],
  ['revoked before it began: before that', { ...role, revokedAt: instantOfMs(firstMs - 5) }, firstMs - 6, 'before'],
  ['revoked before it began: after that', { ...role, revokedAt: instantOfMs(firstMs - 5) }, firstMs, 'revoked'],
]
for (const [name, grant, ms, time] of edges) test(`${name}: ${time}`, () => assert.equal(timeOf(grant, instantOfMs(ms)), time))

test('the times are these six', () => assert.deepEqual(grantTimes, ['before', 'start', 'inside', 'end', 'after', 'revoked']))

const days = fc.integer({ min: -400, max: 400 }).map((n) => addDays('2026-11-20' as CivilDate, n))
const instants = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2029, 0) }).map(instantOfMs)

test('a role whose last day is before its first never counts', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 400 }), instants, (from, days, now) => {
      const time = timeOf({ from, lastDay: addDays(from, -days), revokedAt: null }, now)
      assert.ok(time === 'before' || time === 'after', time)
    }),
  )
})

test('time only goes on: before, start, inside, end, after', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 400 }), fc.boolean(), instants, instants, (from, length, ends, one, other) => {
      const grant = { from, lastDay: ends ? addDays(from, length) : null, revokedAt: null }
      const [earlier, later] = epochMs(one) <= epochMs(other) ? [one, other] : [other, one]
      assert.ok(grantTimes.indexOf(timeOf(grant, earlier)) <= grantTimes.indexOf(timeOf(grant, later)))
    }),
  )
})
