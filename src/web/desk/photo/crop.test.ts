// Goal: however a photo is dragged and zoomed, the cut has the pass's shape and lies inside the picture. Method: pictures of any shape, any sequence of moves (fast-check); the corners by table.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { photoFormat } from '../../../passes/photo-format.rules.ts'
import { type Crop, heightOf, middleCrop, moveCrop, type Size, widthMax, widthMin, zoomCrop } from './crop.ts'

const nearly = 1e-6
function lies({ x, y, width }: Crop, size: Size): void {
  assert.ok(x >= -nearly && y >= -nearly, `${x} ${y}`)
  assert.ok(x + width <= size.width + nearly && y + heightOf({ width }) <= size.height + nearly, `${x} ${y} ${width}`)
  assert.ok(width >= widthMin(size) - nearly && width <= widthMax(size) + nearly)
}

test('the first cut is the largest, from the middle', () => {
  assert.deepEqual(middleCrop({ width: 1200, height: 900 }), { width: 600, x: 300, y: 0 })
  assert.deepEqual(middleCrop({ width: 300, height: 1000 }), { width: 300, x: 0, y: 275 })
})

test('it stops at each edge, and zooms about the point under the finger', () => {
  const size = { width: 1200, height: 900 }
  const first = middleCrop(size)
  assert.deepEqual(moveCrop(first, -9, 0, size), { width: 600, x: 0, y: 0 })
  assert.deepEqual(moveCrop(first, 9, 9, size), { width: 600, x: 600, y: 0 })
  assert.deepEqual(zoomCrop(first, 300, size), { width: 300, x: 450, y: 225 })
  assert.deepEqual(zoomCrop(first, 300, size, { x: 0, y: 0 }), { width: 300, x: 300, y: 0 })
  assert.equal(zoomCrop(first, 1, size).width, 240)
  assert.equal(zoomCrop(first, 9999, size).width, 600)
})

test('a picture smaller than a photo should be is taken whole', () => {
  const size = { width: 80, height: 120 }
  assert.deepEqual(zoomCrop(middleCrop(size), 1, size), { width: 80, x: 0, y: 0 })
})

test('the style sheets know the format as the program does', () => {
  const [, width, height] = /--photo-ratio: (\d+) \/ (\d+);/.exec(readFileSync('src/web/look/tokens.css', 'utf8')) ?? []
  assert.equal(Number(width) / Number(height), photoFormat.widthMm / photoFormat.heightMm)
})

test('whatever is done, the cut lies inside the picture', () => {
  const size = fc.record({ width: fc.integer({ min: 60, max: 8000 }), height: fc.integer({ min: 60, max: 8000 }) })
  const part = fc.double({ min: -3, max: 3, noNaN: true })
  const step = fc.oneof(
    fc.record({ type: fc.constant('move' as const), a: part, b: part, width: fc.constant(0) }),
    fc.record({ type: fc.constant('zoom' as const), a: part, b: part, width: fc.double({ min: -100, max: 20_000, noNaN: true }) }),
  )
  fc.assert(
    fc.property(size, fc.array(step), (picture, steps) => {
      let crop = middleCrop(picture)
      for (const { type, a, b, width } of steps) {
        crop = type === 'move' ? moveCrop(crop, a, b, picture) : zoomCrop(crop, width, picture, { x: a, y: b })
        lies(crop, picture)
      }
    }),
  )
})
