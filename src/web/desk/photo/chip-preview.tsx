import { useEffect, useRef } from 'react'
import { type Crop, heightOf } from './crop.ts'

/** Of the picture in the code; the server's own measure (passes/photo.ts) decides. */
const chipPixels = { width: 60, height: 80 } as const

type Source = { readonly picture: CanvasImageSource; readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export const sourceOf = (picture: CanvasImageSource, crop: Crop): Source => ({ picture, ...crop, height: heightOf(crop) })

/** The small grey picture that goes into the code, about as the server makes it: its own is smaller still in bytes. */
export function ChipPreview({ source, label }: { source: Source | undefined; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const pen = canvas.current?.getContext('2d', { willReadFrequently: true })
    if (!pen) return
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, chipPixels.width, chipPixels.height)
    if (!source) return
    pen.imageSmoothingQuality = 'high'
    pen.drawImage(source.picture, source.x, source.y, source.width, source.height, 0, 0, chipPixels.width, chipPixels.height)
    const image = pen.getImageData(0, 0, chipPixels.width, chipPixels.height)
    const { data } = image
    for (let at = 0; at < data.length; at += 4) {
      const grey = 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0)
      data[at] = grey
      data[at + 1] = grey
      data[at + 2] = grey
    }
    pen.putImageData(image, 0, 0)
  }, [source])
  return <canvas ref={canvas} className="chip" width={chipPixels.width} height={chipPixels.height} role="img" aria-label={label} />
}
