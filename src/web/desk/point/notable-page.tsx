import { useState } from 'react'
import { Link, useSearch } from 'wouter'
import type { NotableListAnswer } from '../../../checkpoint/notable/notable.api.ts'
import { borderZone, type CivilDate, civilDateAt, clockTimeAt, type Instant, parseCivilDate } from '../../../kernel/time.ts'
import { chiefWords } from '../../../words/chief.ts'
import { formatDate, formatNumber, formatTime } from '../../../words/dates.ts'
import { sayLane } from '../../../words/lanes.ts'
import { notableWords } from '../../../words/notable.ts'
import { directionWords, outcomeWords } from '../../../words/verdicts.ts'
import { useWords } from '../frame/language.tsx'
import { Answered, Empty } from '../parts/answered.tsx'
import { TableCard } from '../parts/table-card.tsx'
import { useAnswer, useInstance } from '../queries.ts'
import { FindingList, useRuleName } from './findings.tsx'
import { outcomeTone } from './lanes.tsx'
import { pointHref } from './my-point.ts'
import { PageThrough, sheetsShown } from './page-through.tsx'
import { PointFrame } from './point-frame.tsx'

/** Who was turned away and who passed with a flag: today, or on the day in the address. */
export function NotablePage() {
  const { say } = useWords()
  const instance = useInstance()
  const asked = parseCivilDate(new URLSearchParams(useSearch()).get('day') ?? '')
  return (
    <PointFrame page="notable" lead={say(notableWords.lead)}>
      {(point) => (
        <Answered query={instance}>
          {({ now }) => {
            const today = civilDateAt(now as Instant, borderZone)
            const day = asked ?? today
            return <Day key={`${point} ${day}`} point={point} day={day} isToday={day === today} />
          }}
        </Answered>
      )}
    </PointFrame>
  )
}

function Day({ point, day, isToday }: { point: string; day: CivilDate; isToday: boolean }) {
  const { say, language } = useWords()
  const [rule, setRule] = useState<string | undefined>(undefined)
  const [before, setBefore] = useState<string | undefined>(undefined)
  const query = new URLSearchParams({ point, day, limit: `${sheetsShown}`, ...(rule && { rule }), ...(before && { before }) })
  // Each reading is on record: what is before the latest does not change by itself.
  const found = useAnswer<NotableListAnswer>(`/api/v1/notable-movements?${query}`, {
    keep: true,
    ...(isToday && !before && { refetchInterval: 60_000 }),
  })
  const choose = (chosen: string | undefined): void => {
    setRule(chosen)
    setBefore(undefined)
  }
  return (
    <div className="stack">
      <p>
        {formatDate(day, language, { weekday: true })}
        {!isToday && (
          <>
            {' · '}
            <Link href={pointHref('notable', point)}>{say(notableWords.today)}</Link>
          </>
        )}
      </p>
      <Answered query={found}>
        {(list) => (
          <>
            <Counts counts={list.counts} />
            <Rules rules={list.rules} chosen={rule} onChoose={choose} />
            {list.movements.length === 0 ? <Empty>{say(notableWords.none)}</Empty> : <Rows list={list} point={point} />}
            <PageThrough rows={list.isLast ? undefined : list.movements} before={before} onGo={setBefore} />
          </>
        )}
      </Answered>
    </div>
  )
}

function Counts({ counts }: Pick<NotableListAnswer, 'counts'>) {
  const { say, language } = useWords()
  const words = { refuse: chiefWords.refused, 'admit-with-flag': notableWords.flagged } as const
  return (
    <div className="live-tiles">
      {counts.map(({ outcome, n }) => (
        <div key={outcome} className="tile" data-testid={`notable-${outcome}`} data-n={n}>
          <span>{say(words[outcome])}</span>
          <strong>{formatNumber(n, language)}</strong>
        </div>
      ))}
    </div>
  )
}

type RulesProps = Pick<NotableListAnswer, 'rules'> & { readonly chosen: string | undefined; onChoose(rule: string | undefined): void }

/** One tap for each rule that decided something on this day; a rule that was chosen stays, also when nothing is left of it. */
function Rules({ rules, chosen, onChoose }: RulesProps) {
  const { say, language } = useWords()
  const ruleName = useRuleName()
  const sums = new Map<string, number>(chosen === undefined ? [] : [[chosen, 0]])
  for (const { rule, n } of rules) sums.set(rule, (sums.get(rule) ?? 0) + n)
  if (sums.size === 0) return null
  return (
    <fieldset className="filters">
      <legend className="visually-hidden">{say(notableWords.byRule)}</legend>
      <button type="button" className="filter" aria-pressed={chosen === undefined} onClick={() => onChoose(undefined)} data-testid="rule-all">
        {say(notableWords.all)}
      </button>
      {[...sums]
        .sort(([, one], [, other]) => other - one)
        .map(([rule, n]) => (
          <button
            key={rule}
            type="button"
            className="filter"
            aria-pressed={rule === chosen}
            onClick={() => onChoose(rule)}
            data-testid={`rule-${rule}`}
          >
            {ruleName(rule)} <span className="count">{formatNumber(n, language)}</span>
          </button>
        ))}
    </fieldset>
  )
}

function Rows({ list: { movements }, point }: { list: NotableListAnswer; point: string }) {
  const { say, language } = useWords()
  return (
    <TableCard heads={[say(notableWords.who), say(notableWords.what)]} caption={say(chiefWords.notable)} testid="notable">
      {movements.map(({ id, occurredAt, lane, direction, officer, outcome, number, findings }) => (
        <tr key={id} className="row-link" data-testid="notable-row" data-movement={id} data-outcome={outcome}>
          <td className="notable-when">
            {formatTime(clockTimeAt(occurredAt as Instant, borderZone), language)}
            <span className="second-line small soft">{sayLane(lane, language)}</span>
            <span className="second-line small soft">{say(directionWords[direction as keyof typeof directionWords])}</span>
            <span className="second-line small soft">{officer ?? say(notableWords.noShift)}</span>
          </td>
          <td className="plate-cell">
            <Link href={pointHref(`notable/${id}`, point)} className="code">
              {number ?? say(notableWords.noNumber)}
            </Link>{' '}
            <span className={`badge tone-${outcomeTone[outcome]}`}>{say(outcomeWords[outcome].word)}</span>
            <FindingList findings={findings} />
          </td>
        </tr>
      ))}
    </TableCard>
  )
}
