import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { StateCode } from '../../../kernel/code.ts'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import type { MessagesAnswer } from '../../../passes/messages/messages.api.ts'
import { readMobile, spokenMobile } from '../../../passes/messages/mobile.rules.ts'
import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { formatDateTime, formatNumber } from '../../../words/dates.ts'
import { messageKindWords, messageStateWords, messageWords, mobileWords } from '../../../words/messages.ts'
import { useCommand } from '../command.ts'
import { MobileEntries } from '../form/mobile-fields.tsx'
import { useWords } from '../frame/language.tsx'
import { Answered, ProblemNotice } from '../parts/answered.tsx'
import { Facts } from '../parts/facts.tsx'
import { ifShown } from '../parts/not-shown.tsx'
import { useAnswer } from '../queries.ts'

const messagesKey = (id: string) => `/api/v1/applications/${id}/messages`
type Message = MessagesAnswer['messages'][number]
const toneOf = { waiting: 'quiet', sending: 'quiet', sent: 'admit', dead: 'refuse', overtaken: 'quiet' } as const satisfies Record<
  Message['state'],
  string
>

/** What the applicant was told, whether it went out, and by which number. */
export function MessagesCard({ application }: { application: Application }) {
  const { say } = useWords()
  const told = useAnswer<MessagesAnswer>(messagesKey(application.id), { refetchInterval: 15_000 })
  return (
    <section className="card" aria-labelledby="messages-title" data-testid="messages">
      <h2 id="messages-title">{say(messageWords.title)}</h2>
      <Answered query={told}>
        {(answer) => (
          <div className="stack">
            {answer.use === 'demonstration' && <p className="soft small">{say(messageWords.demonstration)}</p>}
            {answer.use === 'off' && <p className="soft small">{say(messageWords.off)}</p>}
            {!answer.has && <p className="soft small">{say(messageWords.noNumber)}</p>}
            {answer.has && (
              <Facts
                facts={[
                  [
                    say(messageWords.number),
                    answer.notShown.includes('mobile') ? ifShown(null, String) : answer.mobile && spokenMobile(answer.mobile),
                  ],
                ]}
              />
            )}
            {answer.mayChange && <ChangeNumber application={application} has={answer.has} />}
            {answer.messages.length > 0 && (
              <ol className="history">
                {answer.messages.map((message) => (
                  <MessageLine key={message.id} message={message} lang={application.applicant.localLanguage === 'tha' ? 'th' : 'km'} />
                ))}
              </ol>
            )}
          </div>
        )}
      </Answered>
    </section>
  )
}

function MessageLine({ message, lang }: { message: Message; lang: string }): ReactNode {
  const { say, language } = useWords()
  const { kind, state, text, tries, why, madeAt, endedAt, nextAt } = message
  const time = (at: string) => formatDateTime(at as Instant, borderZone, language)
  const more = [
    tries > 1 || why !== null ? say(messageWords.tries, { count: formatNumber(tries, language) }) : '',
    why ?? '',
    nextAt !== null && tries > 0 ? say(messageWords.nextTry, { time: time(nextAt) }) : '',
  ].filter(Boolean)
  return (
    <li data-done={state === 'sent'} data-closed={state === 'dead' || undefined} data-testid="message" data-state={state}>
      <span>
        <strong>{say(messageKindWords[kind])}</strong> <span className={`badge tone-${toneOf[state]}`}>{say(messageStateWords[state])}</span>
      </span>
      <span className="soft small">{time(endedAt ?? madeAt)}</span>
      {text !== null && (
        <span className="small" lang={lang}>
          {text}
        </span>
      )}
      {more.length > 0 && <span className="soft small">{more.join(' · ')}</span>}
    </li>
  )
}

function ChangeNumber({ application: { id, office }, has }: { application: Application; has: boolean }) {
  const { say } = useWords()
  const client = useQueryClient()
  const command = useCommand<MessagesAnswer>()
  const [typed, setTyped] = useState<{ mobile: string; mobileConsent: string } | undefined>(undefined)
  const [isChecked, setChecked] = useState(false)
  const home = office.slice(0, 2) as StateCode
  async function set(mobile: { number: string; consent: boolean } | null) {
    const answer = await command.send(`/api/v1/applications/${id}/mobile`, { mobile })
    if (!answer) return
    client.setQueryData([messagesKey(id)], answer)
    setTyped(undefined)
    setChecked(false)
  }
  if (!typed)
    return (
      <>
        {command.problem && <ProblemNotice problem={command.problem} />}
        <div className="actions">
          <Button variant="default" size="sm" onClick={() => setTyped({ mobile: '', mobileConsent: '' })} data-testid="change-mobile">
            {say(has ? messageWords.change : messageWords.add)}
          </Button>
          {has && (
            <Button variant="default" size="sm" loading={command.pending} onClick={() => void set(null)} data-testid="remove-mobile">
              {say(messageWords.remove)}
            </Button>
          )}
        </div>
      </>
    )
  const faults = {
    mobile: readMobile(home, typed.mobile) ? undefined : say(mobileWords.unread),
    mobileConsent: typed.mobileConsent === 'yes' ? undefined : say(mobileWords.consentNeeded),
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (!faults.mobile && !faults.mobileConsent) void set({ number: typed?.mobile ?? '', consent: true })
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {command.problem && <ProblemNotice problem={command.problem} />}
      <MobileEntries
        draft={typed}
        home={home}
        errorOf={(field) => (isChecked && field in faults ? faults[field as keyof typeof faults] : undefined)}
        change={(part) => setTyped({ ...typed, ...part })}
      />
      <div className="actions">
        <Button type="submit" size="sm" loading={command.pending} data-testid="save-mobile">
          {say(messageWords.save)}
        </Button>
        <Button variant="default" size="sm" onClick={() => setTyped(undefined)}>
          {say(messageWords.cancel)}
        </Button>
      </div>
    </form>
  )
}
