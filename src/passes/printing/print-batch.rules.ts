import type { AreaCode } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { ProblemCode } from '../../kernel/problem.ts'
import { epochMs, type Instant } from '../../kernel/time.ts'

export const batchStates = ['waiting', 'rendering', 'ready', 'fetched', 'expired', 'cancelled', 'failed'] as const
export type BatchState = (typeof batchStates)[number]
/** `start`, `finish`, `fail`, `expire`: by us. `fetch`, `cancel`: by the printer. */
export const batchSteps = ['start', 'finish', 'fail', 'fetch', 'expire', 'cancel'] as const
export type BatchStep = (typeof batchSteps)[number]

const ended: Record<BatchStep, ProblemCode> = {
  start: 'print.ended',
  finish: 'print.ended',
  fail: 'print.ended',
  fetch: 'print.ended',
  expire: 'print.ended',
  cancel: 'print.ended',
}
/** Every state and every step: where it leads, or why not. */
export const batchTable = {
  waiting: {
    start: 'rendering',
    finish: 'print.not-ready',
    fail: 'failed',
    fetch: 'print.not-ready',
    expire: 'print.not-ready',
    cancel: 'cancelled',
  },
  rendering: { start: 'print.busy', finish: 'ready', fail: 'failed', fetch: 'print.not-ready', expire: 'print.not-ready', cancel: 'cancelled' },
  ready: { start: 'print.ended', finish: 'print.ended', fail: 'print.ended', fetch: 'fetched', expire: 'expired', cancel: 'cancelled' },
  fetched: ended,
  expired: ended,
  cancelled: ended,
  failed: ended,
} as const satisfies Record<BatchState, Record<BatchStep, BatchState | ProblemCode>>

export function nextBatchState(state: BatchState, step: BatchStep): Outcome<BatchState> {
  const to: BatchState | ProblemCode = batchTable[state][step]
  return isState(to) ? accept(to) : refuse(to)
}
const isState = (to: BatchState | ProblemCode): to is BatchState => (batchStates as readonly string[]).includes(to)
export const isUnderWay = (state: BatchState): boolean => state === 'waiting' || state === 'rendering'

/** One file holds at most so many pages. */
export const batchPassesMax = 1000
/** Pages hold personal data: one that nobody fetched goes. */
export const fileMinutesMax = 30
/** Files that may lie there at once, of everybody: each is up to 200 MB. */
export const filesMax = 10
/** Pages of one compile: enough to be quick, few enough that progress is seen and a fault is soon found. */
export const partPages = 20

export const fileEnd = (at: Instant): number => epochMs(at) + fileMinutesMax * 60_000

/** What was asked: these numbers, or all that are signed and not printed. */
export type Asked = { readonly office: AreaCode; readonly numbers: readonly string[] | 'all' }
export const sameAsked = (one: Asked, other: Asked): boolean => one.office === other.office && String(one.numbers) === String(other.numbers)

/** Upper case, each once, in the order asked. */
export const distinctNumbers = (numbers: readonly string[]): string[] => [...new Set(numbers.map((number) => number.toUpperCase()))]
