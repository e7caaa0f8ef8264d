import type { ReactNode } from 'react'
import { workWords } from '../../../words/work.ts'
import { useWords } from '../frame/language.tsx'

/** Stands where the server answers other roles more than mine. */
export function NotShown() {
  const { say } = useWords()
  return <span className="soft not-shown">{say(workWords.notShown)}</span>
}

/** What a role is not shown comes as null or not at all. */
export const ifShown = <T,>(value: T | null | undefined, draw: (value: T) => ReactNode): ReactNode =>
  value === null || value === undefined ? <NotShown /> : draw(value)
