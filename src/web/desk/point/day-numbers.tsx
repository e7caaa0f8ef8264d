import { addDays, type CivilDate } from '../../../kernel/time.ts'
import type { CountAnswer } from '../../../movements/movements.api.ts'
import { chiefWords, dayWords } from '../../../words/chief.ts'
import { formatNumber } from '../../../words/dates.ts'
import { sumByDay } from '../day-sums.ts'
import { useWords } from '../frame/language.tsx'
import { Answered } from '../parts/answered.tsx'
import { useAnswer } from '../queries.ts'
import { DayChartCard } from './day-chart.tsx'
import { useActivity } from './point-queries.ts'

/** The day in numbers, exact: each movement in one of them and in the total, and by the quarter of an hour. */
export function DayNumbers({ point, day }: { point: string; day: CivilDate }) {
  const { say, language } = useWords()
  const counts = useAnswer<CountAnswer[]>(`/api/v1/counts?point=${encodeURIComponent(point)}&from=${day}&until=${addDays(day, 1)}`)
  const activity = useActivity(point, day)
  return (
    <>
      <section className="stack" aria-labelledby="numbers-title">
        <h2 id="numbers-title">{say(dayWords.numbers)}</h2>
        <Answered query={counts}>
          {(rows) => {
            const { totals } = sumByDay(rows)
            return (
              <div className="live-tiles">
                {(['exits', 'entries', 'referred', 'refused', 'total'] as const).map((word) => (
                  <div key={word} className="tile" data-testid={`day-${word}`}>
                    <span>{say(chiefWords[word])}</span>
                    <strong>{formatNumber(totals[word], language)}</strong>
                  </div>
                ))}
              </div>
            )
          }}
        </Answered>
      </section>
      <Answered query={activity}>{({ quarters }) => <DayChartCard rows={quarters} />}</Answered>
    </>
  )
}
