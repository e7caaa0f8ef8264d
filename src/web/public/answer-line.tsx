/** @jsxImportSource preact */
import type { Language } from '../../kernel/language.ts'
import type { PointAnswer } from '../../places/places.api.ts'
import { commonWords } from '../../words/common.ts'
import { formatNumber, formatWallClock } from '../../words/dates.ts'
import { fillIn } from '../../words/fill-in.ts'
import { publicWords } from '../../words/public.ts'
import type { Openings } from './use-answers.ts'
import { wallClockAt } from './when.ts'

/** What the list below answers: the instant, how many are open, and whether it is the newest that could be had. */
export function AnswerLine({ openings, points, language }: { openings: Openings; points: readonly PointAnswer[]; language: Language }) {
  const { busy } = openings
  const at = points[0]?.at
  const counts = { open: formatNumber(points.filter((point) => point.open).length, language), all: formatNumber(points.length, language) }
  return (
    <div class="answer-line">
      {/* The time is no part of the status: a voice would read it out every minute. */}
      <p>
        <b role="status">{at ? fillIn(publicWords.count[language], counts) : busy ? publicWords.loading[language] : ''}</b>{' '}
        {at && (
          <span class="answer-at">
            {formatWallClock(at, language, { weekday: true })} <abbr title={publicWords.borderTime[language]}>UTC+7</abbr>
          </span>
        )}
      </p>
      <Trouble openings={openings} language={language} />
    </div>
  )
}

/** Why there is no newer answer; an earlier one below is marked with its time. */
function Trouble({ openings: { answer, problem, busy, retry }, language }: { openings: Openings; language: Language }) {
  if (!problem) return null
  const received = answer && formatWallClock(wallClockAt(answer.receivedMs), language, { weekday: true })
  const lost = received ? fillIn(publicWords.stale[language], { time: received }) : commonWords.noConnection[language]
  return (
    <p class="problem" role="alert">
      <span>{problem.code === 'no-connection' ? lost : `${problem.title} ${problem.next}`}</span>
      <button type="button" class="quiet-button" disabled={busy} onClick={retry}>
        {publicWords.retry[language]}
      </button>
    </p>
  )
}
