// Goal: what is printed can be read by the same reader the tablets use. Method: draw the paths to pixels, read them.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import fc from 'fast-check'
import sharp from 'sharp'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { pathsOnly } from './drawing.ts'
import { drawGuilloche, pageMm } from './guilloche.ts'
import { PageError } from './page-error.ts'
import { drawQr, moduleMmMin, quietModules, sideMmMax } from './qr.ts'

const require = createRequire(import.meta.url)
const wasm = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })

const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const textOf = (length: number) => Array.from({ length }, (_, index) => signs[(index * index * 7 + index * 3) % 45]).join('')

async function readBack(svg: string): Promise<string | undefined> {
  const png = await sharp(Buffer.from(svg), { density: 300 }).resize(900, 900, { kernel: 'nearest' }).png().toBuffer()
  const [found] = await readBarcodes(new Uint8Array(png), { formats: ['QRCode'] })
  return found?.text
}

for (const length of [1, 432, 1119, 1142, 1400])
  test(`a text of ${length} signs is read back`, async () => {
    const text = textOf(length)
    const qr = drawQr(text)
    assert.equal(await readBack(qr.svg), text)
    assert.ok(qr.moduleMm >= moduleMmMin && qr.sideMm <= sideMmMax)
    assert.ok(Math.abs(qr.sideMm - (qr.modules + 2 * quietModules) * qr.moduleMm) < 0.001)
  })

test('the usual pass with photo is version 22 on 47.5 mm, as the profile says', () => {
  const qr = drawQr(textOf(1119))
  assert.deepEqual([qr.modules, qr.moduleMm, qr.sideMm], [105, 0.42, 47.46])
})

test('the drawing is the matrix', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9A-Z $%*+\-./:]{1,200}$/), (text) => {
      const { svg, modules, dark } = drawQr(text)
      const drawn = new Set<number>()
      for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g))
        for (let step = 0; step < Number(width); step += 1) drawn.add((Number(y) - quietModules) * modules + Number(x) - quietModules + step)
      assert.deepEqual(
        [...drawn].sort((a, b) => a - b),
        dark.flatMap((value, index) => (value ? [index] : [])),
      )
    }),
    { numRuns: 25 },
  )
})

test('refuses what can not be one alphanumeric segment, or has too little room', () => {
  for (const text of ['', 'a', 'A_B', 'ក'])
    assert.throws(
      () => drawQr(text),
      (error) => error instanceof PageError && error.fault === 'qr-text',
    )
  for (const length of [1500, 1800, 5000])
    assert.throws(
      () => drawQr('A'.repeat(length)),
      (error) => error instanceof PageError && error.fault === 'qr-too-long',
    )
})

test('only paths may be drawn', () => {
  const wrap = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`
  const bad = [
    '<text>x</text>',
    '<TEXT/>',
    '< text>',
    '<g><tspan/></g>',
    '<image href="a"/>',
    '<style/>',
    '<script/>',
    '<foreignObject/>',
    '<use/>',
    '<!DOCTYPE x>',
    '<!--x-->',
    '<path d="&x;"/>',
    '<path onload="x"/>',
    '<path style="x"/>',
  ]
  for (const inner of bad)
    assert.throws(
      () => pathsOnly(wrap(inner)),
      (error) => error instanceof PageError && error.fault === 'drawing',
      inner,
    )
  assert.equal(pathsOnly(wrap('<g><path d="M0 0"/></g>')), wrap('<g><path d="M0 0"/></g>'))
})

test('each state has its own background, the same every time, and inside the page', () => {
  assert.equal(drawGuilloche('KH'), drawGuilloche('KH'))
  assert.notEqual(drawGuilloche('KH'), drawGuilloche('TH'))
  for (const [, x] of drawGuilloche('KH').matchAll(/[MLQ](-?[\d.]+) /g)) assert.ok(Number(x) >= 0 && Number(x) <= pageMm.width)
})
