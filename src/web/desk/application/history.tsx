import { borderZone, type Instant } from '../../../kernel/time.ts'
import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { formatDateTime } from '../../../words/dates.ts'
import { applicationStateWords, applicationWords } from '../../../words/desk.ts'
import { roleWords } from '../../../words/roles.ts'
import { workWords } from '../../../words/work.ts'
import { useWords } from '../frame/language.tsx'
import { nextAction, rolesFor } from './whose-step.ts'

type Step = { readonly label: string; readonly at: string | null; readonly by: string | null; readonly doer: string }

/** The steps that were done, with when and who, and those still to come. */
export function History({ application }: { application: Application }) {
  const { say, language } = useWords()
  const { state } = application
  const closed = state === 'rejected' || state === 'withdrawn'
  const doer = (before: 'submitted' | 'paid' | 'approved') =>
    rolesFor(nextAction[before], application.office)
      .map((role) => say(roleWords[role]))
      .join(' · ')
  const steps: Step[] = [
    { label: say(applicationWords.stepSubmitted), at: application.submittedAt, by: null, doer: '' },
    { label: say(applicationWords.stepPaid), at: application.paidAt, by: application.receipt, doer: doer('submitted') },
    { label: say(applicationWords.stepApproved), at: application.approvedAt, by: application.approvedBy, doer: doer('paid') },
    { label: say(applicationWords.stepSigned), at: application.signedAt, by: application.signedBy, doer: doer('approved') },
  ]
  const shown = closed ? steps.filter(({ at }) => at !== null) : steps
  return (
    <section className="card" aria-labelledby="history-title">
      <h2 id="history-title">{say(applicationWords.history)}</h2>
      <ol className="history">
        {shown.map(({ label, at, by, doer }) => (
          <li key={label} data-done={at !== null}>
            <strong>{label}</strong>
            <span className="soft small">{at === null ? say(applicationWords.toCome) : formatDateTime(at as Instant, borderZone, language)}</span>
            {by && <span className="small">{by}</span>}
            {at === null && doer && <span className="small">{say(workWords.waitsFor, { role: doer })}</span>}
          </li>
        ))}
        {closed && (
          <li data-done="true" data-closed="true">
            <strong>{say(applicationStateWords[state])}</strong>
            <span className="small">{application.reason}</span>
          </li>
        )}
      </ol>
    </section>
  )
}
