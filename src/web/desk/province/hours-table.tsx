import type { CivilDate } from '../../../kernel/time.ts'
import type { HoursAnswer } from '../../../passes/province/province.api.ts'
import { formatDate, formatNumber, inDigitsOf } from '../../../words/dates.ts'
import { deedWords, provinceWords as words } from '../../../words/province.ts'
import { useHandName } from '../application/hand-name.ts'
import { useWords } from '../frame/language.tsx'
import { Cell } from '../offices/cell.tsx'
import { Empty } from '../parts/answered.tsx'
import { TableCard } from '../parts/table-card.tsx'

/** Who did how much in which hour, the newest day first. What is outside office hours says so in words. */
export function HoursTable({ office, rows }: { office: string; rows: HoursAnswer['hours'] }) {
  const { say, language } = useWords()
  const handName = useHandName(office)
  if (rows.length === 0) return <Empty>{say(words.noHours)}</Empty>
  return (
    <TableCard
      heads={[...[words.day, words.hour, words.who, words.step].map((text) => say(text)), { name: say(words.number), as: 'number' }]}
      className="numbers office-table"
      testid="hours-table"
      caption={say(words.hours)}
    >
      {rows.map(({ account, day, hour, step, n, odd }) => (
        <tr key={`${day} ${hour} ${account} ${step}`} data-odd={odd}>
          <th scope="row">
            {formatDate(day as CivilDate, language)} {odd && <span className="badge tone-flag">{say(words.odd)}</span>}
          </th>
          <Cell isText name={say(words.hour)}>
            {inDigitsOf(language, `${String(hour).padStart(2, '0')}:00`)}
          </Cell>
          <Cell isText name={say(words.who)}>
            {handName(account) ?? say(words.account, { end: account.slice(-6) })}
          </Cell>
          <Cell isText name={say(words.step)}>
            {say(deedWords[step as keyof typeof deedWords])}
          </Cell>
          <Cell name={say(words.number)}>{formatNumber(n, language)}</Cell>
        </tr>
      ))}
    </TableCard>
  )
}
