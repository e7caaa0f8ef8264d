// Goal: the code that an office prints is read, at every module size we allow, and never read wrong. Method: the real page, drawn at 300 dots to the inch and read with the tablets' own reader: as it is, out of focus, turned and seen from the side, with ink that ran and with dust.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { PageError } from './page-error.ts'
import { drawQr, moduleMmMax, moduleMmMin, type QrDrawing } from './qr.ts'
import { samplePage } from './sample-page.test.ts'
import { blurred, dotsOfMm, inked, type Picture, printedCode, readCode, speckled, tilted } from './test-raster.ts'
import { openTypesetter } from './typesetter.ts'

type Spoilt = (picture: Picture) => Picture | Promise<Picture>
/** What must be read, everywhere. */
const usual: [name: string, spoil: Spoilt][] = [
  ['as printed', (picture) => picture],
  ['a little out of focus', (picture) => blurred(picture, 1)],
  ['out of focus', (picture) => blurred(picture, 1.6)],
  ...[2, 7, 20, 45, 90, 133, 180].map((degrees): [string, Spoilt] => [`turned by ${degrees}°`, (picture) => tilted(picture, { degrees })]),
  ['seen from the side', (picture) => tilted(picture, { lean: 0.1 })],
  ['turned and from the side', (picture) => tilted(picture, { degrees: 12, lean: 0.15 })],
  ['turned, from the side, out of focus', async (picture) => blurred(tilted(picture, { degrees: 5, lean: 0.1 }), 1)],
  ['ink that ran', (picture) => inked(picture, 40)],
  ['too little ink', (picture) => inked(picture, -40)],
  ['dust, 1 %', (picture) => speckled(picture, 0.01)],
]
/** What may be too much; a wrong text may come out of none. */
const hard: [name: string, spoil: Spoilt][] = [
  ['far out of focus', (picture) => blurred(picture, 2.2)],
  ['lost in a blur', (picture) => blurred(picture, 4)],
  ['leaning far back', (picture) => tilted(picture, { lean: 0.35 })],
  ['turned and leaning far back', (picture) => tilted(picture, { degrees: 30, lean: 0.3 })],
  ['flooded with ink', (picture) => inked(picture, 90)],
  ['dust, 5 %', (picture) => speckled(picture, 0.05)],
  ['dust, 15 %', (picture) => speckled(picture, 0.15)],
  ['dust and out of focus', async (picture) => blurred(speckled(picture, 0.05), 1.2)],
]

const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const textOf = (length: number) => Array.from({ length }, (_, index) => signs[(index * index * 7 + index * 3 + length) % 45]).join('')
const versionOf = ({ modules }: QrDrawing): number => (modules - 17) / 4

/** A text for each module size: the longest of its version. */
const sizes = new Map<number, { qr: QrDrawing; text: string }>()
let longest = 0
for (let length = 1; length <= 1800; length += 1) {
  const text = textOf(length)
  try {
    const qr = drawQr(text)
    sizes.set(versionOf(qr), { qr, text })
    longest = length
  } catch (error) {
    assert.ok(error instanceof PageError && error.fault === 'qr-too-long')
    break
  }
}

const typesetter = openTypesetter()
const counts = { read: 0, notRead: 0, wrong: 0 }

async function readAll(text: string, sideMm: number): Promise<{ lost: string[]; readHard: number }> {
  const picture = await printedCode(typesetter, samplePage({ qrText: text }), sideMm)
  const lost: string[] = []
  let readHard = 0
  for (const [name, spoil] of [...usual, ...hard]) {
    const found = await readCode(await spoil(picture))
    counts[found === text ? 'read' : found === undefined ? 'notRead' : 'wrong'] += 1
    assert.ok(found === undefined || found === text, `${name}: a wrong text`)
    const isHard = hard.some(([each]) => each === name)
    if (found === undefined && !isHard) lost.push(name)
    if (found === text && isHard) readHard += 1
  }
  return { lost, readHard }
}

// A pass without photo is version 13 or more; from there on each version up to 22 has a module size of its own, and 22 to 25 have the smallest.
for (const [version, { qr, text }] of sizes)
  if (version >= 13 && version !== 23 && version !== 24)
    test(`version ${version}, modules of ${qr.moduleMm} mm, is read at 300 dots to the inch`, async (t) => {
      const { lost, readHard } = await readAll(text, qr.sideMm)
      t.diagnostic(
        `${dotsOfMm(qr.moduleMm).toFixed(2)} dots a module: ${usual.length - lost.length} of ${usual.length}, and ${readHard} of ${hard.length} hard ones`,
      )
      assert.deepEqual(lost, [])
    })

const vectors = JSON.parse(readFileSync(new URL('../../../vectors/credential/valid.json', import.meta.url), 'utf8')) as {
  name: string
  text: string
}[]
for (const [name, version] of [
  ['a Cambodian pass, ES256', 13],
  ['with a photo of 450 bytes, the most we write', 23],
] as const)
  test(`a real pass, ${name}, is version ${version}, and read`, async () => {
    const { text } = vectors.find((vector) => vector.name === name) ?? assert.fail(name)
    const qr = drawQr(text)
    assert.equal(versionOf(qr), version)
    assert.deepEqual((await readAll(text, qr.sideMm)).lost, [])
  })

test('every module size from the smallest to the largest was printed', () => {
  const moduleSizes = [...new Set([...sizes.values()].map(({ qr }) => qr.moduleMm))].sort((a, b) => a - b)
  assert.equal(moduleSizes[0], moduleMmMin)
  assert.equal(moduleSizes.at(-1), moduleMmMax)
  assert.deepEqual(
    [...sizes.keys()].filter((version) => version >= 13),
    Array.from({ length: 13 }, (_, index) => index + 13),
  )
})

test('one sign more, which would need smaller modules, is refused before anything is printed', () => {
  assert.equal(drawQr(textOf(longest)).moduleMm, moduleMmMin)
  for (const length of [longest + 1, longest + 100, 1800])
    assert.throws(
      () => drawQr(textOf(length)),
      (error) => error instanceof PageError && error.fault === 'qr-too-long',
    )
})

test('no wrong text was ever read', (t) => {
  t.diagnostic(`${counts.read} read, ${counts.notRead} not read, ${counts.wrong} wrong`)
  assert.equal(counts.wrong, 0)
})
