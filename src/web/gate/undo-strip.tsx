/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { workWords } from '../../words/gate-work.ts'
import { useSaid } from '../said-problem.ts'
import { Icon } from './icons.tsx'
import { useStore } from './store.ts'
import { type Undo, undoSecondsLeft } from './undo.ts'
import { useWords } from './use-words.ts'

/** The movement recorded last, and the seconds in which it may be taken back: also when the next person already stands here. */
export function UndoStrip({ undo }: { undo: Undo }) {
  const { t, language } = useWords()
  const last = useStore(undo)
  const problem = useSaid(last?.problem, language)
  const [now, setNow] = useState(Date.now)
  const left = last ? undoSecondsLeft(last, now) : 0
  useEffect(() => {
    setNow(Date.now())
    const timer = last ? setInterval(() => setNow(Date.now()), 1_000) : undefined
    return () => clearInterval(timer)
  }, [last])
  if (!last || (last.state !== 'sending' && left === 0 && !last.problem)) return null
  return (
    <div class="strip" data-testid="undo-strip" data-state={last.state}>
      <span>
        {last.state === 'done' ? t(workWords.undone) : t(workWords.lastRecorded, { name: last.name })}
        {last.problem && (
          <strong role="alert" data-code={last.problem.code}>
            {problem?.title}
          </strong>
        )}
      </span>
      {last.state !== 'done' && left > 0 && (
        <button type="button" data-testid="undo" disabled={last.state === 'sending'} onClick={() => void undo.undo()}>
          <Icon name="turn" />
          {last.state === 'sending' ? t(workWords.undoing) : t(workWords.undo)}
          <small>{t(workWords.undoSeconds, { n: left })}</small>
        </button>
      )}
    </div>
  )
}
