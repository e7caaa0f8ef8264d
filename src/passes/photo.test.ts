// Goal: only a picture's own look comes in, in the two forms a pass needs, and no photo takes the server with it. Method: real and hostile files through real workers, and workers that misbehave.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { chipBytesMax, openPhotoPool, type PhotoPool, photoBytesMax, preparePhoto, prepareSheet } from './photo.ts'
import { chipCut, photoFormat, portraitPixels } from './photo-format.rules.ts'

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
  ['an SVG with a script', () => text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['an SVG behind the first bytes of a PNG', () => text('\x89PNG\r\n\x1a\n<svg xmlns="http://www.w3.org/2000/svg" width="480" height="640"/>')],
  ['a GIF', () => text('GIF89a\x01\x00\x01\x00')],
  ['a whole GIF', async () => plain(100, 100).gif().toBuffer()],
  ['a whole TIFF', async () => plain(100, 100).tiff().toBuffer()],
  ['a whole AVIF', async () => plain(100, 100).avif({ effort: 0 }).toBuffer()],
  ['a HEIC', () => text('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
  ['a PDF', () => text('%PDF-1.7\n1 0 obj\n<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>\nendobj\n%%EOF')],
  ['a page with a JPEG behind it', async () => Buffer.concat([text('<script>alert(1)</script>'), await plain(100, 100).jpeg().toBuffer()])],
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
    assert.deepEqual([large.format, large.width, large.height, large.exif, large.icc], ['jpeg', 480, 720, undefined, undefined])
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

test('a paper or a mark is kept whole: wide or high, nothing is cut, and nothing but its picture comes back', async () => {
  for (const [width, height, expected] of [
    [2400, 600, [1600, 400]],
    [300, 900, [300, 900]],
  ] as const) {
    const input = await plain(width, height)
      .withExif({ IFD0: { Copyright: 'somebody' } })
      .jpeg()
      .toBuffer()
    const outcome = await prepareSheet(input)
    assert.ok(outcome.ok)
    const sheet = await sharp(outcome.value.sheet).metadata()
    assert.deepEqual([sheet.format, sheet.width, sheet.height, sheet.exif], ['jpeg', ...expected, undefined])
  }
  for (const hostile of [text('%PDF-1.7'), floodPng(30_000), new Uint8Array(photoBytesMax + 1)])
    assert.deepEqual(await prepareSheet(hostile), { ok: false, refusal: { code: 'applicant.photo-unreadable' } })
})

test('the picture in the QR is cut from the portrait: the whole width, the head rather than the foot', () => {
  assert.deepEqual(chipCut(portraitPixels), { top: 27, height: 640 })
  assert.deepEqual(chipCut({ width: 480, height: 640 }), { top: 0, height: 640 })
  assert.equal(portraitPixels.height / portraitPixels.width, photoFormat.heightMm / photoFormat.widthMm)
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

/** The markers of a JPEG's segments up to its picture data: 0xe1–0xef and 0xfe hold metadata. */
function segmentsOf(jpeg: Uint8Array): number[] {
  const markers: number[] = []
  let at = 2
  while (jpeg[at] === 0xff && jpeg[at + 1] !== 0xda) {
    markers.push(jpeg[at + 1] ?? 0)
    at += 2 + (jpeg[at + 2] ?? 0) * 256 + (jpeg[at + 3] ?? 0)
  }
  return markers
}

const trace = '<script>alert("CANARY")</script>'
const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, trace.length + 2]), text(trace)])
const hidden: [where: string, bytes: () => Promise<Uint8Array>][] = [
  [
    'a comment of a JPEG',
    async () =>
      plain(480, 640)
        .jpeg()
        .toBuffer()
        .then((jpeg) => Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)])),
  ],
  ['what follows a JPEG', async () => Buffer.concat([await plain(480, 640).jpeg().toBuffer(), text(`<html>${trace}`)])],
  ['what follows a PNG', async () => Buffer.concat([await plain(480, 640).png().toBuffer(), text(`PK\x03\x04${trace}`)])],
  ['what follows a WebP', async () => Buffer.concat([await plain(480, 640).webp().toBuffer(), text(trace)])],
  [
    'EXIF, with the place it was taken',
    async () =>
      plain(480, 640)
        .withExif({ IFD0: { ImageDescription: trace }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '13/1 39/1 CANARY/1' } })
        .jpeg()
        .toBuffer(),
  ],
  ['XMP', async () => plain(480, 640).withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${trace}</x:xmpmeta>`).jpeg().toBuffer()],
]
for (const [where, bytes] of hidden)
  test(`nothing is left of ${where}`, async () => {
    const input = await bytes()
    assert.ok(Buffer.from(input).includes('CANARY') || where.startsWith('EXIF'))
    const { portrait, chip } = await prepared(input)
    for (const made of [portrait, chip]) assert.doesNotMatch(Buffer.from(made).toString('latin1'), /CANARY|script|Exif|GPS|http|html/)
    const segments = segmentsOf(portrait)
    assert.ok(segments.length >= 3 && segments.every((marker) => marker <= 0xe0), 'only what the picture needs')
  })

const folder = mkdtempSync(join(tmpdir(), 'spean-photo-'))
after(() => rmSync(folder, { recursive: true }))
/** A pool whose worker does `work` with each `input`. */
function poolOf(name: string, work: string, options: Parameters<typeof openPhotoPool>[0] = {}): PhotoPool {
  const file = join(folder, `${name}.ts`)
  writeFileSync(file, `process.on('disconnect', () => process.exit())\nprocess.on('message', ({ input }) => { ${work} })\n`)
  const pool = openPhotoPool({ workersMax: 1, workerFile: pathToFileURL(file), ...options })
  after(() => pool.close())
  return pool
}
const picture = (mark: number) => Uint8Array.of(0xff, 0xd8, 0xff, mark)
const codeOf = async (pool: PhotoPool, mark = 0) => {
  const outcome = await pool.prepare(picture(mark))
  return outcome.ok ? 'ok' : outcome.refusal.code
}
const answer = 'process.send({ portrait: input, chip: input })'

const deaths: [how: string, work: string, code: string][] = [
  ['ended from outside', "process.kill(process.pid, 'SIGKILL')", 'server.unavailable'],
  ['ended by itself', 'process.exit(1)', 'server.unavailable'],
  ['fallen over the photo', 'process.abort()', 'applicant.photo-unreadable'],
  ['never answering', '', 'applicant.photo-unreadable'],
]
for (const [how, work, code] of deaths)
  test(`a worker ${how} takes one photo with it: the next has a new one`, async () => {
    const pool = poolOf(how.replaceAll(' ', '-'), `if (input[3] === 0) { ${work} } else ${answer}`, { timeoutMs: 1500 })
    assert.deepEqual(await Promise.all([codeOf(pool, 1), codeOf(pool, 0), codeOf(pool, 1)]), ['ok', code, 'ok'])
  })

test('a worker reads our files alone, writes none, starts nothing, has no network and none of our environment', async () => {
  const tries = `const denied = (name) => !process.permission.has(name)
    const shut = ['fs.write', 'child', 'worker', 'net'].every(denied) && denied('fs.read') && Object.keys(process.env).every((name) => name.startsWith('NODE_CHANNEL'))
    if (shut) ${answer}; else process.send(null)`
  assert.equal(await codeOf(poolOf('shut', tries)), 'ok')
})

test('too long a queue is refused, closing refuses what waits, and a closed pool refuses all', async () => {
  const pool = poolOf('queue', '', { waitingMax: 1 })
  const codes = [1, 2, 3].map(() => codeOf(pool))
  assert.equal(await codes[2], 'server.unavailable')
  pool.close()
  assert.deepEqual(
    [...(await Promise.all(codes)), await codeOf(pool)],
    Array.from({ length: 4 }, () => 'server.unavailable'),
  )
})
