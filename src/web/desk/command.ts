import { useRef, useState } from 'react'
import { v7 as newCommandId } from 'uuid'
import { type Answer, ask, type Problem } from '../api.ts'
import { useWords } from './frame/language.tsx'

type Sending = { readonly path: string; readonly requestId: string }

/** Was the command answered? Without an answer it may have happened: only the same id may be sent again. */
export const isAnswered = (answer: Answer<unknown>): boolean => answer.ok || (answer.problem.code !== 'no-connection' && answer.problem.status < 500)

/** Sends commands one at a time; a repeat after a lost connection carries the id of the first try, so it happens once. */
export function useCommand<T>() {
  const { language } = useWords()
  const unanswered = useRef<Sending | undefined>(undefined)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | undefined>(undefined)

  async function send(path: string, body: object, onRefused?: (problem: Problem) => void): Promise<T | undefined> {
    if (pending) return undefined
    if (unanswered.current?.path !== path) unanswered.current = { path, requestId: newCommandId() }
    setPending(true)
    setProblem(undefined)
    const answer = await ask<T>(path, { language, body: { ...body, requestId: unanswered.current.requestId } })
    if (isAnswered(answer)) unanswered.current = undefined
    setPending(false)
    if (answer.ok) return answer.value
    setProblem(answer.problem)
    onRefused?.(answer.problem)
    return undefined
  }
  return { send, pending, problem, forget: () => setProblem(undefined) }
}
