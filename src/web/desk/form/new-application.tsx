import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { v7 as newCommandId } from 'uuid'
import { useLocation } from 'wouter'
import { nationalityOf, type StateCode } from '../../../kernel/code.ts'
import { ageOn, borderZone, civilDateAt, type Instant } from '../../../kernel/time.ts'
import type { ApplicantBody, ApplicationAnswer as Application, ApplyBody, InstanceAnswer, OfficeAnswer } from '../../../passes/passes.api.ts'
import { formatNumber } from '../../../words/dates.ts'
import { deskWords } from '../../../words/desk.ts'
import { formWords } from '../../../words/desk-form.ts'
import { ask, type Problem } from '../../api.ts'
import { isDemonstration } from '../../who.ts'
import { isAnswered } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { useOfficeChoice } from '../frame/office.tsx'
import { Answered, ProblemNotice, useProblemWords } from '../parts/answered.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { applicationKey, useAreas, useInstance } from '../queries.ts'
import { HomeFields, PersonFields } from './applicant-fields.tsx'
import { type Draft, draftOf, type Field, forgetDraft, useDraft } from './draft.ts'
import { Eligibility } from './eligibility.tsx'
import { agesOn } from './law.ts'
import { MadeUpPeople } from './made-up-people.tsx'
import { NearPeople, nearPeopleId } from './near-people.tsx'
import { fieldOf, fieldOrder, type OpenFields, openFields } from './open-fields.ts'
import { PhotoField } from './photo-field.tsx'
import { readPhoto } from './photo-file.ts'
import { readTypedDate } from './typed-date.ts'
import { useNearPeople } from './use-near-people.ts'

export function NewApplication() {
  const { say } = useWords()
  const { office } = useOfficeChoice()
  const instance = useInstance()
  return (
    <>
      <PageHead title={say(deskWords.newApplication)} lead={say(formWords.lead)} />
      <Answered query={instance}>{(known) => office && <ApplicationForm office={office} instance={known} />}</Answered>
    </>
  )
}

function ApplicationForm({ office, instance }: { office: OfficeAnswer; instance: InstanceAnswer }) {
  const { say, language } = useWords()
  const { me } = useMe()
  const { draft, change, clear } = useDraft(nationalityOf[instance.state as StateCode], me.id)
  const areas = useAreas(instance.state).data ?? []
  const today = civilDateAt(instance.now as Instant, borderZone)
  const ages = agesOn(instance.state, today)
  const birthDate = readTypedDate(draft.birthDate)
  const asked = {
    guardian: ages !== undefined && birthDate !== undefined && birthDate <= today && ageOn(birthDate, today) < ages.guardianUnder,
    district: areas.some(({ parent }) => parent === draft.province),
  }
  const homeArea = draft.district || (asked.district ? '' : draft.province)
  const sending = useSubmit({ office, instance, homeArea, draft, change })
  const fields = { draft, errorOf: sending.errorOf, change: sending.edit }

  // The words stand at once; the photo follows, unless another person was chosen meanwhile.
  const filling = useRef<ApplicantBody | undefined>(undefined)
  async function fill(applicant: ApplicantBody, coming: Promise<Blob | undefined>) {
    startAgain()
    filling.current = applicant
    change(draftOf(applicant, language))
    const file = await coming
    const photo = file && (await readPhoto(file))
    if (photo && filling.current === applicant) sending.edit({ photo })
  }
  function startAgain() {
    filling.current = undefined
    clear()
    sending.reset()
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    void sending.submit(openFields(draft, asked))
  }
  return (
    <>
      {isDemonstration && <MadeUpPeople office={office.id} onChoose={(applicant, photo) => void fill(applicant, photo)} />}
      <form className="form-columns" onSubmit={submit} noValidate aria-label={say(deskWords.newApplication)}>
        <div className="stack">
          <PersonFields {...fields} localLanguage={instance.localLanguage === 'tha' ? 'th' : 'km'} today={today} ages={ages} />
          <HomeFields {...fields} state={instance.state} />
        </div>
        <div className="stack form-side">
          <PhotoField photo={draft.photo} error={sending.errorOf('photo')} onPhoto={(photo) => sending.edit({ photo })} />
          <Eligibility office={office.id} homeArea={homeArea} nationality={draft.nationality} />
          {sending.problem && <ProblemNotice problem={sending.problem} />}
          <NearPeople people={sending.near.people} photo={draft.photo} others={sending.near.others} onSay={sending.near.say} />
          {sending.openCount > 0 && (
            <p className="field-error" role="alert">
              {say(formWords.fieldsOpen, { count: formatNumber(sending.openCount, language) })}
            </p>
          )}
          <Button type="submit" size="lg" loading={sending.pending} data-testid="submit-application">
            {say(draft.requestId === null || sending.pending ? formWords.submit : formWords.sendAgain)}
          </Button>
          <span className="visually-hidden" role="status">
            {sending.pending ? say(formWords.submitting) : ''}
          </span>
          <div className="actions">
            <Button variant="subtle" size="sm" onClick={startAgain}>
              {say(formWords.clear)}
            </Button>
            <span className="soft small">{say(formWords.draftKept)}</span>
          </div>
        </div>
      </form>
    </>
  )
}

