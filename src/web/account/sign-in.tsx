import { Button } from '@mantine/core'
import { useState } from 'react'
import { signInWords } from '../../words/account.ts'
import { ask, type Problem } from '../api.ts'
import { useWords } from '../desk/frame/language.tsx'
import { ProblemNotice } from '../desk/parts/answered.tsx'
import { Icon } from '../desk/parts/icon.tsx'
import { PageHead } from '../desk/parts/page-head.tsx'
import { useInstance } from '../desk/queries.ts'
import { isDemonstration } from '../who.ts'
import { Notice } from './notice.tsx'
import { askPasskey, knowsPasskeys } from './passkey-ceremony.ts'
import { useStep } from './step.ts'
import { beginAtProvider, finishSignIn } from './ways-in.ts'

type Said = { readonly problem: Problem } | { readonly note: keyof typeof signInWords }

/** One button. Who has lost the key is told where to go. */
export function SignIn() {
  const { say } = useWords()
  return (
    <div className="door">
      <PageHead title={say(signInWords.title)} lead={say(signInWords.lead)} />
      {isDemonstration && (
        <p className="notice notice-note">
          <a href="/become">{say(signInWords.demonstration)}</a>
        </p>
      )}
      <div className="card stack">
        <PasskeyButton />
        <Providers />
      </div>
      <section className="help" aria-labelledby="lost">
        <h2 id="lost">{say(signInWords.lostTitle)}</h2>
        <p>{say(signInWords.lost)}</p>
      </section>
      <section className="help" aria-labelledby="fresh">
        <h2 id="fresh">{say(signInWords.newTitle)}</h2>
        <p>{say(signInWords.fresh)}</p>
      </section>
    </div>
  )
}

function PasskeyButton() {
  const { say, language } = useWords()
  const failed = new URLSearchParams(location.search).has('failed')
  const [said, setSaid] = useState<Said | undefined>(failed ? { note: 'providerFailed' } : undefined)
  const { busy, step } = useStep()
  const signIn = step(async () => {
    setSaid(undefined)
    const options = await ask<Parameters<typeof askPasskey>[0]>('/api/v1/sign-in/passkey/options', { language, body: {} })
    if (!options.ok) return setSaid({ problem: options.problem })
    const assertion = await askPasskey(options.value)
    if (!assertion.ok) return setSaid({ note: 'stopped' })
    const problem = await finishSignIn(assertion.value, language)
    if (problem) setSaid({ problem })
  })
  if (!knowsPasskeys()) return <Notice>{say(signInWords.noPasskeys)}</Notice>
  return (
    <>
      <Button size="lg" leftSection={<Icon name="key" />} loading={busy} onClick={signIn} data-testid="sign-in">
        {say(signInWords.passkey)}
      </Button>
      {said && ('note' in said ? <Notice>{say(signInWords[said.note])}</Notice> : <ProblemNotice problem={said.problem} />)}
    </>
  )
}

function Providers() {
  const { say, language } = useWords()
  const providers = useInstance().data?.signIn ?? []
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  const { busy, step } = useStep()
  if (providers.length === 0) return null
  return (
    <>
      <p className="or">{say(signInWords.or)}</p>
      {providers.map(({ id, name }) => (
        <Button key={id} variant="default" size="lg" disabled={busy} onClick={step(async () => setProblem(await beginAtProvider(id, language)))}>
          {say(signInWords.provider, { provider: name })}
        </Button>
      ))}
      {problem && <ProblemNotice problem={problem} />}
    </>
  )
}
