import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { SearchAnswer } from '../../../watchlist/watch.api.ts'
import { formatDate } from '../../../words/dates.ts'
import { formWords } from '../../../words/desk-form.ts'
import { watchWords } from '../../../words/watchlist.ts'
import { searchWords } from '../../../words/work.ts'
import { readTypedDate } from '../form/typed-date.ts'
import { useWords } from '../frame/language.tsx'
import { Empty, ProblemNotice } from '../parts/answered.tsx'
import { Icon } from '../parts/icon.tsx'
import { SearchesLeft, useSearch } from '../parts/search.tsx'
import { EntryTable } from './entry-table.tsx'
import { watchPath } from './watch-queries.ts'

const fields = ['name', 'number', 'plate'] as const

/** By a name that is like it, in any script; by a document's number, or a plate. Sent only when asked: each search is counted and recorded. */
export function SearchList() {
  const { say, language } = useWords()
  const [typed, setTyped] = useState({ by: 'name' as (typeof fields)[number], text: '', birthDate: '', ended: false })
  const { find, pending, answer, problem } = useSearch<SearchAnswer>(`${watchPath}/search`)
  const birthDate = readTypedDate(typed.birthDate)
  function send(event: FormEvent) {
    event.preventDefault()
    void find({ [typed.by]: typed.text, ended: typed.ended, ...(typed.by === 'name' && { birthDate: birthDate ?? null }) })
  }
  const entry = (field: 'text' | 'birthDate') => ({
    value: typed[field],
    maxLength: 120,
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: { currentTarget: { value: string } }) => setTyped({ ...typed, [field]: event.currentTarget.value }),
  })
  return (
    <search className="card stack" aria-label={say(watchWords.search)}>
      <div>
        <h2>{say(watchWords.search)}</h2>
        <p className="soft small">{say(watchWords.searchLead)}</p>
      </div>
      <form className="find" onSubmit={send}>
        <NativeSelect
          label={say(watchWords.searchBy)}
          value={typed.by}
          onChange={(event) => setTyped({ ...typed, by: fields.find((field) => field === event.currentTarget.value) ?? 'name' })}
          data={fields.map((value) => ({ value, label: say(watchWords[value]) }))}
          data-testid="watch-search-by"
        />
        <TextInput label={say(watchWords[typed.by])} {...entry('text')} data-testid="watch-search-text" />
        {typed.by === 'name' && !typed.ended && (
          <TextInput
            label={say(formWords.birthDate)}
            description={birthDate ? formatDate(birthDate, language) : say(formWords.birthDateHint)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...entry('birthDate')}
          />
        )}
        <Button type="submit" leftSection={<Icon name="search" />} loading={pending} data-testid="watch-search">
          {say(searchWords.find)}
        </Button>
        <Checkbox
          className="watch-ended"
          label={say(watchWords.amongEnded)}
          checked={typed.ended}
          onChange={(event) => setTyped({ ...typed, ended: event.currentTarget.checked })}
          data-testid="watch-search-ended"
        />
      </form>
      {problem && <ProblemNotice problem={problem} />}
      {answer && (
        <div className="stack" role="status" data-testid="watch-found">
          {answer.entries.length === 0 ? (
            <Empty>{say(watchWords.nobody)}</Empty>
          ) : (
            <EntryTable title={say(watchWords.search)} entries={answer.entries} />
          )}
          <SearchesLeft left={answer.left} />
        </div>
      )}
    </search>
  )
}
