import type { ClockTime } from '../../../kernel/time.ts'
import { chiefWords } from '../../../words/chief.ts'
import { formatNumber, formatTime, inDigitsOf } from '../../../words/dates.ts'
import { useWords } from '../frame/language.tsx'
import { TableCard } from '../parts/table-card.tsx'
import { chartOf, type DayChart, hourTime, type Quarter, quarterTime, scaleTop, totalOf } from './quarters.rules.ts'

const height = 100
/** Every so many hours a word stands under the axis. */
const hoursApart = 4

/** The day by the quarter of an hour: entries stand on exits. The same numbers stand in a table below, by the hour. */
export function DayChartCard({ rows }: { rows: readonly Quarter[] }) {
  const { say, language } = useWords()
  const chart = chartOf(rows)
  const { peak } = chart
  return (
    <section className="card stack" aria-labelledby="chart-title">
      <div className="card-head chart-head">
        <h2 id="chart-title">{say(chiefWords.chart)}</h2>
        <p className="chart-key small">
          <span className="key-exit" aria-hidden="true" /> {say(chiefWords.exits)} <span className="key-entry" aria-hidden="true" />{' '}
          {say(chiefWords.entries)}
        </p>
      </div>
      {peak ? (
        <>
          <Bars chart={chart} />
          <p className="small soft" data-testid="chart-peak">
            {say(chiefWords.chartSaid, {
              time: formatTime(quarterTime(peak.quarter), language),
              count: formatNumber(totalOf(peak), language),
            })}
          </p>
          <HoursTable chart={chart} />
        </>
      ) : (
        <p className="soft">{say(chiefWords.chartNone)}</p>
      )}
    </section>
  )
}

/** Stretched to whatever width there is; words would be stretched too, so they stand beside it. */
function Bars({ chart: { quarters, fromHour, untilHour, peak } }: { chart: DayChart }) {
  const { language } = useWords()
  const top = scaleTop(peak ? totalOf(peak) : 0)
  const tall = (count: number) => (height * count) / top
  const marks = Array.from({ length: Math.ceil((untilHour - fromHour) / hoursApart) }, (_, index) => fromHour + index * hoursApart)
  return (
    <div className="chart" aria-hidden="true" data-testid="day-chart">
      <div className="chart-scale small">
        <span>{formatNumber(top, language)}</span>
        <span>{formatNumber(0, language)}</span>
      </div>
      <svg viewBox={`0 0 ${quarters.length} ${height}`} preserveAspectRatio="none" role="presentation">
        <path className="chart-lines" d={`M0 0h${quarters.length}M0 ${height / 2}h${quarters.length}M0 ${height}h${quarters.length}`} />
        {quarters.map(({ quarter, exits, entries }, x) =>
          exits + entries === 0 ? null : (
            <g key={quarter}>
              <rect className="bar-exit" x={x + 0.1} width={0.8} y={height - tall(exits)} height={tall(exits)} />
              <rect className="bar-entry" x={x + 0.1} width={0.8} y={height - tall(exits + entries)} height={tall(entries)} />
            </g>
          ),
        )}
      </svg>
      <div className="chart-hours small">
        {marks.map((hour) => (
          <span key={hour} style={{ insetInlineStart: `${(100 * (hour - fromHour)) / (untilHour - fromHour)}%` }}>
            {inDigitsOf(language, hourTime(hour))}
          </span>
        ))}
      </div>
    </div>
  )
}

function HoursTable({ chart: { hours } }: { chart: DayChart }) {
  const { say, language } = useWords()
  const heads = [
    say(chiefWords.hour),
    { name: say(chiefWords.exits), as: 'number' },
    { name: say(chiefWords.entries), as: 'number' },
    { name: say(chiefWords.total), as: 'number' },
  ] as const
  return (
    <details className="chart-table">
      <summary>{say(chiefWords.chartTable)}</summary>
      <TableCard heads={heads} caption={say(chiefWords.chart)} className="numbers">
        {hours.map((row) => (
          <tr key={row.hour}>
            <th scope="row">{formatTime(hourTime(row.hour) as ClockTime, language)}</th>
            <td className="number">{formatNumber(row.exits, language)}</td>
            <td className="number">{formatNumber(row.entries, language)}</td>
            <td className="number">{formatNumber(totalOf(row), language)}</td>
          </tr>
        ))}
      </TableCard>
    </details>
  )
}
