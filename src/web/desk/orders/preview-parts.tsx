import { Checkbox } from '@mantine/core'
import { borderZone, type CivilDate, type ClockTime, type Instant, type Weekday } from '../../../kernel/time.ts'
import type { PreviewAnswer } from '../../../orders/orders.api.ts'
import { formatDate, formatDateTime, formatNumber, formatTime, weekdayName } from '../../../words/dates.ts'
import { documentWords } from '../../../words/order-sentences.ts'
import { ordersWords as words } from '../../../words/orders.ts'
import { sayNationality, stateWords } from '../../../words/states.ts'
import { reasonWords } from '../../../words/verdicts.ts'
import { useWords } from '../frame/language.tsx'
import { usePointName } from '../names.ts'
import { Facts } from '../parts/facts.tsx'
import { TableCard } from '../parts/table-card.tsx'

type Figures = NonNullable<PreviewAnswer['figures']>
type Conflict = PreviewAnswer['conflicts'][number]
type Hours = NonNullable<Conflict['hours']>

/** Who and how many would not have passed: by point, reason, people and day. */
export function FigureTables({ figures, number }: { figures: Figures; number: string }) {
  const { say, language } = useWords()
  const pointName = usePointName()
  const count = (value: number) => formatNumber(value, language)
  const heads = (first: string) => [first, { name: say(words.passed), as: 'number' as const }, { name: say(words.affected), as: 'number' as const }]
  const row = (key: string, name: string, passed: number, affected: number) => (
    <tr key={key}>
      <th scope="row">{name}</th>
      <td className="number">{count(passed)}</td>
      <td className="number">{count(affected)}</td>
    </tr>
  )
  return (
    <section className="stack" aria-labelledby="order-figures" data-testid="order-figures" data-affected={figures.affected}>
      <h2 id="order-figures">{say(words.figures)}</h2>
      {!figures.complete && <p>{say(words.notWhole, { from: formatDateTime(figures.countedFrom as Instant, borderZone, language) })}</p>}
      <Facts
        facts={[
          [say(words.passed), count(figures.passed)],
          [say(words.affected), <strong key="n">{count(figures.affected)}</strong>],
          [say(words.toOfficer), count(figures.toOfficer)],
        ]}
      />
      {figures.affected === 0 ? (
        <p>{say(words.nobodyAffected)}</p>
      ) : (
        <>
          <TableCard heads={[say(words.reason), { name: say(words.affected), as: 'number' }]} caption={say(words.reason)} className="order-table">
            {figures.reasons.map(({ reason, affected }) => (
              <tr key={reason}>
                <th scope="row">{say(reasonWords[reason as keyof typeof reasonWords], { order: number })}</th>
                <td className="number">{count(affected)}</td>
              </tr>
            ))}
          </TableCard>
          <TableCard heads={heads(say(words.point))} caption={say(words.point)} className="order-table">
            {figures.points.map(({ point, passed, affected }) => row(point, pointName(point), passed, affected))}
          </TableCard>
          <TableCard heads={heads(say(words.people))} caption={say(words.people)} className="order-table">
            {figures.who.map(({ nationality, document, passed, affected }) =>
              row(
                `${nationality} ${document}`,
                `${sayNationality(nationality, language)} · ${say(documentWords[document as keyof typeof documentWords])}`,
                passed,
                affected,
              ),
            )}
          </TableCard>
          <TableCard heads={heads(say(words.day))} caption={say(words.day)} className="order-table">
            {figures.days.map(({ day, passed, affected }) =>
              row(day, formatDate(day as CivilDate, language, { weekday: true, short: true }), passed, affected),
            )}
          </TableCard>
        </>
      )}
    </section>
  )
}

/** What the order meets; each is ticked by whoever issues it. */
function headingOf(kind: string) {
  if (kind === 'left-points') return words.leftPoints
  if (kind === 'left-way') return words.leftWay
  if (kind === 'left-places') return words.leftPlaces
  if (kind === 'sent-in-vain') return words.sentInVain
  return kind === 'left-after' ? words.leftAfter : words.otherOrder
}

export function ConflictList({
  conflicts,
  seen,
  onSee,
}: {
  conflicts: readonly Conflict[]
  seen: readonly string[]
  onSee(key: string, isSeen: boolean): void
}) {
  const { say, language } = useWords()
  const pointName = usePointName()
  const state = (code: string | undefined) => say(stateWords[(code ?? 'KH') as keyof typeof stateWords])
  const hours = (list: Hours = []) =>
    list.map(({ opens, closes, days }) => {
      const named = days.length === 7 ? '' : ` (${days.map((day) => weekdayName(day as Weekday, language)).join(', ')})`
      return `${formatTime(opens as ClockTime, language)}–${formatTime(closes as ClockTime, language)}${named}`
    })
  return (
    <section className="stack" aria-labelledby="order-conflicts" data-testid="order-conflicts">
      <h2 id="order-conflicts">{say(words.conflicts)}</h2>
      {conflicts.length === 0 && <p>{say(words.noConflicts)}</p>}
      {conflicts.map((conflict) => (
        <div key={`${conflict.key} ${conflict.kind} ${conflict.points.join()}`} className="card stack">
          <h3>
            {conflict.kind === 'other-side-closed'
              ? say(words.sideClosed, { state: state(conflict.side) })
              : say(headingOf(conflict.kind), { state: state(conflict.state), number: conflict.number ?? '' })}
          </h3>
          <Facts
            facts={[
              [say(words.point), conflict.points.map(pointName).join(', ')],
              [say(words.time), hours(conflict.hours).join(', ')],
              [say(words.nobody), hours(conflict.nobody).join(', ')],
              [say(words.somebody), hours(conflict.somebody).join(', ')],
            ]}
          />
          <Checkbox
            label={say(words.seen)}
            checked={seen.includes(conflict.key)}
            onChange={(event) => onSee(conflict.key, event.currentTarget.checked)}
            data-testid="conflict-seen"
          />
        </div>
      ))}
    </section>
  )
}
