import { type ReactNode, useEffect, useRef } from 'react'
import { commonWords } from '../../../words/common.ts'
import { useWords } from '../frame/language.tsx'

/** The first screen leaves the focus to the browser; every later one tells a screen reader where it is. */
let shown = 0

export function PageHead({ title, lead, children }: { title: string; lead?: ReactNode; children?: ReactNode }) {
  const { say } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    shown += 1
    if (shown > 1) heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [])
  useEffect(() => {
    document.title = `${title} · ${say(commonWords.name)}`
  }, [title, say])
  return (
    <div className="page-head">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p className="lead">{lead}</p>}
      </div>
      {children}
    </div>
  )
}
