import { type Crop, heightOf } from './crop.ts'

/** Below what the server takes in one request: base64 makes 180,000 characters of 135,000 bytes. */
export const photoBytesMax = 132_000
const longSidePixelsMax = 1280
const qualities = [0.9, 0.82, 0.74, 0.64, 0.5, 0.35]

/** Opens a picture as the camera or a file gives it, upright; undefined when it is no picture. */
export const openPicture = (file: Blob): Promise<ImageBitmap | undefined> =>
  createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined)

/** A picture as the camera or a file gives it → JPEG in base64, upright, small enough to send, without its metadata; undefined when it is no picture. */
export async function readPhoto(file: Blob): Promise<string | undefined> {
  const picture = await openPicture(file)
  return picture && wholePhoto(picture)
}

/** A picture as it is, in the same form. */
export const wholePhoto = (picture: ImageBitmap): Promise<string | undefined> =>
  jpegOf(picture, { x: 0, y: 0, width: picture.width, height: picture.height })

/** The cut-out of a picture, in the same form. */
export const cutPhoto = (picture: ImageBitmap, crop: Crop): Promise<string | undefined> => jpegOf(picture, { ...crop, height: heightOf(crop) })

type Part = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

async function jpegOf(picture: ImageBitmap, part: Part): Promise<string | undefined> {
  for (let longSide = longSidePixelsMax; longSide >= 160; longSide = Math.round(longSide * 0.7)) {
    const canvas = drawAt(picture, part, longSide)
    for (const quality of qualities) {
      const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
      if (jpeg && jpeg.size <= photoBytesMax) return base64(jpeg)
    }
  }
  return undefined
}

function drawAt(picture: ImageBitmap, { x, y, width, height }: Part, longSide: number): HTMLCanvasElement {
  const scale = Math.min(1, longSide / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) return canvas
  // A picture with clear parts would turn black: paper is white.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, x, y, width, height, 0, 0, canvas.width, canvas.height)
  return canvas
}

async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}

/** A photo in base64 as a picture's address. */
export const dataAddress = (photo: string): string => `data:image/jpeg;base64,${photo}`
