import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { addDays, borderZone, civilDateAt, type Instant } from '../../../kernel/time.ts'
import type { DecisionAnswer, MandateAnswer as Mandate } from '../../../passes/mandate.api.ts'
import { formatDateTime, formatNumber } from '../../../words/dates.ts'
import { deskWords } from '../../../words/desk.ts'
import { decisionWords } from '../../../words/instruments.ts'
import { useCommand } from '../command.ts'
import { typeMoment } from '../form/typed-moment.ts'
import { useWords } from '../frame/language.tsx'
import { ProblemNotice } from '../parts/answered.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { useInstance } from '../queries.ts'
import { type DecisionDraft, decisionBody } from './decision-draft.ts'
import { DecisionForm } from './decision-form.tsx'
import { instrumentPath } from './instrument-queries.ts'

type BlockProps = { readonly instrument: string; readonly mandates: readonly Mandate[] }

/** "Unless a different decision is made": made here, after a look at what it does and does not. */
export function DecisionBlock({ instrument, mandates }: BlockProps) {
  const { say, language } = useWords()
  const instance = useInstance()
  const command = useCommand<DecisionAnswer>()
  const client = useQueryClient()
  const [draft, setDraft] = useState<DecisionDraft | undefined>(undefined)
  const [isChecking, setChecking] = useState(false)
  const [decided, setDecided] = useState<DecisionAnswer | undefined>(undefined)
  const standing = mandates.filter((mandate) => mandate.standing !== 'revoked')
  const state = instance.data?.state ?? ''
  function open() {
    const tomorrow = addDays(civilDateAt((instance.data?.now ?? '') as Instant, borderZone), 1)
    setDecided(undefined)
    setDraft({ ...emptyDraft, issuer: state, at: typeMoment(tomorrow, '00:00', language) })
  }
  async function enter() {
    const body = draft && decisionBody(draft, { instrument, state })
    const answer = body && (await command.send('/api/v1/mandate-decisions', body))
    if (!answer) return
    setDecided(answer)
    setChecking(false)
    setDraft(undefined)
    await Promise.all([instrumentPath(instrument), '/api/v1/instruments'].map((path) => client.invalidateQueries({ queryKey: [path] })))
  }
  return (
    <section className="card stack" aria-labelledby="decision-title" data-testid="decision">
      <div className="card-head">
        <div>
          <h2 id="decision-title">{say(decisionWords.title)}</h2>
          <p className="soft">{say(decisionWords.lead)}</p>
        </div>
        {!draft && standing.length > 0 && (
          <Button variant="default" disabled={!instance.data} onClick={open} data-testid="open-decision">
            {say(decisionWords.open)}
          </Button>
        )}
      </div>
      {decided && <Done decided={decided} />}
      {draft && (
        <DecisionForm
          draft={draft}
          mandates={standing}
          state={state}
          change={(part) => setDraft({ ...draft, ...part })}
          onCancel={() => setDraft(undefined)}
          onCheck={() => {
            command.forget()
            setChecking(true)
          }}
        />
      )}
      {draft && isChecking && (
        <CheckDialog
          draft={draft}
          count={draft.isAll ? standing.length : standing.filter(({ office }) => draft.offices.includes(office)).length}
          at={decisionBody(draft, { instrument, state })?.at ?? null}
          command={command}
          onClose={() => setChecking(false)}
          onEnter={() => void enter()}
        />
      )}
    </section>
  )
}

const emptyDraft: DecisionDraft = {
  isAll: true,
  offices: [],
  name: '',
  title: { km: '', th: '', en: '' },
  kind: 'decision',
  issuer: '',
  signedOn: '',
  source: '',
  isNow: true,
  at: { day: '', clock: '' },
}

function Done({ decided }: { decided: DecisionAnswer }) {
  const { say, language } = useWords()
  return (
    <p className="notice tone-admit" role="status" data-testid="decided">
      {say(decisionWords.done, { count: formatNumber(decided.mandates.length, language) })}{' '}
      <Link href={`/instruments/${decided.decision}`}>{say(decisionWords.openDecision)}</Link>
    </p>
  )
}

type CheckProps = {
  readonly draft: DecisionDraft
  readonly count: number
  readonly at: string | null
  readonly command: Pick<ReturnType<typeof useCommand>, 'pending' | 'problem'>
  onClose(): void
  onEnter(): void
}

function CheckDialog({ draft, count, at, command, onClose, onEnter }: CheckProps) {
  const { say, language } = useWords()
  const number = formatNumber(count, language)
  const happens = at
    ? say(decisionWords.happensAt, { at: formatDateTime(at as Instant, borderZone, language), count: number })
    : say(decisionWords.happensNow, { count: number })
  return (
    <Dialog title={say(decisionWords.confirmTitle, { count: number })} onClose={onClose}>
      <div className="stack">
        <p>
          <strong>{draft.title[language]}</strong>
        </p>
        <Points title={say(decisionWords.happens)} points={[happens, say(decisionWords.happensWaiting), say(decisionWords.happensRecord)]} />
        <Points title={say(decisionWords.not)} points={[say(decisionWords.notPasses), say(decisionWords.notOthers)]} />
        <p className="notice tone-flag">{say(decisionWords.final)}</p>
        {command.problem && <ProblemNotice problem={command.problem} />}
        <div className="actions actions-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {say(deskWords.cancel)}
          </Button>
          <Button color="refuse" loading={command.pending} onClick={onEnter} data-testid="enter-decision">
            {say(decisionWords.enter)}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function Points({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul className="said-points">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  )
}
