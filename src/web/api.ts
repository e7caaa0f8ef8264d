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
}
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

const timeoutMs = 15_000
const noConnection: Problem = { code: 'no-connection', status: 0, title: '', next: '', rule: '', instruments: [] }

/** Asks the server; a refusal and a lost connection are values, never exceptions. `body` makes it a POST. */
export async function ask<T>(path: string, options: { language: Language; body?: unknown }): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method: options.body === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/json',
        'accept-language': options.language,
        ...(options.body !== undefined && { 'content-type': 'application/json' }),
      },
      signal: AbortSignal.timeout(timeoutMs),
      ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
    })
    const value: unknown = await response.json()
    return response.ok ? { ok: true, value: value as T } : { ok: false, problem: value as Problem }
  } catch {
    return { ok: false, problem: noConnection }
  }
}
