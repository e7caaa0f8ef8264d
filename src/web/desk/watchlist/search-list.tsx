import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { EntryAnswer, SearchAnswer } from '../../../watchlist/watch.api.ts'
import { formatDate, formatNumber } from '../../../words/dates.ts'
import { formWords } from '../../../words/desk-form.ts'
import { watchWords } from '../../../words/watchlist.ts'
import { searchWords } from '../../../words/work.ts'
import { ask, type Problem } from '../../api.ts'
import { readTypedDate } from '../form/typed-date.ts'
import { useWords } from '../frame/language.tsx'
import { Empty, ProblemNotice } from '../parts/answered.tsx'
import { Icon } from '../parts/icon.tsx'
import { EntryTable } from './entry-table.tsx'
import { watchPath } from './watch-queries.ts'

/** By a name that is like it, in any script. Sent only when asked: each search is counted and recorded. */
export function SearchList({ onLook }: { onLook(entry: EntryAnswer): void }) {
  const { say, language } = useWords()
  const [typed, setTyped] = useState({ name: '', birthDate: '' })
  const [pending, setPending] = useState(false)
  const [answer, setAnswer] = useState<SearchAnswer | undefined>(undefined)
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  const birthDate = readTypedDate(typed.birthDate)
  async function find(event: FormEvent) {
    event.preventDefault()
    if (pending) return
    setPending(true)
    const found = await ask<SearchAnswer>(`${watchPath}/search`, { language, body: { name: typed.name, birthDate: birthDate ?? null } })
    setPending(false)
    setAnswer(found.ok ? found.value : undefined)
    setProblem(found.ok ? undefined : found.problem)
  }
  const entry = (field: keyof typeof typed) => ({
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
      <form className="find" onSubmit={(event) => void find(event)}>
        <TextInput label={say(watchWords.name)} {...entry('name')} data-testid="watch-search-name" />
        <TextInput
          label={say(formWords.birthDate)}
          description={birthDate ? formatDate(birthDate, language) : say(formWords.birthDateHint)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...entry('birthDate')}
        />
        <Button type="submit" leftSection={<Icon name="search" />} loading={pending} data-testid="watch-search">
          {say(searchWords.find)}
        </Button>
      </form>
      {problem && <ProblemNotice problem={problem} />}
      {answer && (
        <div className="stack" role="status" data-testid="watch-found">
          {answer.entries.length === 0 ? (
            <Empty>{say(watchWords.nobody)}</Empty>
          ) : (
            <EntryTable title={say(watchWords.search)} entries={answer.entries} onLook={onLook} />
          )}
          <p className="soft small">
            {say(searchWords.left, { hour: formatNumber(answer.left.thisHour, language), day: formatNumber(answer.left.today, language) })}
          </p>
        </div>
      )}
    </search>
  )
}
