import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { applicationWords } from '../../../words/desk.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { ReasonDialog } from '../parts/reason-dialog.tsx'
import type { StepProps } from './next-step.tsx'

const closings = {
  reject: { path: 'rejection', needs: 'application.reject', title: applicationWords.rejectTitle, action: applicationWords.reject },
  withdraw: { path: 'withdrawal', needs: 'application.withdraw', title: applicationWords.withdrawTitle, action: applicationWords.withdraw },
} as const
type Kind = keyof typeof closings

/** The two ways a case ends without a pass, for whoever may. */
export function Closing({ application, onChanged }: StepProps) {
  const { say } = useWords()
  const { may } = useMe()
  const command = useCommand<Application>()
  const [asking, setAsking] = useState<Kind | undefined>(undefined)
  const kinds = (['reject', 'withdraw'] as const).filter((kind) => may(closings[kind].needs, application.office))
  if (kinds.length === 0) return null
  async function close(kind: Kind, reason: string) {
    const changed = await command.send(`/api/v1/applications/${application.id}/${closings[kind].path}`, { reason })
    if (!changed) return
    setAsking(undefined)
    onChanged(changed)
  }
  return (
    <div className="actions">
      {kinds.map((kind) => (
        <Button
          key={kind}
          variant="subtle"
          color={kind === 'reject' ? 'refuse' : 'river'}
          onClick={() => {
            command.forget()
            setAsking(kind)
          }}
          data-testid={kind}
        >
          {say(closings[kind].action)}
        </Button>
      ))}
      {asking && (
        <ReasonDialog
          title={say(closings[asking].title)}
          lead={say(applicationWords.closeFinal)}
          action={say(closings[asking].action)}
          danger={asking === 'reject'}
          pending={command.pending}
          problem={command.problem}
          onClose={() => setAsking(undefined)}
          onConfirm={(reason) => void close(asking, reason)}
        />
      )}
    </div>
  )
}
