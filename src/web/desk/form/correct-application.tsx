import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { nextState } from '../../../passes/application.rules.ts'
import type { ApplicationAnswer as Application, InstanceAnswer } from '../../../passes/passes.api.ts'
import { formatNumber } from '../../../words/dates.ts'
import { formWords } from '../../../words/desk-form.ts'
import { reviewWords } from '../../../words/office.ts'
import { SentBack } from '../application/sent-back.tsx'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { Answered, Empty, ProblemNotice } from '../parts/answered.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { latinName } from '../parts/person.tsx'
import { PhotoField } from '../photo/photo-field.tsx'
import { applicationKey, useApplication, useInstance } from '../queries.ts'
import { HomeFields, PersonFields } from './applicant-fields.tsx'
import { applicantOf, type Draft, draftOf, emptyDraft } from './draft.ts'
import { Eligibility } from './eligibility.tsx'
import { openFields } from './open-fields.ts'
import { useAsked } from './use-asked.ts'
import { useEntries } from './use-entries.ts'

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
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const { id, office, applicant } = application
  const [draft, setDraft] = useState<Draft>(() => ({ ...emptyDraft(''), ...draftOf(applicant, language), madeUp: applicant.madeUp }))
  const { today, ages, asked, homeArea } = useAsked(draft, instance)
  const entries = useEntries((part) => setDraft((before) => ({ ...before, ...part })))
  const command = useCommand<Application>()
  const fields = { draft, errorOf: entries.errorOf, change: entries.edit }

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!entries.check(openFields(draft, { ...asked, photo: false }))) return
    const body = { applicant: applicantOf(draft, homeArea, applicant.localLanguage), photo: draft.photo === '' ? null : draft.photo }
    const changed = await command.send(`/api/v1/applications/${id}/correction`, body, entries.refused)
    if (!changed) return
    client.setQueryData(applicationKey(id), changed)
    navigate(`/applications/${id}`)
  }
  return (
    <form className="form-columns" onSubmit={(event) => void submit(event)} noValidate aria-label={say(reviewWords.correct)}>
      <div className="stack">
        <SentBack application={application} />
        <PersonFields {...fields} localLanguage={applicant.localLanguage === 'tha' ? 'th' : 'km'} today={today} ages={ages} isSamePerson />
        <HomeFields {...fields} state={instance.state} />
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
        {entries.openCount > 0 && (
          <p className="field-error" role="alert">
            {say(formWords.fieldsOpen, { count: formatNumber(entries.openCount, language) })}
          </p>
        )}
        <Button type="submit" size="lg" loading={command.pending} data-testid="save-correction">
          {say(reviewWords.saveCorrection)}
        </Button>
        <div>
          <BackToCase id={id} />
        </div>
      </div>
    </form>
  )
}
