import { Link } from 'wouter'
import { borderZone, clockTimeAt, type Instant } from '../../../kernel/time.ts'
import { formatTime } from '../../../words/dates.ts'
import { sayLane } from '../../../words/lanes.ts'
import { decisionWords, referralWords } from '../../../words/referrals.ts'
import { useWords } from '../frame/language.tsx'
import { TableCard } from '../parts/table-card.tsx'
import { pointHref } from './my-point.ts'
import type { Referral } from './point-queries.ts'
import { Reasons } from './waiting-list.tsx'

export const decisionTone = { open: 'refer', 'let-pass': 'admit', 'turned-back': 'refuse', 'handed-over': 'river', left: 'quiet' } as const
export const confirmTone = { waiting: 'flag', confirmed: 'admit', contested: 'refuse' } as const

/** What was decided, each row a way to its referral. */
export function DecidedTable({ rows, point, caption }: { rows: readonly Referral[]; point: string; caption: string }) {
  const { say, language } = useWords()
  const heads = [say(referralWords.why), say(referralWords.decide)] as const
  return (
    <TableCard heads={heads} caption={caption} testid="decided">
      {rows.map((row) => (
        <tr key={row.movement} className="row-link" data-testid="decided-row" data-state={row.state} data-confirm={row.confirm}>
          <td className="name-cell">
            <Link href={pointHref(`referrals/${row.movement}`, point)}>
              <Reasons reasons={row.reasons} />
            </Link>
            <span className="second-line small soft">
              {sayLane(row.lane, language)} · {formatTime(clockTimeAt(row.since as Instant, borderZone), language)}
            </span>
          </td>
          <td>
            <span className={`badge tone-${decisionTone[row.state]}`}>{say(decisionWords[row.state])}</span>
            <ConfirmBadge confirm={row.confirm} />
          </td>
        </tr>
      ))}
    </TableCard>
  )
}

export function ConfirmBadge({ confirm }: { confirm: Referral['confirm'] }) {
  const { say } = useWords()
  if (confirm === 'not-needed') return null
  const word = { waiting: referralWords.toConfirm, confirmed: referralWords.confirmed, contested: referralWords.contested }[confirm]
  return (
    <span className="second-line">
      <span className={`badge tone-${confirmTone[confirm]}`}>{say(word)}</span>
    </span>
  )
}
