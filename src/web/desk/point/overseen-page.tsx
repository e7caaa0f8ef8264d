import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import { isAfterwards } from '../../../checkpoint/referrals/referral.rules.ts'
import { borderZone, civilDateAt, type Instant } from '../../../kernel/time.ts'
import { commonWords } from '../../../words/common.ts'
import { formatDateTime } from '../../../words/dates.ts'
import { sayLane } from '../../../words/lanes.ts'
import { decisionWords, referralWords } from '../../../words/referrals.ts'
import { directionWords } from '../../../words/verdicts.ts'
import { useWords } from '../frame/language.tsx'
import { usePointName } from '../names.ts'
import { Answered, Empty } from '../parts/answered.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { TableCard } from '../parts/table-card.tsx'
import { useAnswer } from '../queries.ts'
import { CareFirst } from './care-first.tsx'
import { ConfirmStep } from './confirm-step.tsx'
import { DecideForm } from './decide-form.tsx'
import { decisionTone } from './decided-table.tsx'
import { Findings } from './findings.tsx'
import { FoundLater } from './found-later.tsx'
import type { Evidence } from './point-queries.ts'
import { Reasons } from './waiting-list.tsx'

type Overseen = Pick<Evidence, 'referral' | 'verdict'>
const path = '/api/v1/overseen-referrals'

/** What nobody at a point can take further: the list, and one of it. */
export function OverseenPage({ movement }: { movement?: string }) {
  const { say } = useWords()
  const found = useAnswer<Overseen[]>(path, { refetchInterval: 60_000 })
  return (
    <>
      <PageHead title={say(referralWords.overseen)} lead={say(referralWords.overseenLead)} />
      <Answered query={found}>
        {(rows) => {
          const chosen = rows.find(({ referral }) => referral.movement === movement)
          return chosen ? <One key={movement} overseen={chosen} /> : <Rows rows={rows} />
        }}
      </Answered>
    </>
  )
}

function Rows({ rows }: { rows: readonly Overseen[] }) {
  const { say, language } = useWords()
  const pointName = usePointName()
  if (rows.length === 0) return <Empty>{say(referralWords.noneOverseen)}</Empty>
  return (
    <TableCard heads={[say(referralWords.why), say(referralWords.decide)]} caption={say(referralWords.overseen)} testid="overseen">
      {rows.map(({ referral: { movement, reasons, point, lane, since, state } }) => (
        <tr key={movement} className="row-link" data-testid="overseen-row" data-state={state}>
          <td className="name-cell">
            <Link href={`/overseen/${movement}`}>
              <Reasons reasons={reasons} />
            </Link>
            <span className="second-line small soft">
              {pointName(point)} · {sayLane(lane, language)} · {formatDateTime(since as Instant, borderZone, language)}
            </span>
          </td>
          <td>
            <span className={`badge tone-${decisionTone[state]}`}>{say(decisionWords[state])}</span>
          </td>
        </tr>
      ))}
    </TableCard>
  )
}

function One({ overseen: { referral, verdict } }: { overseen: Overseen }) {
  const { say, language } = useWords()
  const pointName = usePointName()
  const client = useQueryClient()
  const changed = () => void client.invalidateQueries({ queryKey: [path] })
  const day = civilDateAt(referral.since as Instant, borderZone)
  return (
    <div className="stack">
      <p className="point-bar">
        <Link href="/overseen">{say(referralWords.back)}</Link>
      </p>
      <p>
        {pointName(referral.point)} · {sayLane(referral.lane, language)} · {say(directionWords[referral.direction as keyof typeof directionWords])}
      </p>
      {isAfterwards(referral) && <FoundLater />}
      {referral.state === 'open' && <CareFirst reasons={referral.reasons} day={day} />}
      {referral.state === 'open' ? (
        <section className="card next-step stack" aria-labelledby="decide-title">
          <h2 id="decide-title">{say(referralWords.decide)}</h2>
          <DecideForm referral={referral} day={day} path={path} onDecided={changed} />
        </section>
      ) : (
        <>
          <p data-testid="overseen-decided">
            {say(decisionWords[referral.state])}
            {say(commonWords.colon)} {referral.reason}
          </p>
          <ConfirmStep referral={referral} path={path} onDone={changed} />
        </>
      )}
      <Findings findings={verdict.findings} />
    </div>
  )
}
