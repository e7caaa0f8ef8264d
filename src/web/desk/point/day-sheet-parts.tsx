import { Link } from 'wouter'
import { borderZone, clockTimeAt, type Instant } from '../../../kernel/time.ts'
import { chiefWords, dayWords } from '../../../words/chief.ts'
import { formatNumber, formatTime } from '../../../words/dates.ts'
import { laneName, sayLane } from '../../../words/lanes.ts'
import { notableWords } from '../../../words/notable.ts'
import { directionWords, outcomeWords } from '../../../words/verdicts.ts'
import { useWords } from '../frame/language.tsx'
import { Answered } from '../parts/answered.tsx'
import { TableCard } from '../parts/table-card.tsx'
import { ConfirmBadge } from './decided-table.tsx'
import { useRuleName } from './findings.tsx'
import { outcomeTone } from './lanes.tsx'
import { pointHref } from './my-point.ts'
import { type DaySheet, useDaySheet } from './point-queries.ts'
import { Quotas } from './quotas.tsx'
import { Reasons } from './waiting-list.tsx'

/** Of the day's sheet: places used, who passed on a decision, what was undone. */
export function DaySheetParts({ point, day }: { point: string; day: string }) {
  const sheet = useDaySheet(point, day)
  return (
    <Answered query={sheet}>
      {({ quotas, overrides, notable, undone }) => (
        <>
          {quotas.length > 0 && <Quotas quotas={quotas} />}
          <Overrides overrides={overrides} point={point} />
          <Notable rules={notable} point={point} day={day} />
          <Undone undone={undone} />
        </>
      )}
    </Answered>
  )
}

function useTime() {
  const { language } = useWords()
  return (at: string): string => formatTime(clockTimeAt(at as Instant, borderZone), language)
}

function Overrides({ overrides, point }: { overrides: DaySheet['overrides']; point: string }) {
  const { say, language } = useWords()
  const time = useTime()
  return (
    <section className="stack" aria-labelledby="overrides-title">
      <h2 id="overrides-title">{say(dayWords.overrides)}</h2>
      {overrides.length === 0 ? (
        <p className="soft">{say(dayWords.noOverrides)}</p>
      ) : (
        <TableCard heads={[say(dayWords.time), say(chiefWords.referred)]} labelledBy="overrides-title" testid="overrides">
          {overrides.map(({ movement, at, lane, reasons, reason, confirm }) => (
            <tr key={movement} className="row-link" data-testid="override">
              <td>
                {time(at)}
                <span className="second-line small soft">{sayLane(lane, language)}</span>
              </td>
              <td className="plate-cell">
                <Link href={pointHref(`referrals/${movement}`, point)}>
                  <Reasons reasons={reasons} />
                </Link>
                <span className="second-line small soft">{reason}</span>
                <ConfirmBadge confirm={confirm} />
              </td>
            </tr>
          ))}
        </TableCard>
      )}
    </section>
  )
}

/** How many each rule turned away or flagged, and the way to them. */
function Notable({ rules, point, day }: { rules: DaySheet['notable']; point: string; day: string }) {
  const { say, language } = useWords()
  const ruleName = useRuleName()
  return (
    <section className="stack" aria-labelledby="notable-title">
      <h2 id="notable-title">{say(chiefWords.notable)}</h2>
      {rules.length === 0 ? (
        <p className="soft">{say(notableWords.none)}</p>
      ) : (
        <>
          <TableCard
            heads={[say(notableWords.byRule), { name: say(dayWords.people), as: 'number' }]}
            labelledBy="notable-title"
            testid="notable-rules"
          >
            {rules.map(({ outcome, rule, n }) => (
              <tr key={`${outcome} ${rule}`} data-testid="notable-rule">
                <td>
                  {ruleName(rule)} <span className={`badge tone-${outcomeTone[outcome]}`}>{say(outcomeWords[outcome].word)}</span>
                </td>
                <td className="number">{formatNumber(n, language)}</td>
              </tr>
            ))}
          </TableCard>
          <p>
            <Link href={pointHref('notable', point, day)}>{say(notableWords.seeAll)}</Link>
          </p>
        </>
      )}
    </section>
  )
}

function Undone({ undone }: { undone: DaySheet['undone'] }) {
  const { say, language } = useWords()
  const time = useTime()
  return (
    <section className="stack" aria-labelledby="undone-title">
      <h2 id="undone-title">{say(dayWords.undone)}</h2>
      {undone.length === 0 ? (
        <p className="soft">{say(dayWords.noUndone)}</p>
      ) : (
        <TableCard heads={[say(dayWords.time), say(chiefWords.lane), say(dayWords.undone)]} labelledBy="undone-title" testid="undone">
          {undone.map(({ movement, at, lane, direction, undoneAt }) => (
            <tr key={movement}>
              <td>{time(at)}</td>
              <td>
                {laneName(lane, language)} · {say(directionWords[direction as keyof typeof directionWords])}
              </td>
              <td>{say(dayWords.undoneAt, { time: time(undoneAt) })}</td>
            </tr>
          ))}
        </TableCard>
      )}
    </section>
  )
}
