// Goal: a place's distance to the line is right to a few metres. Method: lines whose distance is known by heart, then properties.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { distanceToLineKm, isApproximate, type Line, type LonLat } from './geometry.rules.ts'

const close = (got: number, wanted: number): void => assert.ok(Math.abs(got - wanted) < 0.001 * wanted + 0.001, `${got} is not ${wanted}`)

const west: LonLat = [100, 14]
const east: LonLat = [106, 14]
const meridian: Line = [
  [
    [104, 10],
    [104, 16],
  ],
]
const short: readonly LonLat[] = [
  [103, 13],
  [103, 14],
]

test('one degree of latitude is 111.195 km; of longitude, that times the cosine of the latitude', () => {
  close(distanceToLineKm([103, 13], [[west, east]]), 111.195)
  close(distanceToLineKm([103, 13], meridian), 111.195 * Math.cos((13 * Math.PI) / 180))
})

test('beyond an end, the distance is to the end; of several pieces, the nearest counts; a single point is a line too', () => {
  close(distanceToLineKm([103, 15], [short]), 111.195)
  close(distanceToLineKm([103, 15], [short, [[103, 15.5]]]), 55.597)
})

test('on the line it is nothing, from no line infinite', () => {
  assert.equal(distanceToLineKm([103, 14], [[west, east]]), 0)
  assert.equal(distanceToLineKm([103, 13], []), Number.POSITIVE_INFINITY)
})

test('approximate begins past 1 km; what cannot be measured is approximate', () => {
  assert.deepEqual([0, 0.55, 1, 1.001, Number.POSITIVE_INFINITY, Number.NaN].map(isApproximate), [false, false, false, true, true, true])
})

const place = fc.tuple(fc.double({ min: 102, max: 106, noNaN: true }), fc.double({ min: 11, max: 15, noNaN: true }))
test('a longer line is never farther, and it does not matter which way it runs', () => {
  fc.assert(
    fc.property(place, fc.array(place, { minLength: 1, maxLength: 8 }), place, (from: LonLat, piece: LonLat[], more: LonLat) => {
      const line: Line = [piece]
      const distance = distanceToLineKm(from, line)
      assert.ok(distanceToLineKm(from, [[...piece, more]]) <= distance)
      assert.ok(Math.abs(distanceToLineKm(from, [[...piece].reverse()]) - distance) < 1e-9)
      assert.ok(distance >= 0)
    }),
  )
})
