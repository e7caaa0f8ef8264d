import { Button } from '@mantine/core'
import { useState } from 'react'
import { deskWords } from '../../../words/desk.ts'
import type { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { ProblemNotice } from '../parts/answered.tsx'
import { Dialog } from '../parts/dialog.tsx'

type Words = { readonly button: string; readonly title: string; readonly lead: string }
type Props = {
  words: Words
  /** What the first person gave as the reason. */
  reason: string
  command: Pick<ReturnType<typeof useCommand>, 'problem' | 'pending'>
  onAsk?: () => void
  /** False, or nothing, when it was refused: the dialog stays and says why. */
  onConfirm: () => Promise<unknown>
  onDone: () => Promise<void>
  testId: string
}

/** The second person's word, among the actions of a proposal: a button, and a dialog that shows the reason before it is given. */
export function SecondPerson({ words, reason, command, onAsk, onConfirm, onDone, testId }: Props) {
  const { say } = useWords()
  const [isAsking, setAsking] = useState(false)
  async function confirm() {
    if (!(await onConfirm())) return
    setAsking(false)
    await onDone()
  }
  const ask = () => {
    onAsk?.()
    setAsking(true)
  }
  return (
    <>
      <Button variant="outline" color="refuse" onClick={ask} data-testid={testId}>
        {words.button}
      </Button>
      {isAsking && (
        <Dialog title={words.title} onClose={() => setAsking(false)}>
          <div className="stack">
            <p>{words.lead}</p>
            <blockquote className="quoted">{reason}</blockquote>
            {command.problem && <ProblemNotice problem={command.problem} />}
            <div className="actions actions-end">
              <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
                {say(deskWords.cancel)}
              </Button>
              <Button color="refuse" loading={command.pending} onClick={() => void confirm()} data-testid="confirm">
                {words.button}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  )
}
