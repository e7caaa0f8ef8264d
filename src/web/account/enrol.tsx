import { Button, TextInput } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { enrolWords } from '../../words/account.ts'
import { ask, type Problem } from '../api.ts'
import { useWords } from '../desk/frame/language.tsx'
import { ProblemNotice, Waiting } from '../desk/parts/answered.tsx'
import { Icon } from '../desk/parts/icon.tsx'
import { PageHead } from '../desk/parts/page-head.tsx'
import { Notice } from './notice.tsx'
import { knowsPasskeys, makePasskey } from './passkey-ceremony.ts'
import { useStep } from './step.ts'
import { type OpenedLink, ownWorkplace } from './ways-in.ts'

/** Behind the #, so that no server's log ever holds it; taken out of the address at once, so that no screen or history does. */
const typed = location.pathname === '/enrol' ? location.hash.slice(1) : ''
const token = /^[A-Za-z0-9_-]{43}$/.test(typed) ? typed : ''
if (typed) history.replaceState(null, '', location.pathname)

export function Enrol() {
  const { say, language } = useWords()
  const [link, setLink] = useState<OpenedLink | Problem | undefined>(undefined)
  const [workplace, setWorkplace] = useState<string | undefined>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the link is opened once, whatever language is read meanwhile
  useEffect(() => {
    if (token)
      void ask<OpenedLink>('/api/v1/invitations/open', { language, body: { token } }).then((answer) =>
        setLink(answer.ok ? answer.value : answer.problem),
      )
  }, [])
  if (workplace !== undefined) return <Done workplace={workplace} />
  return (
    <div className="door">
      <PageHead title={say(enrolWords.title)} />
      {!token && <Notice>{say(enrolWords.noToken)}</Notice>}
      {token && !link && <Waiting />}
      {link && ('code' in link ? <ProblemNotice problem={link} /> : <Invited link={link} onDone={setWorkplace} />)}
    </div>
  )
}

function Invited({ link, onDone }: { link: OpenedLink; onDone(workplace: string): void }) {
  const { say, language } = useWords()
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  const [said, setSaid] = useState<ReactNode>(null)
  const { busy, step } = useStep()
  const digits = code.replace(/\D/g, '')
  const enrol = step(async () => {
    setSaid(null)
    // A challenge is good once: a second try asks for another.
    const fresh = await ask<OpenedLink>('/api/v1/invitations/open', { language, body: { token } })
    if (!fresh.ok) return setSaid(<ProblemNotice problem={fresh.problem} />)
    const made = await makePasskey(fresh.value.options)
    if (!made.ok) return setSaid(<Notice>{say(enrolWords[made.why])}</Notice>)
    const body = {
      token,
      attestation: made.value,
      passkeyName: name.trim() || say(enrolWords.keyNameDefault),
      ...(link.needsCode && { code: digits }),
    }
    const answer = await ask<unknown>('/api/v1/invitations/enrol', { language, body })
    if (answer.ok) onDone(await ownWorkplace(language))
    else setSaid(<ProblemNotice problem={answer.problem} />)
  })
  return (
    <>
      <section className="card stack" aria-labelledby="invited">
        <h2 id="invited" data-testid="invited">
          {say(enrolWords.invited, { name: link.name })}
        </h2>
        <p>{say(link.purpose === 'recovery' ? enrolWords.recoveryLead : enrolWords.invitedLead)}</p>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            enrol()
          }}
        >
          {link.needsCode && (
            <TextInput
              label={say(enrolWords.code)}
              description={say(enrolWords.codeHint)}
              className="code-input"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={8}
              required
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
              data-testid="code"
            />
          )}
          <TextInput
            label={say(enrolWords.keyName)}
            description={say(enrolWords.keyNameHint)}
            maxLength={60}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {!knowsPasskeys() && <Notice>{say(enrolWords.noPasskeys)}</Notice>}
          <Button
            type="submit"
            size="lg"
            leftSection={<Icon name="key" />}
            loading={busy}
            disabled={!knowsPasskeys() || (link.needsCode && digits.length !== 6)}
            data-testid="enrol"
          >
            {say(enrolWords.enrol)}
          </Button>
          {said}
        </form>
      </section>
      <section className="help" aria-labelledby="steps">
        <h2 id="steps">{say(enrolWords.stepsTitle)}</h2>
        <ol>
          {([enrolWords.stepOne, enrolWords.stepTwo, enrolWords.stepThree] as const).map((text) => (
            <li key={text.en}>{say(text)}</li>
          ))}
        </ol>
      </section>
    </>
  )
}

function Done({ workplace }: { workplace: string }) {
  const { say } = useWords()
  return (
    <div className="door" data-testid="enrolled">
      <PageHead title={say(enrolWords.done)} lead={say(enrolWords.doneLead)} />
      <div className="actions">
        <a className="button-link" href="/account">
          {say(enrolWords.toAccount)}
        </a>
        <a className="button-link" href={workplace}>
          {say(enrolWords.toWork)}
        </a>
      </div>
    </div>
  )
}
