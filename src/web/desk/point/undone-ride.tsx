import { borderZone, clockTimeAt, type Instant } from '../../../kernel/time.ts'
import { dayWords } from '../../../words/chief.ts'
import { formatTime } from '../../../words/dates.ts'
import { useWords } from '../frame/language.tsx'
import { useShifts } from './point-queries.ts'

export type Ride = { readonly movement: string; readonly at: string; readonly by: string | null }
type Props = { readonly ride: Ride; readonly point: string; readonly day: string; readonly isRider?: boolean }

/** When a movement was undone, and by whom, where that person was on shift here on the day. */
export function UndoneRide({ ride: { at, by }, point, day, isRider = false }: Props) {
  const { say, language } = useWords()
  const shifts = useShifts(point, day)
  const time = formatTime(clockTimeAt(at as Instant, borderZone), language)
  const name = shifts.data?.find(({ officer }) => officer === by)?.officerName
  const undone = name === undefined ? say(dayWords.undoneAt, { time }) : say(dayWords.undoneBy, { time, name })
  return (
    <span className="badge tone-refuse" data-testid="undone-ride">
      {isRider ? say(dayWords.riderUndone, { undone }) : undone}
    </span>
  )
}
