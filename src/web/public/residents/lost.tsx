/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { Language } from '../../../kernel/language.ts'
import type { ReportAnswer } from '../../../portal/portal.api.ts'
import { followWords, lostWords, portalWords, reportOutcomeWords } from '../../../words/portal.ts'
import { BirthDate, Form, KeepNumber, SelectField, TextField } from './parts.tsx'
import { useAsk, useSend } from './use-send.ts'

const empty = { pass: '', birthDate: '', how: '', follow: '', contact: '' }
const digits = { inputMode: 'numeric', autoComplete: 'off', maxLength: 20 } as const

export function LostPage({ language }: { language: Language }) {
  const [typed, setTyped] = useState(empty)
  const [done, setDone] = useState<{ number: string; suspended: boolean } | undefined>(undefined)
  const { write, busy, problem } = useSend<{ number: string; suspended: boolean }>(language)
  const change = (part: Partial<typeof empty>) => setTyped((before) => ({ ...before, ...part }))
  if (done)
    return (
      <section class="card" data-testid="reported">
        <p class="stage stage-received" role="status">
          {lostWords[done.suspended ? 'suspended' : 'reported'][language]}
        </p>
        <p>{lostWords.next[language]}</p>
        <KeepNumber label={lostWords.caseNumber[language]} number={done.number} note={portalWords.keepNumber[language]} language={language} />
      </section>
    )
  const { follow, contact, ...needed } = typed
  const send = () => write('lost-reports', { ...needed, ...(follow && { follow }), ...(contact && { contact }) }).then(setDone)
  return (
    <>
      <Form onSend={() => void send()} busy={busy} send={portalWords.send[language]} problem={problem} language={language}>
        <p>{lostWords.lead[language]}</p>
        <TextField
          name="pass"
          label={lostWords.pass[language]}
          hint={lostWords.passHint[language]}
          value={typed.pass}
          onValue={(pass) => change({ pass })}
          input={{ autoComplete: 'off', autoCapitalize: 'characters', maxLength: 30 }}
          language={language}
        />
        <BirthDate language={language} onValue={(birthDate) => change({ birthDate })} />
        <SelectField
          name="how"
          label={lostWords.how[language]}
          value={typed.how}
          onValue={(how) => change({ how })}
          choices={(['lost', 'stolen'] as const).map((value) => ({ value, word: lostWords[value][language] }))}
          language={language}
        />
        <TextField
          name="follow"
          optional
          label={portalWords.number[language]}
          hint={portalWords.numberHint[language]}
          value={follow}
          onValue={(value) => change({ follow: value })}
          input={digits}
          language={language}
        />
        <TextField
          name="contact"
          optional
          label={lostWords.contact[language]}
          value={contact}
          onValue={(value) => change({ contact: value })}
          input={{ type: 'tel', maxLength: 40 }}
          language={language}
        />
      </Form>
      <FollowReport language={language} />
    </>
  )
}

function FollowReport({ language }: { language: Language }) {
  const [known, setKnown] = useState({ number: '', birthDate: '' })
  const [found, setFound] = useState<ReportAnswer | undefined>(undefined)
  const { send, busy, problem } = useAsk<ReportAnswer>(language)
  return (
    <details class="later">
      <summary>{lostWords.follow[language]}</summary>
      <Form
        onSend={() => void send('lost-reports/follow', known).then(setFound)}
        busy={busy}
        send={portalWords.show[language]}
        problem={problem}
        language={language}
      >
        <TextField
          name="report-number"
          label={lostWords.caseNumber[language]}
          value={known.number}
          onValue={(number) => setKnown({ ...known, number })}
          input={digits}
          language={language}
        />
        <BirthDate language={language} onValue={(birthDate) => setKnown((before) => ({ ...before, birthDate }))} />
        {found && (
          <div class="told" role="status">
            <p class="stage stage-received" data-testid="report-state">
              {(found.outcome ? reportOutcomeWords[found.outcome] : found.suspended ? lostWords.suspended : lostWords.open)[language]}
            </p>
            {found.outcome && (
              <p data-testid="report-wrong">
                {lostWords.outcomeWrong[language]} <a href="/complain">{followWords.complain[language]}</a>
              </p>
            )}
          </div>
        )}
      </Form>
    </details>
  )
}
