import { borderZone, type Instant } from '../../../kernel/time.ts'
import { subjectOf } from '../../../stays/contest.rules.ts'
import type { HolderStaysAnswer } from '../../../stays/stays.api.ts'
import { commonWords } from '../../../words/common.ts'
import { formatDateTime } from '../../../words/dates.ts'
import { rebuttalStateWords, stayWords } from '../../../words/stays.ts'
import { directionWords, outcomeWords } from '../../../words/verdicts.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { usePointName } from '../names.ts'
import { ContestForm } from './contest-form.tsx'
import type { Sought } from './stays-page.tsx'

type Props = { readonly sought: Sought; readonly found: HolderStaysAnswer }

/** What gates decided against whoever stands here: somebody without a telephone contests it at this counter. */
export function DecisionsCard({ sought, found: { movements, rebuttals } }: Props) {
  const { say, language } = useWords()
  const { me } = useMe()
  const pointName = usePointName()
  const against = movements.flatMap((movement) => {
    const about = subjectOf[movement.outcome]
    return about === null ? [] : [{ ...movement, about }]
  })
  if (against.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="decisions-title">
      <h2 id="decisions-title">{say(stayWords.decided)}</h2>
      <ul className="stay-days">
        {against.map(({ id, at, point, direction, outcome, about }) => {
          const written = rebuttals.filter(({ movement }) => movement === id)
          const waits = written.some(({ state }) => state === 'received' || state === 'in-hand')
          return (
            <li key={id} className="stack" data-testid="gate-decision" data-outcome={outcome}>
              <span>
                <strong>{say(outcomeWords[outcome].word)}</strong>
                <span className="second-line small">
                  {formatDateTime(at as Instant, borderZone, language)}, {pointName(point)}, {say(directionWords[direction])}
                </span>
                {written.map((each) => (
                  <span key={each.id} className="second-line small">
                    {say(stayWords.rebuttals)}
                    {say(commonWords.colon)} {say(rebuttalStateWords[each.state])} · {each.number}
                    {each.answer !== null && `. ${each.answer}`}
                  </span>
                ))}
              </span>
              {!waits && me.may.some(({ action }) => action === 'rebuttal.take') && (
                <ContestForm sought={sought} about={about} contested={{ movement: id }} />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
