import sharp from 'sharp'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'

export const photoBytesMax = 10_000_000
export const photoPixelsMax = 20_000_000
/** A side shorter than the chip's own tells nobody apart. */
export const photoSidePixelsMin = 60
export const portraitPixels = { width: 480, height: 640 } as const
export const chipPixels = { width: 60, height: 80 } as const
/** What profile BP1 allows a written pass (docs/spec/credential.md): the picture in the QR. */
export const chipBytesMax = 450

export type PreparedPhoto = {
  /** 480×640 JPEG, sRGB, without metadata: for screens and paper. */
  readonly portrait: Uint8Array<ArrayBuffer>
  /** 60×80 greyscale WebP of at most 450 bytes: for the QR, and the officer's eye only. */
  readonly chip: Uint8Array<ArrayBuffer>
}

/**
 * A photo as a person brings it (JPEG, PNG or WebP, at most 10 MB and 20 megapixels) in the two forms a pass needs, cropped to the 3:4 of its
 * centre and turned upright. Refuses with `applicant.photo-unreadable`. Equal bytes in give equal bytes out.
 */
export async function preparePhoto(input: Uint8Array): Promise<Outcome<PreparedPhoto>> {
  if (input.length > photoBytesMax || !isPicture(input)) return unreadable()
  const portrait = await decodePortrait(input)
  if (!portrait) return unreadable()
  const [jpeg, chip] = await Promise.all([encodeJpeg(portrait), encodeChip(portrait)])
  return accept({ portrait: jpeg, chip })
}

const unreadable = () => refuse('applicant.photo-unreadable')
const raw = { raw: { width: portraitPixels.width, height: portraitPixels.height, channels: 3 } } as const

// Only three decoders may see a stranger's bytes: the image library would open SVG, PDF or TIFF as gladly.
function isPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return head.startsWith('\xff\xd8\xff') || head.startsWith('\x89PNG\r\n\x1a\n') || (head.startsWith('RIFF') && head.endsWith('WEBP'))
}

async function decodePortrait(input: Uint8Array): Promise<Buffer | undefined> {
  try {
    const picture = sharp(input, { limitInputPixels: photoPixelsMax, failOn: 'error' }).timeout({ seconds: 10 })
    const { width, height } = await picture.metadata()
    if (Math.min(width, height) < photoSidePixelsMin) return undefined
    return await picture
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize({ ...portraitPixels, fit: 'cover', position: 'centre' })
      .toColourspace('srgb')
      .raw()
      .toBuffer()
  } catch {
    // The decoder's words are about libraries, not about the photo: the one refusal says enough.
    return undefined
  }
}

async function encodeJpeg(portrait: Buffer): Promise<Uint8Array<ArrayBuffer>> {
  return own(await sharp(portrait, raw).jpeg({ quality: 88, chromaSubsampling: '4:4:4' }).toBuffer())
}

// Sharpest first: the least blur that leaves a bearable quality within the limit; a photo of pure noise ends as a soft grey.
async function encodeChip(portrait: Buffer): Promise<Uint8Array<ArrayBuffer>> {
  for (const step of chipSteps) {
    const small = await sharp(portrait, raw).resize(chipPixels).greyscale().toBuffer()
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
