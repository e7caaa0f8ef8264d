import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { v7 as newCommandId } from 'uuid'
import { useLocation, useSearch } from 'wouter'
import { nationalityOf, type StateCode } from '../../../kernel/code.ts'
import type { ApplicantBody, ApplicationAnswer as Application, ApplyBody, InstanceAnswer, OfficeAnswer } from '../../../passes/passes.api.ts'
import { formatNumber } from '../../../words/dates.ts'
import { deskWords } from '../../../words/desk.ts'
import { formWords } from '../../../words/desk-form.ts'
import { ask } from '../../api.ts'
import { isDemonstration } from '../../who.ts'
import { isAnswered } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { useOfficeChoice } from '../frame/office.tsx'
import { Answered, ProblemNotice, Waiting } from '../parts/answered.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { PhotoField } from '../photo/photo-field.tsx'
import { dataAddress, readPhoto } from '../photo/photo-file.ts'
import { applicationKey, draftsKey, useInstance } from '../queries.ts'
import { aboutPass, askedAboutPass } from './about-pass.ts'
import { HomeFields, PersonFields } from './applicant-fields.tsx'
import { AskMissing } from './ask-missing.tsx'
import { applicantOf, type Draft, draftOf, mobileOf, seenOf } from './draft.ts'
import { DraftStatus } from './draft-status.tsx'
import { DraftsList } from './drafts-list.tsx'
import { Eligibility } from './eligibility.tsx'
import { MadeUpPeople } from './made-up-people.tsx'
import { madeUpSeen } from './made-up-seen.ts'
import { MobileFields } from './mobile-fields.tsx'
import { lookAtNearPeople, NearPeople } from './near-people.tsx'
import { OfficeStanding } from './office-standing.tsx'
import { openFields } from './open-fields.ts'
import { PaperFields } from './paper-fields.tsx'
import { RecordNote } from './record-note.tsx'
import { ResidenceFields } from './residence-fields.tsx'
import { useAsked } from './use-asked.ts'
import { useDraft } from './use-draft.ts'
import { useEntries } from './use-entries.ts'
import { useNearPeople } from './use-near-people.ts'
import { useRecord } from './use-record.ts'
import { OfferReplacement, WhichPass } from './which-pass.tsx'

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

type FormProps = { readonly office: OfficeAnswer; readonly instance: InstanceAnswer }

