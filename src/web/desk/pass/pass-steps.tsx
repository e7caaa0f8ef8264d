import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type GivenCommand, givenCommands, passTransitions } from '../../../passes/pass.rules.ts'
import type { PassAnswer as Pass } from '../../../passes/passes.api.ts'
import { passWords } from '../../../words/desk.ts'
import { workWords } from '../../../words/work.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { PageDownload } from '../parts/page-download.tsx'
import { ReasonDialog } from '../parts/reason-dialog.tsx'

const stepWords = {
  suspend: { path: 'suspension', needs: 'pass.suspend', action: passWords.suspend, title: passWords.suspendTitle, lead: passWords.suspendLead },
  resume: { path: 'resumption', needs: 'pass.suspend', action: passWords.resume, title: passWords.resumeTitle, lead: passWords.resumeLead },
  revoke: { path: 'revocation', needs: 'pass.revoke', action: passWords.revoke, title: passWords.revokeTitle, lead: passWords.revokeLead },
} as const satisfies Record<GivenCommand, object>

/** What whoever reads may do with the pass now. */
export function PassSteps({ pass }: { pass: Pass }) {
  const { say } = useWords()
  const { may } = useMe()
  const client = useQueryClient()
  const command = useCommand<{ number: string; state: string }>()
  const [asking, setAsking] = useState<GivenCommand | undefined>(undefined)
  // The same table as the server's: only steps that it would take are offered.
  const possible = givenCommands.filter(
    (name) => Object.hasOwn(passTransitions, passTransitions[pass.state][name]) && may(stepWords[name].needs, pass.office),
  )
  async function step(name: GivenCommand, reason: string) {
    const changed = await command.send(`/api/v1/passes/${pass.number}/${stepWords[name].path}`, { reason })
    if (!changed) return
    setAsking(undefined)
    await client.invalidateQueries({ queryKey: [`/api/v1/passes/${pass.number}`] })
  }
  function ask(name: GivenCommand) {
    command.forget()
    setAsking(name)
  }
  return (
    <div className="actions">
      {pass.model === 'qr' && may('pass.print', pass.office) && <PageDownload number={pass.number} />}
      {possible.map((name) => (
        <Button
          key={name}
          variant={name === 'revoke' ? 'outline' : 'default'}
          color={name === 'revoke' ? 'refuse' : 'river'}
          onClick={() => ask(name)}
          data-testid={name}
        >
          {say(stepWords[name].action)}
        </Button>
      ))}
      {asking && (
        <ReasonDialog
          title={say(stepWords[asking].title)}
          lead={say(stepWords[asking].lead)}
          action={say(stepWords[asking].action)}
          danger={asking === 'revoke'}
          // In force again, the pass has no reason to be read.
          isTold={asking !== 'resume'}
          pending={command.pending}
          problem={command.problem}
          onClose={() => setAsking(undefined)}
          onConfirm={(reason) => void step(asking, reason)}
        />
      )}
      {may('pass.evidence', pass.office) && (
        <p className="small">
          <a href={`/api/v1/passes/${pass.number}/evidence`} download={`${pass.number}-evidence.json`} data-testid="evidence">
            {say(workWords.evidence)}
          </a>{' '}
          <span className="soft">{say(workWords.evidenceHint)}</span>
        </p>
      )}
    </div>
  )
}
