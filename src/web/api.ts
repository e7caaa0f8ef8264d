import type { Language } from '../kernel/language.ts'
import type { ProblemCode } from '../kernel/problem.ts'

/** A refusal as the server words it (RFC 9457), or no answer at all. */
export type Problem = {
  readonly code: ProblemCode | 'no-connection'
  readonly status: number
  readonly title: string
  readonly next: string
  readonly rule: string
  readonly instruments: readonly string[]
  readonly about?: Readonly<Record<string, string | number>>
  /** In which language it was asked for, and answered. */
  readonly language?: Language
}
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

const timeoutMs = 15_000
const noConnection: Problem = { code: 'no-connection', status: 0, title: '', next: '', rule: '', instruments: [] }

type AskOptions = {
  readonly language: Language
  readonly body?: unknown
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly timeoutMs?: number
}

/** Asks the server; a refusal and a lost connection are values, never exceptions. `body` makes it a POST, unless `method` says otherwise. */
export async function ask<T>(path: string, options: AskOptions): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method: options.method ?? (options.body === undefined ? 'GET' : 'POST'),
      headers: {
        accept: 'application/json',
        'accept-language': options.language,
        ...(options.body !== undefined && { 'content-type': 'application/json' }),
      },
      signal: AbortSignal.timeout(options.timeoutMs ?? timeoutMs),
      ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
    })
    const value: unknown = await response.json()
    return response.ok ? { ok: true, value: value as T } : refused(value as Problem, options.language)
  } catch {
    return { ok: false, problem: noConnection }
  }
}

/** No session, or one that was left alone too long: signing in is what helps, and nothing else does. */
export const isSignedOut = ({ code }: Pick<Problem, 'code'>): boolean => code === 'session.none' || code === 'session.idle'

/** Told to the page whenever an answer says that nobody is signed in. */
export const signedOutEvent = 'spean.signed-out'

const fileTimeoutMs = 60_000
/** Asks for a file, with a body where the question must not stand in an address; a refusal comes as it does from `ask`. */
export async function askFile(path: string, { language, body }: { language: Language; body?: object }): Promise<Answer<Blob>> {
  try {
    const response = await fetch(path, {
      method: body ? 'POST' : 'GET',
      headers: { 'accept-language': language, ...(body && { 'content-type': 'application/json' }) },
      signal: AbortSignal.timeout(fileTimeoutMs),
      ...(body && { body: JSON.stringify(body) }),
    })
    return response.ok ? { ok: true, value: await response.blob() } : refused((await response.json()) as Problem, language)
  } catch {
    return { ok: false, problem: noConnection }
  }
}

function refused(problem: Problem, language: Language): { readonly ok: false; readonly problem: Problem } {
  // An answer without words is none of ours: something between us and the server spoke.
  if (typeof problem?.title !== 'string') return { ok: false, problem: noConnection }
  if (isSignedOut(problem)) dispatchEvent(new Event(signedOutEvent))
  return { ok: false, problem: { ...problem, language } }
}
