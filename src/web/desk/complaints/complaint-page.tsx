import { useQueryClient } from '@tanstack/react-query'
import { type AreaCode, provinceOf } from '../../../kernel/code.ts'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import { spokenNumber } from '../../../passes/follow-number.rules.ts'
import type { ComplaintAnswer } from '../../../portal/portal.api.ts'
import { type Currency, formatDateTime, formatMoney } from '../../../words/dates.ts'
import { deskWords } from '../../../words/desk.ts'
import { complaintStateWords } from '../../../words/portal.ts'
import { complaintDeskWords as words } from '../../../words/resident-cases.ts'
import { useHandName } from '../application/hand-name.ts'
import { useWords } from '../frame/language.tsx'
import { Answered } from '../parts/answered.tsx'
import { Facts } from '../parts/facts.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useInstance } from '../queries.ts'
import { complaintKey, complaintsPath, complaintTone, useComplaint, useComplaintWords } from './complaint-queries.ts'
import { ComplaintSteps } from './complaint-steps.tsx'

export function ComplaintPage({ id }: { id: string }) {
  const { say } = useWords()
  const complaint = useComplaint(id)
  return (
    <Answered query={complaint} title={say(deskWords.complaints)}>
      {(found) => <Known complaint={found} />}
    </Answered>
  )
}

function Known({ complaint }: { complaint: ComplaintAnswer }) {
  const { say, language } = useWords()
  const client = useQueryClient()
  const instance = useInstance()
  const { subjectOf, placeOf } = useComplaintWords()
  const { id, number, state, about, asked, text, contact, madeAt } = complaint
  function changed(answer: ComplaintAnswer) {
    client.setQueryData(complaintKey(id), answer)
    void client.invalidateQueries({ predicate: ({ queryKey: [path] }) => typeof path === 'string' && path.startsWith(`${complaintsPath}?`) })
  }
  return (
    <>
      <PageHead title={subjectOf(about)} lead={placeOf(complaint)}>
        <span className={`badge tone-${complaintTone[state]}`} data-testid="complaint-state" data-state={state}>
          {say(complaintStateWords[state])}
        </span>
      </PageHead>
      <div className="columns">
        <div className="stack">
          <section className="card" aria-labelledby="text-title">
            <h2 id="text-title">{say(words.text)}</h2>
            <p className="written" data-testid="complaint-text">
              {text}
            </p>
          </section>
          <ComplaintSteps complaint={complaint} onChanged={changed} />
        </div>
        <div className="stack">
          <section className="card" aria-label={say(words.caseNumber)}>
            <Facts
              facts={[
                [
                  say(words.caseNumber),
                  <span className="code" key="number">
                    {spokenNumber(number)}
                  </span>,
                ],
                [say(words.since), formatDateTime(madeAt as Instant, borderZone, language)],
                [
                  say(words.asked),
                  asked !== null && instance.data ? formatMoney({ amount: asked, currency: instance.data.currency as Currency }, language) : null,
                ],
                [say(words.contact), contact],
              ]}
            />
          </section>
          <ComplaintHistory complaint={complaint} />
        </div>
      </div>
    </>
  )
}

/** What was done with it, when and by whom. */
function ComplaintHistory({ complaint: { state, place, madeAt, takenBy, takenAt, answeredBy, answeredAt } }: { complaint: ComplaintAnswer }) {
  const { say, language } = useWords()
  const nameOf = useHandName(provinceOf(place as AreaCode))
  const who = (account: string | null) => (account === null ? undefined : (nameOf(account) ?? say(words.colleague)))
  const steps = [
    { label: say(complaintStateWords.received), isDone: true, at: madeAt, by: undefined },
    { label: say(words.stepTaken), isDone: takenBy !== null, at: takenAt, by: who(takenBy) },
    { label: say(complaintStateWords[state === 'closed' ? 'closed' : 'answered']), isDone: answeredAt !== null, at: answeredAt, by: who(answeredBy) },
  ]
  return (
    <section className="card" aria-labelledby="history-title">
      <h2 id="history-title">{say(words.history)}</h2>
      <ol className="history" data-testid="complaint-history">
        {steps
          .filter(({ isDone }) => isDone)
          .map(({ label, at, by }) => (
            <li key={label} data-done="true">
              <strong>{label}</strong>
              {at && <span className="soft small">{formatDateTime(at as Instant, borderZone, language)}</span>}
              {by && <span className="small">{by}</span>}
            </li>
          ))}
      </ol>
    </section>
  )
}
