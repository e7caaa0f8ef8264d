import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { useCommand } from '../command.ts'
import { ProblemNotice } from '../parts/answered.tsx'
import { BecomeNext } from './become-next.tsx'
import type { StepProps } from './next-step.tsx'
import { nextAction } from './whose-step.ts'

type StepButtonProps = StepProps & { path: string; body: object; label: string; icon: ReactNode; testid: string; isSecond?: boolean }

/** One step of the workflow. Refused for the hands it is in, it names the others that could. */
export function StepButton({ path, body, label, icon, testid, isSecond = false, application, onChanged }: StepButtonProps) {
  const command = useCommand<Application>()
  const action = nextAction[application.state]
  async function go() {
    const changed = await command.send(path, body)
    if (changed) onChanged(changed)
  }
  return (
    <>
      {command.problem && <ProblemNotice problem={command.problem} />}
      {command.problem?.code.startsWith('authority.') && action && <BecomeNext action={action} application={application} />}
      <Button
        {...(isSecond ? { variant: 'default' } : { size: 'xl', fullWidth: true })}
        leftSection={icon}
        loading={command.pending}
        onClick={() => void go()}
        data-testid={testid}
      >
        {label}
      </Button>
    </>
  )
}
