import type { ReactNode } from 'react'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import type { ApplicationState } from '../../../passes/application.rules.ts'
import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { formatDateTime } from '../../../words/dates.ts'
import { applicationStateWords, applicationWords } from '../../../words/desk.ts'
import { bookletWords } from '../../../words/office.ts'
import { roleWords } from '../../../words/roles.ts'
import { workWords } from '../../../words/work.ts'
import { useWords } from '../frame/language.tsx'
import { useHeadName } from '../names.ts'
import { NotShown } from '../parts/not-shown.tsx'
import { useHandName } from './hand-name.ts'
import { isToWithdraw, nextAction, rolesFor } from './whose-step.ts'

type Step = {
  readonly label: string
  readonly isDone: boolean
  /** Undefined: the time is not kept, or not shown. */
  readonly at: string | null | undefined
  readonly by: readonly (string | null | undefined)[]
  /** Who does it, while it is still to come. */
  readonly doer: string
}

const closedStates: readonly ApplicationState[] = ['rejected', 'withdrawn', 'lapsed']

/** The steps that were done, with when and in whose hands, and those still to come, with the role that does them. */
export function History({ application }: { application: Application }) {
  const { say, language } = useWords()
  const steps = useSteps(application)
  const { state } = application
  const isClosed = closedStates.includes(state)
  const isEnding = isClosed || isToWithdraw(application)
  return (
    <section className="card" aria-labelledby="history-title">
      <h2 id="history-title">{say(applicationWords.history)}</h2>
      <ol className="history">
        {(isEnding ? steps.filter(({ isDone }) => isDone) : steps).map((step) => (
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
            {application.closedAt && <span className="soft small">{formatDateTime(application.closedAt as Instant, borderZone, language)}</span>}
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

/** How far a case has come: the number of the last step done. A returned one stands where it was. */
const reached = {
  draft: -1,
  submitted: 0,
  incomplete: 0,
  paid: 1,
  'under-review': 1,
  approved: 2,
  signed: 3,
  produced: 4,
  collected: 5,
  rejected: 0,
  withdrawn: 0,
  lapsed: 0,
} as const satisfies Record<ApplicationState, number>
const doneBefore = ['draft', 'submitted', 'paid', 'approved', 'signed', 'produced'] as const

function useSteps({ state, office, hands, ...application }: Application): Step[] {
  const { say } = useWords()
  const nameOf = useHandName(office)
  const headName = useHeadName()
  const isEnded = closedStates.includes(state)
  const doer = (order: number) =>
    rolesFor(nextAction[doneBefore[order] ?? 'draft'] ?? 'application.take', office)
      .map((role) => say(roleWords[role]))
      .join(' · ')
  // What was approved and then given back is to be approved again; a closed case shows all that was ever done.
  const step = (order: number, label: string, at: Step['at'], by: Step['by']): Step => {
    const isDone = reached[state] >= order || (isEnded && Boolean(at)) || (order === 1 && Boolean(at))
    return { label, isDone, at, by: isDone ? by : [], doer: doer(order) }
  }
  const { submittedAt, paidAt, receipt, returnedAt, approvedAt, approvedBy, signedAt, signedBy, producedAt, booklet, collectedAt } = application
  const steps = [
    step(0, say(applicationWords.stepSubmitted), submittedAt, [nameOf(hands.takenBy)]),
    step(1, say(applicationWords.stepPaid), paidAt, [receipt]),
    step(2, say(applicationWords.stepApproved), approvedAt, [nameOf(hands.approvedBy), approvedBy && headName(approvedBy, office)]),
    step(3, say(applicationWords.stepSigned), signedAt, [nameOf(hands.signedBy), signedBy && headName(signedBy, office)]),
    step(4, say(bookletWords.stepProduced), producedAt, [booklet, nameOf(hands.printedBy)]),
    step(5, say(bookletWords.stepCollected), collectedAt, [nameOf(hands.collectedBy)]),
  ]
  if (returnedAt === null) return steps
  const returned: Step = { label: say(bookletWords.stepReturned), isDone: true, at: returnedAt, by: [say(bookletWords.returnedBy)], doer: '' }
  // Of two at the same moment the one that has to come first does: nobody approves what then goes back.
  const before = steps.findIndex(({ isDone, at }, order) => !isDone || (at && (at > returnedAt || (at === returnedAt && order > reached.paid))))
  return steps.toSpliced(before === -1 ? steps.length : before, 0, returned)
}
