import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { CivilDate } from '../../../kernel/time.ts'
import type { EntryAnswer, NoteAnswer } from '../../../watchlist/watch.api.ts'
import { allowGrounds } from '../../../watchlist/watch-note.rules.ts'
import { dayWords } from '../../../words/chief.ts'
import { formatDate } from '../../../words/dates.ts'
import { deskWords } from '../../../words/desk.ts'
import { referralWords } from '../../../words/referrals.ts'
import { groundWords, watchWords } from '../../../words/watchlist.ts'
import { useCommand } from '../command.ts'
import { readTypedDate } from '../form/typed-date.ts'
import { useWords } from '../frame/language.tsx'
import { ProblemNotice } from '../parts/answered.tsx'
import { Facts } from '../parts/facts.tsx'
import { EntryName, Why } from '../watchlist/entry-table.tsx'
import { watchPath } from '../watchlist/watch-queries.ts'
import { useMayAtPoint } from './my-point.ts'

export type DocumentOf = { readonly issuer: string; readonly number: string }
type Props = { readonly entry: EntryAnswer; readonly document: DocumentOf | null; readonly point: string; onCleared(): void }

/** An entry that somebody came near: who it is about, why where that is for the reader, and the note that says it is another. */
export function HitCard({ entry, document, point, onCleared }: Props) {
  const { say, language } = useWords()
  const [isOpen, setOpen] = useState(false)
  const clears = useMayAtPoint()('watch.clear', point)
  const isCleared =
    document !== null && entry.notes.some((note) => note.endedAt === null && note.document === `${document.issuer}/${document.number}`)
  return (
    <li className="hit" data-testid="hit" data-cleared={isCleared}>
      <div>
        <EntryName entry={entry} />
      </div>
      <Facts
        facts={[
          [say(watchWords.why), <Why key="why" entry={entry} />],
          [say(watchWords.source), entry.source],
          [say(watchWords.until), formatDate(entry.lastDay as CivilDate, language)],
        ]}
      />
      {isCleared && <p className="badge tone-admit">{say(referralWords.noteGiven)}</p>}
      {clears && document !== null && !isCleared && entry.state === 'in-force' && !isOpen && (
        <div>
          <Button variant="default" size="sm" onClick={() => setOpen(true)} data-testid="false-hit">
            {say(referralWords.falseHit)}
          </Button>
        </div>
      )}
      {isOpen && document !== null && (
        <AllowNote
          entry={entry}
          document={document}
          point={point}
          onDone={() => {
            setOpen(false)
            onCleared()
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </li>
  )
}

type NoteProps = { readonly entry: EntryAnswer; readonly document: DocumentOf; readonly point: string; onDone(): void; onClose(): void }

function AllowNote({ entry, document, point, onDone, onClose }: NoteProps) {
  const { say, language } = useWords()
  const command = useCommand<NoteAnswer>()
  const [ground, setGround] = useState<string>('other-person')
  const [typed, setTyped] = useState('')
  const [remark, setRemark] = useState('')
  const [isTried, setTried] = useState(false)
  const lastDay = readTypedDate(typed)
  async function give(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!lastDay) return
    const body = { place: point, document, ground, lastDay, ...(remark.trim() !== '' && { remark: remark.trim() }) }
    if (await command.send(`${watchPath}/entries/${entry.id}/notes`, body)) onDone()
  }
  return (
    <form className="stack" onSubmit={(event) => void give(event)} noValidate data-testid="allow-note">
      <p className="small">{say(referralWords.falseHitLead)}</p>
      <NativeSelect
        label={say(watchWords.ground)}
        value={ground}
        onChange={(event) => setGround(event.currentTarget.value)}
        data={allowGrounds.map((value) => ({ value, label: say(groundWords[value]) }))}
      />
      <TextInput
        label={say(referralWords.reason)}
        value={remark}
        maxLength={500}
        autoComplete="off"
        onChange={(event) => setRemark(event.currentTarget.value)}
        data-testid="allow-remark"
      />
      <TextInput
        label={say(referralWords.until)}
        value={typed}
        maxLength={20}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
        description={lastDay && formatDate(lastDay, language)}
        error={isTried && !lastDay ? say(dayWords.unread) : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data-testid="allow-until"
      />
      {command.problem && <ProblemNotice problem={command.problem} />}
      <div className="actions">
        <Button type="submit" loading={command.pending} data-testid="allow-give">
          {say(referralWords.giveNote)}
        </Button>
        <Button variant="default" onClick={onClose}>
          {say(deskWords.cancel)}
        </Button>
      </div>
    </form>
  )
}
