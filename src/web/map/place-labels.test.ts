// Goal: every label can be read and belongs to its marker. Method: hand-made crowds, then random ones against the four promises of placeLabels.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Box, isFree, isWithin, type Labelled, markerBox, type Placed, placeLabels } from './place-labels.ts'

const frame: Box = { x: 0, y: 0, width: 390, height: 600 }
const nothing = { frame, taken: [], avoid: [] }
const at = (x: number, y: number): Labelled => ({ at: { x, y }, radius: 15, width: 70, height: 40 })
const boxOf = (placed: Placed | undefined): Box => placed?.box ?? assert.fail('no place')

test('a lonely label stands to the right of its marker, at its height', () => {
  assert.deepEqual(placeLabels([at(100, 100)], nothing), [{ box: { x: 115, y: 80, width: 70, height: 40 } }])
})

test('at the right edge it stands to the left', () => {
  assert.equal(boxOf(placeLabels([at(380, 100)], nothing)[0]).x, 380 - 15 - 70)
})

test('it leaves a drawn line free when another side is', () => {
  const avoid = Array.from({ length: 20 }, (_, step) => ({ x: 110 + 4 * step, y: 100 }))
  const box = boxOf(placeLabels([at(100, 100)], { ...nothing, avoid })[0])
  assert.equal(avoid.filter((spot) => spot.x >= box.x && spot.x <= box.x + 70 && spot.y >= box.y && spot.y <= box.y + 40).length, 0)
})

test('buttons are never covered', () => {
  const taken = [{ x: 110, y: 60, width: 80, height: 80 }]
  assert.ok(isFree(boxOf(placeLabels([at(100, 100)], { ...nothing, taken })[0]), taken))
})

test('five crossings within 40 pixels, as on a phone at first sight: each has a label of its own, some tied', () => {
  const crowd = [at(74, 230), at(54, 240), at(58, 256), at(67, 293), at(69, 311)]
  const placed = placeLabels(crowd, nothing)
  for (const label of placed) assert.ok(isWithin(boxOf(label), frame))
  assert.ok(placed.some((label) => label?.tiedAt))
})

test('one too many for a small frame goes without rather than over another', () => {
  const small = { ...nothing, frame: { x: 0, y: 0, width: 60, height: 60 }, taken: [{ x: -500, y: -500, width: 1000, height: 1000 }] }
  assert.deepEqual(placeLabels([at(30, 30)], small), [undefined])
})

const crowds = fc.array(fc.tuple(fc.integer({ min: 0, max: 390 }), fc.integer({ min: 0, max: 600 })), { maxLength: 10 })
test('no label covers another, a marker of another, or a button; and the same crowd is drawn the same', () => {
  fc.assert(
    fc.property(crowds, (spots) => {
      const labels = spots.map(([x, y]) => at(x, y))
      const taken = [{ x: 326, y: 0, width: 64, height: 110 }]
      const placed = placeLabels(labels, { ...nothing, taken })
      assert.equal(placed.length, labels.length)
      placed.forEach((label, index) => {
        if (!label) return
        const others = placed.flatMap((other, at) => (other && at !== index ? [other.box] : []))
        const markers = labels.filter((_, other) => other !== index).map(markerBox)
        assert.ok(isFree(label.box, [...others, ...markers, ...taken]))
      })
      assert.deepEqual(placeLabels(labels, { ...nothing, taken }), placed)
    }),
    { numRuns: 60 },
  )
})
