import { useState } from 'react'
import { borderZone, civilDateAt, type Instant } from '../../../kernel/time.ts'
import { referralWords } from '../../../words/referrals.ts'
import { useWords } from '../frame/language.tsx'
import { Answered, Empty, Waiting } from '../parts/answered.tsx'
import { useInstance } from '../queries.ts'
import { DecidedTable } from './decided-table.tsx'
import { PointFrame } from './point-frame.tsx'
import { useReferrals } from './point-queries.ts'
import { useNow } from './server-clock.ts'
import { WaitingList } from './waiting-list.tsx'

const states = { waiting: 'open', toConfirm: 'to-confirm', decided: 'decided' } as const
type Filter = keyof typeof states
const filters = Object.keys(states) as Filter[]

/** Who waits, what an officer decided alone, and what was decided today. */
export function ReferralsPage() {
  const { say } = useWords()
  return (
    <PointFrame page="referrals" lead={say(referralWords.lead)}>
      {(point) => <Referrals key={point} point={point} />}
    </PointFrame>
  )
}

function Referrals({ point }: { point: string }) {
  const { say } = useWords()
  const [chosen, choose] = useState<Filter>('waiting')
  const instance = useInstance()
  const now = useNow()
  return (
    <>
      <fieldset className="filters">
        <legend className="visually-hidden">{say(referralWords.filter)}</legend>
        {filters.map((filter) => (
          <button
            key={filter}
            type="button"
            className="filter"
            aria-pressed={filter === chosen}
            onClick={() => choose(filter)}
            data-testid={`filter-${filter}`}
          >
            {say(referralWords[filter])}
          </button>
        ))}
      </fieldset>
      {instance.data && now ? <Rows filter={chosen} point={point} now={now} /> : <Waiting />}
    </>
  )
}

function Rows({ filter, point, now }: { filter: Filter; point: string; now: Instant }) {
  const { say } = useWords()
  // Whoever waits is shown, since whenever.
  const found = useReferrals(point, states[filter], filter === 'decided' ? civilDateAt(now, borderZone) : undefined)
  const empty = { waiting: referralWords.noneWaiting, toConfirm: referralWords.noneToConfirm, decided: referralWords.noneDecided }[filter]
  return (
    <Answered query={found}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty>{say(empty)}</Empty>
        ) : filter === 'waiting' ? (
          <section className="card" aria-label={say(referralWords.waiting)}>
            <WaitingList rows={rows} now={now} point={point} />
          </section>
        ) : (
          <DecidedTable rows={rows} point={point} caption={say(referralWords[filter])} />
        )
      }
    </Answered>
  )
}
