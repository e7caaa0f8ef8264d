/** @jsxImportSource preact */
import type { Language } from '../../../kernel/language.ts'
import { spokenNumber } from '../../../passes/follow-number.rules.ts'
import { commonWords } from '../../../words/common.ts'
import { effectWords, lawfulThroughWords, contestWords as words } from '../../../words/contest.ts'
import { inDigitsOf } from '../../../words/dates.ts'
import { fillIn } from '../../../words/fill-in.ts'
import { followWords } from '../../../words/portal.ts'
import { rebuttalStateWords, rebuttalSubjectWords } from '../../../words/stays.ts'
import { sayDay, sayInstant } from '../residents/say-day.ts'
import type { Mine } from './record.tsx'

const stageOf = { received: 'received', 'in-hand': 'received', accepted: 'ready', 'not-accepted': 'refused' } as const

/** What somebody contested: how far it is, and the answer with its reasons. */
export const MineCard = ({ mine, language }: { mine: Mine; language: Language }) => {
  const { number, about, state, text, dueOn, answer, effect, lawfulThrough, decidedAt, gone, pictures } = mine
  return (
    <article class="card" data-testid="mine" data-state={state}>
      <p class={`stage stage-${stageOf[state]}`}>{rebuttalStateWords[state][language]}</p>
      <h3>
        {rebuttalSubjectWords[about][language]}
        {number && (
          <small>
            {' '}
            {words.caseNumber[language]} {inDigitsOf(language, spokenNumber(number).replaceAll(' ', '\u00a0'))}
          </small>
        )}
      </h3>
      {answer === null ? (
        <p>{fillIn(words.dueOn[language], { day: sayDay(dueOn, language) })}</p>
      ) : (
        <>
          <div class="said" data-testid="contest-answer">
            <b>{words.answer[language]}</b>
            <p dir="auto">{answer}</p>
          </div>
          {effect && (
            <p>{lawfulThrough ? fillIn(lawfulThroughWords[language], { day: sayDay(lawfulThrough, language) }) : effectWords[effect][language]}</p>
          )}
          {decidedAt && (
            <p>
              {words.decidedOn[language]} {sayInstant(decidedAt, language)}
            </p>
          )}
          {state === 'not-accepted' && (
            <p>
              {words.again[language]} <a href="/complain">{followWords.complain[language]}</a>
            </p>
          )}
        </>
      )}
      {gone && <p>{words.gone[language]}</p>}
      <details>
        <summary>{words.said[language]}</summary>
        <p class="said" dir="auto">
          {text}
        </p>
        {pictures > 0 && (
          <p>
            {words.pictures[language]}
            {commonWords.colon[language]} {inDigitsOf(language, String(pictures))}
          </p>
        )}
      </details>
    </article>
  )
}
