import { useEffect, useRef } from 'preact/hooks'
import type { Gate } from './gate.ts'
import { codeCharactersMin, type Scanned, silenceMs, Wedge } from './wedge.ts'

const isField = (target: EventTarget | null): boolean => target instanceof Element && target.matches('input, textarea, select')
const lineWaitMs = 1_600
export const goodsKey = 'F2'

/** Enter records, Escape goes on, F2 opens the goods sheets of this shift; and a keyboard scanner is understood wherever the cursor stands, so that its Enter never records the wrong person. */
export function useKeys({ gate, ...acts }: { gate: Gate; record: () => void; next: () => void; goods: () => void }): void {
  const act = useRef(acts)
  act.current = acts
  useEffect(() => {
    const wedge = new Wedge()
    let timer: ReturnType<typeof setTimeout> | undefined
    const take = (scanned: Scanned): void => {
      if (scanned.type === 'mishap') gate.mishap(scanned.mishap)
      if (scanned.type !== 'presented') return
      if (gate.isFree) gate.next()
      void gate.present(scanned.presented)
    }
    const listen = (event: KeyboardEvent, afterMs: number): void => {
      clearTimeout(timer)
      const [{ target }, at] = [event, event.timeStamp]
      timer = setTimeout(() => {
        const heard = wedge.silence(at + afterMs, isField(target))
        if (heard) take(heard)
      }, afterMs)
    }
    const onKey = (event: KeyboardEvent): void => {
      // What is filled in over the lane has its own Enter and Escape.
      if (document.querySelector('dialog[open]') !== null) return
      // The key's own time: a busy page hears of it later.
      const now = event.timeStamp
      if (event.key === goodsKey && !event.repeat) {
        event.preventDefault()
        act.current.goods()
        return
      }
      if (event.key !== 'Enter' && event.key !== 'Escape') {
        if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return
        wedge.press(event, now)
        if (wedge.isScanning(now, codeCharactersMin)) listen(event, silenceMs)
        return
      }
      const scanned = event.key === 'Enter' ? wedge.enter(now, isField(event.target)) : undefined
      if (scanned !== undefined) {
        event.preventDefault()
        if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) event.target.value = ''
        if (scanned.type === 'line') listen(event, lineWaitMs)
        else clearTimeout(timer)
        take(scanned)
        return
      }
      if (gate.value === null || event.repeat) return
      if (event.key === 'Escape') {
        act.current.next()
        return
      }
      const onControl = event.target instanceof Element && event.target.closest('input, button, a, select, textarea, summary') !== null
      if (onControl) return
      event.preventDefault()
      if (gate.isFree) act.current.next()
      else act.current.record()
    }
    // A scanner's space must not press the button that has the focus.
    const onKeyUp = (event: KeyboardEvent): void => {
      if (event.key === ' ' && wedge.isScanning(event.timeStamp, 2)) event.preventDefault()
    }
    addEventListener('keydown', onKey, true)
    addEventListener('keyup', onKeyUp, true)
    return () => {
      clearTimeout(timer)
      removeEventListener('keydown', onKey, true)
      removeEventListener('keyup', onKeyUp, true)
    }
  }, [gate])
}
