import { photoFormat } from '../../../passes/photo-format.rules.ts'

export type Size = { readonly width: number; readonly height: number }
/** A cut-out of a picture in the picture's own pixels: as high as the pass's format makes it. */
export type Crop = { readonly x: number; readonly y: number; readonly width: number }

export const heightOf = ({ width }: Pick<Crop, 'width'>): number => (width * photoFormat.heightMm) / photoFormat.widthMm
/** The widest cut that fits. */
export const widthMax = (size: Size): number => Math.min(size.width, (size.height * photoFormat.widthMm) / photoFormat.heightMm)
const zoomMax = 6
/** Fewer pixels tell nobody apart; a smaller picture is taken as it is. */
const widthWorth = 240
export const widthMin = (size: Size): number => Math.min(widthMax(size), Math.max(widthWorth, widthMax(size) / zoomMax))

const between = (value: number, min: number, max: number): number => Math.min(Math.max(value, min), max)

/** Never outside the picture: no edge of a photo is empty. */
function inside({ x, y, width }: Crop, size: Size): Crop {
  const fitting = between(width, widthMin(size), widthMax(size))
  return {
    width: fitting,
    x: between(x, 0, size.width - fitting),
    y: between(y, 0, size.height - heightOf({ width: fitting })),
  }
}

/** The whole of it, from the middle: as the pass would cut a picture that nobody moved. */
export function middleCrop(size: Size): Crop {
  const width = widthMax(size)
  return { width, x: (size.width - width) / 2, y: (size.height - heightOf({ width })) / 2 }
}

/** Moves the cut by parts of its own width and height. */
export const moveCrop = (crop: Crop, right: number, down: number, size: Size): Crop =>
  inside({ ...crop, x: crop.x + right * crop.width, y: crop.y + down * heightOf(crop) }, size)

/** Makes the cut wider or narrower; the point at `about` (parts of the cut) stays where it is. */
export function zoomCrop(crop: Crop, width: number, size: Size, about: { readonly x: number; readonly y: number } = { x: 0.5, y: 0.5 }): Crop {
  const fitting = between(width, widthMin(size), widthMax(size))
  return inside(
    {
      width: fitting,
      x: crop.x + about.x * (crop.width - fitting),
      y: crop.y + about.y * (heightOf(crop) - heightOf({ width: fitting })),
    },
    size,
  )
}
