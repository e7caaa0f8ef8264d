import { Link } from 'wouter'
import type { Instant } from '../../../kernel/time.ts'
import { chiefWords } from '../../../words/chief.ts'
import { formatNumber } from '../../../words/dates.ts'
import { sayLane } from '../../../words/lanes.ts'
import { referralWords } from '../../../words/referrals.ts'
import { directionWords, reasonInShort, reasonWords, sayDays } from '../../../words/verdicts.ts'
import { useWords } from '../frame/language.tsx'
import { pointHref } from './my-point.ts'
import type { Referral } from './point-queries.ts'
import { oldestFirst, waitedMinutes } from './referral-view.rules.ts'

/** Who waits, the longest first: how long, why in words, and where. */
export function WaitingList({ rows, now, point }: { rows: readonly Referral[]; now: Instant; point: string }) {
  return (
    <ul className="waiting-list" data-testid="waiting-list">
      {oldestFirst(rows).map((row) => (
        <WaitingRow key={row.movement} row={row} now={now} point={point} />
      ))}
    </ul>
  )
}

function WaitingRow({ row: { movement, lane, direction, since, reasons, hits, care }, now, point }: { row: Referral; now: Instant; point: string }) {
  const { say, language } = useWords()
  const minutesWords = useMinutes()
  return (
    <li className="row-link" data-testid="waiting" data-movement={movement} data-care={care}>
      <span className="waiting-what">
        {care && (
          <span>
            <span className="badge tone-refer">{say(referralWords.care)}</span>
          </span>
        )}
        <Link href={pointHref(`referrals/${movement}`, point)}>
          <Reasons reasons={reasons} />
        </Link>
        <span className="small soft">
          {sayLane(lane, language)} · {say(directionWords[direction as keyof typeof directionWords])}
          {hits > 0 && ` · ${say(referralWords.hits)}`}
        </span>
      </span>
      <span className="waiting-minutes">{minutesWords(waitedMinutes(since as Instant, now))}</span>
    </li>
  )
}

const minutesADay = 1_440

/** A minute is said alone; from an hour on, with its hours; what waits since another day, in days. */
export function useMinutes() {
  const { say, language } = useWords()
  return (minutes: number): string => {
    const count = formatNumber(minutes % 60, language)
    const days = Math.floor(minutes / minutesADay)
    if (days > 0) return say(chiefWords.days, { count: formatNumber(days, language) })
    return minutes < 60
      ? say(chiefWords.minutes, { count })
      : say(chiefWords.hours, { hours: formatNumber(Math.floor(minutes / 60), language), count })
  }
}

/** Words of reasons, without the values that stand only in the findings. */
export function Reasons({ reasons }: { reasons: readonly string[] }) {
  const sayReason = useReasonWords()
  const said = [...new Set(reasons.map((reason) => sayReason(reason)))]
  return (
    <>
      {said.map((text, index) => (
        <span key={text} className={index === 0 ? 'second-line reason-first' : 'second-line'}>
          {text}
        </span>
      ))}
    </>
  )
}

export function useReasonWords() {
  const { say, language } = useWords()
  return (reason: string, about?: Readonly<Record<string, string | number>>): string =>
    about && Object.hasOwn(reasonWords, reason)
      ? say(reasonWords[reason as keyof typeof reasonWords], sayDays(about, language))
      : say(reasonInShort(reason) ?? { km: reason, th: reason, en: reason })
}