function ApplicationForm({ office, instance }: FormProps) {
  const { say, language } = useWords()
  const { me } = useMe()
  const [, navigate] = useLocation()
  const keeping = useDraft({ office: office.id, nationality: nationalityOf[instance.state as StateCode], account: me.id })
  const { draft, change, kept } = keeping
  const found = useAsked(draft, instance)
  const { today, ages, asked, homeArea, lines, isHomeAsked, missing } = found
  const [isAsking, setAsking] = useState(false)
  const entries = useEntries(change)
  const [home, hasMessages] = [instance.state as StateCode, instance.messages !== 'off']
  const sending = useSubmit({ office, keeping, entries })
  const fields = { draft, errorOf: entries.errorOf, change: entries.edit }
  const record = useRecord({
    asked: askedAboutPass(useSearch()),
    reopened: keeping.opened,
    onRefused: entries.refused,
    onFound(part) {
      entries.reset()
      sending.near.reset()
      change({ ...keeping.empty, ...part })
    },
  })
  const onRecord = record.photoFor(draft)

  // The words stand at once; the photo follows, unless another person was chosen meanwhile.
  const filling = useRef<ApplicantBody | undefined>(undefined)
  async function fill(applicant: ApplicantBody, coming: Promise<Blob | undefined>) {
    entries.reset()
    sending.near.reset()
    filling.current = applicant
    const { cause, replaces } = draft
    change({ ...keeping.empty, cause, replaces, ...draftOf(applicant, language), madeUp: true, ...madeUpSeen(applicant, instance, today, language) })
    const file = await coming
    const photo = file && (await readPhoto(file))
    if (photo && filling.current === applicant) entries.edit({ photo })
  }
  function clear() {
    filling.current = undefined
    record.forget()
    entries.reset()
    sending.near.reset()
    keeping.begin()
  }
  const send = () => void sending.submit({ ...bodyOf({ office, instance, homeArea, draft }), ...seenOf(draft, isHomeAsked) })
  function submit(event: FormEvent) {
    event.preventDefault()
    if (!entries.check(openFields(draft, { ...asked, photo: !onRecord?.serves, ...(hasMessages && { mobile: home }) }))) return
    if (found.isMissing) setAsking(true)
    else send()
  }
  if (keeping.isOpening) return <Waiting />
  return (
    <>
      {keeping.problem && <ProblemNotice problem={keeping.problem} />}
      <OfficeStanding office={office.id} nationality={keeping.empty.nationality} />
      <DraftsList
        office={office.id}
        openId={kept.id}
        onOpen={({ id, source }) => navigate(source === 'correction' ? `/applications/${id}/correct` : `/?draft=${id}`)}
        onDiscarded={(id) => id === kept.id && clear()}
      />
      {isDemonstration && <MadeUpPeople office={office.id} onChoose={(applicant, photo) => void fill(applicant, photo)} />}
      <form className="form-columns" onSubmit={submit} noValidate aria-label={say(deskWords.newApplication)}>
        <div className="stack">
          <WhichPass {...fields} isFilling={record.pending} onFill={() => void record.fill(draft)} />
          <RecordNote photo={onRecord} isNew={draft.photo !== ''} />
          <PersonFields {...fields} localLanguage={instance.localLanguage === 'tha' ? 'th' : 'km'} today={today} ages={ages} />
          <HomeFields {...fields} state={instance.state}>
            {isHomeAsked && <ResidenceFields {...fields} />}
          </HomeFields>
          <PaperFields lines={lines} draft={draft} change={entries.edit} keeper={keeping.keeper} kept={kept} />
          {hasMessages && <MobileFields {...fields} home={home} />}
        </div>
        <div className="stack form-side">
          <PhotoField
            photo={draft.photo}
            {...(onRecord?.takenOn && { current: `/api/v1/passes/${onRecord.number}/photo` })}
            error={entries.errorOf('photo')}
            onPhoto={(photo) => entries.edit({ photo })}
          />
          <Eligibility office={office.id} homeArea={homeArea} nationality={draft.nationality} />
          {entries.problem && <ProblemNotice problem={entries.problem} />}
          {entries.problem && <OfferReplacement problem={entries.problem} change={entries.edit} />}
          <NearPeople
            people={sending.near.people}
            face={draft.photo === '' && onRecord ? `/api/v1/passes/${onRecord.number}/photo` : dataAddress(draft.photo)}
            others={sending.near.others}
            onSay={sending.near.say}
          />
          {entries.openCount > 0 && (
            <p className="field-error" role="alert">
              {say(formWords.fieldsOpen, { count: formatNumber(entries.openCount, language) })}
            </p>
          )}
          <Button type="submit" size="lg" loading={sending.isPending} data-testid="submit-application">
            {say(sending.isUnanswered && !sending.isPending ? formWords.sendAgain : formWords.submit)}
          </Button>
          <span className="visually-hidden" role="status">
            {sending.isPending ? say(formWords.submitting) : ''}
          </span>
          <DraftStatus {...keeping} onClear={clear} />
        </div>
      </form>
      {isAsking && (
        <AskMissing
          missing={missing}
          onTake={() => {
            setAsking(false)
            send()
          }}
          onBack={() => {
            setAsking(false)
            setTimeout(() => document.getElementById('field-papers')?.focus())
          }}
        />
      )}
    </>
  )
}

type SubmitProps = {
  readonly office: OfficeAnswer
  readonly keeping: ReturnType<typeof useDraft>
  readonly entries: ReturnType<typeof useEntries>
}

/** Submitting ends the draft: no save may come after it. A repeat after a lost connection is the same command. */
function useSubmit({ office, keeping: { keeper }, entries }: SubmitProps) {
  const { language } = useWords()
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const [isPending, setPending] = useState(false)
  const [unanswered, setUnanswered] = useState<string | undefined>(undefined)
  const near = useNearPeople()
  async function submit(asked: Asked) {
    if (isPending) return
    setPending(true)
    const compared = await near.compare({ office: office.id, applicant: asked.applicant })
    if (!compared.goOn) {
      setPending(false)
      return compared.problem ? entries.refused(compared.problem) : lookAtNearPeople()
    }
    const requestId = unanswered ?? newCommandId()
    await keeper.close()
    const body = { ...asked, requestId, draft: keeper.state.id, otherPeople: compared.otherPeople }
    const answer = await ask<Application>('/api/v1/applications', { language, body })
    setPending(false)
    setUnanswered(isAnswered(answer) ? undefined : requestId)
    if (answer.ok) {
      client.setQueryData(applicationKey(answer.value.id), answer.value)
      void client.invalidateQueries({ queryKey: draftsKey(office.id) })
      return navigate(`/applications/${answer.value.id}`)
    }
    keeper.reopen()
    entries.refused(answer.problem)
  }
  return { submit, near, isPending, isUnanswered: unanswered !== undefined }
}

type Asked = Omit<ApplyBody, 'requestId' | 'draft' | 'otherPeople'>
type BodyProps = FormProps & { readonly homeArea: string; readonly draft: Draft }

function bodyOf({ office, instance, homeArea, draft }: BodyProps): Asked {
  const { photo, madeUp } = draft
  return {
    office: office.id,
    applicant: applicantOf(draft, homeArea, instance.localLanguage),
    photo: photo === '' ? null : photo,
    madeUp,
    ...mobileOf(draft, instance.messages !== 'off'),
    ...aboutPass(draft),
  }
}
