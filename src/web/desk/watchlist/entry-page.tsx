import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { borderZone, type CivilDate, type Instant } from '../../../kernel/time.ts'
import type { EntryAnswer, HistoryAnswer, NoteAnswer } from '../../../watchlist/watch.api.ts'
import { commonWords } from '../../../words/common.ts'
import { formatDate, formatDateTime } from '../../../words/dates.ts'
import { entryStateWords, historyWords, seenByWords, watchWords } from '../../../words/watchlist.ts'
import { useCommand } from '../command.ts'
import { readTypedDate } from '../form/typed-date.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { Answered, ProblemNotice } from '../parts/answered.tsx'
import { Facts } from '../parts/facts.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { GiveNote, Notes } from './entry-notes.tsx'
import { EntryName, stateTone, Why } from './entry-table.tsx'
import { isOfWatchlist, isPoint, useEntry, useHistory, useListName, watchPath } from './watch-queries.ts'

/** One entry: why, until when, what happened to it, taking it off, and the notes by which somebody is not stopped again. */
export function EntryPage({ id }: { id: string }) {
  const { say } = useWords()
  const entry = useEntry(id)
  return (
    <>
      <PageHead title={say(watchWords.one)} />
      <p className="point-bar">
        <Link href="/watchlist" data-testid="watch-back">
          {say(watchWords.back)}
        </Link>
      </p>
      <Answered query={entry}>{(found) => <Known entry={found} />}</Answered>
    </>
  )
}

function Known({ entry }: { entry: EntryAnswer }) {
  const { say, language } = useWords()
  const { me, may } = useMe()
  const client = useQueryClient()
  const command = useCommand<EntryAnswer | NoteAnswer>()
  const listName = useListName()
  const isLive = entry.state === 'in-force' || entry.state === 'not-yet'
  const mayChange = isLive && may('watch.enter', entry.place)
  // A chief clears for the point; a desk for its own list.
  const point = (me.may.find(({ action }) => action === 'watch.clear')?.places ?? []).find(({ place }) => isPoint(place))?.place
  const clearing = may('watch.clear', entry.place) ? entry.place : point
  async function step(path: string, body: object) {
    if (await command.send(path, body)) void client.invalidateQueries({ predicate: isOfWatchlist })
  }
  const path = `${watchPath}/entries/${entry.id}`
  return (
    <div className="columns" data-testid="watch-entry" data-state={entry.state}>
      <div className="stack">
        <section className="card stack" aria-label={say(watchWords.who)}>
          <div>
            <EntryName entry={entry} />
          </div>
          <p>
            <span className={`badge tone-${stateTone[entry.state]}`}>{say(entryStateWords[entry.state])}</span>
          </p>
          <Facts
            facts={[
              [say(watchWords.why), <Why key="why" entry={entry} />],
              [say(watchWords.source), entry.source],
              [say(watchWords.list), listName(entry.place)],
              [say(watchWords.seenBy), say(seenByWords[entry.seenBy])],
              [say(watchWords.lastDay), formatDate(entry.lastDay as CivilDate, language)],
              [say(watchWords.enteredAt), formatDateTime(entry.enteredAt as Instant, borderZone, language)],
              [say(entryStateWords.ended), entry.endedAt && formatDateTime(entry.endedAt as Instant, borderZone, language)],
            ]}
          />
          {command.problem && <ProblemNotice problem={command.problem} />}
          {mayChange && <Extend pending={command.pending} onExtend={(lastDay) => void step(`${path}/extension`, { lastDay })} />}
          {mayChange && <End pending={command.pending} onEnd={(remark) => void step(`${path}/end`, { remark })} />}
        </section>
      </div>
      <div className="stack">
        <section className="card stack">
          <Notes entry={entry} {...(clearing && { onEnd: (note: NoteAnswer) => void step(`${watchPath}/notes/${note.id}/end`, {}) })} />
          {entry.state === 'in-force' && clearing && (
            <GiveNote pending={command.pending} onGive={(body) => void step(`${path}/notes`, { ...body, place: clearing })} />
          )}
        </section>
        <History id={entry.id} />
      </div>
    </div>
  )
}

function Extend({ pending, onExtend }: { pending: boolean; onExtend(lastDay: string): void }) {
  const { say } = useWords()
  const [typed, setTyped] = useState('')
  function extend(event: FormEvent) {
    event.preventDefault()
    onExtend(readTypedDate(typed) ?? '0000-00-00')
  }
  return (
    <form className="find" onSubmit={extend} noValidate>
      <TextInput
        label={say(watchWords.extendTo)}
        value={typed}
        maxLength={20}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-testid="watch-extend-day"
      />
      <Button type="submit" variant="default" loading={pending} data-testid="watch-extend">
        {say(watchWords.extend)}
      </Button>
    </form>
  )
}

function End({ pending, onEnd }: { pending: boolean; onEnd(remark: string): void }) {
  const { say } = useWords()
  const [remark, setRemark] = useState('')
  return (
    <div className="stack">
      <p className="small soft">{say(watchWords.endLead)}</p>
      <TextInput
        label={say(watchWords.remark)}
        value={remark}
        maxLength={500}
        autoComplete="off"
        onChange={(event) => setRemark(event.currentTarget.value)}
        data-testid="watch-end-remark"
      />
      <div className="actions">
        <Button color="refuse" loading={pending} onClick={() => onEnd(remark)} data-testid="watch-end">
          {say(watchWords.end)}
        </Button>
      </div>
    </div>
  )
}

function History({ id }: { id: string }) {
  const { say } = useWords()
  const history = useHistory(id)
  return (
    <section className="card stack" aria-labelledby="history-title">
      <h2 id="history-title">{say(watchWords.history)}</h2>
      <Answered query={history}>
        {(steps) =>
          steps.length === 0 ? (
            <p className="small soft">{say(watchWords.byFile)}</p>
          ) : (
            <ol className="watch-notes">
              {steps.map((step) => (
                <Step key={`${step.at} ${step.type}`} step={step} />
              ))}
            </ol>
          )
        }
      </Answered>
    </section>
  )
}

function Step({ step: { type, at, by, lastDay, before, remark } }: { step: HistoryAnswer[number] }) {
  const { say, language } = useWords()
  const { me } = useMe()
  const days = [before, lastDay].filter((day) => day !== null).map((day) => formatDate(day as CivilDate, language))
  return (
    <li data-testid="watch-step" data-type={type}>
      <strong>{say(historyWords[type])}</strong> · {formatDateTime(at as Instant, borderZone, language)}
      {days.length > 0 && <span className="second-line small">{`${say(watchWords.lastDay)}${say(commonWords.colon)} ${days.join(' → ')}`}</span>}
      {remark !== null && <span className="second-line small">{remark}</span>}
      <span className="second-line small soft">{by === me.id ? say(watchWords.byYou) : <span className="code">{by}</span>}</span>
    </li>
  )
}
