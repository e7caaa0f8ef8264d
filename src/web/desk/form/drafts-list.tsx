import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import type { DraftRow } from '../../../passes/drafts/draft.api.ts'
import { commonWords } from '../../../words/common.ts'
import { formatDateTime, formatNumber } from '../../../words/dates.ts'
import { deskWords } from '../../../words/desk.ts'
import { draftWords, wishWords } from '../../../words/desk-form.ts'
import { ask, type Problem } from '../../api.ts'
import { useHandName } from '../application/hand-name.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { ProblemNotice } from '../parts/answered.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { ReasonDialog } from '../parts/reason-dialog.tsx'
import { draftsKey, useDrafts } from '../queries.ts'
import { draftPath } from './use-draft.ts'

const shownAtFirst = 4

type ListProps = { readonly office: string; readonly openId: string | null; onOpen(row: DraftRow): void; onDiscarded(id: string): void }

/** The office's drafts, whoever typed them: to go on with, or to throw away. Without any, nothing stands here. */
export function DraftsList({ office, openId, onOpen, onDiscarded }: ListProps) {
  const { say, language } = useWords()
  const drafts = useDrafts(office)
  const [isWhole, setWhole] = useState(false)
  const [asking, setAsking] = useState<DraftRow | undefined>(undefined)
  const found = drafts.data ?? []
  if (found.length === 0) return null
  return (
    <section className="card drafts" aria-labelledby="drafts-title" data-testid="drafts">
      <h2 id="drafts-title">{say(draftWords.title)}</h2>
      <ul>
        {(isWhole ? found : found.slice(0, shownAtFirst)).map((row) => (
          <Row key={row.id} row={row} office={office} isOpen={row.id === openId} onOpen={() => onOpen(row)} onDiscard={() => setAsking(row)} />
        ))}
      </ul>
      {!isWhole && found.length > shownAtFirst && (
        <Button variant="default" size="sm" onClick={() => setWhole(true)}>
          {say(draftWords.all, { count: formatNumber(found.length, language) })}
        </Button>
      )}
      {asking && asking.source !== 'online' && (
        <DiscardDialog row={asking} office={office} onClose={() => setAsking(undefined)} onDiscarded={() => onDiscarded(asking.id)} />
      )}
      {asking?.source === 'online' && (
        <RefuseDialog row={asking} office={office} onClose={() => setAsking(undefined)} onDiscarded={() => onDiscarded(asking.id)} />
      )}
    </section>
  )
}

type RowProps = { readonly row: DraftRow; readonly office: string; readonly isOpen: boolean; onOpen(): void; onDiscard(): void }
function Row({ row, office, isOpen, onOpen, onDiscard }: RowProps) {
  const { say, language } = useWords()
  const nameOf = useHandName(office)
  const name = row.name === '' ? say(draftWords.noName) : row.name
  const discard = row.source === 'online' ? draftWords.refuse : draftWords.discard
  return (
    <li data-testid="draft" data-draft={row.id}>
      <div>
        <strong>{name}</strong>{' '}
        {row.source !== 'desk' && (
          <span
            className={`badge ${row.source === 'online' ? 'tone-river draft-online' : 'tone-quiet'}`}
            {...(row.source === 'online' && { 'data-testid': 'draft-online' })}
          >
            {say(row.source === 'online' ? draftWords.online : draftWords.correction)}
          </span>
        )}
        {row.about && (
          <span className="badge tone-quiet" data-testid="draft-about">
            {[say(wishWords[row.about.wish]), row.about.number].filter(Boolean).join(' · ')}
          </span>
        )}
        <span className="soft small second-line">{formatDateTime(row.changedAt as Instant, borderZone, language)}</span>
        <span className="soft small second-line">{nameOf(row.changedBy)}</span>
      </div>
      <div className="actions">
        {isOpen ? (
          <span className="badge tone-river">{say(draftWords.open)}</span>
        ) : (
          <Button
            variant="default"
            size="sm"
            onClick={onOpen}
            aria-label={`${say(draftWords.goOn)}${say(commonWords.colon)} ${name}`}
            data-testid="draft-go-on"
          >
            {say(draftWords.goOn)}
          </Button>
        )}
        <Button
          variant="subtle"
          size="sm"
          onClick={onDiscard}
          aria-label={`${say(discard)}${say(commonWords.colon)} ${name}`}
          data-testid="draft-discard"
        >
          {say(discard)}
        </Button>
      </div>
    </li>
  )
}

type EndProps = { readonly row: DraftRow; readonly office: string; onClose(): void; onDiscarded(): void }

/** What a resident sent: whoever follows it is told why it is not taken. */
function RefuseDialog({ row, office, onClose, onDiscarded }: EndProps) {
  const { say } = useWords()
  const client = useQueryClient()
  const command = useCommand<{ id: string }>()
  async function refuse(reason: string) {
    if (!(await command.send(`${draftPath(row.id)}/refusal`, { reason }))) return
    onClose()
    onDiscarded()
    await client.invalidateQueries({ queryKey: draftsKey(office) })
  }
  return (
    <ReasonDialog
      title={say(draftWords.refuseTitle, { name: row.name === '' ? say(draftWords.noName) : row.name })}
      lead={say(draftWords.refuseLead)}
      action={say(draftWords.refuse)}
      danger
      pending={command.pending}
      problem={command.problem}
      onClose={onClose}
      onConfirm={(reason) => void refuse(reason)}
    />
  )
}

function DiscardDialog({ row, office, onClose, onDiscarded }: EndProps) {
  const { say, language } = useWords()
  const client = useQueryClient()
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  const [isPending, setPending] = useState(false)
  async function discard() {
    setPending(true)
    const answer = await ask<unknown>(draftPath(row.id), { language, method: 'DELETE' })
    setPending(false)
    // Gone already is as good as thrown away.
    if (!answer.ok && answer.problem.code !== 'draft.not-found') return setProblem(answer.problem)
    onClose()
    onDiscarded()
    await client.invalidateQueries({ queryKey: draftsKey(office) })
  }
  return (
    <Dialog title={say(draftWords.discardTitle)} onClose={onClose}>
      <div className="stack">
        <p>{say(draftWords.discardLead, { name: row.name === '' ? say(draftWords.noName) : row.name })}</p>
        {problem && <ProblemNotice problem={problem} />}
        <div className="actions actions-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {say(deskWords.cancel)}
          </Button>
          <Button color="refuse" loading={isPending} onClick={() => void discard()} data-testid="confirm">
            {say(draftWords.discard)}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
