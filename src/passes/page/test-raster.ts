import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import sharp, { type Sharp } from 'sharp'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { type PassPageData, toPageJob } from './pass-page.ts'
import type { Typesetter } from './typesetter.ts'

/** What office printers and flat scanners give. */
export const dotsPerInch = 300
export const dotsOfMm = (mm: number): number => (mm / 25.4) * dotsPerInch

const require = createRequire(import.meta.url)
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))).buffer } })

/** Grey, one byte a dot. */
export type Picture = { readonly bytes: Uint8Array; readonly width: number; readonly height: number }

const template = readFileSync(new URL('pass-page.typ', import.meta.url), 'utf8')

/** The real page as 300 dots to the inch would print it, and the part of it around the code. */
export async function printedCode(typesetter: Typesetter, data: PassPageData, sideMm: number): Promise<Picture> {
  const svg = typesetter.draw(template, toPageJob([data])).replace(/width="([\d.]+)pt" height="([\d.]+)pt"/, (_, width, height) => {
    const [across, down] = [width, height].map((points) => (Number(points) / 72) * dotsPerInch)
    return `width="${across}" height="${down}"`
  })
  const page = sharp(Buffer.from(svg), { density: 72, unlimited: true }).flatten({ background: '#fff' }).greyscale()
  const side = Math.floor(dotsOfMm(sideMm))
  const left = Math.floor(dotsOfMm(125 - 2.2 - sideMm))
  const { data: bytes, info } = await page
    .extract({ left, top: Math.floor(dotsOfMm(3)), width: side, height: side })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { bytes: new Uint8Array(bytes), width: info.width, height: info.height }
}

/** What the tablets' own reader finds; undefined: nothing. */
export async function readCode({ bytes, width, height }: Picture): Promise<string | undefined> {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255)
  for (const [index, grey] of bytes.entries()) rgba.fill(grey, index * 4, index * 4 + 3)
  const [found] = await readBarcodes({ data: rgba, width, height, colorSpace: 'srgb' } as Parameters<typeof readBarcodes>[0], {
    formats: ['QRCode'],
    tryHarder: true,
  })
  return found?.text
}

const changed = async ({ bytes, width, height }: Picture, change: (image: Sharp) => Sharp): Promise<Picture> => {
  const image = change(sharp(bytes, { raw: { width, height, channels: 1 } })).greyscale()
  const done = await image.raw().toBuffer({ resolveWithObject: true })
  return { bytes: new Uint8Array(done.data), width: done.info.width, height: done.info.height }
}

/** Out of focus: a Gaussian of so many dots. */
export const blurred = (picture: Picture, dots: number): Promise<Picture> => changed(picture, (image) => image.blur(dots))

/** Ink that ran, or too little of it: every edge moves by about half a dot for each 30 of `by`. */
export const inked = async (picture: Picture, by: number): Promise<Picture> =>
  changed(await blurred(picture, 1), (image) => image.threshold(128 + by))

/** Dust and holes: a share of the dots, black or white by turns, the same for the same seed. */
export function speckled(picture: Picture, share: number): Picture {
  const bytes = picture.bytes.slice()
  let seed = 20_261_120
  const next = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed / 2 ** 32
  }
  for (let index = 0; index < bytes.length; index += 1) if (next() < share) bytes[index] = next() < 0.5 ? 0 : 255
  return { ...picture, bytes }
}

/** Seen from the side: turned by degrees, then leaning back, so that the far edge is `lean` shorter than the near one. */
export function tilted(picture: Picture, { degrees = 0, lean = 0 }: { degrees?: number; lean?: number }): Picture {
  const { width, height } = picture
  const side = Math.ceil(Math.hypot(width, height))
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  const bytes = new Uint8Array(side * side).fill(238)
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      // Back from the seen dot to the printed one: the lean first, then the turn.
      const [across, down] = [x - side / 2, y - side / 2]
      const depth = 1 - (lean / 2) * (down / (height / 2))
      const [flatX, flatY] = [across * depth, down * depth]
      const grey = greyAt(picture, flatX * cos + flatY * sin + width / 2, flatY * cos - flatX * sin + height / 2)
      if (grey !== undefined) bytes[y * side + x] = grey
    }
  return { bytes, width: side, height: side }
}

/** Between four dots, as a lens mixes them; undefined outside. */
function greyAt({ bytes, width, height }: Picture, x: number, y: number): number | undefined {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return undefined
  const [dx, dy, at] = [x - left, y - top, top * width + left]
  const [a = 0, b = 0, c = 0, d = 0] = [bytes[at], bytes[at + 1], bytes[at + width], bytes[at + width + 1]]
  return a * (1 - dx) * (1 - dy) + b * dx * (1 - dy) + c * (1 - dx) * dy + d * dx * dy
}
