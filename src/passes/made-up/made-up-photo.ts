import sharp from 'sharp'
import { madeUpFace } from './made-up-face.ts'

/** The face of the made-up person `index` as a JPEG of 480 × 640: what an applicant would bring. There are 256, so the caller may keep them. */
export async function madeUpPhoto(index: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    await sharp(Buffer.from(madeUpFace(index)))
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 90 })
      .toBuffer(),
  )
}
