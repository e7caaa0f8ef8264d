import { Button, Textarea } from '@mantine/core'
import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { deskWords } from '../../../words/desk.ts'
import { type Problem, signedOutEvent } from '../../api.ts'
import { useWords } from '../frame/language.tsx'
import { ProblemNotice } from './answered.tsx'
import { Dialog } from './dialog.tsx'

type ReasonDialogProps = {
  readonly title: string
  readonly lead: string
  readonly action: string
  readonly danger: boolean
  /** False: a matter of the office alone. */
  readonly isTold?: boolean
  /** What is asked beside the reason. */
  readonly children?: ReactNode
  readonly pending: boolean
  readonly problem: Problem | undefined
  onClose(): void
  onConfirm(reason: string): void
}

/** Asks for the reason of a step, which somebody may be told, and for the step itself. */
export function ReasonDialog({ title, lead, action, danger, isTold = true, children, pending, problem, onClose, onConfirm }: ReasonDialogProps) {
  const { say } = useWords()
  const [reason, setReason] = useKeptText('reason')
  const [missing, setMissing] = useState(false)
  function confirm(event: FormEvent) {
    event.preventDefault()
    if (reason.trim() === '') setMissing(true)
    else onConfirm(reason.trim())
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={confirm} className="stack" noValidate>
        <p>{lead}</p>
        {children}
        <Textarea
          data-autofocus
          data-testid="reason"
          label={say(deskWords.reason)}
          description={say(isTold ? deskWords.reasonHint : deskWords.reasonKept)}
          rows={3}
          maxLength={500}
          value={reason}
          error={missing && reason.trim() === '' ? say(deskWords.reasonNeeded) : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {problem && <ProblemNotice problem={problem} />}
        <div className="actions actions-end">
          <Button variant="default" onClick={onClose}>
            {say(deskWords.cancel)}
          </Button>
          <Button type="submit" color={danger ? 'refuse' : 'river'} loading={pending} data-testid="confirm">
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Signed out in the middle of it, the page leaves; what was typed waits in the tab for the way back. */
export function useKeptText(name: string) {
  const key = `spean.desk.${name} ${location.pathname}`
  const kept = useState(() => sessionStorage.getItem(key) ?? '')
  const [reason] = kept
  useEffect(() => sessionStorage.removeItem(key), [key])
  useEffect(() => {
    const keep = () => sessionStorage.setItem(key, reason)
    addEventListener(signedOutEvent, keep)
    return () => removeEventListener(signedOutEvent, keep)
  }, [key, reason])
  return kept
}
