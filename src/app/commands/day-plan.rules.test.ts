// Goal: a played day is the same for the same seed, in order, and made of what the gate must meet. Method: one crowd looked at whole, many seeds and sizes, every passport read back.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, type CivilDate, epochMs, type Instant } from '../../kernel/time.ts'
import { readMrz } from '../../passports/read-mrz.rules.ts'
import { serveLine } from './day-line.rules.ts'
import { crowdOf } from './day-people.rules.ts'
import { type Crossing, type DayPlan, planDay, seededChance } from './day-plan.rules.ts'

const day = '2026-11-20' as CivilDate
const hours = { opens: `${day}T06:00:00.000+07:00` as Instant, closes: `${day}T20:00:00.000+07:00` as Instant, elsewhere: true }

function played(seed: number, people: number, { state = 'KH', passports = true, lanes = 8 } = {}) {
  const chance = seededChance(seed)
  const crowd = crowdOf(people, { state: state as 'KH', day, passports }, chance)
  return { crowd, plan: planDay(crowd, { ...hours, lanes }, chance) }
}
const crossingsOf = ({ steps }: DayPlan): Crossing[] => steps.flatMap((step) => (step.type === 'crossing' ? step : []))

test('ten thousand people: everybody the gate has to meet is among them, and a line forms and is worked off', () => {
  const { crowd, plan } = played(1, 10_000)
  const members = crowd.parties.flatMap((party) => party.members)
  assert.equal(members.length, 10_000)
  const passes = members.flatMap(({ document }) => (document.kind === 'pass' ? document.pass : []))
  assert.deepEqual(
    passes.toSorted((a, b) => a - b),
    Array.from({ length: crowd.passes }, (_, index) => index),
  )
  const crossings = crossingsOf(plan)
  assert.deepEqual([...new Set(crossings.map(({ expect }) => expect))].sort(), ['admit', 'movement.repeat', 'refer', 'refuse'])
  assert.ok(crossings.some(({ elsewhere }) => elsewhere) && crossings.some(({ arrival }) => arrival !== null))
  const classes = new Set(plan.steps.flatMap((step) => (step.type === 'vehicle' ? step.party.vehicle.class : [])))
  assert.deepEqual([...classes].sort(), ['car', 'trailer-truck', 'truck'])
  assert.ok(plan.waited > 1000 && plan.longestWaitMs > 600_000 && plan.leftTheLine === 0, JSON.stringify([plan.waited, plan.longestWaitMs]))
  assert.ok(crossings.length > 19_000)
})

test('every passport of a day reads as one, and no two are the same', () => {
  for (const state of ['KH', 'TH']) {
    const zones = played(7, 3000, { state }).crowd.parties.flatMap(({ members }) =>
      members.flatMap(({ document }) => (document.kind === 'mrz' ? document.mrz : [])),
    )
    assert.equal(new Set(zones).size, zones.length)
    assert.ok(zones.length > 200)
    for (const zone of zones) {
      const read = readMrz(zone, day)
      assert.ok(read.ok && read.value.kind === 'passport' && read.value.expiresOn > day, zone)
    }
  }
})

test('where no passports are taken, none is shown', () => {
  assert.ok(played(3, 2000, { passports: false }).crowd.parties.every(({ members }) => members.every(({ document }) => document.kind !== 'mrz')))
})

test('any seed, size and number of lanes: the same again, in order of time, and each document out before home', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 }), fc.integer({ min: 1, max: 400 }), fc.integer({ min: 2, max: 12 }), (seed, people, lanes) => {
      const { plan } = played(seed, people, { lanes })
      assert.deepEqual(played(seed, people, { lanes }).plan, plan)
      const crossings = crossingsOf(plan)
      const seen = new Map<string, number>()
      let before = 0
      for (const { at, arrival, key, member } of crossings) {
        const ms = epochMs(at)
        assert.ok(ms >= before && ms >= epochMs(hours.opens) && (arrival === null || epochMs(arrival) < ms))
        assert.ok((arrival === null ? ms : epochMs(arrival)) < epochMs(`${addDays(day, 1)}T00:00:00.000+07:00` as Instant))
        before = ms
        if (member.document.kind !== 'specimen') seen.set(key, (seen.get(key) ?? 0) + 1)
      }
      assert.ok([...seen.values()].every((times) => times <= 3))
      // A sheet comes when all who are on it have crossed.
      for (const step of plan.steps) if (step.type === 'vehicle') assert.ok(step.riders.every((rider) => rider.at <= step.at))
    }),
    { numRuns: 60 },
  )
})

test('a line: in order of arrival, by the lane that is free first; whoever would stand too long goes', () => {
  const arriving = [0, 0, 1, 2].map((arrivesMs, party) => ({ party, arrivesMs }))
  const line = serveLine(arriving, { lanes: 2, firstLane: 5, serviceMs: () => 10, patienceMs: 8 })
  assert.deepEqual(
    line.served.map(({ party, startMs, lane }) => [party, startMs, lane]),
    [
      [0, 0, 5],
      [1, 0, 6],
      [3, 10, 5],
    ],
  )
  assert.deepEqual(line.left, [2])
})
