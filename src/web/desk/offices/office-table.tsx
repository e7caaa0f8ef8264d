import { borderZone, type CivilDate, civilDateAt, type Instant } from '../../../kernel/time.ts'
import { formatDate, formatNumber } from '../../../words/dates.ts'
import { queueWords } from '../../../words/desk.ts'
import { officeNumbersWords as words } from '../../../words/office-numbers.ts'
import { useWords } from '../frame/language.tsx'
import { useAreaName } from '../names.ts'
import { Cell } from './cell.tsx'
import { NumberLink } from './number-link.tsx'
import type { OfficeRow } from './office-queries.ts'
import { type OfficeSums, percentOf, sumsOf, totalOf } from './office-sums.ts'

type Props = {
  readonly offices: readonly OfficeRow[]
  readonly on: CivilDate
  readonly chosen: string | undefined
  readonly onChoose: (office: string) => void
}

/** A row an office. On a phone each row is a card: every cell says its own name. */
export function OfficeTable({ offices, on, chosen, onChoose }: Props) {
  const { say } = useWords()
  const head = [words.issuedDay, words.issuedTotal, words.pending, words.late, words.oldest, words.rejected, words.onTime]
  return (
    <div className="table-card">
      <table className="table numbers office-table" data-testid="office-table">
        <caption className="visually-hidden">{say(words.title)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(words.office)}</th>
            {head.map((text) => (
              <th key={text.en} scope="col" className="number">
                {say(text)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {offices.map((row) => (
            <Row key={row.office} row={row} on={on} isChosen={row.office === chosen} onChoose={onChoose} />
          ))}
        </tbody>
        {offices.length > 1 && <Foot sums={totalOf(offices)} />}
      </table>
      {offices.some(({ lateProvisional, share }) => lateProvisional || share.provisional) && (
        <p className="soft small table-note" data-testid="provisional-note">
          {say(words.provisionalNote)}
        </p>
      )}
    </div>
  )
}

function Row({ row, on, isChosen, onChoose }: { row: OfficeRow; on: CivilDate; isChosen: boolean; onChoose: Props['onChoose'] }) {
  const { say, language } = useWords()
  const areaName = useAreaName()
  const { office, oldestWaiting } = row
  const sums = sumsOf(row)
  const link = (n: number, text: (typeof words)[keyof typeof words], what: string, day?: string) => (
    <Cell name={say(text)}>
      <NumberLink n={n} name={`${areaName(office)}, ${say(text)}`} behind={{ office, what, day }} />
    </Cell>
  )
  return (
    <tr data-office={office} className={isChosen ? 'chosen' : undefined}>
      <th scope="row">
        <button type="button" className="office-choice" aria-pressed={isChosen} onClick={() => onChoose(office)} data-testid="choose-office-row">
          {areaName(office)}
        </button>
      </th>
      {link(sums.issuedDay, words.issuedDay, 'issued', on)}
      {link(sums.issuedTotal, words.issuedTotal, 'issued')}
      {link(sums.pending, words.pending, 'pending')}
      <Cell name={say(words.late)} tone={sums.late > 0 ? 'late' : undefined}>
        <NumberLink n={sums.late} name={`${areaName(office)}, ${say(words.late)}`} behind={{ office, what: 'late' }} />
        <Provisional is={row.lateProvisional} />
      </Cell>
      <Cell name={say(words.oldest)}>
        {oldestWaiting
          ? say(words.sinceDay, { day: formatDate(civilDateAt(oldestWaiting.since as Instant, borderZone), language) })
          : say(words.none)}
      </Cell>
      {link(sums.rejected, words.rejected, 'rejected')}
      <Cell name={say(words.onTime)}>
        <Share some={sums.onTime} all={sums.produced} />
        <Provisional is={row.share.provisional} />
      </Cell>
    </tr>
  )
}

/** The sign of the note below the table; read aloud as the word it stands for. */
export function Provisional({ is }: { is: boolean }) {
  const { say } = useWords()
  if (!is) return null
  return (
    <span data-testid="provisional">
      {' '}
      <span aria-hidden="true">*</span>
      <span className="visually-hidden">{say(queueWords.provisional)}</span>
    </span>
  )
}

/** "80 % · 12 of 15". */
export function Share({ some, all }: { some: number; all: number }) {
  const { say, language } = useWords()
  const percent = percentOf(some, all)
  if (percent === null) return say(words.none)
  const counted = say(words.ofProduced, { some: formatNumber(some, language), all: formatNumber(all, language) })
  return (
    <>
      {formatNumber(percent, language)} % <span className="soft small">{counted}</span>
    </>
  )
}

function Foot({ sums }: { sums: OfficeSums }) {
  const { say, language } = useWords()
  const number = (n: number, text: (typeof words)[keyof typeof words]) => <Cell name={say(text)}>{formatNumber(n, language)}</Cell>
  return (
    <tfoot>
      <tr>
        <th scope="row">{say(words.total)}</th>
        {number(sums.issuedDay, words.issuedDay)}
        {number(sums.issuedTotal, words.issuedTotal)}
        {number(sums.pending, words.pending)}
        {number(sums.late, words.late)}
        <td className="number wide-only" />
        {number(sums.rejected, words.rejected)}
        <Cell name={say(words.onTime)}>
          <Share some={sums.onTime} all={sums.produced} />
        </Cell>
      </tr>
    </tfoot>
  )
}
