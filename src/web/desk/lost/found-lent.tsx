import { Link } from 'wouter'
import type { LentPassAnswer } from '../../../checkpoint/referrals/lent.api.ts'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import { formatDateTime } from '../../../words/dates.ts'
import { decisionWords } from '../../../words/referrals.ts'
import { reportDeskWords as words } from '../../../words/resident-cases.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { usePointName } from '../names.ts'
import { PassBadge } from '../parts/state-badge.tsx'
import { TableSection } from '../parts/table-card.tsx'
import { useAnswer } from '../queries.ts'

/** The office's passes that a gate found with somebody else: whoever may do something about the pass finds it here. */
export function FoundLent({ office }: { office: string }) {
  const { say, language } = useWords()
  const { may } = useMe()
  const pointName = usePointName()
  const found = useAnswer<LentPassAnswer[]>(`/api/v1/lent-passes?office=${office}`, { refetchInterval: 60_000 })
  const heads = [say(words.pass), say(words.lentWhere), { name: say(words.lentDecision), as: 'wide-only' }] as const
  return (
    <TableSection id="lent-title" title={say(words.lent)} query={found} empty={say(words.lentNone)} heads={heads} testid="lent-passes">
      {({ movement, pass, state, point, at, decision }) => (
        <tr key={movement} className="row-link" data-testid="lent-row" data-pass={pass}>
          <td className="name-cell">
            {may('pass.read', office) ? (
              <Link href={`/passes/${pass}`}>
                <strong className="code">{pass}</strong>
              </Link>
            ) : (
              <strong className="code">{pass}</strong>
            )}
            <span className="second-line">
              <PassBadge state={state} />
            </span>
          </td>
          <td>
            {formatDateTime(at as Instant, borderZone, language)}
            <span className="second-line small soft">{pointName(point)}</span>
          </td>
          <td className="wide-only">{say(decisionWords[decision])}</td>
        </tr>
      )}
    </TableSection>
  )
}
