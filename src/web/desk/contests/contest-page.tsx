import type { ReactNode } from 'react'
import { borderZone, type CivilDate, type Instant } from '../../../kernel/time.ts'
import { spokenNumber } from '../../../passes/follow-number.rules.ts'
import type { OpenRebuttalAnswer } from '../../../stays/stays.api.ts'
import { effectWords, lawfulThroughWords } from '../../../words/contest.ts'
import { contestDeskWords as words } from '../../../words/contest-desk.ts'
import { formatDate, formatDateTime, formatNumber } from '../../../words/dates.ts'
import { rebuttalStateWords, rebuttalSubjectWords, stayWords } from '../../../words/stays.ts'
import { verdictRuleWords } from '../../../words/verdict-rules.ts'
import { directionWords, outcomeWords } from '../../../words/verdicts.ts'
import { useWords } from '../frame/language.tsx'
import { useInstrumentTitle, usePointName } from '../names.ts'
import { Answered } from '../parts/answered.tsx'
import { Facts } from '../parts/facts.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useReasonWords } from '../point/waiting-list.tsx'
import { useAnswer } from '../queries.ts'
import { DayStrip, stripOf } from '../stays/day-strip.tsx'
import { StayFacts } from '../stays/stay-card.tsx'
import { DecideContest } from './decide-contest.tsx'

/** One contest: what is contested, what the person says, the evidence, and the decision. */
export function ContestPage({ id }: { id: string }) {
  const found = useAnswer<OpenRebuttalAnswer>(`/api/v1/rebuttals/${id}`)
  const { say } = useWords()
  return (
    <Answered query={found} title={say(words.title)}>
      {(contest) => <Known contest={contest} />}
    </Answered>
  )
}

function Known({ contest }: { contest: OpenRebuttalAnswer }) {
  const { say, language } = useWords()
  const pointName = usePointName()
  const { about, state, point, number, document, madeAt, madeBy, dueOn, answer, effect, lawfulThrough, decidedAt } = contest
  const facts: (readonly [string, ReactNode])[] = [
    [
      say(words.numbers),
      [number && spokenNumber(number), document].map(
        (part) =>
          part !== null && (
            <span key={part} className="second-line code">
              {part}
            </span>
          ),
      ),
    ],
    [say(words.madeBy), `${say(madeBy === 'holder' ? words.holder : words.counter)}, ${formatDateTime(madeAt as Instant, borderZone, language)}`],
    [say(words.due), formatDate(dueOn as CivilDate, language)],
  ]
  return (
    <>
      <PageHead title={say(rebuttalSubjectWords[about])} lead={pointName(point)}>
        <span className="badge tone-quiet" data-testid="contest-state" data-state={state}>
          {say(rebuttalStateWords[state])}
        </span>
      </PageHead>
      <div className="columns">
        <div className="stack">
          <Contested contest={contest} />
          <section className="card stack" aria-labelledby="says-title">
            <h2 id="says-title">{say(words.says)}</h2>
            <p className="stay-text" dir="auto">
              {contest.text}
            </p>
            <Evidence contest={contest} />
          </section>
        </div>
        <div className="stack">
          <section className="card" aria-label={say(words.title)}>
            <Facts facts={facts} />
          </section>
          {answer === null ? (
            <DecideContest contest={contest} />
          ) : (
            <section className="card stack" aria-labelledby="answer-title" data-testid="contest-answer">
              <h2 id="answer-title">{say(stayWords.answer)}</h2>
              <p className="stay-text" dir="auto">
                {answer}
              </p>
              {effect && (
                <p>{lawfulThrough ? say(lawfulThroughWords, { day: formatDate(lawfulThrough as CivilDate, language) }) : say(effectWords[effect])}</p>
              )}
              {decidedAt && <p className="small soft">{formatDateTime(decidedAt as Instant, borderZone, language)}</p>}
            </section>
          )}
        </div>
      </div>
    </>
  )
}

/** The movement with every reason and its texts, or the stay with its days. */
function Contested({ contest: { contested, standing, gone } }: { contest: OpenRebuttalAnswer }) {
  const { say, language } = useWords()
  const pointName = usePointName()
  const strip = standing && stripOf(standing)
  return (
    <section className="card stack" aria-labelledby="contested-title" data-testid="contested">
      <h2 id="contested-title">{say(words.contested)}</h2>
      {gone && <p>{say(stayWords.gone)}</p>}
      {contested && (
        <>
          <p>
            {`${say(outcomeWords[contested.outcome].word)} · ${say(directionWords[contested.direction])} · ${formatDateTime(contested.at as Instant, borderZone, language)}, ${pointName(contested.point)}`}
          </p>
          <ul className="findings">
            {contested.reasons.map((each) => (
              <Reason key={`${each.rule} ${each.reason} ${each.about['order'] ?? ''}`} reason={each} />
            ))}
          </ul>
        </>
      )}
      {standing && <StayFacts stay={standing} />}
      {strip && <DayStrip {...strip} />}
    </section>
  )
}

type ReasonAnswer = NonNullable<OpenRebuttalAnswer['contested']>['reasons'][number]
function Reason({ reason: { rule, reason, about, instruments } }: { reason: ReasonAnswer }) {
  const { say } = useWords()
  const sayReason = useReasonWords()
  const title = useInstrumentTitle()
  return (
    <li data-reason={reason}>
      <strong>{sayReason(reason ?? '', about)}</strong>
      {rule !== null && Object.hasOwn(verdictRuleWords, rule) && (
        <span className="small soft">{say(verdictRuleWords[rule as keyof typeof verdictRuleWords])}</span>
      )}
      {instruments.map((id) => (
        <span key={id} className="small soft">
          {title(id)}
        </span>
      ))}
    </li>
  )
}

function Evidence({ contest: { id, pictures } }: { contest: OpenRebuttalAnswer }) {
  const { say, language } = useWords()
  if (pictures === 0) return <p className="soft">{say(words.noEvidence)}</p>
  return (
    <>
      <h3>{say(words.evidence)}</h3>
      <div className="stay-pictures">
        {[1, 2, 3, 4].slice(0, pictures).map((page) => (
          <a key={page} href={`/api/v1/rebuttals/${id}/pictures/${page}`} target="_blank" rel="noreferrer">
            <img
              className="stay-picture"
              src={`/api/v1/rebuttals/${id}/pictures/${page}`}
              alt={say(words.evidencePage, { n: formatNumber(page, language) })}
              data-testid="evidence"
            />
          </a>
        ))}
      </div>
    </>
  )
}
