import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { CivilDate } from '../../../kernel/time.ts'
import type { RebuttalAnswer } from '../../../stays/stays.api.ts'
import { formatDate } from '../../../words/dates.ts'
import { rebuttalStateWords, rebuttalSubjectWords, stayWords } from '../../../words/stays.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { usePointName } from '../names.ts'
import { Answered, Empty, ProblemNotice } from '../parts/answered.tsx'
import { useAnswer } from '../queries.ts'
import { useAskStaysAnew } from './stay-queries.ts'

/** Rebuttals that wait at the reader's places, the first due first. */
export function RebuttalList() {
  const { say } = useWords()
  const found = useAnswer<RebuttalAnswer[]>('/api/v1/rebuttals')
  return (
    <section className="stack" aria-labelledby="rebuttals-title">
      <h2 id="rebuttals-title">{say(stayWords.rebuttals)}</h2>
      <Answered query={found}>
        {(rebuttals) =>
          rebuttals.length === 0 ? (
            <Empty>{say(stayWords.noRebuttals)}</Empty>
          ) : (
            rebuttals.map((each) => <RebuttalCard key={each.id} rebuttal={each} />)
          )
        }
      </Answered>
    </section>
  )
}

function RebuttalCard({ rebuttal }: { rebuttal: RebuttalAnswer }) {
  const { say, language } = useWords()
  const { me } = useMe()
  const pointName = usePointName()
  const command = useCommand<object>()
  const anew = useAskStaysAnew()
  const [answer, setAnswer] = useState('')
  const path = `/api/v1/rebuttals/${rebuttal.id}`
  const send = async (step: string, body: object) => {
    if (await command.send(`${path}/${step}`, body)) anew()
  }
  const effect = rebuttal.about === 'overstay' ? 'lawful' : 'noted'
  return (
    <article className="card stack" data-testid="rebuttal" data-state={rebuttal.state}>
      <h3>
        {say(rebuttalSubjectWords[rebuttal.about])} · <span className="code">{rebuttal.document}</span>
      </h3>
      <p className="small soft">
        {pointName(rebuttal.point)} · {say(rebuttalStateWords[rebuttal.state])} ·{' '}
        {say(stayWords.dueOn, { day: formatDate(rebuttal.dueOn as CivilDate, language) })}
      </p>
      <p className="stay-text">{rebuttal.text}</p>
      {[1, 2, 3, 4].slice(0, rebuttal.pictures).map((page) => (
        <img key={page} className="stay-picture" src={`${path}/pictures/${page}`} alt={say(stayWords.picture)} />
      ))}
      {command.problem && <ProblemNotice problem={command.problem} />}
      {me.may.some(({ action }) => action === 'rebuttal.decide') &&
        (rebuttal.state === 'received' ? (
          <div className="actions">
            <Button loading={command.pending} onClick={() => void send('taking', {})} data-testid="rebuttal-take">
              {say(stayWords.take)}
            </Button>
          </div>
        ) : (
          <>
            <Textarea
              label={say(stayWords.answer)}
              value={answer}
              maxLength={2000}
              onChange={(event) => setAnswer(event.currentTarget.value)}
              data-testid="rebuttal-answer"
            />
            <div className="actions">
              <Button
                loading={command.pending}
                onClick={() => void send('decision', { decision: 'accept', answer, effect })}
                data-testid="rebuttal-accept"
              >
                {say(stayWords.accept)}
              </Button>
              <Button
                variant="default"
                loading={command.pending}
                onClick={() => void send('decision', { decision: 'not-accept', answer })}
                data-testid="rebuttal-not-accept"
              >
                {say(stayWords.notAccept)}
              </Button>
            </div>
          </>
        ))}
    </article>
  )
}
