import { Button, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { InvitedAnswer, MemberAnswer } from '../../../identity/identity.api.ts'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import { formatDateTime, formatNumber } from '../../../words/dates.ts'
import { deskWords } from '../../../words/desk.ts'
import { staffWords } from '../../../words/staff.ts'
import { useMayAtPlace } from '../../account/who-am-i.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { ProblemNotice } from '../parts/answered.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { useAccount } from '../queries.ts'
import { OneTimeLink } from './one-time-link.tsx'
import { noRole, RoleFields, type TypedRole, wantedRole } from './role-fields.tsx'
import { StepDialog } from './step-dialog.tsx'

type ActionsProps = { readonly member: MemberAnswer; onChanged(): void }
type Step = 'give' | 'recover' | 'sessions' | 'close'

/** Only what the reader may do about this person is offered; nobody does any of it about themselves. */
export function MemberActions({ member, onChanged }: ActionsProps) {
  const { say, language } = useWords()
  const may = useMayAtPlace()
  const me = useAccount().data
  const [step, setStep] = useState<Step | undefined>(undefined)
  const [link, setLink] = useState<InvitedAnswer | undefined>(undefined)
  const [ended, setEnded] = useState<number | undefined>(undefined)
  const isOther = me !== undefined && me.id !== member.id && member.state !== 'closed'
  const allowed = {
    give: isOther && (me?.gives.length ?? 0) > 0 && may('staff.grant', member.home),
    invite: isOther && member.state === 'invited' && may('staff.invite', member.home),
    recover: isOther && member.state === 'active' && may('staff.recover', member.home),
    close: isOther && may('staff.grant', member.home),
  }
  return (
    <section className="card stack member-actions" aria-labelledby="member-actions">
      <h2 id="member-actions">{say(staffWords.actions)}</h2>
      {!Object.values(allowed).includes(true) && <p className="soft">{say(staffWords.noActions)}</p>}
      {allowed.give && (
        <Button onClick={() => setStep('give')} data-testid="give-role">
          {say(staffWords.give)}
        </Button>
      )}
      {allowed.invite && <SendFor path="invitation" word="newLink" member={member} onLink={setLink} />}
      {allowed.recover && <Recovery member={member} me={me?.id ?? ''} onBegin={() => setStep('recover')} onLink={setLink} />}
      {allowed.recover && (
        <Button variant="default" onClick={() => setStep('sessions')} data-testid="end-sessions">
          {say(staffWords.endSessions)}
        </Button>
      )}
      {ended !== undefined && <p role="status">{say(staffWords.sessionsEnded, { count: formatNumber(ended, language) })}</p>}
      {allowed.close && (
        <Button variant="outline" color="refuse" onClick={() => setStep('close')} data-testid="close-account">
          {say(staffWords.closeAccount)}
        </Button>
      )}
      {step === 'give' && <GiveRole member={member} onClose={() => setStep(undefined)} onChanged={onChanged} />}
      {step && step !== 'give' && (
        <MemberStep step={step} member={member} onClose={() => setStep(undefined)} onChanged={onChanged} onEnded={setEnded} />
      )}
      {link && <OneTimeLink invited={link} onClose={() => setLink(undefined)} />}
    </section>
  )
}

const pathOf = (member: MemberAnswer, step: string): string => `/api/v1/staff/${encodeURIComponent(member.id)}/${step}`

/** A step with its reason. */
function MemberStep({
  step,
  member,
  onClose,
  onChanged,
  onEnded,
}: ActionsProps & { step: Exclude<Step, 'give'>; onClose(): void; onEnded(count: number): void }) {
  const { say } = useWords()
  const { name } = member
  const common = { onClose, path: pathOf(member, { recover: 'recovery', sessions: 'sessions/end', close: 'closing' }[step]) }
  switch (step) {
    case 'recover':
      return (
        <StepDialog
          {...common}
          title={say(staffWords.recover)}
          lead={say(staffWords.recoverLead)}
          action={say(staffWords.recoverBegin)}
          onDone={onChanged}
        />
      )
    case 'sessions':
      return (
        <StepDialog<{ ended: number }>
          {...common}
          title={say(staffWords.endSessions)}
          lead={say(staffWords.endSessionsLead, { name })}
          action={say(staffWords.endSessions)}
          onDone={({ ended }) => onEnded(ended)}
        />
      )
    case 'close':
      return (
        <StepDialog
          {...common}
          danger
          isTold={false}
          title={say(staffWords.closeTitle, { name })}
          lead={say(staffWords.closeLead)}
          action={say(staffWords.closeAccount)}
          onDone={onChanged}
        />
      )
  }
}

/** One administrator begins, another confirms and is shown the link. */
function Recovery({ member, me, onBegin, onLink }: { member: MemberAnswer; me: string; onBegin(): void; onLink(link: InvitedAnswer): void }) {
  const { say, language } = useWords()
  const { recovery } = member
  if (!recovery)
    return (
      <Button variant="default" onClick={onBegin} data-testid="recover">
        {say(staffWords.recover)}
      </Button>
    )
  const at = formatDateTime(recovery.madeAt as Instant, borderZone, language)
  return (
    <div className="recovery" data-testid="recovery" data-confirmed={recovery.confirmed}>
      <p>{say(recovery.confirmed ? staffWords.recoveryConfirmed : staffWords.recoveryOpen, { at })}</p>
      {!recovery.confirmed && recovery.madeBy === me && <p className="soft small">{say(staffWords.recoveryYours)}</p>}
      {!recovery.confirmed && recovery.madeBy !== me && <SendFor path="confirmation" word="confirmRecovery" member={member} onLink={onLink} />}
    </div>
  )
}

/** A press that answers with a one-time link. */
function SendFor({
  path,
  word,
  member,
  onLink,
}: {
  path: string
  word: 'newLink' | 'confirmRecovery'
  member: MemberAnswer
  onLink(link: InvitedAnswer): void
}) {
  const { say } = useWords()
  const queries = useQueryClient()
  const { send, pending, problem } = useCommand<InvitedAnswer>()
  const press = async () => {
    const answer = await send(pathOf(member, path), {})
    if (!answer) return
    onLink(answer)
    await queries.invalidateQueries()
  }
  return (
    <>
      <Button loading={pending} onClick={() => void press()} data-testid={word}>
        {say(staffWords[word])}
      </Button>
      {problem && <ProblemNotice problem={problem} />}
    </>
  )
}

function GiveRole({ member, onClose, onChanged }: ActionsProps & { onClose(): void }) {
  const { say } = useWords()
  const { send, pending, problem } = useCommand<MemberAnswer>()
  const [role, setRole] = useState<TypedRole>(noRole)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  async function give(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    const wanted = wantedRole(role)
    if (!wanted || reason.trim() === '') return
    if (!(await send(pathOf(member, 'grants'), { ...wanted, reason: reason.trim() }))) return
    onClose()
    onChanged()
  }
  return (
    <Dialog title={say(staffWords.giveTitle, { name: member.name })} onClose={onClose}>
      <form onSubmit={(event) => void give(event)} className="stack" noValidate>
        <RoleFields typed={role} action="staff.grant" asked={asked} change={(part) => setRole({ ...role, ...part })} />
        <Textarea
          label={say(deskWords.reason)}
          description={say(deskWords.reasonHint)}
          rows={2}
          maxLength={500}
          value={reason}
          error={asked && reason.trim() === '' ? say(deskWords.reasonNeeded) : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-testid="reason"
        />
        {problem && <ProblemNotice problem={problem} />}
        <div className="actions actions-end">
          <Button variant="default" onClick={onClose}>
            {say(deskWords.cancel)}
          </Button>
          <Button type="submit" loading={pending} data-testid="confirm">
            {say(staffWords.give)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
