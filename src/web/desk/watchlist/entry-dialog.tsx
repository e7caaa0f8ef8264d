import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { CivilDate } from '../../../kernel/time.ts'
import type { EntryAnswer, NoteAnswer } from '../../../watchlist/watch.api.ts'
import { allowGrounds } from '../../../watchlist/watch-note.rules.ts'
import { formatDate } from '../../../words/dates.ts'
import { groundWords, seenByWords, watchWords } from '../../../words/watchlist.ts'
import { ask } from '../../api.ts'
import { useCommand } from '../command.ts'
import { readTypedDate } from '../form/typed-date.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { ProblemNotice } from '../parts/answered.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Facts } from '../parts/facts.tsx'
import { EntryName, Why } from './entry-table.tsx'
import { isOfWatchlist, isPoint, watchPath } from './watch-queries.ts'
import { useListName } from './watchlist-page.tsx'

type Props = { readonly entry: EntryAnswer; readonly place: string; onChange(entry: EntryAnswer): void; onClose(): void }

/** One entry: why, until when, taking it off, and the notes by which somebody is not stopped again. */
export function EntryDialog({ entry, place, onChange, onClose }: Props) {
  const { say, language } = useWords()
  const { me, may } = useMe()
  const client = useQueryClient()
  const command = useCommand<EntryAnswer | NoteAnswer>()
  const listName = useListName()
  const [lastDay, setLastDay] = useState('')
  const isLive = entry.state === 'in-force' || entry.state === 'not-yet'
  const clearsHere = isPoint(place)
    ? (me.may.find(({ action }) => action === 'watch.clear')?.places ?? []).some((mine) => mine.place === place)
    : may('watch.clear', entry.place)
  async function step(path: string, body: object) {
    if (!(await command.send(path, body))) return
    void client.invalidateQueries({ predicate: isOfWatchlist })
    const now = await ask<EntryAnswer>(`${watchPath}/entries/${entry.id}`, { language })
    if (now.ok) onChange(now.value)
    else onClose()
  }
  const path = `${watchPath}/entries/${entry.id}`
  function extend(event: FormEvent) {
    event.preventDefault()
    void step(`${path}/extension`, { lastDay: readTypedDate(lastDay) ?? '0000-00-00' })
  }
  return (
    <Dialog title={say(watchWords.title)} onClose={onClose}>
      <div className="stack" data-testid="watch-entry" data-state={entry.state}>
        <div>
          <EntryName entry={entry} />
        </div>
        <Facts
          facts={[
            [say(watchWords.why), <Why key="why" entry={entry} />],
            [say(watchWords.source), entry.source],
            [say(watchWords.list), listName(entry.place)],
            [say(watchWords.seenBy), say(seenByWords[entry.seenBy])],
            [say(watchWords.lastDay), formatDate(entry.lastDay as CivilDate, language)],
          ]}
        />
        {command.problem && <ProblemNotice problem={command.problem} />}
        {isLive && may('watch.enter', entry.place) && (
          <form className="find" onSubmit={extend} noValidate>
            <TextInput
              label={say(watchWords.extend)}
              value={lastDay}
              maxLength={20}
              autoComplete="off"
              onChange={(event) => setLastDay(event.currentTarget.value)}
              data-testid="watch-extend-day"
            />
            <Button type="submit" variant="default" loading={command.pending} data-testid="watch-extend">
              {say(watchWords.extend)}
            </Button>
          </form>
        )}
        <Notes entry={entry} {...(clearsHere && { onEnd: (note: NoteAnswer) => void step(`${watchPath}/notes/${note.id}/end`, {}) })} />
        {entry.state === 'in-force' && clearsHere && (
          <GiveNote
            pending={command.pending}
            onGive={(body) => void step(`${path}/notes`, { ...body, place: isPoint(place) ? place : entry.place })}
          />
        )}
        {isLive && may('watch.enter', entry.place) && (
          <div className="stack">
            <p className="small soft">{say(watchWords.endLead)}</p>
            <div className="actions">
              <Button color="refuse" loading={command.pending} onClick={() => void step(`${path}/end`, {})} data-testid="watch-end">
                {say(watchWords.end)}
              </Button>
            </div>
          </div>
        )}
      </div>
    </Dialog>
  )
}

function Notes({ entry, onEnd }: { entry: EntryAnswer; onEnd?: (note: NoteAnswer) => void }) {
  const { say, language } = useWords()
  const listName = useListName()
  return (
    <section className="stack" aria-label={say(watchWords.notes)}>
      <h3>{say(watchWords.notes)}</h3>
      <p className="small soft">{entry.notes.length === 0 ? say(watchWords.noNotes) : say(watchWords.notesLead)}</p>
      <ul className="watch-notes">
        {entry.notes.map((note) => (
          <li key={note.id} data-testid="watch-note" data-ended={note.endedAt !== null}>
            <span className="code">{note.document}</span> {say(groundWords[note.ground])} · {listName(note.place)} ·{' '}
            {formatDate(note.lastDay as CivilDate, language)}
            {onEnd && note.endedAt === null && (
              <Button variant="default" size="compact-sm" onClick={() => onEnd(note)} data-testid="watch-note-end">
                {say(watchWords.endNote)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function GiveNote({ pending, onGive }: { pending: boolean; onGive(body: object): void }) {
  const { say } = useWords()
  const [typed, setTyped] = useState({ issuer: '', number: '', ground: 'other-person', lastDay: '' })
  const text = (field: keyof typeof typed) => ({
    value: typed[field],
    maxLength: 40,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => setTyped({ ...typed, [field]: event.currentTarget.value }),
    'data-testid': `note-${field}`,
  })
  function give(event: FormEvent) {
    event.preventDefault()
    const { issuer, number, ground } = typed
    onGive({ document: { issuer: issuer.trim().slice(0, 3), number }, ground, lastDay: readTypedDate(typed.lastDay) ?? '0000-00-00' })
  }
  return (
    <form className="stack" onSubmit={give} noValidate>
      <div className="fields">
        <TextInput label={say(watchWords.issuer)} {...text('issuer')} />
        <TextInput label={say(watchWords.number)} {...text('number')} />
        <NativeSelect
          label={say(watchWords.ground)}
          value={typed.ground}
          onChange={(event) => setTyped({ ...typed, ground: event.currentTarget.value })}
          data={allowGrounds.map((value) => ({ value, label: say(groundWords[value]) }))}
        />
        <TextInput label={say(watchWords.lastDay)} {...text('lastDay')} />
      </div>
      <div className="actions">
        <Button type="submit" variant="default" loading={pending} data-testid="note-give">
          {say(watchWords.giveNote)}
        </Button>
      </div>
    </form>
  )
}
