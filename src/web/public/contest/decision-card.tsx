/** @jsxImportSource preact */
import type { Language } from '../../../kernel/language.ts'
import { commonWords } from '../../../words/common.ts'
import { contestWords as words } from '../../../words/contest.ts'
import { formatNumber } from '../../../words/dates.ts'
import { fillIn } from '../../../words/fill-in.ts'
import { verdictRuleWords } from '../../../words/verdict-rules.ts'
import { directionWords, reasonWords } from '../../../words/verdicts.ts'
import { namesOf } from '../point-words.ts'
import { By, Reason } from '../residents/parts.tsx'
import { sayDay, sayInstant } from '../residents/say-day.ts'
import { usePoints } from '../residents/use-lists.ts'
import type { Decision } from './record.tsx'

const headOf = { 'admit-with-flag': words.flagged, refer: words.referred, refuse: words.refused, admit: words.flagged } as const

/** `byCode`: why a pass was stopped is not shown beside it. */
type Props = { decision: Decision; waits: boolean; byCode: boolean; language: Language; onContest: () => void }

/** One decision: what, when and where, and why in words, with the text behind it. */
export const DecisionCard = ({ decision, waits, byCode, language, onContest }: Props) => (
  <article class="card" data-testid="decision" data-about={decision.about}>
    <DecisionHead decision={decision} language={language} />
    <Reasons decision={decision} byCode={byCode} language={language} />
    <TurnedBack decision={decision} language={language} />
    {waits ? (
      <p data-testid="waits">{words.waits[language]}</p>
    ) : (
      <button type="button" class="button button-full" data-testid="contest" onClick={onContest}>
        {words.wrong[language]}
      </button>
    )}
  </article>
)

/** `as`: below which headings it stands. */
export function DecisionHead({
  decision: { outcome, at, point, direction },
  language,
  as: Head = 'h3',
}: {
  decision: Decision
  language: Language
  as?: 'h2' | 'h3'
}) {
  const known = usePoints(language).find((each) => each.point === point)
  const name = known
    ? namesOf(known, language)
        .names.map(({ text }) => text)
        .join(' · ')
    : point
  return (
    <div>
      <Head class={`decision-head outcome-${outcome ?? 'overstay'}`}>{(outcome ? headOf[outcome] : words.overstayed)[language]}</Head>
      <p>
        {sayInstant(at, language)}, {name}
        {direction && `, ${directionWords[direction][language]}`}
      </p>
    </div>
  )
}

function Reasons({ decision: { reasons, overstay }, byCode, language }: Pick<Props, 'decision' | 'byCode' | 'language'>) {
  return (
    <ul class="reasons">
      {reasons.map(({ rule, reason, about, instruments }) => (
        <li key={`${rule} ${reason} ${about['order'] ?? ''}`} data-testid="reason" data-reason={reason ?? 'unsaid'}>
          {overstay ? <Overstay overstay={overstay} language={language} /> : <p>{sayReason(reason, about, language)}</p>}
          {byCode && (reason === 'suspended' || reason === 'revoked') && <p>{words.whyStopped[language]}</p>}
          {rule !== null && Object.hasOwn(verdictRuleWords, rule) && (
            <small>
              {words.rule[language]}
              {commonWords.colon[language]} {verdictRuleWords[rule as keyof typeof verdictRuleWords][language]}
            </small>
          )}
          {instruments.map((id) => (
            <By key={id} id={id} language={language} />
          ))}
        </li>
      ))}
    </ul>
  )
}

/** What was decided on somebody who had been sent to an officer. */
function TurnedBack({ decision: { turnedBack }, language }: { decision: Decision; language: Language }) {
  if (!turnedBack) return null
  return (
    <div class="told" data-testid="turned-back">
      <p>{fillIn(words.turnedBack[language], { day: sayInstant(turnedBack.at, language) })}</p>
      {turnedBack.reason !== null && <Reason language={language}>{turnedBack.reason}</Reason>}
    </div>
  )
}

const isDay = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value)
const isInstant = (value: string): boolean => /^\d{4}-\d\d-\d\dT.*Z$/.test(value)

function sayReason(reason: string | null, about: Decision['reasons'][number]['about'], language: Language): string {
  if (reason === null || !Object.hasOwn(reasonWords, reason)) return words.unsaid[language]
  const values = Object.fromEntries(
    Object.entries(about).map(([name, value]) => [name, typeof value === 'number' ? formatNumber(value, language) : sayText(value, language)]),
  )
  return fillIn(reasonWords[reason as keyof typeof reasonWords][language], values)
}

const sayText = (value: string, language: Language): string =>
  isDay(value) ? sayDay(value, language) : isInstant(value) ? sayInstant(value, language) : value

/** The last lawful day as a date, and each closed day that was not counted, with its order. */
const Overstay = ({ overstay: { until, daysOver, tolled, ours }, language }: { overstay: NonNullable<Decision['overstay']>; language: Language }) => (
  <>
    <p>{fillIn(words.overstay[language], { until: sayDay(until, language), days: formatNumber(daysOver, language) })}</p>
    {ours && <p>{words.ours[language]}</p>}
    {tolled.length === 0 ? (
      <p>{words.noTolled[language]}</p>
    ) : (
      <>
        <p>{words.tolled[language]}</p>
        <ul data-testid="tolled">
          {tolled.map(({ day, orders }) => (
            <li key={day}>
              {fillIn(words.tolledBy[language], { day: sayDay(day, language), orders: orders.map(({ number }) => number).join(', ') })}
            </li>
          ))}
        </ul>
      </>
    )}
  </>
)
