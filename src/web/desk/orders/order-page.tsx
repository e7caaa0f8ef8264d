import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { Link } from 'wouter'
import { borderZone, type CivilDate, type Instant } from '../../../kernel/time.ts'
import type { OrderPage as Page } from '../../../orders/orders.api.ts'
import { formatDate, formatDateTime, formatNumber } from '../../../words/dates.ts'
import { stageWords, ordersWords as words } from '../../../words/orders.ts'
import { stateWords } from '../../../words/states.ts'
import { reasonWords } from '../../../words/verdicts.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useInstrumentTitle, usePointName } from '../names.ts'
import { Answered } from '../parts/answered.tsx'
import { Facts } from '../parts/facts.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { ReasonDialog } from '../parts/reason-dialog.tsx'
import { TableCard } from '../parts/table-card.tsx'
import { isOfOrders, isOver, ordersPath, paperPath, useEffectOf, useOrder, useOrderName, useOrders } from './order-queries.ts'

/** One order: what it says, what it did, its paper, and its end. */
export function OrderPage({ id }: { id: string }) {
  const order = useOrder(id)
  const { say } = useWords()
  return (
    <Answered query={order} title={say(words.order)}>
      {(page) => <Shown page={page} />}
    </Answered>
  )
}

function Shown({ page }: { page: Page }) {
  const { say, language } = useWords()
  const [pointName, instrumentTitle] = [usePointName(), useInstrumentTitle()]
  const orderName = useOrderName()
  const replaced = (useOrders().data ?? []).filter(({ supersededBy }) => supersededBy === page.order.id)
  const { at: now, order } = page
  const at = (instant: string) => formatDateTime(instant as Instant, borderZone, language)
  const over = isOver(page)
  return (
    <>
      <PageHead
        title={`${say(words.order)} ${order.number}`}
        lead={`${say(stateWords[order.state as keyof typeof stateWords])} · ${say(stageWords[order.stage as keyof typeof stageWords])}`}
      />
      <div className="stack" data-testid="order-page" data-over={over}>
        <section className="card stack" aria-labelledby="order-says">
          <h2 id="order-says">{say(words.says)}</h2>
          <p className="order-words" data-testid="order-told">
            {order.words[language]}
          </p>
          <Facts
            facts={[
              [say(words.from), at(order.startsAt)],
              [say(words.until), order.endsAt === null ? say(words.noEnd) : at(order.endsAt)],
              [say(words.point), order.points === null ? say(words.everyPoint) : order.points.map(pointName).join(', ')],
              [say(words.paperTitle), instrumentTitle(order.instrument)],
              [
                say(words.supersedes),
                replaced.length > 0 && (
                  <span key="of" data-testid="order-supersedes">
                    {replaced.map(({ order: { id } }, nth) => (
                      <Fragment key={id}>
                        {nth > 0 && ', '}
                        <Link href={`/orders/${id}`}>{orderName(id)}</Link>
                      </Fragment>
                    ))}
                  </span>
                ),
              ],
              [
                say(words.restoredOf),
                page.restoredOf && (
                  <Link key="back" href={`/orders/${page.restoredOf}`} data-testid="order-restored-of">
                    {orderName(page.restoredOf)}
                  </Link>
                ),
              ],
              [say(words.endedWhy), page.supersededBy === null ? page.endedWhy : null],
              [
                say(words.supersededBy),
                page.supersededBy && (
                  <Link key="by" href={`/orders/${page.supersededBy}`} data-testid="order-superseded-by">
                    {orderName(page.supersededBy, page.endedWhy ?? page.supersededBy)}
                  </Link>
                ),
              ],
            ]}
          />
          <p className="actions">
            {page.papers.map(({ sha256 }, nth) => (
              <a key={sha256} className="button-link" href={paperPath(order.id, sha256)} data-testid="order-paper">
                {say(words.openPaper)}
                {page.papers.length > 1 && ` ${formatNumber(nth + 1, language)}`}
              </a>
            ))}
          </p>
        </section>
        {order.startsAt <= now && <Did id={order.id} number={order.number} />}
        {page.mayEnd && !over && (
          <End id={order.id} hasBegun={order.startsAt <= now} replaced={replaced.map(({ order: { id } }) => orderName(id)).join(', ')} />
        )}
      </div>
    </>
  )
}

function Did({ id, number }: { id: string; number: string }) {
  const { say, language } = useWords()
  const pointName = usePointName()
  const effect = useEffectOf(id, true)
  const count = (value: number) => formatNumber(value, language)
  return (
    <section className="stack" aria-labelledby="order-did">
      <h2 id="order-did">{say(words.did)}</h2>
      <Answered query={effect}>
        {({ passed, reasons, places, complete, countedFrom }) => (
          <>
            {!complete && <p>{say(words.notWhole, { from: formatDateTime(countedFrom as Instant, borderZone, language) })}</p>}
            <Facts facts={[[say(words.passed), count(passed)]]} />
            {reasons.length > 0 && (
              <TableCard
                heads={[say(words.reason), { name: say(words.refusedBy), as: 'number' }, { name: say(words.referredBy), as: 'number' }]}
                caption={say(words.reason)}
                className="order-table"
              >
                {reasons.map(({ reason, refused, referred }) => (
                  <tr key={reason}>
                    <th scope="row">{say(reasonWords[reason as keyof typeof reasonWords], { order: number })}</th>
                    <td className="number">{count(refused)}</td>
                    <td className="number">{count(referred)}</td>
                  </tr>
                ))}
              </TableCard>
            )}
            {places.length > 0 && (
              <TableCard heads={[say(words.day), { name: say(words.taken), as: 'number' }]} caption={say(words.taken)} className="order-table">
                {places.map(({ point, day, session, taken, places: all }) => (
                  <tr key={`${point} ${day} ${session}`}>
                    <th scope="row">
                      {formatDate(day as CivilDate, language)} · {pointName(point)} · {say(words.session, { n: session + 1 })}
                    </th>
                    <td className="number">
                      {count(taken)} / {count(all)}
                    </td>
                  </tr>
                ))}
              </TableCard>
            )}
          </>
        )}
      </Answered>
    </section>
  )
}

/** `replaced`: what it took, or is to take, the place of. Taken back in time, that has its end back. */
function End({ id, hasBegun, replaced }: { id: string; hasBegun: boolean; replaced: string }) {
  const { say } = useWords()
  const lead = [
    say(hasBegun ? words.endLead : words.takeBackLead),
    replaced && say(hasBegun ? words.notGivenBack : words.givesBack, { orders: replaced }),
  ]
  const client = useQueryClient()
  const command = useCommand<{ id: string }>()
  const [isAsked, setAsked] = useState(false)
  async function end(reason: string) {
    if (!(await command.send(`${ordersPath}/${id}/end`, { reason }))) return
    setAsked(false)
    await client.invalidateQueries({ predicate: isOfOrders })
  }
  return (
    <div className="actions">
      <Button color="refuse" onClick={() => setAsked(true)} data-testid="order-end">
        {say(words.end)}
      </Button>
      {isAsked && (
        <ReasonDialog
          title={say(words.end)}
          lead={lead.filter(Boolean).join(' ')}
          action={say(words.end)}
          danger
          isTold={false}
          pending={command.pending}
          problem={command.problem}
          onClose={() => setAsked(false)}
          onConfirm={(reason) => void end(reason)}
        />
      )}
    </div>
  )
}
