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

/** A made-up signature, the same for everybody: what a hand-over keeps. */
export async function madeUpMark(): Promise<Uint8Array<ArrayBuffer>> {
  const stroke = '<path d="M10 40 C30 5 40 55 60 30 S90 10 100 35 S130 50 150 20" fill="none" stroke="#123" stroke-width="3"/>'
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="60"><rect width="160" height="60" fill="#fff"/>${stroke}</svg>`
  return new Uint8Array(await sharp(Buffer.from(drawn)).grayscale().jpeg({ quality: 60 }).toBuffer())
}
