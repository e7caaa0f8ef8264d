import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { HolderStaysAnswer } from '../../../stays/stays.api.ts'
import { stayWords } from '../../../words/stays.ts'
import { ContestList } from '../contests/contest-list.tsx'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { Answered, Empty } from '../parts/answered.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { isLeftOver } from '../pick/left-over.ts'
import { PickIssuer } from '../pick/pick.tsx'
import { useAnswer } from '../queries.ts'
import { DecisionsCard } from './decisions-card.tsx'
import { OverstayList } from './overstay-list.tsx'
import { RepairTasks } from './repair-tasks.tsx'
import { StayCard } from './stay-card.tsx'

export type Sought = { readonly number: string; readonly issuer: string }

/** Stays: of whoever stands here, by their document; and for who answers for a point, who is over, what is missing, and what is contested. */
export function StaysPage() {
  const { say } = useWords()
  const { me } = useMe()
  const [sought, setSought] = useState<Sought | undefined>(undefined)
  const reads = me.may.some(({ action }) => action === 'stay.read')
  const open = (found: Sought) => {
    setSought(found)
    globalThis.scrollTo({ top: 0 })
  }
  return (
    <>
      <PageHead title={say(stayWords.title)} lead={say(stayWords.lead)} />
      <div className="stack">
        <FindStay onFind={setSought} />
        {sought && <Found key={`${sought.issuer} ${sought.number}`} sought={sought} />}
        {reads && <OverstayList onOpen={open} />}
        {reads && <RepairTasks onOpen={open} />}
        {reads && <ContestList />}
      </div>
    </>
  )
}

function FindStay({ onFind }: { onFind(sought: Sought): void }) {
  const { say } = useWords()
  const [typed, setTyped] = useState<Sought>({ number: '', issuer: '' })
  function find(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isLeftOver(event.currentTarget)) return
    if (typed.number.trim() !== '') onFind({ number: typed.number.trim(), issuer: typed.issuer })
  }
  return (
    <form className="find" onSubmit={find} noValidate>
      <TextInput
        label={say(stayWords.number)}
        value={typed.number}
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped({ ...typed, number: event.currentTarget.value })}
        data-testid="stay-number"
      />
      <PickIssuer
        label={say(stayWords.issuer)}
        hint={say(stayWords.issuerHint)}
        chosen={typed.issuer}
        change={(issuer) => setTyped((before) => ({ ...before, issuer }))}
        testid="stay-issuer"
      />
      <Button type="submit" data-testid="stay-find">
        {say(stayWords.find)}
      </Button>
    </form>
  )
}

export const stayPath = ({ number, issuer }: Sought): string =>
  `/api/v1/stays/${encodeURIComponent(number)}${issuer === '' ? '' : `?issuer=${encodeURIComponent(issuer)}`}`

function Found({ sought }: { sought: Sought }) {
  const { say } = useWords()
  const found = useAnswer<HolderStaysAnswer>(stayPath(sought))
  return (
    <Answered query={found}>
      {(answer) => (
        <div className="stack">
          {answer.stays.length === 0 && <Empty>{say(stayWords.noStay)}</Empty>}
          {answer.stays.map((stay) => (
            <StayCard key={stay.number} sought={sought} stay={stay} rebuttals={answer.rebuttals.filter((each) => each.stay === stay.number)} />
          ))}
          <DecisionsCard sought={sought} found={answer} />
        </div>
      )}
    </Answered>
  )
}
