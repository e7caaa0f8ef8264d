import { Button } from '@mantine/core'
import { useState } from 'react'
import { referralWords } from '../../../words/referrals.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { ReasonDialog } from '../parts/reason-dialog.tsx'
import { type Referral, referralsPath } from './point-queries.ts'

/** An officer decided alone: the chief says whether it was right. */
export function ConfirmStep({ referral, path = referralsPath, onDone }: { referral: Referral; path?: string; onDone(): void }) {
  const { say } = useWords()
  const command = useCommand<unknown>()
  const [asking, setAsking] = useState<'confirm' | 'contest' | undefined>(undefined)
  async function send(reason: string) {
    if (!(await command.send(`${path}/${referral.movement}/confirmation`, { confirms: asking === 'confirm', reason }))) return
    setAsking(undefined)
    onDone()
  }
  const ask = (which: 'confirm' | 'contest') => {
    command.forget()
    setAsking(which)
  }
  return (
    <section className="card next-step stack" aria-labelledby="confirm-title" data-testid="to-confirm">
      <h2 id="confirm-title">{say(referralWords.confirmTitle)}</h2>
      <p>{say(referralWords.confirmLead)}</p>
      <div className="actions">
        <Button onClick={() => ask('confirm')} data-testid="confirm-decision">
          {say(referralWords.confirm)}
        </Button>
        <Button variant="default" onClick={() => ask('contest')} data-testid="contest-decision">
          {say(referralWords.contest)}
        </Button>
      </div>
      {asking && (
        <ReasonDialog
          title={say(referralWords[asking])}
          lead={say(referralWords.confirmLead)}
          action={say(referralWords[asking])}
          danger={asking === 'contest'}
          isTold={false}
          pending={command.pending}
          problem={command.problem}
          onClose={() => setAsking(undefined)}
          onConfirm={(reason) => void send(reason)}
        />
      )}
    </section>
  )
}
