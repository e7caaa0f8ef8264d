import type { ReactNode } from 'react'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { formatDateTime } from '../../../words/dates.ts'
import { applicationStateWords, applicationWords } from '../../../words/desk.ts'
import { roleWords } from '../../../words/roles.ts'
import { workWords } from '../../../words/work.ts'
import { useWords } from '../frame/language.tsx'
import { NotShown } from '../parts/not-shown.tsx'
import { useHandName } from './hand-name.ts'
import { nextAction, rolesFor } from './whose-step.ts'

type Step = {
  readonly label: string
  readonly isDone: boolean
  /** Undefined: the time is not kept, or not shown. */
  readonly at: string | null | undefined
  readonly by: readonly (string | null | undefined)[]
  /** Who does it, while it is still to come. */
  readonly doer: string
}

/** The steps that were done, with when and in whose hands, and those still to come, with the role that does them. */
export function History({ application }: { application: Application }) {
  const { say } = useWords()
  const steps = useSteps(application)
  const { state } = application
  const isClosed = state === 'rejected' || state === 'withdrawn'
  return (
    <section className="card" aria-labelledby="history-title">
      <h2 id="history-title">{say(applicationWords.history)}</h2>
      <ol className="history">
        {(isClosed ? steps.filter(({ isDone }) => isDone) : steps).map((step) => (
          <li key={step.label} data-done={step.isDone}>
            <strong>{step.label}</strong>
            <When step={step} />
            {step.by.map(
              (line) =>
                line && (
                  <span key={line} className="small">
                    {line}
                  </span>
                ),
            )}
          </li>
        ))}
        {isClosed && (
          <li data-done="true" data-closed="true">
            <strong>{say(applicationStateWords[state])}</strong>
            <span className="small">{application.notShown.includes('reason') ? <NotShown /> : application.reason}</span>
          </li>
        )}
      </ol>
    </section>
  )
}

function When({ step: { isDone, at, doer } }: { step: Step }): ReactNode {
  const { say, language } = useWords()
  if (!isDone)
    return (
      <>
        <span className="soft small">{say(applicationWords.toCome)}</span>
        <span className="small">{say(workWords.waitsFor, { role: doer })}</span>
      </>
    )
  return at && <span className="soft small">{formatDateTime(at as Instant, borderZone, language)}</span>
}

const stateOrder = ['submitted', 'paid', 'approved', 'signed']

function useSteps({ state, office, hands, ...application }: Application): Step[] {
  const { say } = useWords()
  const nameOf = useHandName(office)
  const reached = stateOrder.indexOf(state)
  const doer = (before: 'submitted' | 'paid' | 'approved' | 'signed') =>
    rolesFor(nextAction[before], office)
      .map((role) => say(roleWords[role]))
      .join(' · ')
  const step = (label: Step['label'], at: Step['at'], by: Step['by'], before: 'submitted' | 'paid' | 'approved'): Step => ({
    label,
    isDone: Boolean(at) || reached > stateOrder.indexOf(before),
    at,
    by,
    doer: doer(before),
  })
  return [
    { label: say(applicationWords.stepSubmitted), isDone: true, at: application.submittedAt, by: [nameOf(hands.takenBy)], doer: '' },
    step(say(applicationWords.stepPaid), application.paidAt, [application.receipt], 'submitted'),
    step(say(applicationWords.stepApproved), application.approvedAt, [nameOf(hands.approvedBy), application.approvedBy], 'paid'),
    step(say(applicationWords.stepSigned), application.signedAt, [nameOf(hands.signedBy), application.signedBy], 'approved'),
    {
      label: say(applicationWords.stepPrinted),
      isDone: hands.printedBy !== null,
      at: undefined,
      by: [nameOf(hands.printedBy)],
      doer: doer('signed'),
    },
  ]
}
