/** @jsxImportSource preact */
import type { Language } from '../../kernel/language.ts'
import type { OrderAnswer, PointAnswer } from '../../places/places.api.ts'
import { formatWallClock, inDigitsOf } from '../../words/dates.ts'
import { fillIn } from '../../words/fill-in.ts'
import { saySessions } from '../../words/order-phrases.ts'
import { publicWords, sideWords } from '../../words/public.ts'
import { type Areas, sayArea } from './point-words.ts'
import { wallClockAt } from './when.ts'

type Props = { point: PointAnswer; orders: readonly OrderAnswer[]; areas: Areas; language: Language }

/** What orders change at this point on the day asked about and on the next: the hours, each order's own words, and whom its sessions are for. */
export function OrderLines({ point, orders, areas, language }: Props) {
  const mine = orders.filter(({ id }) => point.orders.includes(id))
  if (mine.length === 0) return null
  return (
    <div class="point-orders" data-testid="point-orders">
      <dl class="point-hours">
        {point.days.map(({ date, hours }, index) => (
          <div key={date}>
            <dt>{publicWords[index === 0 ? 'hoursToday' : 'hoursNext'][language]}</dt> <dd>{sayHours(hours, language)}</dd>
          </div>
        ))}
      </dl>
      {mine.map((order) => (
        <OrderLine key={order.id} order={order} at={point.at} areas={areas} language={language} />
      ))}
    </div>
  )
}

function sayHours(hours: PointAnswer['days'][number]['hours'], language: Language): string {
  if (hours.length === 0) return publicWords.closedAllDay[language]
  return hours
    .map(
      ({ opens, closes, openTo }) => `${inDigitsOf(language, `${opens}–${closes}`)}${openTo === 'some' ? ` ${publicWords.forSome[language]}` : ''}`,
    )
    .join(', ')
}

function OrderLine({ order, at, areas, language }: { order: OrderAnswer; at: string; areas: Areas; language: Language }) {
  const side = sideWords[order.state as keyof typeof sideWords]?.[language] ?? order.state
  const areaName = (code: string) => {
    const [area, state] = [areas.get(code), code.slice(0, 2)]
    return area && (state === 'KH' || state === 'TH') ? sayArea(area, state, language).text : undefined
  }
  const words = order.words[language]
  const isAhead = Date.parse(order.startsAt) > Date.parse(at)
  const time = (instant: string): string => formatWallClock(wallClockAt(Date.parse(instant)), language)
  return (
    <div>
      <p>
        <b>{fillIn(publicWords.order[language], { number: order.number })}</b> · {side}
        {isAhead && ` · ${fillIn(publicWords.orderFrom[language], { time: time(order.startsAt) })}`}
        {/* The end may have come nearer since the words were written: another order takes its place, or it was ended. */}
        {order.endsAt && ` · ${fillIn(publicWords.orderUntil[language], { time: time(order.endsAt) })}`}
      </p>
      {order.restored && <p>{fillIn(publicWords.orderRestored[language], { number: order.restored })}</p>}
      {words && <p>{words}</p>}
      <ul>
        {saySessions(order, language, areaName).map(({ hours, who }) => (
          <li key={`${hours} ${who}`}>
            {hours && <b>{hours}</b>} {who}
          </li>
        ))}
      </ul>
    </div>
  )
}
