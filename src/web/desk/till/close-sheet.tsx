import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { borderZone, type CivilDate, type Instant } from '../../../kernel/time.ts'
import { readNotes } from '../../../payments/denominations.rules.ts'
import type { DayCloseAnswer } from '../../../payments/payments.api.ts'
import { whoWords } from '../../../words/account.ts'
import { commonWords } from '../../../words/common.ts'
import { formatDate, formatDateTime, formatNumber } from '../../../words/dates.ts'
import { closeWords, tillWords } from '../../../words/till.ts'
import { isDemonstration } from '../../who.ts'
import { useWords } from '../frame/language.tsx'
import { useOfficeChoice } from '../frame/office.tsx'
import { useAreaName, useInstrumentTitle } from '../names.ts'
import { Answered } from '../parts/answered.tsx'
import { Facts } from '../parts/facts.tsx'
import { Icon } from '../parts/icon.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { StatementSays } from './bank-list.tsx'
import { useMoneyWords } from './money.ts'
import { useDayCloses } from './till-queries.ts'

/** A closed day as it was closed: on the screen, and on paper to be signed. */
export function CloseSheetPage({ day, cashier }: { day: string; cashier: string }) {
  const { say } = useWords()
  const { office } = useOfficeChoice()
  const closes = useDayCloses(office?.id ?? '', day)
  return (
    <Answered query={closes}>
      {(rows) => {
        const close = rows.find((one) => one.cashier === cashier)
        return close ? <CloseSheet close={close} /> : <PageHead title={say(closeWords.notFound)} />
      }}
    </Answered>
  )
}

function CloseSheet({ close }: { close: DayCloseAnswer }) {
  const { say, language } = useWords()
  const areaName = useAreaName()
  const day = formatDate(close.day as CivilDate, language)
  return (
    <>
      <PageHead title={say(closeWords.sheet)} lead={`${areaName(close.office)} · ${day}`}>
        <div className="actions">
          <Link href="/till" className="button-link">
            {say(closeWords.back)}
          </Link>
          <Button leftSection={<Icon name="printer" />} onClick={() => window.print()} data-testid="print-sheet">
            {say(closeWords.print)}
          </Button>
        </div>
      </PageHead>
      <section className="card sheet" aria-label={say(closeWords.sheet)} data-testid="close-sheet">
        <p className="print-only receipt-head">
          {say(commonWords.name)} · {say(closeWords.sheet)} · {areaName(close.office)} · {day}
        </p>
        <Sums close={close} />
        <Notes currency={close.currency} office={close.office} />
        {close.statement ? (
          <StatementSays office={close.office} currency={close.currency} found={close.statement} />
        ) : (
          <p className="soft">{say(closeWords.noStatement)}</p>
        )}
        <div className="print-only signatures">
          <p className="signature-line">{say(closeWords.signCashier)}</p>
          <p className="signature-line">{say(closeWords.signHead)}</p>
        </div>
        {isDemonstration && <p className="print-only small">{say(whoWords.demonstration)}</p>}
      </section>
    </>
  )
}

function Sums({ close }: { close: DayCloseAnswer }) {
  const { say, language } = useWords()
  const instrumentTitle = useInstrumentTitle()
  const { moneyOf, differenceOf, handOf } = useMoneyWords(close.office)
  const { expected, counted, difference, currency, fees, officeShare, provinceShare } = close
  return (
    <Facts
      facts={[
        [say(closeWords.cashier), handOf(close.cashier)],
        [say(closeWords.closedAt), formatDateTime(close.closedAt as Instant, borderZone, language)],
        [say(closeWords.lines), formatNumber(close.lines, language)],
        [say(tillWords.expected), moneyOf(expected, currency)],
        [say(closeWords.counted), moneyOf(counted, currency)],
        [say(closeWords.difference), difference === 0 ? say(closeWords.agrees) : differenceOf(difference, currency)],
        [say(closeWords.explanation), close.explanation],
        [say(closeWords.fees), moneyOf(fees, currency)],
        [say(closeWords.officeShare), moneyOf(officeShare, currency)],
        [say(closeWords.provinceShare), moneyOf(provinceShare, currency)],
        [say(closeWords.splitBy), instrumentTitle(close.splitBy)],
      ]}
    />
  )
}

/** What was typed note by note, while this tab still knows it: the record is the sum. */
function Notes({ currency, office }: { currency: string; office: string }) {
  const { say, language } = useWords()
  const { moneyOf } = useMoneyWords(office)
  const state = useHistoryState<{ notes?: readonly (readonly [number, string])[] } | null>()
  const notes = (state?.notes ?? []).map(([note, typed]) => ({ note, many: readNotes(typed) ?? 0 })).filter(({ many }) => many > 0)
  if (notes.length === 0) return null
  return (
    <ul className="movements-of-money" aria-label={say(closeWords.count)}>
      {notes
        .toSorted((one, other) => other.note - one.note)
        .map(({ note, many }) => (
          <li key={note}>
            <span>
              {moneyOf(note, currency)} × {formatNumber(many, language)}
            </span>
            <span className="number">{moneyOf(note * many, currency)}</span>
          </li>
        ))}
    </ul>
  )
}
