import { type RefObject, useEffect, useRef } from 'react'

/** Whoever adds a block goes on typing in its first field. */
export function useNewBlock(isNew: boolean): RefObject<HTMLFieldSetElement | null> {
  const block = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    const first = isNew ? block.current?.querySelector('input') : null
    first?.focus()
    first?.select()
  }, [isNew])
  return block
}
