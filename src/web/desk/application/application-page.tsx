import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CivilDate } from '../../../kernel/time.ts'
import { waitsUntil } from '../../../passes/due.rules.ts'
import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { formatDate } from '../../../words/dates.ts'
import { applicationWords, deskWords, queueWords } from '../../../words/desk.ts'
import { formWords, nationalityWords, sexWords } from '../../../words/desk-form.ts'
import { flagsTitle } from '../../../words/flags.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { useAreaName } from '../names.ts'
import { SeenCard } from '../papers/seen-card.tsx'
import { Answered } from '../parts/answered.tsx'
import { Facts } from '../parts/facts.tsx'
import { FlagChips } from '../parts/flags.tsx'
import { NearOfCase } from '../parts/near-of-case.tsx'
import { NotShown } from '../parts/not-shown.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { latinName, Portrait } from '../parts/person.tsx'
import { ApplicationBadge } from '../parts/state-badge.tsx'
import { applicationKey, useApplication } from '../queries.ts'
import { History } from './history.tsx'
import { MessagesCard } from './messages-card.tsx'
import { NextStep } from './next-step.tsx'
import { Receipt } from './receipt.tsx'
import { SignedPass } from './signed-pass.tsx'

export function ApplicationPage({ id }: { id: string }) {
  const application = useApplication(id)
  const { say } = useWords()
  return (
    <Answered query={application} title={say(deskWords.application)}>
      {(found) => <Known application={found} />}
    </Answered>
  )
}

function Known({ application }: { application: Application }) {
  const { say } = useWords()
  const { may } = useMe()
  const client = useQueryClient()
  const { applicant, state, passNumber, passState } = application
  function changed(answer: Application) {
    // A step tells of no flags: what was said before stays on the screen.
    client.setQueryData(applicationKey(answer.id), { ...answer, flags: answer.flags ?? application.flags })
    void client.invalidateQueries({ predicate: ({ queryKey: [path] }) => typeof path === 'string' && path.startsWith('/api/v1/applications?') })
  }
  return (
    <>
      <PageHead title={applicant.localName ?? say(deskWords.application)} lead={latinName(applicant)}>
        <div className="head-badges">
          {applicant.madeUp && <span className="badge tone-quiet">{say(deskWords.madeUp)}</span>}
          <ApplicationBadge state={state} passState={passState} testid="application-state" />
        </div>
      </PageHead>
      <div className="columns">
        <div className="stack">
          <LookTwice application={application} />
          <NextStep application={application} onChanged={changed} />
          {passNumber !== null && may('pass.read', application.office) && <SignedPass number={passNumber} state={passState} />}
          {application.receipt !== null && <Receipt application={application} receipt={application.receipt} />}
        </div>
        <div className="stack no-print">
          <Details application={application} />
          <SeenCard application={application} />
          <MessagesCard application={application} />
          <History application={application} />
        </div>
      </div>
    </>
  )
}

/** Why to look twice before a step; stands before the steps. */
function LookTwice({ application: { id, applicant, flags } }: { application: Application }) {
  const { say } = useWords()
  if (!flags || flags.length === 0) return null
  return (
    <section className="card no-print" aria-labelledby="flags-title" data-testid="look-twice">
      <h2 id="flags-title">{say(flagsTitle)}</h2>
      <FlagChips flags={flags} />
      <NearOfCase application={{ id, ...applicant }} flags={flags} />
    </section>
  )
}

function Details({ application }: { application: Application }) {
  const { say, language } = useWords()
  const areaName = useAreaName()
  const { applicant } = application
  const sayNationality = (code: string) => {
    const words = nationalityWords[code as keyof typeof nationalityWords]
    return words ? say(words) : code
  }
  const lines = {
    birthDate: [say(formWords.birthDate), (date: string) => formatDate(date as CivilDate, language)],
    sex: [say(formWords.sex), (sex: number) => say(sexWords[String(sex) as keyof typeof sexWords])],
    nationality: [say(formWords.nationality), sayNationality],
    nationalId: [
      say(formWords.nationalId),
      (id: string) => (
        <span className="code" key="id">
          {id}
        </span>
      ),
    ],
    homeArea: [say(queueWords.address), areaName],
    address: [say(applicationWords.addressLine), String],
    guardian: [say(formWords.guardian), String],
    familyBook: [say(formWords.familyBook), String],
  } as const
  // What was not given has no line; what is hidden is named below, all in one.
  const fields = Object.keys(lines) as (keyof typeof lines)[]
  const isHidden = (field: keyof typeof lines) => applicant[field] === null && applicant.notShown.includes(field)
  const hidden = fields.filter(isHidden).map((field) => lines[field][0])
  const facts: [string, ReactNode][] = fields.map((field) => {
    const [name, draw] = lines[field]
    const value = applicant[field]
    return [name, value === null ? null : (draw as (value: string | number) => ReactNode)(value)]
  })
  const until = waitsUntil(application)
  const dueDay = until && (
    <span data-testid="due-day">
      {formatDate(until, language)}
      {application.dueProvisional && <span className="second-line soft small"> {say(queueWords.provisionalWhy)}</span>}
    </span>
  )
  return (
    <section className="card" aria-labelledby="details-title">
      <div className="card-head">
        <h2 id="details-title">{say(applicationWords.details)}</h2>
        <Portrait of={`applications/${application.id}`} person={applicant} size="small" />
      </div>
      <Facts facts={[...facts, [say(deskWords.office), areaName(application.office)], [say(queueWords.dueDay), dueDay]]} />
      {hidden.length > 0 && (
        <p className="not-shown-list small" data-testid="not-shown">
          <NotShown />: {hidden.join(' · ')}
        </p>
      )}
    </section>
  )
}
