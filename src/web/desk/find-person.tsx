import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import { Link } from 'wouter'
import type { Text } from '../../kernel/language.ts'
import type { CivilDate } from '../../kernel/time.ts'
import type { SearchAnswer } from '../../passes/person-search.api.ts'
import { formatDate } from '../../words/dates.ts'
import { formWords } from '../../words/desk-form.ts'
import { searchWords } from '../../words/work.ts'
import { isNoDay, readTypedDate } from './form/typed-date.ts'
import { useWords } from './frame/language.tsx'
import { useAreaName } from './names.ts'
import { Empty, ProblemNotice } from './parts/answered.tsx'
import { Icon } from './parts/icon.tsx'
import { PersonName } from './parts/person.tsx'
import { SearchesLeft, useSearch } from './parts/search.tsx'
import { ApplicationBadge, PassBadge } from './parts/state-badge.tsx'

/** Looking for somebody without a case in hand. Sent only when asked: each search is counted and recorded. */
export function FindPerson() {
  const { say, language } = useWords()
  const [typed, setTyped] = useState({ familyName: '', givenName: '', birthDate: '' })
  const { find, pending, answer, problem } = useSearch<SearchAnswer>('/api/v1/people/search')
  const birthDate = readTypedDate(typed.birthDate)
  const [isAsked, setAsked] = useState(false)
  const [dateId, fault] = [useId(), isAsked ? faultOfDate(typed.birthDate) : undefined]
  function send(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    // A date that is none is put right first: it finds nobody, and a search is counted.
    if (faultOfDate(typed.birthDate)) return document.getElementById(dateId)?.focus()
    void find({ ...typed, birthDate: birthDate ?? '' })
  }
  const entry = (field: keyof typeof typed) => ({
    value: typed[field],
    maxLength: 100,
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: { currentTarget: { value: string } }) => setTyped({ ...typed, [field]: event.currentTarget.value }),
  })
  return (
    <search className="card stack" aria-label={say(searchWords.title)} data-testid="find-person">
      <div>
        <h2>{say(searchWords.title)}</h2>
        <p className="soft small">{say(searchWords.lead)}</p>
      </div>
      <form className="find" onSubmit={send}>
        <TextInput label={say(searchWords.familyName)} {...entry('familyName')} />
        <TextInput label={say(searchWords.givenName)} {...entry('givenName')} />
        <TextInput
          label={say(formWords.birthDate)}
          description={birthDate ? formatDate(birthDate, language) : say(formWords.birthDateHint)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          id={dateId}
          error={fault && say(fault)}
          {...entry('birthDate')}
        />
        <Button type="submit" leftSection={<Icon name="search" />} loading={pending}>
          {say(searchWords.find)}
        </Button>
      </form>
      {!fault && problem && <ProblemNotice problem={problem} />}
      {!fault && answer && <Found answer={answer} />}
    </search>
  )
}

/** Nothing typed is no fault of the date: the server says what a search wants. */
const faultOfDate = (typed: string): Text | undefined =>
  typed.trim() === '' || readTypedDate(typed) ? undefined : isNoDay(typed) ? formWords.noSuchDay : formWords.birthDateUnread

function Found({ answer: { people, more, left } }: { answer: SearchAnswer }) {
  const { say, language } = useWords()
  const areaName = useAreaName()
  return (
    <div className="stack" role="status">
      {people.length === 0 && <Empty>{say(searchWords.nobody)}</Empty>}
      <ul className="face-grid">
        {people.map((person) => (
          <li key={`${person.localName} ${person.applications[0]?.id ?? person.passes[0]?.number}`} className="card">
            <PersonName person={person} lang="km" />
            <span className="small second-line">{formatDate(person.birthDate as CivilDate, language)}</span>
            {person.passes.map(({ number, office, state }) => (
              <p key={number} className="small">
                <Link href={`/passes/${number}`} className="code">
                  {number}
                </Link>{' '}
                <PassBadge state={state} /> <span className="together">{areaName(office)}</span>
              </p>
            ))}
            {person.applications.map(({ id, office, state }) => (
              <p key={id} className="small">
                <Link href={`/applications/${id}`}>{say(searchWords.application)}</Link> <ApplicationBadge state={state} />{' '}
                <span className="together">{areaName(office)}</span>
              </p>
            ))}
          </li>
        ))}
      </ul>
      {more && <p className="small">{say(searchWords.more)}</p>}
      <SearchesLeft left={left} />
    </div>
  )
}
