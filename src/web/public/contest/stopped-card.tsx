/** @jsxImportSource preact */
import type { Language } from '../../../kernel/language.ts'
import type { FollowedRecordAnswer } from '../../../stays/contest.api.ts'
import { contestWords as words } from '../../../words/contest.ts'
import { inDigitsOf } from '../../../words/dates.ts'
import { fillIn } from '../../../words/fill-in.ts'
import { sayStopped } from '../../../words/pass-over.ts'
import { followWords } from '../../../words/portal.ts'
import { ContestIt, Reason } from '../residents/parts.tsx'

type Props = { pass: FollowedRecordAnswer['passes'][number]; language: Language }

/** A pass that was suspended or revoked: why, and who hears a complaint about it. */
export const StoppedCard = ({ pass: { end, state, reason }, language }: Props) => (
  <article class="card" data-testid="stopped" data-state={state}>
    <h3 class="decision-head outcome-refuse">{followWords[state === 'suspended' ? 'passSuspended' : 'passRevoked'][language]}</h3>
    <p>{fillIn(words.stopped[language], { end: inDigitsOf(language, end) })}</p>
    {reason !== null && <Reason language={language}>{sayStopped(reason, language)}</Reason>}
    <ContestIt language={language} />
  </article>
)
