// A process of its own: what a stranger's picture does to the decoder, it does not do to the server. It ends when its parent is gone.
import sharp, { type Sharp } from 'sharp'
import { chipBytesMax, type PhotoAnswer, type PhotoJob, photoPixelsMax, photoSidePixelsMin, sheetSidePixelsMax } from './photo.ts'
import { chipCut, chipPixels, portraitPixels } from './photo-format.rules.ts'

// Whatever the first bytes claim, no other decoder can be reached (SVG, PDF, TIFF, GIF, HEIC …).
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })
sharp.cache(false)

process.on('disconnect', () => process.exit())
process.on('message', ({ type, input }: PhotoJob) => {
  void (type === 'face' ? prepareFace(input) : prepareSheet(input)).then((answer) => process.send?.(answer))
})

async function prepareFace(input: Uint8Array): Promise<PhotoAnswer> {
  const portrait = await decodePortrait(input)
  if (!portrait) return null
  const [jpeg, chip] = await Promise.all([encodeJpeg(portrait), encodeChip(portrait)])
  return { portrait: jpeg, chip }
}

const raw = { raw: { width: portraitPixels.width, height: portraitPixels.height, channels: 3 } } as const

const sheetSide = { width: sheetSidePixelsMax, height: sheetSidePixelsMax } as const

async function prepareSheet(input: Uint8Array): Promise<PhotoAnswer> {
  const picture = await decode(input)
  try {
    if (!picture) return null
    const sheet = picture.resize({ ...sheetSide, fit: 'inside', withoutEnlargement: true }).toColourspace('srgb')
    return { sheet: own(await sheet.jpeg({ quality: 80 }).toBuffer()) }
  } catch {
    return null
  }
}

async function decodePortrait(input: Uint8Array): Promise<Buffer | undefined> {
  const picture = await decode(input)
  try {
    return await picture
      ?.resize({ ...portraitPixels, fit: 'cover', position: 'centre' })
      .toColourspace('srgb')
      .raw()
      .toBuffer()
  } catch {
    // The decoder's words are about libraries, not about the photo: the one refusal says enough.
    return undefined
  }
}

/** Upright on white paper; undefined when it is no picture, or one too small. */
async function decode(input: Uint8Array): Promise<Sharp | undefined> {
  try {
    const picture = sharp(input, { limitInputPixels: photoPixelsMax, failOn: 'error' }).timeout({ seconds: 10 })
    const { width, height } = await picture.metadata()
    return Math.min(width, height) < photoSidePixelsMin ? undefined : picture.autoOrient().flatten({ background: '#ffffff' })
  } catch {
    return undefined
  }
}

async function encodeJpeg(portrait: Buffer): Promise<Uint8Array<ArrayBuffer>> {
  return own(await sharp(portrait, raw).jpeg({ quality: 88, chromaSubsampling: '4:4:4' }).toBuffer())
}

// Sharpest first: the least blur that leaves a bearable quality within the limit; a photo of pure noise ends as a soft grey.
async function encodeChip(portrait: Buffer): Promise<Uint8Array<ArrayBuffer>> {
  const cut = { left: 0, width: portraitPixels.width, ...chipCut(portraitPixels) }
  for (const step of chipSteps) {
    const small = await sharp(portrait, raw).extract(cut).resize(chipPixels).greyscale().toBuffer()
    const grey = sharp(small, { raw: { ...chipPixels, channels: 1 } })
    const softened = await (step.blurPixels > 0 ? grey.blur(step.blurPixels) : grey).extractChannel(0).raw().toBuffer()
    const found = await bestWithin(softened, step.qualityMin)
    if (found) return own(found)
  }
  throw new Error('a blurred chip is still over its limit: the encoder has changed')
}

const qualityMax = 80
const chipSteps = [
  { blurPixels: 0, qualityMin: 8 },
  { blurPixels: 0.5, qualityMin: 6 },
  { blurPixels: 0.8, qualityMin: 4 },
  { blurPixels: 1.2, qualityMin: 1 },
  { blurPixels: 3, qualityMin: 1 },
  { blurPixels: 12, qualityMin: 1 },
]

async function bestWithin(grey: Buffer, qualityMin: number): Promise<Buffer | undefined> {
  let [low, high] = [qualityMin, qualityMax]
  let best: Buffer | undefined
  while (low <= high) {
    const quality = Math.floor((low + high) / 2)
    const webp = await sharp(grey, { raw: { ...chipPixels, channels: 1 } })
      .webp({ quality, effort: 6, preset: 'photo' })
      .toBuffer()
    if (webp.length <= chipBytesMax) [best, low] = [webp, quality + 1]
    else high = quality - 1
  }
  return best
}

const own = (bytes: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)
