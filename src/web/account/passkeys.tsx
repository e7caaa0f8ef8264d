import { Button, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { borderZone, type Instant } from '../../kernel/time.ts'
import { accountWords, enrolWords, whoWords } from '../../words/account.ts'
import { formatDateTime } from '../../words/dates.ts'
import { deskWords } from '../../words/desk.ts'
import { ask, type Problem } from '../api.ts'
import { useWords } from '../desk/frame/language.tsx'
import { Answered, Empty, ProblemNotice } from '../desk/parts/answered.tsx'
import { Dialog } from '../desk/parts/dialog.tsx'
import { Icon } from '../desk/parts/icon.tsx'
import { useAnswer } from '../desk/queries.ts'
import { wayIn } from '../who.ts'
import { Notice } from './notice.tsx'
import { knowsPasskeys, makePasskey } from './passkey-ceremony.ts'
import { useStep } from './step.ts'
import type { Passkey } from './ways-in.ts'

/** The person's keys: one more, or one fewer, never the last. */
export function Passkeys() {
  const { say } = useWords()
  const passkeys = useAnswer<Passkey[]>('/api/v1/passkeys')
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<Passkey | undefined>(undefined)
  const close = () => {
    setAdding(false)
    setRemoving(undefined)
    void passkeys.refetch()
  }
  return (
    <section className="card" aria-labelledby="passkeys">
      <h2 id="passkeys">{say(accountWords.passkeys)}</h2>
      <p className="soft small before">{say(accountWords.passkeysLead)}</p>
      <Answered query={passkeys}>
        {(found) =>
          found.length === 0 ? (
            <Empty>{say(accountWords.noPasskeys)}</Empty>
          ) : (
            <ul className="roles">
              {found.map((passkey) => (
                <li key={passkey.id} className="role">
                  <PasskeyText passkey={passkey} />
                  <Button variant="default" size="sm" onClick={() => setRemoving(passkey)} disabled={found.length === 1}>
                    {say(accountWords.revoke)}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <Button
        className="after"
        leftSection={<Icon name="plus" />}
        disabled={!knowsPasskeys()}
        onClick={() => setAdding(true)}
        data-testid="add-passkey"
      >
        {say(accountWords.add)}
      </Button>
      {adding && <AddPasskey onClose={close} />}
      {removing && <RemovePasskey passkey={removing} onClose={close} />}
    </section>
  )
}

function PasskeyText({ passkey: { name, createdAt, lastUsedAt } }: { passkey: Passkey }) {
  const { say, language } = useWords()
  const at = (instant: string) => formatDateTime(instant as Instant, borderZone, language)
  return (
    <div>
      <strong>{name || say(accountWords.unnamed)}</strong>
      <span className="soft small">
        {say(accountWords.enrolled, { at: at(createdAt) })} ·{' '}
        {lastUsedAt ? say(accountWords.lastUsed, { at: at(lastUsedAt) }) : say(accountWords.neverUsed)}
      </span>
    </div>
  )
}

function AddPasskey({ onClose }: { onClose(): void }) {
  const { say, language } = useWords()
  const [name, setName] = useState('')
  const [said, setSaid] = useState<ReactNode>(null)
  const { busy, step } = useStep()
  const add = step(async () => {
    setSaid(null)
    const options = await ask<Parameters<typeof makePasskey>[0]>('/api/v1/passkeys/options', { language, body: {} })
    if (!options.ok) return setSaid(<FreshFirst problem={options.problem} />)
    const made = await makePasskey(options.value)
    if (!made.ok) return setSaid(<Notice>{say(made.why === 'known' ? enrolWords.known : accountWords.addStopped)}</Notice>)
    const body = { attestation: made.value, name: name.trim() || say(enrolWords.keyNameDefault) }
    const answer = await ask<unknown>('/api/v1/passkeys', { language, body })
    if (answer.ok) onClose()
    else setSaid(<ProblemNotice problem={answer.problem} />)
  })
  return (
    <Dialog title={say(accountWords.add)} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <TextInput
          data-autofocus
          label={say(enrolWords.keyName)}
          description={say(enrolWords.keyNameHint)}
          maxLength={60}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {said}
        <div className="actions actions-end">
          <Button variant="default" onClick={onClose}>
            {say(deskWords.cancel)}
          </Button>
          <Button type="submit" loading={busy} leftSection={<Icon name="key" />}>
            {say(enrolWords.enrol)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function RemovePasskey({ passkey, onClose }: { passkey: Passkey; onClose(): void }) {
  const { say, language } = useWords()
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  const { busy, step } = useStep()
  const remove = step(async () => {
    const answer = await ask<unknown>('/api/v1/passkeys/revoke', { language, body: { passkey: passkey.id } })
    if (answer.ok) onClose()
    else setProblem(answer.problem)
  })
  return (
    <Dialog title={say(accountWords.revokeTitle, { name: passkey.name || say(accountWords.unnamed) })} onClose={onClose}>
      <div className="stack">
        <p>{say(accountWords.revokeLead)}</p>
        {problem && <FreshFirst problem={problem} />}
        <div className="actions actions-end">
          <Button variant="default" onClick={onClose}>
            {say(deskWords.cancel)}
          </Button>
          <Button color="refuse" loading={busy} onClick={remove}>
            {say(accountWords.revoke)}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

/** Changing a way in asks for a session that has just begun; any other refusal is shown as it is. */
export function FreshFirst({ problem }: { problem: Problem }) {
  const { say } = useWords()
  if (problem.code !== 'sign-in.gesture') return <ProblemNotice problem={problem} />
  return (
    <Notice>
      <p>{say(accountWords.freshFirst)}</p>
      <a href={wayIn('/account')}>{say(whoWords.signIn)}</a>
    </Notice>
  )
}
