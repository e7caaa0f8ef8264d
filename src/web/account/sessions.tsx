import { Button } from '@mantine/core'
import { useState } from 'react'
import { borderZone, type Instant } from '../../kernel/time.ts'
import { accountWords, signedInByWords } from '../../words/account.ts'
import { formatDateTime } from '../../words/dates.ts'
import { ask, type Problem } from '../api.ts'
import { useWords } from '../desk/frame/language.tsx'
import { Answered, ProblemNotice } from '../desk/parts/answered.tsx'
import { useAnswer } from '../desk/queries.ts'
import { wayIn } from '../who.ts'
import { browserName } from './browser-name.ts'
import { useStep } from './step.ts'
import type { Session } from './ways-in.ts'

/** Where the person is signed in, and how to end that. */
export function Sessions() {
  const { say, language } = useWords()
  const sessions = useAnswer<Session[]>('/api/v1/sessions')
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  const { busy, step } = useStep()
  const end = (session: string, isMine: boolean) =>
    step(async () => {
      const answer = await ask<unknown>('/api/v1/sessions/end', { language, body: { session } })
      setProblem(answer.ok ? undefined : answer.problem)
      if (answer.ok && isMine) location.assign(wayIn('/account'))
      else await sessions.refetch()
    })
  return (
    <section className="card" aria-labelledby="sessions">
      <h2 id="sessions">{say(accountWords.sessions)}</h2>
      <Answered query={sessions}>
        {(found) => (
          <>
            <ul className="roles">
              {found.map((session) => (
                <li key={session.id} className="role">
                  <SessionText session={session} />
                  <div className="role-side">
                    {session.current && <span className="badge tone-admit">{say(accountWords.thisSession)}</span>}
                    <Button variant="default" size="sm" disabled={busy} onClick={end(session.id, session.current)}>
                      {say(accountWords.endSession)}
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
            {found.length > 1 && (
              <Button className="after" variant="default" disabled={busy} onClick={end('all', true)}>
                {say(accountWords.endAll)}
              </Button>
            )}
          </>
        )}
      </Answered>
      {problem && <ProblemNotice problem={problem} />}
    </section>
  )
}

function SessionText({ session: { how, browser, createdAt, lastSeenAt } }: { session: Session }) {
  const { say, language } = useWords()
  const at = (instant: string) => formatDateTime(instant as Instant, borderZone, language)
  return (
    <div>
      <strong>{Object.hasOwn(signedInByWords, how) ? say(signedInByWords[how as keyof typeof signedInByWords]) : how}</strong>
      <span className="soft small">
        {say(accountWords.began, { at: at(createdAt) })} · {say(accountWords.lastSeen, { at: at(lastSeenAt) })}
      </span>
      {browser && (
        <span className="soft small browser" lang="en">
          {browserName(browser)}
        </span>
      )}
    </div>
  )
}
