// Goal: a signature is kept as it was drawn, on a pad of any size, and a stray touch is none. Method: points at the edges and beyond; strokes by table; the pen's calls recorded.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawStrokes, isSigned, pointOn, type Stroke } from './strokes.ts'

const box = { left: 100, top: 50, width: 500, height: 200 }

test('a pointer’s place is a part of the pad, and never outside it', () => {
  assert.deepEqual(pointOn(box, { clientX: 350, clientY: 150 }), { x: 0.5, y: 0.5 })
  assert.deepEqual(pointOn(box, { clientX: 0, clientY: 900 }), { x: 0, y: 1 })
})

const drawn: [name: string, strokes: Stroke[], signed: boolean][] = [
  ['nothing', [], false],
  ['a dot', [[{ x: 0.5, y: 0.5 }]], false],
  ['many dots', Array.from({ length: 50 }, () => [{ x: 0.1, y: 0.1 }]), false],
  ['a tremble', [[{ x: 0.5, y: 0.5 }, { x: 0.52, y: 0.5 }]], false], // biome-ignore format: one case a line
  ['a line', [[{ x: 0.2, y: 0.5 }, { x: 0.4, y: 0.5 }]], true], // biome-ignore format: one case a line
  ['short ones that add up', Array.from({ length: 6 }, () => [{ x: 0.5, y: 0.4 }, { x: 0.52, y: 0.4 }]), true], // biome-ignore format: one case a line
]
for (const [name, strokes, signed] of drawn) test(`${name} is ${signed ? 'a' : 'no'} signature`, () => assert.equal(isSigned(strokes), signed))

test('every stroke begins and ends where it was drawn, at any size', () => {
  for (const scale of [1, 3]) {
    const calls: [string, ...number[]][] = []
    const note =
      (name: string) =>
      (...at: number[]) =>
        void calls.push([name, ...at])
    const pen = {
      ...{
        beginPath: note('begin'),
        moveTo: note('move'),
        lineTo: note('line'),
        quadraticCurveTo: note('curve'),
        stroke: () => void calls.push(['stroke']),
      },
      ...{ lineWidth: 0, lineCap: 'butt' as const, lineJoin: 'miter' as const, strokeStyle: '' },
    }
    const stroke = [{ x: 0, y: 0 }, { x: 0.5, y: 0.5 }, { x: 1, y: 1 }] // biome-ignore format: one stroke
    drawStrokes(pen, [stroke, []], { left: 0, top: 0, width: 100 * scale, height: 40 * scale })
    assert.deepEqual(calls[1], ['move', 0, 0])
    assert.deepEqual(calls.at(-2), ['line', 100 * scale, 40 * scale])
    assert.equal(calls.filter(([name]) => name === 'stroke').length, 1)
  }
})
