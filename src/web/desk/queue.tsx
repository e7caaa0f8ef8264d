import { useState } from 'react'
import { Link } from 'wouter'
import { borderZone, civilDateAt, type Instant } from '../../kernel/time.ts'
import { type ApplicationState, applicationStates } from '../../passes/application.rules.ts'
import { byDueDay, isOverdue, waitsUntil } from '../../passes/due.rules.ts'
import type { ApplicationAnswer as Application } from '../../passes/passes.api.ts'
import { type Currency, formatDate, formatDateTime, formatMoney, formatNumber } from '../../words/dates.ts'
import { applicationStateWords, deskWords, queueWords } from '../../words/desk.ts'
import { nextActionOf } from './application/whose-step.ts'
import { useWords } from './frame/language.tsx'
import { useMe } from './frame/me.tsx'
import { useOfficeChoice } from './frame/office.tsx'
import { useAreaName } from './names.ts'
import { Answered, Empty } from './parts/answered.tsx'
import { FlagChips } from './parts/flags.tsx'
import { ifShown, NotShown } from './parts/not-shown.tsx'
import { PageHead } from './parts/page-head.tsx'
import { PassStopped } from './parts/pass-stopped.tsx'
import { PersonName, Portrait } from './parts/person.tsx'
import { ApplicationBadge } from './parts/state-badge.tsx'
import { queueRowsMax, useInstance, useQueue } from './queries.ts'

type Filter = ApplicationState | 'all'

export function Queue() {
  const { say } = useWords()
  const { office } = useOfficeChoice()
  const areaName = useAreaName()
  const applications = useQueue(office?.id ?? '')
  return (
    <>
      <PageHead title={say(deskWords.queue)} lead={say(queueWords.lead, { office: areaName(office?.id ?? '') })} />
      <Answered query={applications}>{(found) => (found.length === 0 ? <NoApplications /> : <Applications found={found} />)}</Answered>
    </>
  )
}

function NoApplications() {
  const { say } = useWords()
  const { may } = useMe()
  return (
    <Empty>
      <p>{say(queueWords.empty)}</p>
      {may('application.take') && (
        <Link href="/" className="button-link">
          {say(deskWords.newApplication)}
        </Link>
      )}
    </Empty>
  )
}

function Applications({ found }: { found: readonly Application[] }) {
  const { say, language } = useWords()
  const { may } = useMe()
  const { office } = useOfficeChoice()
  // One's own work first, if there is any.
  const isMine = (application: Application) => {
    const action = nextActionOf(application)
    return action !== null && may(action, office?.id)
  }
  const [filter, setFilter] = useState<Filter>(() => byDueDay(found).find(isMine)?.state ?? 'all')
  // A full list has a share of each state: the one that was chosen is asked for by itself, and nothing is counted here.
  const isWhole = found.length < queueRowsMax
  const chosen = useQueue(office?.id ?? '', filter === 'all' ? undefined : filter, !isWhole && filter !== 'all').data
  // A dozen states: only those in which something lies, and the one that was chosen.
  const states = applicationStates
    .map((state) => ({ name: state, label: say(applicationStateWords[state]), count: found.filter((one) => one.state === state).length }))
    .filter(({ name, count }) => count > 0 || name === filter)
  const filters: { name: Filter; label: string; count: number }[] = [{ name: 'all', label: say(queueWords.all), count: found.length }, ...states]
  const shown = byDueDay(filter === 'all' ? found : ((isWhole ? undefined : chosen) ?? found).filter(({ state }) => state === filter))
  return (
    <>
      <fieldset className="filters">
        <legend className="visually-hidden">{say(queueWords.filter)}</legend>
        {filters.map(({ name, label, count }) => (
          <button
            key={name}
            type="button"
            className="filter"
            aria-pressed={name === filter}
            onClick={() => setFilter(name)}
            data-testid={`filter-${name}`}
          >
            {label} {isWhole && <span className="count">{formatNumber(count, language)}</span>}
          </button>
        ))}
      </fieldset>
      {shown.length === 0 ? <Empty>{say(queueWords.emptyState)}</Empty> : <Rows shown={shown} />}
      {!isWhole && shown.length > 0 && <p className="soft small">{say(queueWords.first, { count: formatNumber(shown.length, language) })}</p>}
    </>
  )
}

function Rows({ shown }: { shown: readonly Application[] }) {
  const { say } = useWords()
  return (
    <div className="table-card">
      <table className="table">
        <caption className="visually-hidden">{say(deskWords.queue)}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{say(queueWords.photo)}</span>
            </th>
            <th scope="col">{say(queueWords.applicant)}</th>
            <th scope="col" className="wide-only">
              {say(queueWords.address)}
            </th>
            <th scope="col" className="wide-only">
              {say(queueWords.fee)}
            </th>
            <th scope="col" className="wide-only">
              {say(queueWords.received)}
            </th>
            <th scope="col">{say(queueWords.state)}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((application) => (
            <Row key={application.id} application={application} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ application }: { application: Application }) {
  const { say, language } = useWords()
  const areaName = useAreaName()
  const { applicant, fee, receipt } = application
  const isPaidHidden = application.notShown.includes('receipt')
  const paid = isPaidHidden ? <NotShown /> : (receipt ?? say(queueWords.notPaid))
  return (
    <tr className="row-link">
      <td>
        <Portrait of={`applications/${application.id}`} person={applicant} size="small" />
      </td>
      <td className="name-cell">
        <Link href={`/applications/${application.id}`}>
          <PersonName person={applicant} lang={applicant.localLanguage === 'tha' ? 'th' : 'km'} />
        </Link>
        {applicant.homeArea && <span className="narrow-only soft small">{areaName(applicant.homeArea)}</span>}
        {!isPaidHidden && <span className="narrow-only soft small">{receipt ?? say(queueWords.notPaid)}</span>}
        <FlagChips flags={application.flags} />
      </td>
      <td className="wide-only">{ifShown(applicant.homeArea, areaName)}</td>
      <td className="wide-only whole">
        {fee && formatMoney({ amount: fee.amount, currency: fee.currency as Currency }, language)}
        <span className={`second-line ${receipt ? 'code' : 'soft'}`}>{paid}</span>
      </td>
      <td className="wide-only whole soft">{formatDateTime(application.submittedAt as Instant, borderZone, language)}</td>
      <td>
        <ApplicationBadge state={application.state} passState={application.passState} />
        <PassStopped application={application} />
        <Due application={application} />
      </td>
    </tr>
  )
}

/** Until when the office has time; overdue is said in words, not by colour alone. */
function Due({ application }: { application: Application }) {
  const { say, language } = useWords()
  const instance = useInstance()
  const until = waitsUntil(application)
  if (until === null) return null
  const today = instance.data && civilDateAt(instance.data.now as Instant, borderZone)
  const isLate = today !== undefined && isOverdue(application, today)
  // The day and its month stay on one line, however narrow the column.
  const day = formatDate(until, language, { short: true, yearless: true }).replaceAll(' ', '\u00a0')
  return (
    <>
      {isLate && (
        <span className="second-line">
          <span className="badge tone-refuse" data-testid="overdue">
            {say(queueWords.overdue)}
          </span>
        </span>
      )}
      <span className="second-line small soft">{say(queueWords.due, { day })}</span>
      {application.dueProvisional && <span className="second-line small soft">{say(queueWords.provisional)}</span>}
    </>
  )
}
