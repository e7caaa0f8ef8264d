import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { addDays, borderZone, type CivilDate, civilDateAt, type Instant } from '../../kernel/time.ts'
import { formatDate, formatDateTime, formatNumber, formatYear, monthName } from '../../words/dates.ts'
import { deskWords, numbersWords, passWords } from '../../words/desk.ts'
import { formWords } from '../../words/desk-form.ts'
import { type DayRow, type DaySums, sumByDay } from './day-sums.ts'
import { readTypedDate, typeDate } from './form/typed-date.ts'
import { useWords } from './frame/language.tsx'
import { useMe } from './frame/me.tsx'
import { useOfficeChoice } from './frame/office.tsx'
import { useAreaName, usePointName } from './names.ts'
import { Answered, Empty } from './parts/answered.tsx'
import { PageHead } from './parts/page-head.tsx'
import { useInstance, useMovementCounts, usePassCounts } from './queries.ts'

export function Numbers() {
  const { say } = useWords()
  const { may } = useMe()
  const { office } = useOfficeChoice()
  const areaName = useAreaName()
  const instance = useInstance()
  return (
    <>
      <PageHead title={say(deskWords.numbers)} lead={office && areaName(office.id)} />
      {may('pass.count') && <PassCounts office={office && may('pass.count', office.id) ? office.id : undefined} />}
      {may('movement.count') && (
        <Answered query={instance}>{({ now }) => <MovementCounts today={civilDateAt(now as Instant, borderZone)} />}</Answered>
      )}
    </>
  )
}

function AsOf({ at }: { at: string }) {
  const { say, language } = useWords()
  return <p className="soft small">{say(numbersWords.asOf, { at: formatDateTime(at as Instant, borderZone, language) })}</p>
}

function PassCounts({ office }: { office: string | undefined }) {
  const { say, language } = useWords()
  const counts = usePassCounts(office)
  return (
    <section className="stack" aria-labelledby="issued-title">
      <h2 id="issued-title">{say(numbersWords.issued)}</h2>
      <Answered query={counts}>
        {({ at, rows }) => {
          const total = rows.reduce((sum, { issued }) => sum + issued, 0)
          const thisMonth = civilDateAt(at as Instant, borderZone).slice(0, 7)
          const most = Math.max(1, ...rows.map(({ issued }) => issued))
          return (
            <>
              <div className="tiles">
                <Tile name={say(numbersWords.issuedTotal)}>{formatNumber(total, language)}</Tile>
                <Tile name={say(numbersWords.issuedThisMonth)}>
                  {formatNumber(rows.find(({ month }) => month === thisMonth)?.issued ?? 0, language)}
                </Tile>
              </div>
              {rows.length === 0 ? (
                <Empty>{say(numbersWords.noPasses)}</Empty>
              ) : (
                <div className="table-card">
                  <table className="table numbers" aria-labelledby="issued-title">
                    <thead>
                      <tr>
                        <th scope="col">{say(numbersWords.month)}</th>
                        <th scope="col" className="number">
                          {say(numbersWords.count)}
                        </th>
                        <td className="bar-cell" />
                      </tr>
                    </thead>
                    <tbody>
                      {rows.map(({ month, issued }) => (
                        <tr key={month}>
                          <th scope="row">{sayMonth(month, language)}</th>
                          <td className="number">{formatNumber(issued, language)}</td>
                          <td className="bar-cell">
                            <span className="bar" style={{ inlineSize: `${(100 * issued) / most}%` }} />
                          </td>
                        </tr>
                      ))}
                    </tbody>
                    <tfoot>
                      <tr>
                        <th scope="row">{say(numbersWords.total)}</th>
                        <td className="number">{formatNumber(total, language)}</td>
                        <td className="bar-cell" />
                      </tr>
                    </tfoot>
                  </table>
                </div>
              )}
              <AsOf at={at} />
            </>
          )
        }}
      </Answered>
    </section>
  )
}

function Tile({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="tile">
      <span>{name}</span>
      <strong>{children}</strong>
    </div>
  )
}

const daysShown = 7

function MovementCounts({ today }: { today: CivilDate }) {
  const { say, language } = useWords()
  const [typedFrom, setFrom] = useState(() => typeDate(addDays(today, 1 - daysShown), language))
  const [typedUntil, setUntil] = useState(() => typeDate(today, language))
  const [from, last] = [readTypedDate(typedFrom), readTypedDate(typedUntil)]
  const unread = say(formWords.birthDateUnread)
  return (
    <div className="stack">
      <div>
        <h2 id="counts-title">{say(numbersWords.movements)}</h2>
        <p className="soft small">{say(numbersWords.everyPoint)}</p>
      </div>
      <div className="period">
        <TextInput
          label={say(numbersWords.from)}
          value={typedFrom}
          onChange={(event) => setFrom(event.currentTarget.value)}
          description={from && formatDate(from, language)}
          error={from ? undefined : unread}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
        <TextInput
          label={say(numbersWords.until)}
          value={typedUntil}
          onChange={(event) => setUntil(event.currentTarget.value)}
          description={last && formatDate(last, language)}
          error={last ? undefined : unread}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
      </div>
      {from && last && <CountTable from={from} until={addDays(last, 1)} />}
    </div>
  )
}

const columns = ['exits', 'entries', 'referred', 'refused', 'total'] as const satisfies readonly (keyof DaySums)[]

function CountTable({ from, until }: { from: CivilDate; until: CivilDate }) {
  const { say } = useWords()
  const counts = useMovementCounts({ from, until })
  return (
    <Answered query={counts}>
      {({ at, rows }) => {
        const { days, totals } = sumByDay(rows)
        return (
          <>
            {days.length === 0 ? (
              <Empty>{say(numbersWords.noMovements)}</Empty>
            ) : (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by the keyboard
              <section className="table-card table-scroll" tabIndex={0} aria-label={say(numbersWords.movements)}>
                <table className="table numbers" aria-labelledby="counts-title">
                  <thead>
                    <tr>
                      <th scope="col">{say(numbersWords.day)}</th>
                      <th scope="col">{say(passWords.point)}</th>
                      {columns.map((name) => (
                        <th key={name} scope="col" className="number">
                          {say(numbersWords[name])}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {days.map((row) => (
                      <CountRow key={`${row.day} ${row.point}`} row={row} />
                    ))}
                  </tbody>
                  <tfoot>
                    <tr>
                      <th scope="row" colSpan={2}>
                        {say(numbersWords.total)}
                      </th>
                      <Sums sums={totals} />
                    </tr>
                  </tfoot>
                </table>
              </section>
            )}
            <AsOf at={at} />
          </>
        )
      }}
    </Answered>
  )
}

function CountRow({ row }: { row: DayRow }) {
  const { language } = useWords()
  const pointName = usePointName()
  return (
    <tr>
      <td>{formatDate(row.day, language)}</td>
      <th scope="row">{pointName(row.point)}</th>
      <Sums sums={row} />
    </tr>
  )
}

function Sums({ sums }: { sums: DaySums }) {
  const { language } = useWords()
  return columns.map((name) => (
    <td key={name} className="number">
      {formatNumber(sums[name], language)}
    </td>
  ))
}

/** "2026-11" → "វិច្ឆិកា ២០២៦" · "พฤศจิกายน 2569" · "November 2026". */
function sayMonth(month: string, language: 'km' | 'th' | 'en'): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return `${monthName(number, language)} ${formatYear(year, language)}`
}
