/** A point of a stroke in parts of the pad's width and height, so that a pad of any size draws it. */
export type Point = { readonly x: number; readonly y: number }
export type Stroke = readonly Point[]

/** The pad is as wide as a line to sign on; the server keeps marks whole. */
export const padRatio = 5 / 2
export const markPixels = { width: 960, height: 408 } as const
const lineWidthOfPad = 1 / 170

const within = (value: number): number => Math.min(1, Math.max(0, value))

/** Where a pointer stands on the pad. */
export const pointOn = (
  box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  at: { readonly clientX: number; readonly clientY: number },
): Point => ({
  x: within((at.clientX - box.left) / box.width),
  y: within((at.clientY - box.top) / box.height),
})

/** A dot is no signature: something must have been drawn. */
export function isSigned(strokes: readonly Stroke[]): boolean {
  const length = strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0)
  return length >= lengthMin
}
/** In widths of the pad. */
const lengthMin = 0.1
const lengthOf = (stroke: Stroke): number =>
  stroke.slice(1).reduce((sum, point, index) => {
    const before = stroke[index] ?? point
    return sum + Math.hypot(point.x - before.x, (point.y - before.y) / padRatio)
  }, 0)

type Pen = Pick<
  CanvasRenderingContext2D,
  'beginPath' | 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'stroke' | 'lineWidth' | 'lineCap' | 'lineJoin' | 'strokeStyle'
>

/** Draws strokes into a box, smoothed through the middles of their points. */
export function drawStrokes(pen: Pen, strokes: readonly Stroke[], box: { left: number; top: number; width: number; height: number }): void {
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.lineWidth = Math.max(1.5, box.width * lineWidthOfPad)
  pen.strokeStyle = '#14212b'
  const place = ({ x, y }: Point) => [box.left + x * box.width, box.top + y * box.height] as const
  for (const stroke of strokes) {
    const [first] = stroke
    if (!first) continue
    pen.beginPath()
    pen.moveTo(...place(first))
    stroke.slice(1).forEach((point, index) => {
      const before = stroke[index] ?? point
      const middle = { x: (before.x + point.x) / 2, y: (before.y + point.y) / 2 }
      pen.quadraticCurveTo(...place(before), ...place(middle))
    })
    pen.lineTo(...place(stroke.at(-1) ?? first))
    pen.stroke()
  }
}

/** The picture that is kept: black on white, the whole pad in it. */
export async function pictureOf(strokes: readonly Stroke[]): Promise<string> {
  const canvas = document.createElement('canvas')
  canvas.width = markPixels.width
  canvas.height = markPixels.height
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  const margin = 12
  const width = markPixels.width - 2 * margin
  const height = width / padRatio
  drawStrokes(pen, strokes, { left: margin, top: (markPixels.height - height) / 2, width, height })
  return canvas.toDataURL('image/png').split(',')[1] ?? ''
}
