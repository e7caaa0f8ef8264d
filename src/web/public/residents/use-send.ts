import { useRef, useState } from 'preact/hooks'
import { v7 as newCommandId } from 'uuid'
import type { Language } from '../../../kernel/language.ts'
import { ask, type Problem } from '../../api.ts'

/** Asks one thing at a time. */
export function useAsk<T>(language: Language) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  async function send(path: string, body?: object): Promise<T | undefined> {
    setBusy(true)
    setProblem(undefined)
    const answer = await ask<T>(`/api/v1/${path}`, { language, ...(body && { body }) })
    setBusy(false)
    if (answer.ok) return answer.value
    setProblem(answer.problem)
    return undefined
  }
  return { send, busy, problem }
}

/** Writes one thing: a repeat after a lost connection is the same command, so that it happens once. */
export function useSend<T>(language: Language) {
  const { send, busy, problem } = useAsk<T>(language)
  const id = useRef<{ said: string; id: string } | undefined>(undefined)
  async function write(path: string, body: object): Promise<T | undefined> {
    const said = JSON.stringify([path, body])
    if (id.current?.said !== said) id.current = { said, id: newCommandId() }
    const answer = await send(path, { ...body, requestId: id.current.id })
    if (answer !== undefined) id.current = undefined
    return answer
  }
  return { write, busy, problem }
}
