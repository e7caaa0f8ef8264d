import { photoFormat } from '../../../passes/photo-format.rules.ts'

/** Below what the server takes in one request: base64 makes 180,000 characters of 135,000 bytes. */
const bytesMax = 120_000
/** A little more than the office keeps leaves it room to cut. */
const width = 600
const height = (width * photoFormat.heightMm) / photoFormat.widthMm

/** A picture as the camera gives it → JPEG in base64, upright, the pass's format from its middle, without its metadata; undefined when it is no picture. */
export async function readPicture(file: Blob): Promise<string | undefined> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined)
  if (!picture) return undefined
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) return undefined
  const scale = Math.max(width / picture.width, height / picture.height)
  const [w, h] = [picture.width * scale, picture.height * scale]
  // A picture with clear parts would turn black: paper is white.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.drawImage(picture, (width - w) / 2, (height - h) / 2, w, h)
  for (const quality of [0.9, 0.8, 0.65, 0.5]) {
    const url = canvas.toDataURL('image/jpeg', quality)
    const text = url.slice(url.indexOf(',') + 1)
    if (text.length * 0.75 <= bytesMax) return text
  }
  return undefined
}
