import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import { isAfterwards } from '../../../checkpoint/referrals/referral.rules.ts'
import { borderZone, civilDateAt, type Instant } from '../../../kernel/time.ts'
import { formatDateTime } from '../../../words/dates.ts'
import { sayLane } from '../../../words/lanes.ts'
import { decisionWords, receiverWords, referralWords } from '../../../words/referrals.ts'
import { directionWords } from '../../../words/verdicts.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { usePointName } from '../names.ts'
import { Answered } from '../parts/answered.tsx'
import { Facts } from '../parts/facts.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { CareFirst } from './care-first.tsx'
import { ConfirmStep } from './confirm-step.tsx'
import { DecideForm } from './decide-form.tsx'
import { ConfirmBadge, decisionTone } from './decided-table.tsx'
import { Findings } from './findings.tsx'
import { FoundLater } from './found-later.tsx'
import { Hits } from './hits.tsx'
import { pointHref, useMayAtPoint } from './my-point.ts'
import { EarlierMovements, Person } from './person-card.tsx'
import { type Evidence, isOfReferrals, type Referral, useEvidence, useShifts } from './point-queries.ts'
import { waitedMinutes } from './referral-view.rules.ts'
import { useNow } from './server-clock.ts'
import { useMinutes } from './waiting-list.tsx'

/** One person who was taken aside: what was found, who it is, what is decided. */
export function ReferralPage({ movement }: { movement: string }) {
  const { say } = useWords()
  const evidence = useEvidence(movement)
  return (
    <>
      {!evidence.data && <PageHead title={say(referralWords.one)} />}
      <Answered query={evidence}>{(found) => <Known evidence={found} />}</Answered>
    </>
  )
}

function Known({ evidence }: { evidence: Evidence }) {
  const { say, language } = useWords()
  const may = useMayAtPoint()
  const client = useQueryClient()
  const { referral, verdict, facts, holder } = evidence
  const pointName = usePointName()
  const where = `${pointName(referral.point)} · ${sayLane(referral.lane, language)} · ${say(directionWords[facts.direction])}`
  const day = civilDateAt(referral.since as Instant, borderZone)
  const changed = () => void client.invalidateQueries({ predicate: isOfReferrals })
  const { me } = useMe()
  const isWaiting = referral.confirm === 'waiting' && may('point.lead', referral.point)
  const isOwn = referral.mine || referral.decidedBy === me.id
  return (
    <>
      <PageHead title={say(referralWords.one)} lead={where}>
        <div className="head-badges">
          <span className={`badge tone-${decisionTone[referral.state]}`} data-testid="referral-state" data-state={referral.state}>
            {say(decisionWords[referral.state])}
          </span>
          <Waits referral={referral} />
        </div>
      </PageHead>
      <p className="point-bar">
        <Link href={pointHref('referrals', referral.point)}>{say(referralWords.back)}</Link>
      </p>
      <div className="columns">
        <div className="stack">
          {referral.state === 'open' && <CareFirst reasons={referral.reasons} day={day} />}
          {isAfterwards(referral) && referral.state === 'open' && <FoundLater />}
          {isWaiting && (isOwn ? <OthersConfirm /> : <ConfirmStep referral={referral} onDone={changed} />)}
          <Decision referral={referral} onDecided={changed} />
          <Findings findings={verdict.findings} facts={facts} />
        </div>
        <div className="stack">
          <Person of={referral} facts={facts} holder={holder} />
          {referral.hits > 0 && <Hits referral={referral} facts={facts} onCleared={changed} />}
          {holder && <EarlierMovements number={holder.number} but={referral.movement} />}
        </div>
      </div>
    </>
  )
}

function Waits({ referral: { state, since } }: { referral: Referral }) {
  const minutesWords = useMinutes()
  const now = useNow()
  if (state !== 'open' || !now) return null
  return <span className="badge tone-quiet">{minutesWords(waitedMinutes(since as Instant, now))}</span>
}

/** To be decided here and now, by somebody else, or what was decided. */
function Decision({ referral, onDecided }: { referral: Referral; onDecided(): void }) {
  const { say } = useWords()
  const may = useMayAtPoint()
  const day = civilDateAt(referral.since as Instant, borderZone)
  if (referral.state !== 'open') return <Decided referral={referral} />
  const mayDecide = may('referral.decide', referral.point) && !referral.mine
  return (
    <section className="card next-step stack" aria-labelledby="decide-title">
      <h2 id="decide-title">{say(referralWords.decide)}</h2>
      {mayDecide ? (
        <DecideForm referral={referral} day={day} onDecided={onDecided} />
      ) : (
        <p data-testid="who-decides">{say(referral.mine ? referralWords.ownReferral : referralWords.notYours)}</p>
      )}
    </section>
  )
}

/** Whoever referred or decided does not confirm: who may is said. */
function OthersConfirm() {
  const { say } = useWords()
  return (
    <section className="card stack" aria-labelledby="confirm-title" data-testid="others-confirm">
      <h2 id="confirm-title">{say(referralWords.confirmTitle)}</h2>
      <p>{say(referralWords.othersConfirm)}</p>
    </section>
  )
}

function Decided({ referral }: { referral: Referral }) {
  const { say, language } = useWords()
  const { state, to, reason, decidedAt, decidedBy, confirm, confirmReason, usedBy, point } = referral
  const shifts = useShifts(point, civilDateAt((decidedAt ?? referral.since) as Instant, borderZone))
  const name = shifts.data?.find(({ officer }) => officer === decidedBy)?.officerName
  const receiver = to !== null && Object.hasOwn(receiverWords, to) ? say(receiverWords[to as keyof typeof receiverWords]) : to
  return (
    <section className="card stack" aria-labelledby="decided-title" data-testid="decided-card">
      <div className="card-head">
        <h2 id="decided-title">{say(referralWords.isDecided)}</h2>
        <ConfirmBadge confirm={confirm} />
      </div>
      <Facts
        facts={[
          [say(referralWords.decide), say(decisionWords[state])],
          [say(referralWords.to), receiver],
          [
            say(referralWords.reason),
            reason !== null && (
              <span key="reason" className="decision-kept">
                {reason}
              </span>
            ),
          ],
          [say(referralWords.at), decidedAt !== null && formatDateTime(decidedAt as Instant, borderZone, language)],
          [say(referralWords.by), name],
          [say(confirm === 'contested' ? referralWords.whyContested : referralWords.whyConfirmed), confirmReason || false],
        ]}
      />
      {referral.state === 'let-pass' && usedBy === null && <p className="read-back">{say(referralWords.letPassNext)}</p>}
    </section>
  )
}
