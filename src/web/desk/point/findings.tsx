import { borderZone } from '../../../kernel/time.ts'
import { lastPassage, standsOnLast } from '../../../movements/last-passage.rules.ts'
import type { PreviewAnswer } from '../../../movements/movements.api.ts'
import { formatDateTime } from '../../../words/dates.ts'
import { referralWords } from '../../../words/referrals.ts'
import { verdictRuleWords } from '../../../words/verdict-rules.ts'
import { lastPassageWords, outcomeWords } from '../../../words/verdicts.ts'
import { useWords } from '../frame/language.tsx'
import { useInstrumentTitle, usePointName } from '../names.ts'
import { useReasonWords } from './waiting-list.tsx'

export type Finding = PreviewAnswer['verdict']['findings'][number]

/** What spoke for a second look stands open; what was in order is one step away. Each with its rule, its figures and its texts. */
export function Findings({ findings, facts }: { findings: readonly Finding[]; facts?: PreviewAnswer['facts'] }) {
  const { say } = useWords()
  const loud = findings.filter(({ effect }) => effect !== 'admit')
  const quiet = findings.filter(({ effect }) => effect === 'admit')
  return (
    <section className="card stack" aria-labelledby="evidence-title" data-testid="evidence">
      <h2 id="evidence-title">{say(referralWords.evidence)}</h2>
      {loud.length > 0 && <FindingList findings={loud} />}
      {facts && loud.some(({ reason }) => standsOnLast.includes(reason)) && <LastPassage facts={facts} />}
      {quiet.length > 0 && (
        <details className="other-findings">
          <summary>{say(referralWords.other)}</summary>
          <FindingList findings={quiet} />
        </details>
      )}
    </section>
  )
}

/** The crossing before this one, where a finding stands on it. */
function LastPassage({ facts }: { facts: PreviewAnswer['facts'] }) {
  const { say, language } = useWords()
  const pointName = usePointName()
  const last = lastPassage(facts)
  if (!last) return null
  return (
    <p className="small" data-testid="last-passage">
      {last === 'none'
        ? say(lastPassageWords.none)
        : say(lastPassageWords.last, { time: formatDateTime(last.at, borderZone, language), point: pointName(last.point) })}
    </p>
  )
}

export function FindingList({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul className="findings">
      {findings.map((finding, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a verdict's findings never change their order
        <OneFinding key={index} finding={finding} />
      ))}
    </ul>
  )
}

export function useRuleName() {
  const { say } = useWords()
  return (rule: string): string => (Object.hasOwn(verdictRuleWords, rule) ? say(verdictRuleWords[rule as keyof typeof verdictRuleWords]) : rule)
}

function OneFinding({ finding: { rule, version, effect, reason, instruments, about } }: { finding: Finding }) {
  const { say } = useWords()
  const sayReason = useReasonWords()
  const instrumentTitle = useInstrumentTitle()
  const ruleName = useRuleName()
  return (
    <li data-effect={effect} data-reason={reason}>
      <strong>{sayReason(reason, about)}</strong>
      <span className="small soft">
        {say(referralWords.version, { rule: ruleName(rule), version })} · {say(outcomeWords[effect].word)}
      </span>
      {instruments.map((id) => (
        <span key={id} className="small soft">
          {instrumentTitle(id)}
        </span>
      ))}
    </li>
  )
}
