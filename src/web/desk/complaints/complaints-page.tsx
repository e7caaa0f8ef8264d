import { useState } from 'react'
import { Link } from 'wouter'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import { type ComplaintState, complaintStates } from '../../../portal/complaint.rules.ts'
import type { ComplaintAnswer } from '../../../portal/portal.api.ts'
import { formatDateTime, formatNumber } from '../../../words/dates.ts'
import { deskWords } from '../../../words/desk.ts'
import { complaintStateWords } from '../../../words/portal.ts'
import { complaintDeskWords as words } from '../../../words/resident-cases.ts'
import { useWords } from '../frame/language.tsx'
import { Answered, Empty } from '../parts/answered.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { TableCard } from '../parts/table-card.tsx'
import { complaintsMax, complaintTone, useComplaints, useComplaintWords } from './complaint-queries.ts'

/** What residents complain about, by state, the oldest first: to the province's officer and the auditor. */
export function ComplaintsPage() {
  const { say, language } = useWords()
  const [chosen, choose] = useState<ComplaintState>('received')
  const complaints = useComplaints(chosen)
  return (
    <>
      <PageHead title={say(deskWords.complaints)} lead={say(words.lead)} />
      <fieldset className="filters">
        <legend className="visually-hidden">{say(words.filter)}</legend>
        {complaintStates.map((state) => (
          <button
            key={state}
            type="button"
            className="filter"
            aria-pressed={state === chosen}
            onClick={() => choose(state)}
            data-testid={`filter-${state}`}
          >
            {say(complaintStateWords[state])}
          </button>
        ))}
      </fieldset>
      <Answered query={complaints}>
        {(found) => (
          <>
            {found.length === 0 ? <Empty>{say(words.none)}</Empty> : <Rows found={found} />}
            {found.length === complaintsMax && <p className="soft small">{say(words.first, { count: formatNumber(complaintsMax, language) })}</p>}
          </>
        )}
      </Answered>
    </>
  )
}

function Rows({ found }: { found: readonly ComplaintAnswer[] }) {
  const { say, language } = useWords()
  const { subjectOf, placeOf } = useComplaintWords()
  const heads = [
    say(words.about),
    { name: say(words.place), as: 'wide-only' },
    say(words.since),
    { name: say(words.state), as: 'wide-only' },
  ] as const
  return (
    <TableCard heads={heads} caption={say(deskWords.complaints)} testid="complaints">
      {found.map((complaint) => (
        <tr key={complaint.id} className="row-link" data-testid="complaint-row" data-state={complaint.state}>
          <td className="name-cell">
            <Link href={`/complaints/${complaint.id}`}>
              <strong>{subjectOf(complaint.about)}</strong>
            </Link>
            <span className="second-line small code soft">{complaint.number}</span>
            <span className="narrow-only small soft">{placeOf(complaint)}</span>
          </td>
          <td className="wide-only">{placeOf(complaint)}</td>
          <td className="soft">{formatDateTime(complaint.madeAt as Instant, borderZone, language)}</td>
          <td className="wide-only">
            <span className={`badge tone-${complaintTone[complaint.state]}`}>{say(complaintStateWords[complaint.state])}</span>
          </td>
        </tr>
      ))}
    </TableCard>
  )
}
