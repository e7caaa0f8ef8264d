import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Language } from '../../../kernel/language.ts'
import type { CivilDate } from '../../../kernel/time.ts'
import { nextState } from '../../../passes/application.rules.ts'
import { isSearchedAgain } from '../../../passes/correction.rules.ts'
import type { ApplicantBody, ApplicationAnswer as Application, ApplyBody, InstanceAnswer } from '../../../passes/passes.api.ts'
import { formatNumber } from '../../../words/dates.ts'
import { formWords } from '../../../words/desk-form.ts'
import { reviewWords } from '../../../words/office.ts'
import { SentBack } from '../application/sent-back.tsx'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { Answered, Empty, ProblemNotice, Waiting } from '../parts/answered.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { latinName } from '../parts/person.tsx'
import { PhotoField } from '../photo/photo-field.tsx'
import { dataAddress } from '../photo/photo-file.ts'
import { applicationKey, draftsKey, useApplication, useInstance } from '../queries.ts'
import { HomeFields, PersonFields } from './applicant-fields.tsx'
import { CorrectionStatus } from './correction-status.tsx'
import { applicantOf, type Draft, draftOf, emptyDraft, seenOf } from './draft.ts'
import { Eligibility } from './eligibility.tsx'
import { lookAtNearPeople, NearPeople } from './near-people.tsx'
import { openFields } from './open-fields.ts'
import { PaperFields } from './paper-fields.tsx'
import { ResidenceFields } from './residence-fields.tsx'
import { typeDate } from './typed-date.ts'
import { useAsked } from './use-asked.ts'
import { useCorrection } from './use-correction.ts'
import { useEntries } from './use-entries.ts'
import { useNearPeople } from './use-near-people.ts'

/** What was sent back, as it was typed: put right, nothing typed twice. */
export function CorrectApplication({ id }: { id: string }) {
  const { say } = useWords()
  const { may } = useMe()
  const application = useApplication(id)
  const instance = useInstance()
  return (
    <>
      <PageHead title={say(reviewWords.correct)} lead={application.data && latinName(application.data.applicant)} />
      <Answered query={application}>
        {(found) =>
          'state' in nextState(found.state, 'correct') && may('application.take', found.office) ? (
            <Answered query={instance}>{(known) => <Form application={found} instance={known} />}</Answered>
          ) : (
            <Empty>
              <p>{say(reviewWords.nothingToCorrect)}</p>
              <BackToCase id={id} />
            </Empty>
          )
        }
      </Answered>
    </>
  )
}

function BackToCase({ id }: { id: string }) {
  const { say } = useWords()
  return (
    <Link href={`/applications/${id}`} className="button-link">
      {say(reviewWords.backToCase)}
    </Link>
  )
}

