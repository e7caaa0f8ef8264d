import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import type { DeskOrder } from '../../../orders/orders.api.ts'
import { formatDateTime } from '../../../words/dates.ts'
import { stageWords, ordersWords as words } from '../../../words/orders.ts'
import { stateWords } from '../../../words/states.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { usePointName } from '../names.ts'
import { Answered, Empty } from '../parts/answered.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { TableCard } from '../parts/table-card.tsx'
import { usePoints } from '../queries.ts'
import { isOver, useOrders } from './order-queries.ts'

/** Every order: in force, coming, over; of one point or of all. */
export function OrdersPage() {
  const { say } = useWords()
  const { may } = useMe()
  const pointName = usePointName()
  const [points, orders] = [usePoints(), useOrders()]
  const [point, setPoint] = useState('')
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.lead)}>
        {may('order.issue') && (
          <Link href="/orders/new" className="button-link" data-testid="order-new">
            {say(words.write)}
          </Link>
        )}
      </PageHead>
      <div className="stack">
        <NativeSelect
          className="watch-choose"
          label={say(words.point)}
          value={point}
          onChange={(event) => setPoint(event.currentTarget.value)}
          data={[{ value: '', label: say(words.everyPoint) }, ...(points.data ?? []).map(({ point: value }) => ({ value, label: pointName(value) }))]}
          data-testid="orders-point"
        />
        <Answered query={orders}>
          {(all) => {
            const shown = all.filter(({ order }) => point === '' || order.points === null || order.points.includes(point))
            const isComing = ({ at, order }: DeskOrder) => order.startsAt > at
            return (
              <>
                <Orders id="live" title={say(words.live)} orders={shown.filter((each) => !isOver(each) && !isComing(each))} />
                <Orders id="coming" title={say(words.coming)} orders={shown.filter((each) => !isOver(each) && isComing(each))} />
                <Orders id="past" title={say(words.past)} orders={shown.filter(isOver)} />
              </>
            )
          }}
        </Answered>
      </div>
    </>
  )
}

function Orders({ id, title, orders }: { id: string; title: string; orders: readonly DeskOrder[] }) {
  const { say, language } = useWords()
  const pointName = usePointName()
  const at = (instant: string) => formatDateTime(instant as Instant, borderZone, language)
  return (
    <section className="stack" aria-labelledby={`orders-${id}`} data-testid={`orders-${id}`}>
      <h2 id={`orders-${id}`}>{title}</h2>
      {orders.length === 0 ? (
        <Empty>{say(words.none)}</Empty>
      ) : (
        <TableCard heads={[say(words.order), say(words.time)]} labelledBy={`orders-${id}`} className="order-table">
          {orders.map(({ order }) => (
            <tr key={order.id} data-testid="order-row" data-order={order.id}>
              <th scope="row">
                <Link href={`/orders/${order.id}`}>
                  {say(stateWords[order.state as keyof typeof stateWords])} {order.number}
                </Link>
                <span className="second-line small">{say(stageWords[order.stage as keyof typeof stageWords])}</span>
                <span className="second-line small">{order.points === null ? say(words.everyPoint) : order.points.map(pointName).join(', ')}</span>
              </th>
              <td>
                {say(words.from)} {at(order.startsAt)}
                {order.endsAt !== null && (
                  <span className="second-line">
                    {say(words.until)} {at(order.endsAt)}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </TableCard>
      )}
    </section>
  )
}
