import { Link } from 'wouter'
import type { NotableAnswer } from '../../../checkpoint/notable/notable.api.ts'
import { borderZone, civilDateAt, type Instant } from '../../../kernel/time.ts'
import { chiefWords } from '../../../words/chief.ts'
import { formatDateTime } from '../../../words/dates.ts'
import { sayLane } from '../../../words/lanes.ts'
import { notableWords } from '../../../words/notable.ts'
import { directionWords, outcomeWords } from '../../../words/verdicts.ts'
import { useWords } from '../frame/language.tsx'
import { usePointName } from '../names.ts'
import { Answered } from '../parts/answered.tsx'
import { Facts } from '../parts/facts.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useAnswer } from '../queries.ts'
import { Findings } from './findings.tsx'
import { outcomeTone } from './lanes.tsx'
import { pointHref } from './my-point.ts'
import { EarlierMovements, Person } from './person-card.tsx'

/** One movement that was refused or flagged, as it stands on record: nobody decides anything here. */
export function NotableOnePage({ movement }: { movement: string }) {
  const { say } = useWords()
  const found = useAnswer<NotableAnswer>(`/api/v1/notable-movements/${movement}`)
  return (
    <>
      {!found.data && <PageHead title={say(notableWords.one)} />}
      <Answered query={found}>{(known) => <Known {...known} />}</Answered>
    </>
  )
}

function Known({ movement, facts, verdict, holder }: NotableAnswer) {
  const { say, language } = useWords()
  const pointName = usePointName()
  const { id, point, lane, outcome, occurredAt, recordedAt, officer, undoneAt, number } = movement
  const time = (at: string): string => formatDateTime(at as Instant, borderZone, language)
  return (
    <>
      <PageHead title={say(notableWords.one)} lead={`${pointName(point)} · ${sayLane(lane, language)} · ${say(directionWords[facts.direction])}`}>
        <div className="head-badges">
          <span className={`badge tone-${outcomeTone[outcome]}`} data-testid="notable-outcome" data-outcome={outcome}>
            {say(outcomeWords[outcome].word)}
          </span>
          {undoneAt !== null && <span className="badge tone-quiet">{say(notableWords.undone)}</span>}
        </div>
      </PageHead>
      <p className="point-bar">
        <Link href={pointHref('notable', point, civilDateAt(occurredAt as Instant, borderZone))}>{say(notableWords.back)}</Link>
      </p>
      <div className="columns">
        <div className="stack">
          <section className="card stack" aria-label={say(notableWords.one)}>
            <Facts
              facts={[
                [say(notableWords.when), time(occurredAt)],
                [say(notableWords.recorded), time(recordedAt)],
                [say(chiefWords.officer), officer ?? say(notableWords.noShift)],
                [say(notableWords.undone), undoneAt && time(undoneAt)],
              ]}
            />
          </section>
          <Findings findings={verdict.findings} facts={facts} />
        </div>
        <div className="stack">
          <Person of={{ point, number }} facts={facts} holder={holder} />
          {holder && <EarlierMovements number={holder.number} but={id} />}
        </div>
      </div>
    </>
  )
}