type SubmitProps = {
  readonly office: OfficeAnswer
  readonly instance: InstanceAnswer
  readonly homeArea: string
  readonly draft: Draft
  change(part: Partial<Draft>): void
}

function useSubmit({ office, instance, homeArea, draft, change }: SubmitProps) {
  const { language, say } = useWords()
  const problemText = useProblemWords()
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const [open, setOpen] = useState<OpenFields>({})
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  const [problemField, setProblemField] = useState<Field | undefined>(undefined)
  const [pending, setPending] = useState(false)
  const near = useNearPeople()

  async function submit(found: OpenFields) {
    if (pending) return
    setOpen(found)
    setProblem(undefined)
    const first = fieldOrder.find((field) => found[field])
    if (first) return focusOn(first)
    setPending(true)
    const applicant = applicantOf({ instance, homeArea, draft })
    const compared = await near.compare({ office: office.id, applicant })
    if (!compared.goOn) {
      setPending(false)
      return compared.problem ? refused(compared.problem) : lookAtNearPeople()
    }
    const requestId = draft.requestId ?? newCommandId()
    change({ requestId })
    const { photo, madeUp } = draft
    const body: ApplyBody = { requestId, office: office.id, applicant, photo, madeUp, otherPeople: compared.otherPeople }
    const answer = await ask<Application>('/api/v1/applications', { language, body })
    setPending(false)
    if (answer.ok) {
      forgetDraft()
      client.setQueryData(applicationKey(answer.value.id), answer.value)
      return navigate(`/applications/${answer.value.id}`)
    }
    if (isAnswered(answer)) change({ requestId: null })
    refused(answer.problem)
  }
  function refused(found: Problem) {
    const field = fieldOf(found)
    setProblem(found)
    setProblemField(field)
    if (field) focusOn(field)
  }
  // An entry that is being corrected is no longer wrong.
  function edit(part: Partial<Draft>) {
    change(part)
    setOpen((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in part))))
    if (problemField && problemField in part) setProblemField(undefined)
  }
  function reset() {
    setOpen({})
    setProblem(undefined)
    setProblemField(undefined)
    near.reset()
  }
  function errorOf(field: Field): string | undefined {
    const words = open[field]
    if (words) return say(words)
    return problem && problemField === field ? problemText(problem).title : undefined
  }
  return { submit, edit, reset, errorOf, near, problem, pending, openCount: Object.keys(open).length }
}

function applicantOf({ instance, homeArea, draft }: Pick<SubmitProps, 'instance' | 'homeArea' | 'draft'>): ApplicantBody {
  const { localName, familyName, givenName, nationality, nationalId, address, guardian, familyBook } = draft
  return {
    ...{ localName, familyName, givenName, nationality, nationalId, address, homeArea },
    localLanguage: instance.localLanguage as ApplicantBody['localLanguage'],
    birthDate: readTypedDate(draft.birthDate) ?? '',
    sex: Number(draft.sex) as ApplicantBody['sex'],
    guardian: guardian.trim() === '' ? null : guardian,
    ...(familyBook.trim() !== '' && { familyBook }),
  }
}

/** They stand there after the next drawing. */
const lookAtNearPeople = (): void => void setTimeout(() => document.getElementById(nearPeopleId)?.focus())

function focusOn(field: Field): void {
  document.getElementById(`field-${field}`)?.focus()
}