function Form({ application, instance }: { application: Application; instance: InstanceAnswer }) {
  const { say, language } = useWords()
  const { id, office, applicant } = application
  const [first] = useState<Draft>(() => firstDraft(application, language))
  const keeping = useCorrection({ id, office, first })
  const { draft } = keeping
  const { today, ages, asked, homeArea, lines, isHomeAsked } = useAsked(draft, instance)
  const entries = useEntries(keeping.change)
  const sending = useSend({ application, keeping, entries })
  const fields = { draft, errorOf: entries.errorOf, change: entries.edit }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!entries.check(openFields(draft, { ...asked, photo: false }))) return
    const photo = draft.photo === '' ? null : draft.photo
    const corrected = applicantOf(draft, homeArea, applicant.localLanguage)
    void sending.send({ applicant: corrected, photo, ...seenOf(draft, isHomeAsked) })
  }
  if (keeping.isOpening) return <Waiting />
  return (
    <form className="form-columns" onSubmit={submit} noValidate aria-label={say(reviewWords.correct)}>
      <div className="stack">
        <SentBack application={application} />
        <PersonFields
          {...fields}
          localLanguage={applicant.localLanguage === 'tha' ? 'th' : 'km'}
          today={today}
          ages={ages}
          isSamePerson={application.kind !== 'new'}
        />
        <HomeFields {...fields} state={instance.state}>
          {isHomeAsked && <ResidenceFields {...fields} />}
        </HomeFields>
        <PaperFields lines={lines} draft={draft} change={entries.edit} keeper={keeping.keeper} kept={keeping.kept} />
      </div>
      <div className="stack form-side">
        <PhotoField
          photo={draft.photo}
          current={`/api/v1/applications/${id}/photo`}
          error={entries.errorOf('photo')}
          onPhoto={(photo) => entries.edit({ photo })}
        />
        <p className="small soft">{say(reviewWords.photoStays)}</p>
        <Eligibility office={office} homeArea={homeArea} nationality={draft.nationality} />
        <p className="small">{say(reviewWords.correctLead)}</p>
        {entries.problem && <ProblemNotice problem={entries.problem} />}
        <NearPeople
          people={sending.near.people}
          face={draft.photo === '' ? `/api/v1/applications/${id}/photo` : dataAddress(draft.photo)}
          others={sending.near.others}
          onSay={sending.near.say}
        />
        {entries.openCount > 0 && (
          <p className="field-error" role="alert">
            {say(formWords.fieldsOpen, { count: formatNumber(entries.openCount, language) })}
          </p>
        )}
        <Button type="submit" size="lg" loading={sending.pending} data-testid="save-correction">
          {say(reviewWords.saveCorrection)}
        </Button>
        <CorrectionStatus {...keeping} />
        <div>
          <BackToCase id={id} />
        </div>
      </div>
    </form>
  )
}

/** The case as it is, as a clerk would have typed it. */
function firstDraft({ applicant, papers, livesSince, proofOn, kind, cause, subjectPass }: Application, language: Language): Draft {
  const typed = (date: string | null) => (date === null ? '' : typeDate(date as CivilDate, language))
  const about = kind === 'new' ? {} : { cause: kind === 'extension' ? kind : (cause ?? ''), replaces: subjectPass ?? '' }
  const seen = { papers: (papers ?? []).join(' '), livesSince: typed(livesSince), proofDate: typed(proofOn) }
  return { ...emptyDraft(''), ...draftOf(applicant, language), ...about, ...seen, madeUp: applicant.madeUp }
}

type SendProps = {
  readonly application: Application
  readonly keeping: ReturnType<typeof useCorrection>
  readonly entries: ReturnType<typeof useEntries>
}
type Corrected = Pick<ApplyBody, 'papers' | 'residence'> & { readonly applicant: ApplicantBody; readonly photo: string | null }
/** What is sent ends the draft: no save may come after it. */
function useSend({ application: { id, office, applicant }, keeping: { keeper }, entries }: SendProps) {
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const command = useCommand<Application>()
  const near = useNearPeople()
  const [isComparing, setComparing] = useState(false)
  async function send(body: Corrected) {
    if (isComparing) return
    const otherPeople = await compared(body.applicant)
    if (!otherPeople) return
    await keeper.close()
    const changed = await command.send(`/api/v1/applications/${id}/correction`, { ...body, otherPeople }, entries.refused)
    if (!changed) return keeper.reopen()
    client.setQueryData(applicationKey(id), changed)
    void client.invalidateQueries({ queryKey: draftsKey(office) })
    void client.invalidateQueries({ queryKey: [`/api/v1/applications/${id}/papers`] })
    navigate(`/applications/${id}`)
  }
  /** Who somebody is was put right: people alike are shown again, as when the case was taken. Undefined: somebody is to be looked at first. */
  async function compared(corrected: ApplicantBody): Promise<readonly string[] | undefined> {
    if (!isSearchedAgain(applicant, corrected)) return []
    setComparing(true)
    const answer = await near.compare({ office, applicant: corrected, corrected: id })
    setComparing(false)
    if (answer.goOn) return answer.otherPeople
    if (answer.problem) entries.refused(answer.problem)
    else lookAtNearPeople()
    return undefined
  }
  return { send, near, pending: command.pending || isComparing }
}
