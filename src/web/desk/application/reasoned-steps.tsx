import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import {
  assessReviewer,
  isOutOfHands,
  isSignedNotHanded,
  nextState,
  type RejectionGround,
  rejectionGrounds,
} from '../../../passes/application.rules.ts'
import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { applicationWords } from '../../../words/desk.ts'
import { formWords } from '../../../words/desk-form.ts'
import { bookletWords, reviewWords } from '../../../words/office.ts'
import { groundWords, officeNumbersWords } from '../../../words/office-numbers.ts'
import { passOverWords } from '../../../words/pass-over.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { ReasonDialog } from '../parts/reason-dialog.tsx'
import type { StepProps } from './next-step.tsx'
import { isToWithdraw } from './whose-step.ts'

export const reasonedSteps = {
  return: {
    path: 'return',
    needs: 'application.review',
    action: reviewWords.return,
    title: reviewWords.returnTitle,
    lead: reviewWords.returnLead,
  },
  'hold-back': {
    path: 'holding-back',
    needs: 'pass.sign',
    action: reviewWords.holdBack,
    title: reviewWords.holdBackTitle,
    lead: reviewWords.holdBackLead,
  },
  spoil: {
    path: 'spoiling',
    needs: 'pass.print',
    action: bookletWords.spoil,
    title: bookletWords.spoilTitle,
    lead: bookletWords.spoilLead,
  },
  reject: {
    path: 'rejection',
    needs: 'application.reject',
    action: applicationWords.reject,
    title: applicationWords.rejectTitle,
    lead: applicationWords.closeFinal,
  },
  withdraw: {
    path: 'withdrawal',
    needs: 'application.withdraw',
    action: applicationWords.withdraw,
    title: applicationWords.withdrawTitle,
    lead: applicationWords.closeFinal,
  },
} as const
type Kind = keyof typeof reasonedSteps
const kinds = Object.keys(reasonedSteps) as Kind[]

const groundId = 'reject-ground'
type GroundProps = { readonly ground: RejectionGround | ''; readonly isMissing: boolean; onChoose(ground: RejectionGround): void }
/** Chosen by a hand: what stood there by itself would be what is counted. */
function GroundSelect({ ground, isMissing, onChoose }: GroundProps) {
  const { say } = useWords()
  const none = { value: '', label: say(formWords.choose), disabled: true }
  return (
    <NativeSelect
      id={groundId}
      label={say(officeNumbersWords.ground)}
      data={[none, ...rejectionGrounds.map((value) => ({ value, label: say(groundWords[value]) }))]}
      error={isMissing && ground === '' ? say(officeNumbersWords.groundNeeded) : undefined}
      value={ground}
      onChange={(event) => onChoose(event.currentTarget.value as RejectionGround)}
      data-testid="ground"
    />
  )
}

/** The steps beside the way to the hand, each with a reason that somebody is told: what the case's state lets, for whoever may. */
export function ReasonedSteps({ application, onChanged }: StepProps) {
  const { say } = useWords()
  const { me, may } = useMe()
  const command = useCommand<Application>()
  const [asking, setAsking] = useState<Kind | undefined>(undefined)
  const [ground, setGround] = useState<RejectionGround | ''>('')
  const [isGroundMissing, setGroundMissing] = useState(false)
  const [found, setFound] = useState(false)
  const { state, office, reviewing, cause, passState } = application
  const isOver = isToWithdraw(application)
  // Its old pass was suspended at the counter, and nobody else would think of it.
  const asksFound = cause !== null && isOutOfHands(cause) && !isSignedNotHanded(state)
  const actor = { account: me.id, isChief: may('pass.sign', office) }
  // The same tables as the server's: only steps that it would take are offered; and of a case whose pass is over, the one that ends it.
  const possible = kinds.filter(
    (kind) =>
      'state' in nextState(state, kind, { pass: passState }) &&
      may(reasonedSteps[kind].needs, office) &&
      assessReviewer({ state, reviewing }, actor, kind).ok &&
      (!isOver || kind === 'withdraw'),
  )
  if (possible.length === 0) return null
  async function go(kind: Kind, reason: string) {
    if (kind === 'reject' && ground === '') {
      setGroundMissing(true)
      return document.getElementById(groundId)?.focus()
    }
    const changed = await command.send(`/api/v1/applications/${application.id}/${reasonedSteps[kind].path}`, {
      reason,
      ...(kind === 'reject' && { ground }),
      ...(kind === 'withdraw' && asksFound && { passFound: found }),
    })
    if (!changed) return
    setAsking(undefined)
    onChanged(changed)
  }
  return (
    <div className="actions">
      {possible.map((kind) => (
        <Button
          key={kind}
          variant={isOver ? 'filled' : 'subtle'}
          size={isOver ? 'xl' : 'sm'}
          color={kind === 'reject' ? 'refuse' : 'river'}
          onClick={() => {
            command.forget()
            setFound(false)
            setGround('')
            setGroundMissing(false)
            setAsking(kind)
          }}
          data-testid={kind}
        >
          {say(reasonedSteps[kind].action)}
        </Button>
      ))}
      {asking && (
        <ReasonDialog
          title={say(reasonedSteps[asking].title)}
          lead={say(isOver ? passOverWords.effects : reasonedSteps[asking].lead)}
          action={say(reasonedSteps[asking].action)}
          danger={asking === 'reject'}
          isTold={asking !== 'hold-back' && asking !== 'spoil'}
          pending={command.pending}
          problem={command.problem}
          onClose={() => setAsking(undefined)}
          onConfirm={(reason) => void go(asking, reason)}
        >
          {asking === 'reject' && <GroundSelect ground={ground} isMissing={isGroundMissing} onChoose={setGround} />}
          {asking === 'withdraw' && asksFound && (
            <Checkbox
              label={say(applicationWords.passFound)}
              description={say(found ? applicationWords.passFoundLead : applicationWords.passNotFoundLead)}
              checked={found}
              onChange={(event) => setFound(event.currentTarget.checked)}
              data-testid="pass-found"
            />
          )}
        </ReasonDialog>
      )}
    </div>
  )
}
