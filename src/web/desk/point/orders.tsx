import type { StateCode } from '../../../kernel/code.ts'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import type { OrderAnswer } from '../../../places/places.api.ts'
import { chiefWords } from '../../../words/chief.ts'
import { formatDateTime } from '../../../words/dates.ts'
import { stateWords } from '../../../words/states.ts'
import { useWords } from '../frame/language.tsx'
import { useInstrumentTitle } from '../names.ts'

type Props = { inForce: readonly OrderAnswer[]; laterToday: readonly OrderAnswer[] }
/** The orders that stand in for the calendars now, and those that will before the day is over, each with its public words, its end and its text. */
export function Orders({ inForce, laterToday }: Props) {
  const { say } = useWords()
  return (
    <section className="card stack" aria-labelledby="orders-title">
      <h2 id="orders-title">{say(chiefWords.orders)}</h2>
      {inForce.length === 0 ? <p className="soft">{say(chiefWords.noOrders)}</p> : <OrderList orders={inForce} id="orders" />}
      {laterToday.length > 0 && (
        <>
          <h3>{say(chiefWords.laterToday)}</h3>
          <OrderList orders={laterToday} id="orders-later" />
        </>
      )}
    </section>
  )
}

const OrderList = ({ orders, id }: { orders: readonly OrderAnswer[]; id: string }) => (
  <ul className="orders" data-testid={id}>
    {orders.map((order) => (
      <OrderTold key={order.id} order={order} />
    ))}
  </ul>
)

function OrderTold({ order: { number, state, words, startsAt, endsAt, instrument } }: { order: OrderAnswer }) {
  const { say, language } = useWords()
  const instrumentTitle = useInstrumentTitle()
  const time = (at: string) => formatDateTime(at as Instant, borderZone, language)
  return (
    <li data-testid="order">
      <span className="order-head">
        <strong>{say(chiefWords.order, { order: number })}</strong>
        <span className="badge tone-quiet">{say(chiefWords.sideOf, { state: say(stateWords[state as StateCode]) })}</span>
      </span>
      <span>{words[language]}</span>
      <span className="small soft">
        {endsAt === null
          ? say(chiefWords.fromOpen, { from: time(startsAt) })
          : say(chiefWords.fromUntil, { from: time(startsAt), until: time(endsAt) })}
      </span>
      <span className="small soft">{instrumentTitle(instrument)}</span>
    </li>
  )
}
