import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { CivilDate } from '../../../kernel/time.ts'
import type { EntryAnswer, NoteAnswer } from '../../../watchlist/watch.api.ts'
import { allowGrounds } from '../../../watchlist/watch-note.rules.ts'
import { formatDate } from '../../../words/dates.ts'
import { groundWords, watchWords } from '../../../words/watchlist.ts'
import { readTypedDate } from '../form/typed-date.ts'
import { useWords } from '../frame/language.tsx'
import { isLeftOver } from '../pick/left-over.ts'
import { PickNationality } from '../pick/pick.tsx'
import { useListName } from './watch-queries.ts'

/** By which notes somebody is not stopped again. */
export function Notes({ entry, onEnd }: { entry: EntryAnswer; onEnd?: (note: NoteAnswer) => void }) {
  const { say, language } = useWords()
  const listName = useListName()
  return (
    <section className="stack" aria-label={say(watchWords.notes)}>
      <h2>{say(watchWords.notes)}</h2>
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

export function GiveNote({ pending, onGive }: { pending: boolean; onGive(body: object): void }) {
  const { say } = useWords()
  const [typed, setTyped] = useState({ issuer: '', number: '', ground: 'other-person', lastDay: '' })
  const text = (field: 'number' | 'lastDay') => ({
    value: typed[field],
    maxLength: 40,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => setTyped({ ...typed, [field]: event.currentTarget.value }),
    'data-testid': `note-${field}`,
  })
  function give(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isLeftOver(event.currentTarget)) return
    const { issuer, number, ground } = typed
    onGive({ document: { issuer, number }, ground, lastDay: readTypedDate(typed.lastDay) ?? '0000-00-00' })
  }
  return (
    <form className="stack" onSubmit={give} noValidate>
      <div className="fields">
        <PickNationality
          label={say(watchWords.issuer)}
          chosen={typed.issuer}
          change={(issuer) => setTyped((before) => ({ ...before, issuer }))}
          testid="note-issuer"
        />
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
