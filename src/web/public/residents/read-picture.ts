import { photoFormat } from '../../../passes/photo-format.rules.ts'

/** Below what the server takes in one request: base64 makes 180,000 characters of 135,000 bytes. */
const bytesMax = 120_000
/** A little more than the office keeps leaves it room to cut. */
const width = 600
const height = (width * photoFormat.heightMm) / photoFormat.widthMm

/** A picture as the camera gives it → JPEG in base64, upright, the pass's format from its middle, without its metadata; undefined when it is no picture. */
export function readPicture(file: Blob): Promise<string | undefined> {
  return redraw(file, bytesMax, (picture) => {
    const scale = Math.max(width / picture.width, height / picture.height)
    return { width, height, scale }
  })
}

/** A stamp must be read: whole, and larger than a face. */
const evidenceSideMax = 1600
const evidenceBytesMax = 1_200_000
export function readEvidence(file: Blob): Promise<string | undefined> {
  return redraw(file, evidenceBytesMax, (picture) => {
    const scale = Math.min(1, evidenceSideMax / Math.max(picture.width, picture.height))
    return { width: Math.max(1, Math.round(picture.width * scale)), height: Math.max(1, Math.round(picture.height * scale)), scale }
  })
}

type Drawn = { readonly width: number; readonly height: number; readonly scale: number }
async function redraw(file: Blob, most: number, drawnAs: (picture: ImageBitmap) => Drawn): Promise<string | undefined> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined)
  if (!picture) return undefined
  const drawn = drawnAs(picture)
  const canvas = document.createElement('canvas')
  canvas.width = drawn.width
  canvas.height = drawn.height
  const pen = canvas.getContext('2d')
  if (!pen) return undefined
  const [w, h] = [picture.width * drawn.scale, picture.height * drawn.scale]
  // A picture with clear parts would turn black: paper is white.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, drawn.width, drawn.height)
  pen.drawImage(picture, (drawn.width - w) / 2, (drawn.height - h) / 2, w, h)
  for (const quality of [0.9, 0.8, 0.65, 0.5]) {
    const url = canvas.toDataURL('image/jpeg', quality)
    const text = url.slice(url.indexOf(',') + 1)
    if (text.length * 0.75 <= most) return text
  }
  return undefined
}
