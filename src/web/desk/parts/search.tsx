import { useState } from 'react'
import { formatNumber } from '../../../words/dates.ts'
import { searchWords } from '../../../words/work.ts'
import { ask, type Problem } from '../../api.ts'
import { useWords } from '../frame/language.tsx'

/** A search that is sent only when asked for, since each is counted and recorded; while one is under way no second is sent. */
export function useSearch<A>(path: string) {
  const { language } = useWords()
  const [pending, setPending] = useState(false)
  const [answer, setAnswer] = useState<A | undefined>(undefined)
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  async function find(body: object) {
    if (pending) return
    setPending(true)
    const found = await ask<A>(path, { language, body })
    setPending(false)
    setAnswer(found.ok ? found.value : undefined)
    setProblem(found.ok ? undefined : found.problem)
  }
  return { find, pending, answer, problem }
}

/** How many more searches somebody has, this hour and today. */
export function SearchesLeft({ left }: { left: { readonly thisHour: number; readonly today: number } }) {
  const { say, language } = useWords()
  const number = (value: number) => formatNumber(value, language)
  return <p className="soft small">{say(searchWords.left, { hour: number(left.thisHour), day: number(left.today) })}</p>
}
