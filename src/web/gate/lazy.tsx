/** @jsxImportSource preact */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** A part of the page that is loaded when it is first opened; out of reach it says nothing, and the next opening tries again. */
export function Lazy<P extends object>({ load, with: props }: { load: () => Promise<ComponentType<P>>; with: P }) {
  const [Part, setPart] = useState<ComponentType<P> | null>(null)
  useEffect(() => {
    let isHere = true
    load().then(
      (part) => isHere && setPart(() => part),
      () => {},
    )
    return () => {
      isHere = false
    }
  }, [load])
  return Part && <Part {...props} />
}
