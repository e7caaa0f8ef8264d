import { Link } from 'wouter'
import type { LentPassesAnswer } from '../../../checkpoint/referrals/lent.api.ts'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import { formatDateTime, formatNumber } from '../../../words/dates.ts'
import { decisionWords, referralWords } from '../../../words/referrals.ts'
import { reportDeskWords as words } from '../../../words/resident-cases.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { usePointName } from '../names.ts'
import { Answered, Empty } from '../parts/answered.tsx'
import { PassBadge } from '../parts/state-badge.tsx'
import { TableCard } from '../parts/table-card.tsx'
import { useAnswer } from '../queries.ts'

/** The office's passes that a gate found with somebody else: whoever may do something about the pass finds it here. Of those that the point let pass as the true holder, how many. */
export function FoundLent({ office }: { office: string }) {
  const { say, language } = useWords()
  const found = useAnswer<LentPassesAnswer>(`/api/v1/lent-passes?office=${office}`, { refetchInterval: 60_000 })
  const heads = [say(words.pass), say(words.lentWhere), { name: say(words.lentDecision), as: 'wide-only' }] as const
  return (
    <section className="stack" aria-labelledby="lent-title">
      <h2 id="lent-title">{say(words.lent)}</h2>
      <Answered query={found}>
        {({ rows, cleared }) => (
          <>
            {rows.length === 0 ? (
              <Empty>{say(words.lentNone)}</Empty>
            ) : (
              <TableCard heads={heads} labelledBy="lent-title" testid="lent-passes">
                {rows.map((row) => (
                  <LentRow key={row.movement} row={row} office={office} />
                ))}
              </TableCard>
            )}
            {cleared > 0 && (
              <p className="soft" data-testid="lent-cleared">
                {say(words.lentCleared, { n: formatNumber(cleared, language) })}
              </p>
            )}
          </>
        )}
      </Answered>
    </section>
  )
}

function LentRow({ row: { pass, state, point, at, decision, contested }, office }: { row: LentPassesAnswer['rows'][number]; office: string }) {
  const { say, language } = useWords()
  const { may } = useMe()
  const pointName = usePointName()
  const decided = (
    <>
      {say(decisionWords[decision])}
      {contested && (
        <span className="second-line">
          <span className="badge tone-refuse">{say(referralWords.contested)}</span>
        </span>
      )}
    </>
  )
  return (
    <tr className="row-link" data-testid="lent-row" data-pass={pass}>
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
        <span className="narrow-only">{decided}</span>
      </td>
      <td className="wide-only">{decided}</td>
    </tr>
  )
}
