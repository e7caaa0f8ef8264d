import type { ClockTime } from '../../../kernel/time.ts'
import { chiefWords } from '../../../words/chief.ts'
import { formatNumber, formatTime } from '../../../words/dates.ts'
import { useWords } from '../frame/language.tsx'
import { isFull, type Quota } from './live.rules.ts'

/** Places of today's sessions: each a bar with its numbers beside it. */
export function Quotas({ quotas }: { quotas: readonly Quota[] }) {
  const { say } = useWords()
  return (
    <section className="card stack" aria-labelledby="quotas-title">
      <h2 id="quotas-title">{say(chiefWords.quotas)}</h2>
      {quotas.length === 0 ? (
        <p className="soft">{say(chiefWords.noQuotas)}</p>
      ) : (
        <ul className="quotas" data-testid="quotas">
          {quotas.map((quota) => (
            <QuotaBar key={`${quota.order} ${quota.session}`} quota={quota} />
          ))}
        </ul>
      )}
    </section>
  )
}

function QuotaBar({ quota: { number, opens, closes, taken, places } }: { quota: Quota }) {
  const { say, language } = useWords()
  const time = (text: string) => formatTime(text as ClockTime, language)
  const full = isFull({ taken, places })
  return (
    <li data-testid="quota" data-full={full}>
      <div className="quota-head">
        <strong>{say(chiefWords.session, { opens: time(opens), closes: time(closes) })}</strong>
        <span>
          {say(chiefWords.used, { used: formatNumber(taken, language), limit: formatNumber(places, language) })}
          {' · '}
          {full ? <strong>{say(chiefWords.full)}</strong> : say(chiefWords.left, { left: formatNumber(places - taken, language) })}
        </span>
      </div>
      <div className="quota-track" aria-hidden="true">
        <span className="quota-used" style={{ inlineSize: `${Math.min(100, (100 * taken) / places)}%` }} />
      </div>
      <p className="small soft">{say(chiefWords.byOrder, { order: number })}</p>
    </li>
  )
}
