// A process of its own, as src/passes/photo-worker.ts: what a stranger's picture does to the decoder, it does not do to the server.
import sharp from 'sharp'
import { type PhotoAnswer, photoPixelsMax, photoSidePixelsMin } from '../../passes/photo.ts'

// Whatever the first bytes claim, no other decoder can be reached.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })
sharp.cache(false)

const sidePixelsMax = 1024

process.on('disconnect', () => process.exit())
process.on('message', (input: Uint8Array) => {
  void prepare(input).then((answer) => process.send?.(answer))
})

async function prepare(input: Uint8Array): Promise<PhotoAnswer> {
  try {
    const picture = sharp(input, { limitInputPixels: photoPixelsMax, failOn: 'error' }).timeout({ seconds: 10 })
    const { width, height } = await picture.metadata()
    if (Math.min(width, height) < photoSidePixelsMin) return null
    const jpeg = await picture
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize({ width: sidePixelsMax, height: sidePixelsMax, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .jpeg({ quality: 80 })
      .toBuffer()
    // Goods have no face for a QR.
    return { portrait: new Uint8Array(jpeg), chip: new Uint8Array() }
  } catch {
    return null
  }
}
