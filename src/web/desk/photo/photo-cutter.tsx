import { Button } from '@mantine/core'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { photoWords } from '../../../words/desk-form.ts'
import { useWords } from '../frame/language.tsx'
import { Icon } from '../parts/icon.tsx'
import { ChipPreview } from './chip-preview.tsx'
import { type Crop, heightOf, middleCrop, moveCrop, widthMax, widthMin, zoomCrop } from './crop.ts'
import { FaceGuide } from './face-guide.tsx'
import { cutPhoto } from './photo-file.ts'

const step = 0.03
const zoomStep = 1.08
/** Sharp on any screen, and small enough to follow the finger. */
const shownPixels = { width: 600, height: heightOf({ width: 600 }) } as const

type CutterProps = { readonly picture: ImageBitmap; onCamera(): void; onPhoto(photo: string): void }

/** Moves and zooms the picture behind a frame of the pass's own shape: by mouse, touch or keys. */
export function PhotoCutter({ picture, onCamera, onPhoto }: CutterProps) {
  const { say } = useWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [crop, setCrop] = useState<Crop>(() => middleCrop(picture))
  const [isPending, setPending] = useState(false)
  const cut = useCut(picture, crop)
  const drag = useDrag(setCrop, picture)
  useEffect(() => {
    const pen = canvas.current?.getContext('2d')
    if (!pen) return
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, shownPixels.width, shownPixels.height)
    pen.drawImage(picture, crop.x, crop.y, crop.width, heightOf(crop), 0, 0, shownPixels.width, shownPixels.height)
  }, [picture, crop])
  useWheel(canvas, (factor, about) => setCrop((before) => zoomCrop(before, before.width * factor, picture, about)))

  function onKey(event: KeyboardEvent) {
    const change = keys[event.key]
    if (!change) return
    event.preventDefault()
    setCrop((before) => change(before, picture))
  }
  async function use() {
    setPending(true)
    const photo = await cutPhoto(picture, crop)
    setPending(false)
    if (photo !== undefined) onPhoto(photo)
  }
  return (
    <div className="stack photo-cutter">
      <p className="small" id="cut-hint">
        {say(photoWords.cutHint)}
      </p>
      <div className="photo-cut">
        <div
          className="photo-frame"
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the arrow keys
          tabIndex={0}
          aria-label={say(photoWords.cutArea)}
          aria-describedby="cut-hint"
          onKeyDown={onKey}
          {...drag}
          data-autofocus
          data-testid="cut-frame"
          data-crop={`${Math.round(crop.x)} ${Math.round(crop.y)} ${Math.round(crop.width)}`}
        >
          <canvas ref={canvas} {...shownPixels} />
          <FaceGuide />
        </div>
        <ChipPreview photo={cut} />
      </div>
      <label className="photo-zoom small">
        {say(photoWords.zoom)}
        <input
          type="range"
          min={1}
          max={Math.max(1.01, widthMax(picture) / widthMin(picture))}
          step={0.01}
          value={widthMax(picture) / crop.width}
          onChange={(event) => {
            const width = widthMax(picture) / Number(event.currentTarget.value)
            setCrop((before) => zoomCrop(before, width, picture))
          }}
          data-testid="cut-zoom"
        />
      </label>
      <div className="actions actions-end">
        <Button variant="default" leftSection={<Icon name="camera" />} onClick={onCamera}>
          {say(photoWords.again)}
        </Button>
        <Button loading={isPending} onClick={() => void use()} data-testid="use-photo">
          {say(photoWords.use)}
        </Button>
      </div>
    </div>
  )
}

const restMs = 250

/** The cut as it will be sent, once the picture lies still. */
function useCut(picture: ImageBitmap, crop: Crop): string | undefined {
  const [cut, setCut] = useState<string | undefined>(undefined)
  useEffect(() => {
    let live = true
    const timer = setTimeout(() => void cutPhoto(picture, crop).then((photo) => live && setCut(photo)), restMs)
    return () => {
      live = false
      clearTimeout(timer)
    }
  }, [picture, crop])
  return cut
}

const keys: Readonly<Record<string, (crop: Crop, picture: ImageBitmap) => Crop>> = {
  ArrowLeft: (crop, picture) => moveCrop(crop, step, 0, picture),
  ArrowRight: (crop, picture) => moveCrop(crop, -step, 0, picture),
  ArrowUp: (crop, picture) => moveCrop(crop, 0, step, picture),
  ArrowDown: (crop, picture) => moveCrop(crop, 0, -step, picture),
  '+': (crop, picture) => zoomCrop(crop, crop.width / zoomStep, picture),
  '=': (crop, picture) => zoomCrop(crop, crop.width / zoomStep, picture),
  '-': (crop, picture) => zoomCrop(crop, crop.width * zoomStep, picture),
}

type Place = { readonly x: number; readonly y: number }
type SetCrop = (change: (before: Crop) => Crop) => void

/** One finger drags the picture, two pull it larger or smaller. */
function useDrag(setCrop: SetCrop, picture: ImageBitmap) {
  const fingers = useRef(new Map<number, Place>())
  const placeOf = (event: PointerEvent<HTMLElement>): Place => {
    const box = event.currentTarget.getBoundingClientRect()
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }
  }
  function onPointerDown(event: PointerEvent<HTMLElement>) {
    event.currentTarget.setPointerCapture(event.pointerId)
    fingers.current.set(event.pointerId, placeOf(event))
  }
  function onPointerMove(event: PointerEvent<HTMLElement>) {
    const before = fingers.current.get(event.pointerId)
    if (!before) return
    const now = placeOf(event)
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1]
    fingers.current.set(event.pointerId, now)
    if (!other) return setCrop((crop) => moveCrop(crop, before.x - now.x, before.y - now.y, picture))
    const pulled = apart(before, other) / Math.max(0.01, apart(now, other))
    setCrop((crop) => zoomCrop(crop, crop.width * pulled, picture, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }))
  }
  const end = (event: PointerEvent<HTMLElement>) => void fingers.current.delete(event.pointerId)
  return { onPointerDown, onPointerMove, onPointerUp: end, onPointerCancel: end }
}
const apart = (one: Place, other: Place): number => Math.hypot(one.x - other.x, one.y - other.y)

/** React listens to the wheel without the right to stop the page from scrolling: this one may. */
function useWheel(element: { readonly current: HTMLElement | null }, onZoom: (factor: number, about: Place) => void) {
  const zoom = useRef(onZoom)
  zoom.current = onZoom
  useEffect(() => {
    const frame = element.current?.parentElement
    if (!frame) return
    const turn = (event: WheelEvent) => {
      event.preventDefault()
      const box = frame.getBoundingClientRect()
      const about = { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }
      zoom.current(event.deltaY > 0 ? zoomStep : 1 / zoomStep, about)
    }
    frame.addEventListener('wheel', turn, { passive: false })
    return () => frame.removeEventListener('wheel', turn)
  }, [element])
}
