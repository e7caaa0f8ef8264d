import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { borderZone, type CivilDate, civilDateAt, type Instant } from '../../../kernel/time.ts'
import type { EntriesAnswer } from '../../../passes/province/province.api.ts'
import { formatDate, formatDateTime, formatNumber } from '../../../words/dates.ts'
import { provinceWords as words } from '../../../words/province.ts'
import { useCommand } from '../command.ts'
import { readTypedDate } from '../form/typed-date.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { useOfficeChoice } from '../frame/office.tsx'
import { useAreaName } from '../names.ts'
import { ProblemNotice } from '../parts/answered.tsx'
import { TableSection } from '../parts/table-card.tsx'
import { useAnswer, useInstance, useOffices } from '../queries.ts'
import { isPaperNumber, readPrinters } from './paper.ts'

const entriesPath = (office: string) => `/api/v1/office-capacity/entries?office=${office}`

/** What an office has to print with, from a day on and by which paper: entered, never changed. */
export function Equipment() {
  const { say } = useWords()
  const { may } = useMe()
  const areaName = useAreaName()
  const { office } = useOfficeChoice()
  const state = useInstance().data?.state ?? ''
  const mine = (useOffices().data ?? []).filter(({ id }) => id.startsWith(`${state}:`) && may('office.equip', id))
  const [chosen, choose] = useState('')
  const at = chosen || (mine.find(({ id }) => id === office?.id) ?? mine[0])?.id
  if (at === undefined) return null
  return (
    <section className="stack no-print" aria-labelledby="entry-title">
      <h2 id="entry-title">{say(words.entryTitle)}</h2>
      <p className="soft">{say(words.entryLead)}</p>
      {mine.length > 1 && (
        <NativeSelect
          className="hours-office"
          label={say(words.office)}
          value={at}
          onChange={(event) => choose(event.currentTarget.value)}
          data={mine.map(({ id }) => ({ value: id, label: areaName(id) }))}
          data-testid="entry-office"
        />
      )}
      <EntryForm key={at} office={at} />
      <Entries office={at} />
    </section>
  )
}

const fields = ['from', 'printers', 'paper'] as const
type Typed = Record<(typeof fields)[number], string>
const empty: Typed = { from: '', printers: '', paper: '' }

function EntryForm({ office }: { office: string }) {
  const { say } = useWords()
  const client = useQueryClient()
  const command = useCommand<object>()
  const [typed, setTyped] = useState(empty)
  const [isChecked, setChecked] = useState(false)
  const [isDone, setDone] = useState(false)
  const [from, printers, paper] = [readTypedDate(typed.from), readPrinters(typed.printers), typed.paper.trim()]
  const wrong = { from: from === undefined, printers: printers === undefined, paper: !isPaperNumber(paper) }
  async function enter(event: FormEvent) {
    event.preventDefault()
    setDone(false)
    const first = fields.find((field) => wrong[field])
    setChecked(first !== undefined)
    if (first) return document.getElementById(`entry-${first}`)?.focus()
    if (!(await command.send('/api/v1/office-capacity', { office, from, printers, instrument: paper }))) return
    setTyped(empty)
    setDone(true)
    await client.invalidateQueries({ predicate: ({ queryKey: [path] }) => typeof path === 'string' && path.startsWith('/api/v1/office-capacity') })
  }
  const field = (name: keyof Typed, problem: string) => ({
    id: `entry-${name}`,
    value: typed[name],
    error: isChecked && wrong[name] ? problem : undefined,
    onChange: (event: { currentTarget: { value: string } }) => setTyped({ ...typed, [name]: event.currentTarget.value }),
    autoComplete: 'off',
    maxLength: 40,
    'data-testid': `entry-${name}`,
  })
  return (
    <form className="card stack" onSubmit={(event) => void enter(event)} noValidate aria-labelledby="entry-title">
      <div className="entry-fields">
        <TextInput label={say(words.from)} description={say(words.fromHint)} {...field('from', say(words.fromUnread))} />
        <TextInput
          label={say(words.printers)}
          description={say(words.printersUnread)}
          inputMode="numeric"
          {...field('printers', say(words.printersUnread))}
        />
        <TextInput label={say(words.paper)} description={say(words.paperHint)} {...field('paper', say(words.paperUnread))} />
      </div>
      {command.problem && <ProblemNotice problem={command.problem} />}
      <div className="actions">
        <Button type="submit" loading={command.pending} data-testid="enter">
          {say(words.enter)}
        </Button>
        <span role="status" data-testid="entry-status">
          {isDone && say(words.entered)}
        </span>
      </div>
    </form>
  )
}

/** The rows of before, now and later; of a day's rows the newest counts. */
function Entries({ office }: { office: string }) {
  const { say, language } = useWords()
  const now = useInstance().data?.now
  const entries = useAnswer<EntriesAnswer>(entriesPath(office))
  const today = now && civilDateAt(now as Instant, borderZone)
  const inForce = today && entries.data?.find(({ from }) => from <= today)
  const heads = [
    say(words.from),
    { name: say(words.printers), as: 'number' },
    say(words.paper),
    { name: say(words.enteredAt), as: 'wide-only' },
  ] as const
  return (
    <TableSection id="entries-title" title={say(words.entries)} query={entries} empty={say(words.noEntries)} heads={heads} testid="entries">
      {(entry) => (
        <tr key={`${entry.from} ${entry.at}`} data-testid="entry-row">
          <td>
            {formatDate(entry.from as CivilDate, language)} {entry === inForce && <span className="badge tone-admit">{say(words.inForce)}</span>}
          </td>
          <td className="number">{formatNumber(entry.printers, language)}</td>
          <td className="code">{entry.instrument}</td>
          <td className="wide-only soft">{formatDateTime(entry.at as Instant, borderZone, language)}</td>
        </tr>
      )}
    </TableSection>
  )
}
