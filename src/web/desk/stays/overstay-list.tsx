import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CivilDate } from '../../../kernel/time.ts'
import type { OverstaysAnswer } from '../../../stays/stays.api.ts'
import { commonWords } from '../../../words/common.ts'
import { contestDeskWords } from '../../../words/contest-desk.ts'
import { formatDate, formatNumber } from '../../../words/dates.ts'
import { stayWords } from '../../../words/stays.ts'
import { useWords } from '../frame/language.tsx'
import { useAreaName, usePointName } from '../names.ts'
import { Answered, Empty } from '../parts/answered.tsx'
import { useAnswer } from '../queries.ts'
import type { Sought } from './stays-page.tsx'
import { type Where, WhereFields } from './where-fields.tsx'

const pageRows = 50

/** Who is over their lawful days: foreigners inside, or as a warning our own nationals away. */
export function OverstayList({ onOpen }: { onOpen(sought: Sought): void }) {
  const { say, language } = useWords()
  const [whose, setWhose] = useState<'foreign' | 'own'>('foreign')
  const [where, setWhere] = useState<Where>({ point: '', area: '' })
  const [offset, setOffset] = useState(0)
  const asked = { whose, ...where, offset: String(offset), limit: String(pageRows) }
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))
  const found = useAnswer<OverstaysAnswer>(`/api/v1/overstays?${query}`, { keep: true })
  return (
    <section className="stack" aria-labelledby="overstays-title">
      <h2 id="overstays-title">{say(stayWords.overstays)}</h2>
      <div className="fields">
        <WhereFields
          where={where}
          onWhere={(next) => {
            setWhere(next)
            setOffset(0)
          }}
          testid="overstays"
        />
      </div>
      <Answered query={found}>
        {(answer) => (
          <>
            <div className="actions">
              {(['foreign', 'own'] as const).map((each) => (
                <Button
                  key={each}
                  variant={each === whose ? 'filled' : 'default'}
                  aria-pressed={each === whose}
                  onClick={() => {
                    setWhose(each)
                    setOffset(0)
                  }}
                  data-testid={`overstays-${each}`}
                >
                  {say(stayWords[each])}
                  {say(commonWords.colon)} {formatNumber(answer[each].count, language)}
                </Button>
              ))}
            </div>
            {answer.rows.length === 0 ? <Empty>{say(stayWords.none)}</Empty> : <Overstayers rows={answer.rows} onOpen={onOpen} />}
            <div className="actions">
              {offset > 0 && (
                <Button variant="default" onClick={() => setOffset(Math.max(0, offset - pageRows))}>
                  {say(contestDeskWords.before)}
                </Button>
              )}
              {offset + answer.rows.length < answer[whose].count && (
                <Button variant="default" onClick={() => setOffset(offset + pageRows)} data-testid="overstays-more">
                  {say(stayWords.more)}
                </Button>
              )}
            </div>
            {answer[whose].count > 0 && <Counts counted={answer[whose]} />}
          </>
        )}
      </Answered>
    </section>
  )
}

function Overstayers({ rows, onOpen }: { rows: OverstaysAnswer['rows']; onOpen(sought: Sought): void }) {
  const { say, language } = useWords()
  const [pointName, areaName] = [usePointName(), useAreaName({ everywhere: true })]
  return (
    <div className="table-card">
      <table className="table stay-table" data-testid="overstays">
        <caption className="visually-hidden">{say(stayWords.overstays)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(stayWords.number)}</th>
            <th scope="col">{say(stayWords.lastDay)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.document.issuer} ${row.document.number} ${row.number}`} data-testid="overstay">
              <th scope="row" className="name-cell">
                <span className="code">{row.document.number}</span>
                <span className="second-line small">{row.opened && pointName(row.opened.point)}</span>
                {row.document.issuingArea && <span className="second-line small soft">{areaName(row.document.issuingArea)}</span>}
                <Button
                  variant="default"
                  size="sm"
                  onClick={() => onOpen({ number: row.document.number ?? '', issuer: row.document.issuer ?? '' })}
                  data-testid="overstay-open"
                >
                  {say(stayWords.open)}
                </Button>
              </th>
              <td>
                {formatDate(row.until as CivilDate, language)}
                <span className="second-line">
                  <span className="badge tone-refer">{say(stayWords.daysOver, { days: formatNumber(row.daysOver, language) })}</span>
                </span>
                <span className="second-line small soft" data-testid="overstay-tolled">
                  {row.tolled.length === 0
                    ? say(stayWords.noTolled)
                    : `${say(stayWords.tolledDays)}${say(commonWords.colon)} ${row.tolled.map((day) => formatDate(day as CivilDate, language, { short: true })).join(', ')}`}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Counts({ counted: { byPoint, byArea } }: { counted: OverstaysAnswer['foreign'] }) {
  const { say, language } = useWords()
  const [pointName, areaName] = [usePointName(), useAreaName({ everywhere: true })]
  const lists = [
    { title: say(stayWords.byPoint), rows: byPoint, name: pointName },
    { title: say(stayWords.byArea), rows: byArea, name: (of: string) => (of.includes(':') ? areaName(of) : of) },
  ]
  return (
    <div className="fields">
      {lists.map(({ title, rows, name }) => (
        <div key={title}>
          <h3>{title}</h3>
          <ul className="stay-days">
            {rows.map(({ of, count }) => (
              <li key={of}>
                {name(of)}
                {say(commonWords.colon)} {formatNumber(count, language)}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
