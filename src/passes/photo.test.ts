import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { chipBytesMax, photoBytesMax, preparePhoto } from './photo.ts'

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#8899aa' } })
const pngOf = async (width: number, height: number) => new Uint8Array(await plain(width, height).png().toBuffer())

/** A PNG that says how large it is and hardly brings a pixel. */
function floodPng(side: number): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0])
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(1000))), chunk('IEND', Buffer.alloc(0))])
}

// A picture whose bytes look random, so that no codec can make it small; the same in every run.
function noise(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(width * height * 3)
  let state = 1
  for (let at = 0; at < bytes.length; at += 1) {
    state = (state * 48271) % 2147483647
    bytes[at] = state & 255
  }
  return bytes
}

const text = (words: string) => new TextEncoder().encode(words)
const bad: [why: string, bytes: () => Promise<Uint8Array> | Uint8Array][] = [
  ['nothing', () => new Uint8Array()],
  ['NUL bytes', () => new Uint8Array(5000)],
  ['text', () => text('this is no photo')],
  ['an SVG', () => text('<svg xmlns="http://www.w3.org/2000/svg" width="480" height="640"><rect width="480" height="640"/></svg>')],
  ['a GIF', () => text('GIF89a\x01\x00\x01\x00')],
  ['a PNG signature alone', () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
  ['a JPEG signature alone', () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
  ['a WebP signature alone', () => text('RIFF1234WEBP')],
  [
    'a truncated PNG',
    async () =>
      sharp(noise(300, 400), { raw: { width: 300, height: 400, channels: 3 } })
        .png()
        .toBuffer()
        .then((png) => png.subarray(0, png.length / 2)),
  ],
  [
    'a truncated JPEG',
    async () =>
      sharp(noise(300, 400), { raw: { width: 300, height: 400, channels: 3 } })
        .jpeg()
        .toBuffer()
        .then((jpeg) => jpeg.subarray(0, jpeg.length / 2)),
  ],
  ['a PNG of 30000 × 30000', () => floodPng(30000)],
  ['a PNG of 4000 × 6000, over 20 megapixels', () => pngOf(4000, 6000)],
  ['a picture smaller than the chip', () => pngOf(59, 80)],
  [
    'more than ten megabytes',
    () => {
      const many = new Uint8Array(photoBytesMax + 1)
      many.set([0xff, 0xd8, 0xff])
      return many
    },
  ],
]
for (const [why, bytes] of bad)
  test(`refuses ${why}`, async () => {
    assert.deepEqual(await preparePhoto(await bytes()), { ok: false, refusal: { code: 'applicant.photo-unreadable' } })
  })

async function prepared(input: Uint8Array) {
  const outcome = await preparePhoto(input)
  assert.ok(outcome.ok)
  return outcome.value
}

for (const format of ['jpeg', 'png', 'webp'] as const)
  test(`a ${format} becomes a portrait without metadata and a chip within its bytes`, async () => {
    const withPlace = { IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitudeRef: 'N' } }
    const input = await plain(900, 1000).withExif(withPlace).toFormat(format).toBuffer()
    const { portrait, chip } = await prepared(input)
    const large = await sharp(portrait).metadata()
    assert.deepEqual([large.format, large.width, large.height, large.exif, large.icc], ['jpeg', 480, 640, undefined, undefined])
    const small = await sharp(chip).metadata()
    assert.deepEqual([small.format, small.width, small.height, small.exif], ['webp', 60, 80, undefined])
    assert.ok(chip.length <= chipBytesMax)
  })

test('a picture of pure noise still fits into the chip', async () => {
  const input = await sharp(noise(480, 640), { raw: { width: 480, height: 640, channels: 3 } })
    .png()
    .toBuffer()
  assert.ok((await prepared(input)).chip.length <= chipBytesMax)
})

test('the chip is grey', async () => {
  const input = await sharp({ create: { width: 480, height: 640, channels: 3, background: '#ff0000' } })
    .png()
    .toBuffer()
  const pixels = await sharp((await prepared(input)).chip)
    .removeAlpha()
    .raw()
    .toBuffer()
  for (let at = 0; at < pixels.length; at += 3) assert.ok(Math.abs((pixels[at] ?? 0) - (pixels[at + 1] ?? 0)) <= 2)
})

test('a photo taken sideways is turned upright, and the sides are cropped, not squeezed', async () => {
  const left = await plain(300, 900).png().toBuffer()
  const input = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#ffffff' } })
    .composite([{ input: left, left: 0, top: 0 }])
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  // Orientation 6 asks for a quarter turn to the right: what was at the left is now at the top.
  const { data, info } = await sharp((await prepared(input)).portrait)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => data[(y * info.width + x) * 3] ?? 0
  assert.ok(at(240, 20) < 150 && at(240, 620) > 240)
})

test('equal bytes in, equal bytes out', async () => {
  const input = await sharp(noise(200, 300), { raw: { width: 200, height: 300, channels: 3 } })
    .png()
    .toBuffer()
  assert.deepEqual(await prepared(input), await prepared(input))
})
