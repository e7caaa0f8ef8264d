import type { CivilDate } from '../../../kernel/time.ts'
import type { CapacityAnswer } from '../../../passes/province/province.api.ts'
import { formatDate, formatNumber } from '../../../words/dates.ts'
import { provinceWords as words } from '../../../words/province.ts'
import { useWords } from '../frame/language.tsx'
import { useAreaName } from '../names.ts'
import { Cell } from '../offices/cell.tsx'
import { TableCard } from '../parts/table-card.tsx'

type Office = CapacityAnswer['offices'][number]

export function CapacityTable({ offices }: { offices: readonly Office[] }) {
  const { say } = useWords()
  const most = Math.max(1, ...offices.flatMap(({ output }) => output.map(({ produced }) => produced)))
  return (
    <TableCard
      heads={[
        say(words.office),
        ...[words.printers, words.atWork, words.produced, words.waiting, words.toClear].map((text) => ({ name: say(text), as: 'number' }) as const),
      ]}
      className="numbers office-table"
      testid="capacity-table"
      caption={say(words.capacity)}
    >
      {offices.map((office) => (
        <Row key={office.office} of={office} most={most} />
      ))}
    </TableCard>
  )
}

function Row({ of, most }: { of: Office; most: number }) {
  const { say, language } = useWords()
  const areaName = useAreaName()
  const { printers, staff, atWork, output, waiting, daysToClear } = of
  const produced = output.reduce((sum, day) => sum + day.produced, 0)
  const number = (n: number) => formatNumber(n, language)
  return (
    <tr data-office={of.office}>
      <th scope="row">{areaName(of.office)}</th>
      <Cell name={say(words.printers)}>
        {printers ? (
          <>
            {number(printers.printers)} <span className="soft small">{say(words.byPaper, { paper: printers.instrument })}</span>
          </>
        ) : (
          <span className="soft">{say(words.notEntered)}</span>
        )}
      </Cell>
      <Cell name={say(words.atWork)}>{say(words.ofStaff, { some: number(atWork), all: number(staff) })}</Cell>
      <Cell name={say(words.produced)}>
        <Bars output={output} most={most} /> {number(produced)}
      </Cell>
      <Cell name={say(words.waiting)}>{number(waiting)}</Cell>
      <Cell name={say(words.toClear)} tone={waiting > 0 && daysToClear === null ? 'late' : undefined}>
        {daysToClear === null ? say(words.noPace) : say(words.days, { n: number(daysToClear) })}
      </Cell>
    </tr>
  )
}

const [barWidth, barHeight] = [6, 24]

/** Ten small bars, one a working day, the oldest first; what each says is its title, and the sum stands beside them. */
function Bars({ output, most }: { output: Office['output']; most: number }) {
  const { say, language } = useWords()
  return (
    <svg className="bars" width={output.length * (barWidth + 2)} height={barHeight} aria-hidden="true">
      {output.map(({ day, produced }, index) => {
        const height = Math.max(1, (barHeight * produced) / most)
        return (
          <rect key={day} x={index * (barWidth + 2)} y={barHeight - height} width={barWidth} height={height}>
            <title>{say(words.perDay, { day: formatDate(day as CivilDate, language), n: formatNumber(produced, language) })}</title>
          </rect>
        )
      })}
    </svg>
  )
}
