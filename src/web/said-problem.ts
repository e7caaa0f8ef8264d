import { useEffect, useState } from 'preact/hooks'
import type { Language } from '../kernel/language.ts'
import type { Problem } from './api.ts'

type Said = Pick<Problem, 'title' | 'next'> & Partial<Problem>
const load = () => import('../words/problems.ts')
type Words = Awaited<ReturnType<typeof load>>
let loaded: Words | undefined

/**
 * A refusal as its reader reads it: in the server's words, and after they switched to another language in ours, by its code and values. Those words are
 * many, so they come when somebody switches; out of reach, the server's stay.
 */
export function useSaid(problem: Said | null | undefined, language: Language): Pick<Problem, 'title' | 'next'> | null {
  const [words, setWords] = useState(loaded)
  const isForeign = problem?.language !== undefined && problem.language !== language
  useEffect(() => {
    if (!isForeign || words) return
    load().then(
      (module) => {
        loaded = module
        setWords(module)
      },
      () => {},
    )
  }, [isForeign, words])
  if (!problem) return null
  const { code, about } = problem
  if (!isForeign || !words || code === undefined || code === 'no-connection' || !Object.hasOwn(words.problemWords, code)) return problem
  return words.sayProblem({ code, ...(about && { about }) }, language)
}
