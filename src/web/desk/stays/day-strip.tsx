import { addDays, borderZone, type CivilDate, civilDateAt, type Instant } from '../../../kernel/time.ts'
import type { StayAnswer } from '../../../stays/stays.api.ts'
import { commonWords } from '../../../words/common.ts'
import { formatDate, formatNumber } from '../../../words/dates.ts'
import { dayKindWords, stayWords } from '../../../words/stays.ts'
import { useWords } from '../frame/language.tsx'
import { Icon } from '../parts/icon.tsx'

const daysMax = 62
const signs = { lawful: <Icon name="check" />, tolled: <Icon name="minus" />, over: '!' } as const

/** The days to show of a stay; null: it has no beginning or no last day. The server's clock says how far it is over, not this machine's. */
export function stripOf({ opened, closed, repair, until, daysOver, tolled }: StayAnswer) {
  if (!opened || until === null) return null
  const ended = closed?.at ?? repair?.at
  const last = ended ? civilDateAt(ended as Instant, borderZone) : addDays(until as CivilDate, daysOver)
  return { from: civilDateAt(opened.at as Instant, borderZone), until: until as CivilDate, last, tolled: tolled.map(({ day }) => day) }
}

/** The days of a stay, one cell each: its number, a sign and, for who listens, a word. */
export function DayStrip({ from, until, last, tolled }: { from: CivilDate; until: CivilDate; last: CivilDate; tolled: readonly string[] }) {
  const { say, language } = useWords()
  const days: CivilDate[] = []
  for (let day = from; day <= (last > until ? last : until) && days.length < daysMax; day = addDays(day, 1)) days.push(day)
  const kindOf = (day: CivilDate) => (tolled.includes(day) ? 'tolled' : day <= until ? 'lawful' : 'over')
  return (
    <>
      <ol className="day-strip" aria-label={say(stayWords.days)} data-testid="day-strip">
        {days.map((day) => (
          <li key={day} data-kind={kindOf(day)}>
            <span className="visually-hidden">{`${formatDate(day, language)}${say(commonWords.colon)} ${say(dayKindWords[kindOf(day)])}`}</span>
            <span aria-hidden="true">{formatNumber(Number(day.slice(8)), language)}</span>
            <span aria-hidden="true">{signs[kindOf(day)]}</span>
          </li>
        ))}
      </ol>
      <p className="small soft day-signs">
        {(['lawful', 'tolled', 'over'] as const).map((kind) => (
          <span key={kind}>
            {signs[kind]} {say(dayKindWords[kind])}
          </span>
        ))}
      </p>
    </>
  )
}
