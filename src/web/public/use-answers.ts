import { useEffect, useRef, useState } from 'preact/hooks'
import type { Language } from '../../kernel/language.ts'
import type { InstanceAnswer } from '../../passes/passes.api.ts'
import type { AreaAnswer, InstrumentAnswer, OrderAnswer, PointAnswer } from '../../places/places.api.ts'
import { ask, type Problem } from '../api.ts'
import { addressOf, type When } from './when.ts'

const refreshMs = 20_000
/** Everybody's phone asks when a point opens or closes: not all in one second. */
const spreadMs = 3_000

export type Openings = {
  /** The last answer, kept when the connection is lost. It may answer an earlier question: its own `at` says which. */
  readonly answer: { readonly points: readonly PointAnswer[]; readonly orders: readonly OrderAnswer[]; readonly receivedMs: number } | undefined
  /** Why there is no newer answer. */
  readonly problem: Problem | undefined
  readonly busy: boolean
  retry(): void
}

/** Asks for the openings at `when`: while now is shown again every few seconds (an order may come) and when the next point opens or closes; and when a lost connection or the reader comes back. */
export function useOpenings(when: When, options: { language: Language; skewMs: number }): Openings {
  const [state, setState] = useState<Omit<Openings, 'retry'>>({ answer: undefined, problem: undefined, busy: true })
  const latest = useRef({ ...options, question: 0, failed: false })
  latest.current = { ...latest.current, ...options }

  const load = async (): Promise<void> => {
    // An answer that comes after a later question was asked is dropped.
    const question = latest.current.question + 1
    latest.current.question = question
    setState((before) => ({ ...before, busy: true }))
    const { language, skewMs } = latest.current
    const nowMs = Date.now() + skewMs
    const result = await ask<readonly PointAnswer[]>(addressOf(when, nowMs), { language })
    // On most days no order says anything, and nobody waits for a second answer.
    const hasOrders = result.ok && result.value.some(({ orders }) => orders.length > 0)
    const told = hasOrders ? await ask<readonly OrderAnswer[]>(addressOf(when, nowMs, 'orders'), { language }) : undefined
    if (latest.current.question !== question) return
    latest.current.failed = !result.ok
    if (result.ok)
      setState({
        answer: { points: result.value, orders: told?.ok ? told.value : [], receivedMs: Date.now() + latest.current.skewMs },
        problem: undefined,
        busy: false,
      })
    else setState((before) => ({ ...before, problem: result.problem, busy: false }))
  }

  const asked = when.kind === 'chosen' ? when.local : when.kind
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is `when` as a text; the rest is read when it is needed
  useEffect(() => {
    void load()
    const again = () => {
      if (!document.hidden && (when.kind === 'now' || latest.current.failed)) void load()
    }
    const timer = setInterval(again, refreshMs)
    window.addEventListener('online', again)
    document.addEventListener('visibilitychange', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
      document.removeEventListener('visibilitychange', again)
    }
  }, [asked])

  const changesAtMs = nextChangeMs(state.answer?.points ?? [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted anew with each answer; loading reads what it needs
  useEffect(() => {
    const inMs = changesAtMs - (Date.now() + latest.current.skewMs)
    if (when.kind !== 'now' || inMs < 0 || inMs > refreshMs * 2) return
    const timer = setTimeout(() => void load(), inMs + Math.random() * spreadMs)
    return () => clearTimeout(timer)
  }, [changesAtMs, state.answer, asked])

  return { ...state, retry: () => void load() }
}

/** When the first of these points opens or closes. */
export const nextChangeMs = (points: readonly Pick<PointAnswer, 'until' | 'nextOpen'>[]): number =>
  Math.min(
    Number.POSITIVE_INFINITY,
    ...points.flatMap(({ until, nextOpen }) => [until, nextOpen].flatMap((at) => (at === null ? [] : [Date.parse(at)]))),
  )

export type Reference = {
  readonly areas: ReadonlyMap<string, AreaAnswer>
  readonly instruments: ReadonlyMap<string, InstrumentAnswer>
  readonly instance: InstanceAnswer | undefined
  /** The server's clock less the phone's, in milliseconds. */
  readonly skewMs: number
}

/** Names and the price, asked for after the list is on the screen. What is missing is asked again with each later `answer`. */
export function useReference(answer: Openings['answer'], language: Language): Reference {
  const [reference, setReference] = useState<Reference>({ areas: new Map(), instruments: new Map(), instance: undefined, skewMs: 0 })
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once an answer, whatever has changed beside it
  useEffect(() => {
    if (!answer) return
    const add = (more: Partial<Reference>) => setReference((before) => ({ ...before, ...more }))
    const get = async <T>(name: string, take: (value: T) => Partial<Reference>) => {
      const result = await ask<T>(`/api/v1/${name}`, { language })
      if (result.ok) add(take(result.value))
    }
    if (!reference.instance) void get<InstanceAnswer>('instance', (instance) => ({ instance, skewMs: Date.parse(instance.now) - Date.now() }))
    if (reference.instruments.size === 0 || answer.points.some(({ instruments }) => instruments.some((id) => !reference.instruments.has(id))))
      void get<readonly InstrumentAnswer[]>('instruments', (list) => ({
        instruments: new Map(list.map((instrument) => [instrument.id, instrument])),
      }))
    if (reference.areas.size === 0) void get<readonly AreaAnswer[]>('areas', (list) => ({ areas: new Map(list.map((area) => [area.code, area])) }))
  }, [answer])
  return reference
}

/** Does the screen match the media query, now and after it is turned or resized. */
export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const list = matchMedia(query)
    const follow = () => setMatches(list.matches)
    list.addEventListener('change', follow)
    return () => list.removeEventListener('change', follow)
  }, [query])
  return matches
}
