import { Button, Radio, TextInput } from '@mantine/core'
import { ordersWords as words } from '../../../words/orders.ts'
import { useWords } from '../frame/language.tsx'
import { newSession, type TypedOrder, type TypedSession } from './typed-order.ts'
import { WhoFields } from './who-fields.tsx'

type Props = { readonly typed: TypedOrder; set(change: Partial<TypedOrder>): void }

/** The hours: the usual ones, none, or sessions, each with its quota and its people. */
export function HoursFields({ typed, set }: Props) {
  const { say } = useWords()
  const change = (key: string, next: Partial<TypedSession>) =>
    set({ sessions: typed.sessions.map((session) => (session.key === key ? { ...session, ...next } : session)) })
  return (
    <section className="card stack" aria-labelledby="order-hours">
      <h2 id="order-hours">{say(words.hoursTitle)}</h2>
      <Radio.Group aria-labelledby="order-hours" value={typed.hours} onChange={(hours) => set({ hours: hours as TypedOrder['hours'] })}>
        <div className="choices">
          <Radio value="own" label={say(words.ownHours)} data-testid="hours-own" />
          <Radio value="usual" label={say(words.usualHours)} data-testid="hours-usual" />
          <Radio value="closed" label={say(words.closedToAll)} data-testid="hours-closed" />
        </div>
      </Radio.Group>
      {typed.hours === 'usual' && <WhoFields typed={typed.who} testid="who" change={(who) => set({ who })} />}
      {typed.hours === 'own' && (
        <>
          {typed.sessions.map((session, index) => (
            <fieldset key={session.key} className="order-block">
              <legend>{say(words.session, { n: index + 1 })}</legend>
              <div className="fields">
                {(['opens', 'closes'] as const).map((field) => (
                  <TextInput
                    key={field}
                    label={say(words[field])}
                    value={session[field]}
                    maxLength={5}
                    inputMode="numeric"
                    onChange={(event) => change(session.key, { [field]: event.currentTarget.value })}
                    data-testid={`session-${index}-${field}`}
                  />
                ))}
                <TextInput
                  label={say(words.quota)}
                  description={say(words.quotaHint)}
                  value={session.quota}
                  maxLength={7}
                  inputMode="numeric"
                  onChange={(event) => change(session.key, { quota: event.currentTarget.value })}
                  data-testid={`session-${index}-quota`}
                />
              </div>
              <WhoFields typed={session.who} testid={`session-${index}`} change={(who) => change(session.key, { who })} />
              <div className="actions">
                <Button variant="default" onClick={() => set({ sessions: typed.sessions.filter(({ key }) => key !== session.key) })}>
                  {say(words.remove)}: {say(words.session, { n: index + 1 })}
                </Button>
              </div>
            </fieldset>
          ))}
          <div className="actions">
            <Button variant="default" onClick={() => set({ sessions: [...typed.sessions, newSession()] })} data-testid="session-add">
              {say(words.addSession)}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
