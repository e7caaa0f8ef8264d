import { useRef, useState } from 'preact/hooks'
import { v7 as newCommandId } from 'uuid'
import type { Language } from '../../../kernel/language.ts'
import { ask, type Problem } from '../../api.ts'

/** Asks one thing at a time. */
export function useAsk<T>(language: Language) {
  const [busy, setBusy] = useState(false)
  // The server said it in the language of then: a reader of another one asks again rather than reads it.
  const [refused, setRefused] = useState<{ problem: Problem; said: Language } | undefined>(undefined)
  async function send(path: string, body?: object): Promise<T | undefined> {
    setBusy(true)
    setRefused(undefined)
    const answer = await ask<T>(`/api/v1/${path}`, { language, ...(body && { body }) })
    setBusy(false)
    if (answer.ok) return answer.value
    setRefused({ problem: answer.problem, said: language })
    return undefined
  }
  const isReadable = refused?.said === language || refused?.problem.code === 'no-connection'
  return { send, busy, problem: isReadable ? refused?.problem : undefined }
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
