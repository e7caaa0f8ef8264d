import { useCallback, useEffect, useState } from 'react'
import { epochMs, type Instant, instantOfMs } from '../../../kernel/time.ts'
import { ask, type Problem } from '../../api.ts'
import { useWords } from '../frame/language.tsx'
import { eventNames, eventOf, follow, type Live, type Movement, type News, newsOf, withRecent } from './live.rules.ts'
import { pointPath } from './my-point.ts'

/** After a cut the browser asks again by itself and names the last number it had; where it gave up, this opens another line. */
const againMs = 3_000

export type Line = 'connecting' | 'live' | 'lost'
export type LiveState = {
  readonly line: Line
  readonly live: Live | undefined
  readonly news: readonly News[]
  /** The server's clock when it last said something. */
  readonly heardAt: Instant | undefined
  /** Why the line did not open; an EventSource does not tell. */
  readonly problem: Problem | undefined
}
/** The server answers, and this line alone does not open. */
const lineUnavailable: Problem = { code: 'server.unavailable', status: 503, title: '', next: '', rule: '', instruments: [] }
type Following = LiveState & { askAgain(): void }
const nothing: LiveState = { line: 'connecting', live: undefined, news: [], heardAt: undefined, problem: undefined }

/** Follows a point. What was known stays on the screen while the line is cut, and is said to be old. */
export function useLive(point: string): Following {
  const { language } = useWords()
  const [state, setState] = useState<LiveState>(nothing)
  const [turn, setTurn] = useState(0)
  const askAgain = useCallback(() => setTurn((before) => before + 1), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn opens another line
  useEffect(() => {
    setState(nothing)
    return openLine(point, setState)
  }, [point, turn])
  const isUnheard = state.line === 'lost' && state.live === undefined
  useEffect(() => {
    if (!isUnheard) return
    let isWanted = true
    void ask<object>(`${pointPath(point)}/recent`, { language }).then((answer) => {
      if (isWanted) setState((before) => ({ ...before, problem: answer.ok ? lineUnavailable : answer.problem }))
    })
    return () => {
      isWanted = false
    }
  }, [point, isUnheard, language])
  const wanted = state.live?.recentAt
  useEffect(() => {
    if (wanted === undefined) return
    let isWanted = true
    void ask<{ movements: Movement[] }>(`${pointPath(point)}/recent`, { language }).then((answer) => {
      if (!isWanted || !answer.ok) return
      setState((before) => (before.live ? { ...before, live: withRecent(before.live, answer.value.movements) } : before))
    })
    return () => {
      isWanted = false
    }
  }, [point, wanted, language])
  return { ...state, askAgain }
}

function openLine(point: string, setState: (change: (before: LiveState) => LiveState) => void): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  /** How far the server's clock is from this machine's. */
  let apartMs = 0
  const heardNow = () => instantOfMs(Date.now() + apartMs)
  function open() {
    const line = new EventSource(`${pointPath(point)}/live`)
    source = line
    line.onopen = () => setState((before) => (before.live ? { ...before, line: 'live' } : before))
    line.onerror = () => {
      setState((before) => ({ ...before, line: 'lost', news: [] }))
      if (line.readyState === EventSource.CLOSED) timer = setTimeout(open, againMs)
    }
    for (const name of eventNames)
      line.addEventListener(name, (message: MessageEvent<string>) => {
        const event = eventOf(name, message.lastEventId, message.data)
        if (event?.type === 'snapshot') apartMs = epochMs(event.at) - Date.now()
        setState((before) => {
          const live = event ? follow(before.live, event) : before.live
          const news = live && live !== before.live ? newsOf(before.live, live) : []
          return { problem: undefined, line: 'live', live, heardAt: heardNow(), news: news.length > 0 ? news : before.news }
        })
      })
  }
  open()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}
