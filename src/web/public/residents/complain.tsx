/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { Language } from '../../../kernel/language.ts'
import { complaintSubjects, readSum, sumPattern } from '../../../portal/complaint.rules.ts'
import type { FollowedComplaintAnswer } from '../../../portal/portal.api.ts'
import { complaintStateWords, complaintWords, lostWords, portalWords } from '../../../words/portal.ts'
import { namesOf } from '../point-words.ts'
import { Field, Form, KeepNumber, LongTextField, SelectField, TextField } from './parts.tsx'
import { nameIn, useOffices, usePoints } from './use-lists.ts'
import { useAsk, useSend } from './use-send.ts'

const empty = { place: '', about: '', asked: '', text: '', secret: '', contact: '' }

export function ComplainPage({ language }: { language: Language }) {
  const [typed, setTyped] = useState(empty)
  const [number, setNumber] = useState<string | undefined>(undefined)
  const { write, busy, problem } = useSend<{ number: string }>(language)
  const change = (part: Partial<typeof empty>) => setTyped((before) => ({ ...before, ...part }))
  if (number)
    return (
      <section class="card" data-testid="complained">
        <p class="stage stage-received" role="status">
          {complaintWords.received[language]}
        </p>
        <KeepNumber label={lostWords.caseNumber[language]} number={number} note={complaintWords.keepNumber[language]} language={language} />
      </section>
    )
  const { place, about, text, secret, contact } = typed
  const asked = about === 'fee' ? readSum(typed.asked) : undefined
  const send = () =>
    write('complaints', { place, about, text, secret, ...(asked !== undefined && { asked }), ...(contact && { contact }) }).then((sent) =>
      setNumber(sent?.number),
    )
  return (
    <>
      <Form onSend={() => void send()} busy={busy} send={portalWords.send[language]} problem={problem} language={language}>
        <p>{complaintWords.lead[language]}</p>
        <PlaceField value={place} onValue={(value) => change({ place: value })} language={language} />
        <SelectField
          name="about"
          label={complaintWords.about[language]}
          value={about}
          onValue={(value) => change({ about: value })}
          choices={complaintSubjects.map((value) => ({ value, word: complaintWords[value][language] }))}
          language={language}
        />
        {about === 'fee' && (
          <TextField
            name="asked"
            optional
            label={complaintWords.asked[language]}
            hint={complaintWords.askedHint[language]}
            value={typed.asked}
            onValue={(value) => change({ asked: value })}
            input={{ inputMode: 'numeric', autoComplete: 'off', maxLength: 30, pattern: sumPattern, title: complaintWords.askedHint[language] }}
            language={language}
          />
        )}
        <LongTextField
          name="text"
          label={complaintWords.text[language]}
          hint={complaintWords.textHint[language]}
          value={text}
          onValue={(value) => change({ text: value })}
          language={language}
        />
        <TextField
          name="secret"
          label={complaintWords.secret[language]}
          hint={complaintWords.secretHint[language]}
          value={secret}
          onValue={(value) => change({ secret: value })}
          input={{ autoComplete: 'off', minLength: 4, maxLength: 60 }}
          language={language}
        />
        <TextField
          name="contact"
          optional
          label={complaintWords.contact[language]}
          value={contact}
          onValue={(value) => change({ contact: value })}
          input={{ maxLength: 100 }}
          language={language}
        />
      </Form>
      <ReadAnswer language={language} />
    </>
  )
}

function PlaceField({ value, onValue, language }: { value: string; onValue: (value: string) => void; language: Language }) {
  const offices = useOffices(language)
  const points = usePoints(language)
  return (
    <Field label={complaintWords.place[language]} language={language}>
      {(ids) => (
        <select {...ids} required data-testid="place" value={value} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
          <option value="">{portalWords.choose[language]}</option>
          <optgroup label={complaintWords.offices[language]}>
            {offices.map(({ id, name }) => (
              <option key={id} value={id}>
                {nameIn(name, language, id.slice(0, 2))}
              </option>
            ))}
          </optgroup>
          <optgroup label={complaintWords.points[language]}>
            {points.map((point) => (
              <option key={point.point} value={point.point}>
                {namesOf(point, language)
                  .names.map(({ text }) => text)
                  .join(' · ')}
              </option>
            ))}
          </optgroup>
        </select>
      )}
    </Field>
  )
}

function ReadAnswer({ language }: { language: Language }) {
  const [known, setKnown] = useState({ number: '', secret: '' })
  const [found, setFound] = useState<FollowedComplaintAnswer | undefined>(undefined)
  const { send, busy, problem } = useAsk<FollowedComplaintAnswer>(language)
  return (
    <details class="later">
      <summary data-testid="read-answer">{complaintWords.follow[language]}</summary>
      <Form
        onSend={() => void send('complaints/follow', known).then(setFound)}
        busy={busy}
        send={portalWords.show[language]}
        problem={problem}
        language={language}
      >
        <TextField
          name="complaint-number"
          label={lostWords.caseNumber[language]}
          value={known.number}
          onValue={(number) => setKnown({ ...known, number })}
          input={{ inputMode: 'numeric', autoComplete: 'off', maxLength: 20 }}
          language={language}
        />
        <TextField
          name="complaint-secret"
          label={complaintWords.secret[language]}
          value={known.secret}
          onValue={(secret) => setKnown({ ...known, secret })}
          input={{ autoComplete: 'off', maxLength: 60 }}
          language={language}
        />
        {found && (
          <div class="told" role="status" data-testid="complaint-state">
            <p class="stage stage-received">{complaintStateWords[found.state][language]}</p>
            {found.answer && (
              <p class="said" dir="auto">
                {found.answer}
              </p>
            )}
            {found.answer && <p data-testid="complain-again">{complaintWords.again[language]}</p>}
          </div>
        )}
      </Form>
    </details>
  )
}
