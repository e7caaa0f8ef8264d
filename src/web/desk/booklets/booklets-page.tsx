import type { ReactNode } from 'react'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import type { StockAnswer } from '../../../passes/booklets/booklet.api.ts'
import { numbersOfBatch } from '../../../passes/booklets/booklet.rules.ts'
import { formatDateTime, formatNumber } from '../../../words/dates.ts'
import { deskWords } from '../../../words/desk.ts'
import { stockWords } from '../../../words/office.ts'
import { useHandName } from '../application/hand-name.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { useOfficeChoice } from '../frame/office.tsx'
import { useAreaName } from '../names.ts'
import { Answered, Empty } from '../parts/answered.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { TableCard } from '../parts/table-card.tsx'
import { useStock } from '../queries.ts'
import { ReceiveForm } from './receive-form.tsx'
import { SpoilForm } from './spoil-form.tsx'

/** The office's numbered booklets: every number that came in is in stock, used or spoilt. */
export function BookletsPage() {
  const { say } = useWords()
  const { may } = useMe()
  const { office } = useOfficeChoice()
  const areaName = useAreaName()
  const id = office?.id ?? ''
  const stock = useStock(id)
  return (
    <>
      <PageHead title={say(deskWords.booklets)} lead={say(stockWords.lead, { office: areaName(id) })} />
      <Answered query={stock}>
        {(found) => (
          <div className="stack">
            <Counts stock={found} />
            <div className="columns columns-even">
              <Batches stock={found} office={id} />
              <div className="stack">
                {may('booklet.receive', id) && <ReceiveForm office={id} />}
                {may('pass.print', id) && <SpoilForm office={id} next={found.next} />}
              </div>
            </div>
          </div>
        )}
      </Answered>
    </>
  )
}

function Counts({ stock }: { stock: StockAnswer }) {
  const { say, language } = useWords()
  return (
    <div className="tiles stock-tiles">
      {(['inStock', 'used', 'spoilt'] as const).map((name) => (
        <Tile key={name} name={say(stockWords[name])} testid={`stock-${name}`}>
          {formatNumber(stock[name], language)}
        </Tile>
      ))}
      <Tile name={say(stockWords.next)} testid="stock-next">
        {stock.next === null ? say(stockWords.noNext) : <span className="code">{stock.next}</span>}
      </Tile>
    </div>
  )
}

function Tile({ name, testid, children }: { name: string; testid: string; children: ReactNode }) {
  return (
    <div className="tile" data-testid={testid}>
      <span>{name}</span>
      <strong>{children}</strong>
    </div>
  )
}

function Batches({ stock, office }: { stock: StockAnswer; office: string }) {
  const { say, language } = useWords()
  const nameOf = useHandName(office)
  if (stock.batches.length === 0) return <Empty>{say(stockWords.noBatches)}</Empty>
  const run = (first: string, count: number) => {
    const numbers = numbersOfBatch(first, count)
    return numbers.ok ? [first, numbers.value.at(-1)].join(' – ') : first
  }
  return (
    <TableCard
      heads={[say(stockWords.numbers), { name: say(stockWords.count), as: 'number' }, say(stockWords.receivedAt)]}
      caption={say(stockWords.batches)}
    >
      {stock.batches.map(({ first, count, receivedAt, receivedBy }) => (
        <tr key={`${first} ${receivedAt}`} data-testid="batch">
          <td className="code">{run(first, count)}</td>
          <td className="number">{formatNumber(count, language)}</td>
          <td className="soft">
            {formatDateTime(receivedAt as Instant, borderZone, language)}
            <span className="second-line small">{nameOf(receivedBy)}</span>
          </td>
        </tr>
      ))}
    </TableCard>
  )
}
