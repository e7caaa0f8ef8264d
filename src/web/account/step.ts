import { useRef, useState } from 'react'

/** Work behind a button, one at a time: a second press while it runs does nothing. */
export function useStep() {
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const step = (work: () => Promise<void>) => () => {
    if (running.current) return
    running.current = true
    setBusy(true)
    void work().finally(() => {
      running.current = false
      setBusy(false)
    })
  }
  return { busy, step }
}
