import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { create } from 'qrcode'
import { type ReactNode, useMemo, useState } from 'react'
import { accountWords, enrolWords } from '../../words/account.ts'
import { deskWords } from '../../words/desk.ts'
import { ask } from '../api.ts'
import { useWords } from '../desk/frame/language.tsx'
import { ProblemNotice } from '../desk/parts/answered.tsx'
import { Dialog } from '../desk/parts/dialog.tsx'
import { Notice } from './notice.tsx'
import { FreshFirst } from './passkeys.tsx'
import { useStep } from './step.ts'

/** The second half of a recovery: an app on the person's telephone. */
export function CodeApp() {
  const { say, language } = useWords()
  const [address, setAddress] = useState<string | undefined>(undefined)
  const [said, setSaid] = useState<ReactNode>(null)
  const { busy, step } = useStep()
  const begin = step(async () => {
    setSaid(null)
    const answer = await ask<{ url: string }>('/api/v1/codes/set-up', { language, body: {} })
    if (answer.ok) setAddress(answer.value.url)
    else setSaid(<FreshFirst problem={answer.problem} />)
  })
  return (
    <section className="card" aria-labelledby="code-app">
      <h2 id="code-app">{say(accountWords.totp)}</h2>
      <p className="soft small before">{say(accountWords.totpLead)}</p>
      {said}
      <Button variant="default" loading={busy} onClick={begin} data-testid="code-app">
        {say(accountWords.totpBegin)}
      </Button>
      {address && <SetUp address={address} onClose={() => setAddress(undefined)} />}
    </section>
  )
}

function SetUp({ address, onClose }: { address: string; onClose(): void }) {
  const { say, language } = useWords()
  const queries = useQueryClient()
  const [code, setCode] = useState('')
  const [said, setSaid] = useState<ReactNode>(null)
  const { busy, step } = useStep()
  const digits = code.replace(/\D/g, '')
  const confirm = step(async () => {
    const answer = await ask<unknown>('/api/v1/codes/confirm', { language, body: { code: digits } })
    if (!answer.ok)
      return setSaid(
        answer.problem.code === 'sign-in.failed' ? <Notice>{say(accountWords.totpWrong)}</Notice> : <ProblemNotice problem={answer.problem} />,
      )
    await queries.invalidateQueries()
    onClose()
  })
  return (
    <Dialog title={say(accountWords.totp)} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (digits.length === 6) confirm()
        }}
      >
        <p>{say(accountWords.totpScan)}</p>
        <CodeQr text={address} label={say(accountWords.totpPicture)} />
        <p className="small">
          {say(accountWords.totpByHand)}:{' '}
          <span className="code secret" lang="zxx">
            {new URL(address).searchParams.get('secret')}
          </span>
        </p>
        <TextInput
          data-autofocus
          label={say(enrolWords.code)}
          className="code-input"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={8}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        {said}
        <div className="actions actions-end">
          <Button variant="default" onClick={onClose}>
            {say(deskWords.cancel)}
          </Button>
          <Button type="submit" loading={busy} disabled={digits.length !== 6}>
            {say(accountWords.totpConfirm)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const quietModules = 4

function CodeQr({ text, label }: { text: string; label: string }) {
  const { side, path } = useMemo(() => {
    const { modules } = create(text, { errorCorrectionLevel: 'M' })
    let path = ''
    for (let y = 0; y < modules.size; y++) for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`
    return { side: modules.size + 2 * quietModules, path }
  }, [text])
  return (
    <svg className="code-qr" role="img" aria-label={label} viewBox={`${-quietModules} ${-quietModules} ${side} ${side}`} shapeRendering="crispEdges">
      <rect x={-quietModules} y={-quietModules} width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
