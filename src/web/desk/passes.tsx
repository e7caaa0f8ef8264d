import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { isPassNumberTyped } from '../../passes/pass.rules.ts'
import { deskWords, passWords } from '../../words/desk.ts'
import { FindPerson } from './find-person.tsx'
import { useWords } from './frame/language.tsx'
import { useMe } from './frame/me.tsx'
import { useOfficeChoice } from './frame/office.tsx'
import { Answered, Empty } from './parts/answered.tsx'
import { Icon } from './parts/icon.tsx'
import { PageHead } from './parts/page-head.tsx'
import { PersonName, Portrait } from './parts/person.tsx'
import { useApplications } from './queries.ts'

const recentPasses = 12

export function Passes() {
  const { say } = useWords()
  const { may } = useMe()
  const { office } = useOfficeChoice()
  return (
    <>
      <PageHead title={say(deskWords.passes)} lead={say(passWords.lead)} />
      <FindPass />
      {may('person.search') && <FindPerson />}
      {may('application.read', office?.id) && <RecentPasses />}
    </>
  )
}

function FindPass() {
  const { say } = useWords()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  const number = typed.toUpperCase().replace(/[\s-]/g, '')
  // A number of full length that fails its check digit was surely mistyped; shorter ones are still being typed.
  const mistyped = number.length >= 13 && !isPassNumberTyped(number)
  function find(event: FormEvent) {
    event.preventDefault()
    if (/^[A-Z0-9]{1,16}$/.test(number)) navigate(`/passes/${number}`)
  }
  return (
    <search className="card">
      <form className="find" onSubmit={find}>
        <TextInput
          label={say(passWords.number)}
          className="code-input"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={mistyped ? say(passWords.checkDigit) : undefined}
          maxLength={24}
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="characters"
          data-testid="find-number"
        />
        <Button type="submit" leftSection={<Icon name="search" />}>
          {say(passWords.find)}
        </Button>
      </form>
    </search>
  )
}

function RecentPasses() {
  const { say } = useWords()
  const { office } = useOfficeChoice()
  const applications = useApplications(office?.id ?? '')
  return (
    <section aria-labelledby="recent-title" className="stack">
      <h2 id="recent-title">{say(passWords.recent)}</h2>
      <Answered query={applications}>
        {(found) => {
          const issued = found.filter(({ passNumber }) => passNumber !== null).slice(0, recentPasses)
          if (issued.length === 0) return <Empty>{say(passWords.noneYet)}</Empty>
          return (
            <ul className="pass-list">
              {issued.map(({ id, passNumber, applicant }) => (
                <li key={id}>
                  <Link href={`/passes/${passNumber}`} className="pass-card">
                    <Portrait of={`passes/${passNumber}`} person={applicant} size="small" />
                    <span>
                      <PersonName person={applicant} lang={applicant.localLanguage === 'tha' ? 'th' : 'km'} />
                      <span className="code small">{passNumber}</span>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }}
      </Answered>
    </section>
  )
}
