import { Button } from '@mantine/core'
import { useState } from 'react'
import { withdrawWords as words } from '../../../words/revocations.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { ReasonDialog } from '../parts/reason-dialog.tsx'

/** Takes back what was proposed and nobody has confirmed: by whoever proposed it, or by the second person instead of confirming. */
export function WithdrawProposal({ path, body = {}, onDone }: { path: string; body?: object; onDone: () => Promise<void> }) {
  const { say } = useWords()
  const command = useCommand<object>()
  const [isAsking, setAsking] = useState(false)
  async function withdraw(reason: string) {
    if (!(await command.send(path, { ...body, reason }))) return
    setAsking(false)
    await onDone()
  }
  function open() {
    command.forget()
    setAsking(true)
  }
  return (
    <>
      <Button variant="default" onClick={open} data-testid="withdraw">
        {say(words.button)}
      </Button>
      {isAsking && (
        <ReasonDialog
          title={say(words.title)}
          lead={say(words.lead)}
          action={say(words.button)}
          danger={false}
          isTold={false}
          pending={command.pending}
          problem={command.problem}
          onClose={() => setAsking(false)}
          onConfirm={(reason) => void withdraw(reason)}
        />
      )}
    </>
  )
}
