import { borderZone, clockTimeAt, type Instant } from '../../../kernel/time.ts'
import { chiefWords } from '../../../words/chief.ts'
import { formatNumber, formatTime } from '../../../words/dates.ts'
import { laneName } from '../../../words/lanes.ts'
import { directionWords, outcomeWords } from '../../../words/verdicts.ts'
import { useWords } from '../frame/language.tsx'
import { Empty } from '../parts/answered.tsx'
import { TableCard } from '../parts/table-card.tsx'
import type { LaneNow, Movement } from './live.rules.ts'

export const outcomeTone = { admit: 'admit', 'admit-with-flag': 'flag', refer: 'refer', refuse: 'refuse' } as const

/** Each lane with who works at it, since when, how many in ten minutes, and what came out last. */
export function Lanes({ lanes, officerOf }: { lanes: readonly LaneNow[]; officerOf(shift: string): string | undefined }) {
  const { say } = useWords()
  const heads = [say(chiefWords.lane), say(chiefWords.officer), { name: say(chiefWords.lastTen), as: 'number' }, say(chiefWords.lastOne)] as const
  return (
    <section className="stack" aria-labelledby="lanes-title">
      <h2 id="lanes-title">{say(chiefWords.lanes)}</h2>
      {lanes.length === 0 ? (
        <Empty>{say(chiefWords.noLanes)}</Empty>
      ) : (
        <TableCard heads={heads} labelledBy="lanes-title" className="lanes" testid="lanes">
          {lanes.map((lane) => (
            <LaneRow key={lane.lane} lane={lane} officer={lane.shift && officerOf(lane.shift.shift)} />
          ))}
        </TableCard>
      )}
    </section>
  )
}

function LaneRow({ lane: { lane, shift, lastTen, last }, officer }: { lane: LaneNow; officer: string | undefined }) {
  const { say, language } = useWords()
  const time = (at: Instant) => formatTime(clockTimeAt(at, borderZone), language)
  return (
    <tr data-testid="lane" data-lane={lane}>
      <th scope="row" className="lane-name">
        {laneName(lane, language)}
      </th>
      <td>
        {shift ? officer : <span className="soft">{say(chiefWords.noShift)}</span>}
        {shift && (
          <span className="second-line small soft">
            {say(chiefWords.since)} {time(shift.since)}
          </span>
        )}
      </td>
      <td className="number" data-testid="lane-recent">
        {formatNumber(lastTen, language)}
      </td>
      <td>{last ? <Last last={last} /> : <span className="soft">{say(chiefWords.noneYet)}</span>}</td>
    </tr>
  )
}

function Last({ last: { at, direction, outcome } }: { last: Movement }) {
  const { say, language } = useWords()
  return (
    <>
      <span className={`badge tone-${outcomeTone[outcome]}`}>{say(outcomeWords[outcome].word)}</span>
      <span className="second-line small soft">
        {say(directionWords[direction])} · {formatTime(clockTimeAt(at, borderZone), language)}
      </span>
    </>
  )
}
