import { useQueryClient } from '@tanstack/react-query'
import { useCommand } from '../command.ts'
import { ReasonDialog } from '../parts/reason-dialog.tsx'

type StepDialogProps<T> = {
  readonly title: string
  readonly lead: string
  readonly action: string
  readonly danger?: boolean
  /** False: whom it concerns cannot read it. */
  readonly isTold?: boolean
  /** Where the step is sent, with its reason. */
  readonly path: string
  onClose(): void
  onDone(answer: T): void
}

/** A step about a person: it says what happens, and asks why. */
export function StepDialog<T>({ title, lead, action, danger = false, isTold = true, path, onClose, onDone }: StepDialogProps<T>) {
  const queries = useQueryClient()
  const { send, pending, problem } = useCommand<T>()
  const confirm = async (reason: string) => {
    const answer = await send(path, { reason })
    if (answer === undefined) return
    onClose()
    onDone(answer)
    await queries.invalidateQueries()
  }
  return <ReasonDialog {...{ title, lead, action, danger, isTold, pending, problem, onClose }} onConfirm={(reason) => void confirm(reason)} />
}
