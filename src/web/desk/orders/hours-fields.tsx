import { Button, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { weekdays } from '../../../kernel/time.ts'
import { commonWords } from '../../../words/common.ts'
import { weekdayName } from '../../../words/dates.ts'
import { ordersWords as words } from '../../../words/orders.ts'
import { useWords } from '../frame/language.tsx'
import { Choices } from './choices.tsx'
import { useNewBlock } from './new-block.ts'
import { FaultNote, useFaultAt } from './order-faults.tsx'
import { newSession, type TypedOrder, type TypedSession } from './typed-order.ts'
import { WhoFields } from './who-fields.tsx'

type Props = { readonly typed: TypedOrder; set(change: Partial<TypedOrder>): void }

/** The hours: the usual ones, none, or sessions, each with its days, its quota and its people. */
export function HoursFields({ typed, set }: Props) {
  const { say } = useWords()
  const [added, setAdded] = useState('')
  const change = (key: string, next: Partial<TypedSession>) =>
    set({ sessions: typed.sessions.map((session) => (session.key === key ? { ...session, ...next } : session)) })
  const add = () => {
    const session = newSession()
    setAdded(session.key)
    set({ sessions: [...typed.sessions, session] })
  }
  return (
    <section className="card stack" aria-labelledby="order-hours">
      <h2 id="order-hours">{say(words.hoursTitle)}</h2>
      <FaultNote path="sessions" />
      {typed.hours !== 'usual' && <FaultNote path="who" deep />}
      <Radio.Group aria-labelledby="order-hours" value={typed.hours} onChange={(hours) => set({ hours: hours as TypedOrder['hours'] })}>
        <div className="choices">
          <Radio value="own" label={say(words.ownHours)} data-testid="hours-own" />
          <Radio value="usual" label={say(words.usualHours)} data-testid="hours-usual" />
          <Radio value="closed" label={say(words.closedToAll)} data-testid="hours-closed" />
        </div>
      </Radio.Group>
      {typed.hours === 'usual' && <WhoFields typed={typed.who} path="who" testid="who" change={(who) => set({ who })} />}
      {typed.hours === 'own' && (
        <>
          {typed.sessions.map((session, index) => (
            <SessionFields
              key={session.key}
              session={session}
              index={index}
              isNew={session.key === added}
              change={(next) => change(session.key, next)}
              remove={() => set({ sessions: typed.sessions.filter(({ key }) => key !== session.key) })}
            />
          ))}
          <div className="actions">
            <Button variant="default" onClick={add} data-testid="session-add">
              {say(words.addSession)}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

type SessionProps = {
  readonly session: TypedSession
  readonly index: number
  readonly isNew: boolean
  change(next: Partial<TypedSession>): void
  remove(): void
}

function SessionFields({ session, index, isNew, change, remove }: SessionProps) {
  const { say, language } = useWords()
  const faultAt = useFaultAt()
  const path = `sessions/${index}`
  const block = useNewBlock(isNew)
  const text = (field: 'opens' | 'closes' | 'quota', maxLength: number) => ({
    value: session[field],
    maxLength,
    inputMode: 'numeric' as const,
    error: faultAt(`${path}/${field}`),
    onChange: (event: { currentTarget: { value: string } }) => change({ [field]: event.currentTarget.value }),
    'data-testid': `session-${index}-${field}`,
  })
  return (
    <fieldset ref={block} className="order-block">
      <legend>{say(words.session, { n: index + 1 })}</legend>
      <FaultNote path={path} />
      <div className="fields">
        <TextInput label={say(words.opens)} {...text('opens', 5)} />
        <TextInput label={say(words.closes)} {...text('closes', 5)} />
        <Choices
          legend={say(words.days)}
          values={weekdays.map((day) => [day, weekdayName(day, language)] as const)}
          chosen={session.days}
          path={`${path}/days`}
          testid={`session-${index}-day`}
          change={(days) => change({ days })}
        />
        <TextInput label={say(words.quota)} description={say(words.quotaHint)} {...text('quota', 8)} />
      </div>
      <WhoFields typed={session.who} path={`${path}/who`} testid={`session-${index}`} change={(who) => change({ who })} />
      <div className="actions">
        <Button variant="default" onClick={remove}>
          {say(words.remove)}
          {say(commonWords.colon)} {say(words.session, { n: index + 1 })}
        </Button>
      </div>
    </fieldset>
  )
}
