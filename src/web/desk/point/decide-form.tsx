import { Button, NativeSelect, Radio, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type Decision, isAfterwards, receivers } from '../../../checkpoint/referrals/referral.rules.ts'
import type { CivilDate } from '../../../kernel/time.ts'
import { deskWords } from '../../../words/desk.ts'
import { decisionLeads, decisionWords, receiverWords, referralWords } from '../../../words/referrals.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { ProblemNotice } from '../parts/answered.tsx'
import { useKeptText } from '../parts/reason-dialog.tsx'
import { useContacts } from './care-first.tsx'
import type { Referral } from './point-queries.ts'
import { referralsPath } from './point-queries.ts'
import { decisionsFor, isReasonTold, receiverFor } from './referral-view.rules.ts'

const reasonMax = 500
/** `path`: where the decision is sent; the province has its own. */
type Props = { readonly referral: Referral; readonly day: CivilDate; readonly path?: string; onDecided(): void }

/** The decision, with its reason. What care or the way home forbids is not offered; whoever receives such a person in most cases is proposed. */
export function DecideForm({ referral, day, path = referralsPath, onDecided }: Props) {
  const { say } = useWords()
  const command = useCommand<unknown>()
  const proposed = receiverFor(useContacts(referral.reasons, day))
  const [decision, choose] = useState<Decision | ''>('')
  const [to, setTo] = useState('')
  const [reason, setReason] = useKeptText('decision')
  const [isTried, setTried] = useState(false)
  const told = isReasonTold(referral.reasons, decision)
  const receiver = to === '' ? (proposed ?? '') : to
  async function send(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (decision === '' || reason.trim() === '' || (decision === 'handed-over' && receiver === '')) return focusOnMissing(decision, receiver)
    const body = { decision, reason: reason.trim(), ...(decision === 'handed-over' && { to: receiver }) }
    if (await command.send(`${path}/${referral.movement}/decision`, body, () => undefined)) onDecided()
  }
  return (
    <form className="stack" onSubmit={(event) => void send(event)} noValidate data-testid="decide">
      <Radio.Group
        label={say(referralWords.choose)}
        value={decision}
        onChange={(value) => choose(value as Decision)}
        error={isTried && decision === '' ? say(referralWords.chooseNeeded) : undefined}
      >
        <div className="choices choices-column">
          {decisionsFor(referral.reasons, { isAfterwards: isAfterwards(referral) }).map((each) => (
            <Radio
              key={each}
              id={`decision-${each}`}
              value={each}
              label={say(decisionWords[each])}
              description={say(decisionLeads[each])}
              data-testid={`decide-${each}`}
            />
          ))}
        </div>
      </Radio.Group>
      {decision === 'handed-over' && (
        <NativeSelect
          id="decision-to"
          label={say(referralWords.to)}
          value={receiver}
          onChange={(event) => setTo(event.currentTarget.value)}
          error={isTried && receiver === '' ? say(referralWords.toNeeded) : undefined}
          data={[{ value: '', label: '–' }, ...receivers.map((value) => ({ value, label: say(receiverWords[value]) }))]}
          data-testid="decide-to"
        />
      )}
      <Textarea
        id="decision-reason"
        label={say(referralWords.reason)}
        description={say(told === null ? deskWords.reasonKept : told ? deskWords.reasonHint : referralWords.reasonNotTold)}
        rows={3}
        maxLength={reasonMax}
        value={reason}
        error={isTried && reason.trim() === '' ? say(referralWords.reasonNeeded) : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-testid="decide-reason"
      />
      {command.problem && <ProblemNotice problem={command.problem} />}
      <div>
        <Button type="submit" loading={command.pending} data-testid="decide-send">
          {say(referralWords.send)}
        </Button>
      </div>
    </form>
  )
}

/** The first thing that is missing gets the focus. */
function focusOnMissing(decision: Decision | '', receiver: string): void {
  const first = decision === '' ? '[id^=decision-]' : decision === 'handed-over' && receiver === '' ? '#decision-to' : '#decision-reason'
  document.querySelector<HTMLElement>(first)?.focus()
}
