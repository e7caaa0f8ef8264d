import type { DayNowAnswer } from '../../../payments/payments.api.ts'
import { closeWords, howWords, tillWords } from '../../../words/till.ts'
import { useWords } from '../frame/language.tsx'
import { Answered } from '../parts/answered.tsx'
import { CloseDay } from './close-day.tsx'
import { useMoneyWords } from './money.ts'
import { useDayNow } from './till-queries.ts'

/** The cashier's own till: what must lie in it, and the way to close it. */
export function MyTill({ office }: { office: string }) {
  const { say } = useWords()
  const day = useDayNow(office, true)
  return (
    <Answered query={day}>
      {(now) => (
        <>
          <section className="card stack" aria-labelledby="my-till-title">
            <h2 id="my-till-title">{say(tillWords.mine)}</h2>
            <Expected office={office} now={now} />
            <Movements office={office} now={now} />
          </section>
          {now.closed ? (
            <p className="notice notice-river" data-testid="day-closed">
              {say(closeWords.closedAlready)}
            </p>
          ) : (
            now.currency !== null && <CloseDay office={office} now={now} currency={now.currency} />
          )}
        </>
      )}
    </Answered>
  )
}

function Expected({ office, now }: { office: string; now: DayNowAnswer }) {
  const { say } = useWords()
  const { moneyOf } = useMoneyWords(office)
  if (now.currency === null) return <p className="soft">{say(tillWords.nothingOpen)}</p>
  const transfers = now.transfers.reduce((sum, { amount }) => sum + amount, 0)
  return (
    <div className="tiles">
      <div className="tile" data-testid="expected">
        <span>{say(tillWords.expected)}</span>
        <strong>{moneyOf(now.expected, now.currency)}</strong>
      </div>
      <div className="tile" data-testid="transfers-open">
        <span>{say(tillWords.transfersOpen)}</span>
        <strong>{moneyOf(transfers, now.currency)}</strong>
      </div>
    </div>
  )
}

const kinds = { payment: tillWords.took, reversal: tillWords.wentBack, refund: tillWords.gaveBack } as const

function Movements({ office, now: { cash, transfers, currency } }: { office: string; now: DayNowAnswer }) {
  const { say } = useWords()
  const { moneyOf, hourOf } = useMoneyWords(office)
  if (currency === null) return null
  return (
    <details>
      <summary>{say(tillWords.movements)}</summary>
      <ul className="movements-of-money">
        {[...cash, ...transfers].map(({ id, kind, how, amount, at }) => (
          <li key={id}>
            <span>
              {hourOf(at)} · {say(kinds[kind])} · {say(howWords[how as keyof typeof howWords])}
            </span>
            <span className="number">{moneyOf(kind === 'payment' ? amount : -amount, currency)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
