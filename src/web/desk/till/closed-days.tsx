import { Link } from 'wouter'
import type { CivilDate } from '../../../kernel/time.ts'
import { formatDate } from '../../../words/dates.ts'
import { closeWords } from '../../../words/till.ts'
import { useWords } from '../frame/language.tsx'
import { Answered, Empty } from '../parts/answered.tsx'
import { useMoneyWords } from './money.ts'
import { useDayCloses } from './till-queries.ts'

/** The office's closed days of the last month; each opens its sheet. */
export function ClosedDays({ office }: { office: string }) {
  const { say, language } = useWords()
  const { moneyOf, differenceOf, handOf } = useMoneyWords(office)
  const closes = useDayCloses(office)
  return (
    <section className="stack" aria-labelledby="closes-title">
      <h2 id="closes-title">{say(closeWords.closes)}</h2>
      <Answered query={closes}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{say(closeWords.noCloses)}</Empty>
          ) : (
            <div className="table-card">
              <table className="table" aria-labelledby="closes-title">
                <thead>
                  <tr>
                    <th scope="col">{say(closeWords.day)}</th>
                    <th scope="col" className="number">
                      {say(closeWords.fees)}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ day, cashier, fees, currency, difference }) => (
                    <tr key={`${day} ${cashier}`} className="row-link" data-testid="close-row">
                      <td>
                        <Link href={`/till/${day}/${cashier}`}>{formatDate(day as CivilDate, language)}</Link>
                        <span className="second-line small">{handOf(cashier)}</span>
                      </td>
                      <td className="number">
                        {moneyOf(fees, currency)}
                        {difference !== 0 && (
                          <span className="second-line">
                            <span className="badge tone-flag">
                              {say(closeWords.difference)} {differenceOf(difference, currency)}
                            </span>
                          </span>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answered>
    </section>
  )
}
