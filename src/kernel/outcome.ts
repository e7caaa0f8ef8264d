import type { InstrumentId } from './code.ts'
import type { ProblemCode } from './problem.ts'

/** Why this system says no: a code of the closed list, what it is about, and the instruments behind it. */
export type Refusal = {
  readonly code: ProblemCode
  /** Values the sentence needs or the caller should see, without personal data. */
  readonly about?: Readonly<Record<string, string | number>>
  readonly instruments?: readonly InstrumentId[]
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export const accept = <T>(value: T): Outcome<T> => ({ ok: true, value })
export const refuse = (code: ProblemCode, more: Omit<Refusal, 'code'> = {}): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: { code, ...more },
})
