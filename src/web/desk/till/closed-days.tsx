import { Link } from 'wouter'
import type { CivilDate } from '../../../kernel/time.ts'
import { formatDate } from '../../../words/dates.ts'
import { closeWords } from '../../../words/till.ts'
import { useWords } from '../frame/language.tsx'
import { TableSection } from '../parts/table-card.tsx'
import { useMoneyWords } from './money.ts'
import { useDayCloses } from './till-queries.ts'

/** The office's closed days of the last month; each opens its sheet. */
export function ClosedDays({ office }: { office: string }) {
  const { say, language } = useWords()
  const { moneyOf, differenceOf, handOf } = useMoneyWords(office)
  const closes = useDayCloses(office)
  const heads = [say(closeWords.day), { name: say(closeWords.fees), as: 'number' }] as const
  return (
    <TableSection id="closes-title" title={say(closeWords.closes)} query={closes} empty={say(closeWords.noCloses)} heads={heads}>
      {({ day, cashier, fees, currency, difference }) => (
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
      )}
    </TableSection>
  )
}
