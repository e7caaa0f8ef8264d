/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { parseInstant } from '../../kernel/time.ts'
import { inDigitsOf } from '../../words/dates.ts'
import { gateWords } from '../../words/gate.ts'
import { workWords } from '../../words/gate-work.ts'
import { useSaid } from '../said-problem.ts'
import { Dialog } from './dialog.tsx'
import { sayMoment } from './say.ts'
import type { Shift } from './shift.ts'
import { useStore } from './store.ts'
import { useWords } from './use-words.ts'

const noteCharactersMax = 2_000

/** The shift under way, and its end with a word for whoever comes next. */
export function ShiftPanel({ shift, onClose, onEnded }: { shift: Shift; onClose: () => void; onEnded: () => void }) {
  const { language, t } = useWords()
  const { shift: mine, problem } = useStore(shift)
  const [note, setNote] = useState('')
  const [isEnding, setEnding] = useState(false)
  const said = useSaid(problem, language)
  const startedAt = mine && parseInstant(mine.startedAt)
  const end = async (): Promise<void> => {
    setEnding(true)
    const isOver = await shift.end(note)
    setEnding(false)
    if (!isOver) return
    onClose()
    onEnded()
  }
  return (
    <Dialog id="shift" title={t(workWords.shift)} onClose={onClose}>
      {mine && startedAt && (
        <p>
          {mine.officerName} · {t(gateWords.lane)} {inDigitsOf(language, mine.lane)} ·{' '}
          {t(workWords.orderFrom, { time: sayMoment(startedAt, startedAt, language) })}
        </p>
      )}
      <label class="field">
        <span>{t(workWords.shiftNote)}</span>
        <textarea
          rows={4}
          maxLength={noteCharactersMax}
          value={note}
          data-testid="shift-note"
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </label>
      {problem && (
        <p class="unverified" role="alert" data-testid="shift-problem" data-code={problem.code}>
          {said?.title} {said?.next}
        </p>
      )}
      <button type="button" class="main" data-testid="shift-end" disabled={isEnding} onClick={() => void end()}>
        {t(workWords.shiftEnd)}
      </button>
    </Dialog>
  )
}
