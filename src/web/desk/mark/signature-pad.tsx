import { Button } from '@mantine/core'
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { handOverWords } from '../../../words/office.ts'
import { useWords } from '../frame/language.tsx'
import { Icon } from '../parts/icon.tsx'
import { drawStrokes, pointOn, type Stroke } from './strokes.ts'

/** A line to sign on, for a pen, a finger or the mouse. What was drawn is `strokes`; who cannot draw sets a thumb mark. */
export function SignaturePad({ strokes, onStrokes }: { strokes: readonly Stroke[]; onStrokes: (strokes: readonly Stroke[]) => void }) {
  const { say } = useWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [current, setCurrent] = useState<{ readonly pointer: number; readonly stroke: Stroke } | undefined>(undefined)
  const size = useBoxSize(canvas)
  useEffect(() => {
    const surface = canvas.current
    const pen = surface?.getContext('2d')
    if (!surface || !pen) return
    // As many dots as the screen has: a line drawn at half of them looks torn.
    surface.width = Math.round(size.width * size.density)
    surface.height = Math.round(size.height * size.density)
    const box = { left: 0, top: 0, width: surface.width, height: surface.height }
    drawStrokes(pen, current ? [...strokes, current.stroke] : strokes, box)
  }, [strokes, current, size])

  function begin(event: PointerEvent<HTMLCanvasElement>) {
    // The palm beside the pen is no second stroke.
    if (current || event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    setCurrent({ pointer: event.pointerId, stroke: [pointOn(event.currentTarget.getBoundingClientRect(), event)] })
  }
  function move(event: PointerEvent<HTMLCanvasElement>) {
    if (current?.pointer !== event.pointerId) return
    const box = event.currentTarget.getBoundingClientRect()
    const coalesced = event.nativeEvent.getCoalescedEvents?.() ?? []
    const events = coalesced.length > 0 ? coalesced : [event.nativeEvent]
    setCurrent((before) => before && { ...before, stroke: [...before.stroke, ...events.map((at) => pointOn(box, at))] })
  }
  function end(event: PointerEvent<HTMLCanvasElement>) {
    if (current?.pointer !== event.pointerId) return
    onStrokes([...strokes, current.stroke])
    setCurrent(undefined)
  }
  return (
    <div className="signature">
      <p id="signature-hint" className="small">
        {say(handOverWords.drawHere)}
      </p>
      <canvas
        ref={canvas}
        className="signature-pad"
        role="img"
        aria-label={say(handOverWords.signature)}
        aria-describedby="signature-hint"
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
        data-testid="signature-pad"
        data-strokes={strokes.length}
      />
      <div className="actions">
        <Button
          variant="default"
          size="sm"
          leftSection={<Icon name="undo" />}
          disabled={strokes.length === 0}
          onClick={() => onStrokes(strokes.slice(0, -1))}
          data-testid="undo-stroke"
        >
          {say(handOverWords.undo)}
        </Button>
        <Button variant="default" size="sm" disabled={strokes.length === 0} onClick={() => onStrokes([])} data-testid="clear-strokes">
          {say(handOverWords.clear)}
        </Button>
      </div>
    </div>
  )
}

type Size = { readonly width: number; readonly height: number; readonly density: number }
/** The element's size as it changes, in screen dots per pixel as they are now. */
function useBoxSize(element: { readonly current: HTMLElement | null }): Size {
  const [size, setSize] = useState<Size>({ width: 300, height: 120, density: 1 })
  useEffect(() => {
    const { current } = element
    if (!current) return
    const read = () => setSize({ width: current.clientWidth, height: current.clientHeight, density: Math.max(1, devicePixelRatio) })
    const observer = new ResizeObserver(read)
    observer.observe(current)
    read()
    return () => observer.disconnect()
  }, [element])
  return size
}
