import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { borderZone, type CivilDate, civilDateAt, type Instant } from '../../../kernel/time.ts'
import { spokenNumber } from '../../../passes/follow-number.rules.ts'
import { rebuttalSubjects } from '../../../stays/rebuttal.rules.ts'
import type { RebuttalsAnswer } from '../../../stays/stays.api.ts'
import { contestDeskWords as words } from '../../../words/contest-desk.ts'
import { formatDate, formatDateTime, formatNumber } from '../../../words/dates.ts'
import { rebuttalStateWords, rebuttalSubjectWords } from '../../../words/stays.ts'
import { useWords } from '../frame/language.tsx'
import { usePointName } from '../names.ts'
import { Answered, Empty } from '../parts/answered.tsx'
import { TableCard } from '../parts/table-card.tsx'
import { useNow } from '../point/server-clock.ts'
import { useAnswer } from '../queries.ts'
import { type Where, WhereFields } from '../stays/where-fields.tsx'

const pageRows = 50
const start = { which: 'waiting', about: '', number: '', offset: 0 } as const
type Chosen = { readonly which: 'waiting' | 'decided'; readonly about: string; readonly number: string; readonly offset: number }

/** What was contested at the reader's places: what waits, the first due first, and what was decided. */
export function ContestList() {
  const { say, language } = useWords()
  const [chosen, setChosen] = useState<Chosen>(start)
  const [where, setWhere] = useState<Where>({ point: '', area: '' })
  const choose = (part: Partial<Chosen>) => setChosen({ ...chosen, offset: 0, ...part })
  const { which, about, number, offset } = chosen
  const asked = { which, ...where, about, number: number.trim().length < 3 ? '' : number.trim(), offset: String(offset), limit: String(pageRows) }
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))
  const found = useAnswer<RebuttalsAnswer>(`/api/v1/rebuttals?${query}`, { keep: true })
  return (
    <section className="stack" aria-labelledby="contests-title">
      <h2 id="contests-title">{say(words.title)}</h2>
      <div className="actions">
        {(['waiting', 'decided'] as const).map((each) => (
          <Button
            key={each}
            variant={each === which ? 'filled' : 'default'}
            aria-pressed={each === which}
            onClick={() => choose({ which: each })}
            data-testid={`contests-${each}`}
          >
            {say(words[each])}
          </Button>
        ))}
      </div>
      <div className="fields">
        <WhereFields
          where={where}
          onWhere={(next) => {
            setWhere(next)
            choose({})
          }}
          testid="contests"
        />
        <NativeSelect
          label={say(words.about)}
          value={about}
          onChange={(event) => choose({ about: event.currentTarget.value })}
          data={[{ value: '', label: say(words.all) }, ...rebuttalSubjects.map((value) => ({ value, label: say(rebuttalSubjectWords[value]) }))]}
          data-testid="contests-about"
        />
        <TextInput
          label={say(words.number)}
          value={number}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => choose({ number: event.currentTarget.value })}
          data-testid="contests-number"
        />
      </div>
      <Answered query={found}>
        {({ count, rows }) => (
          <>
            {rows.length === 0 ? <Empty>{say(words.none)}</Empty> : <Rows rows={rows} />}
            <div className="actions">
              <span className="soft">{say(words.count, { count: formatNumber(count, language) })}</span>
              {offset > 0 && (
                <Button variant="default" onClick={() => choose({ offset: Math.max(0, offset - pageRows) })}>
                  {say(words.before)}
                </Button>
              )}
              {offset + rows.length < count && (
                <Button variant="default" onClick={() => choose({ offset: offset + pageRows })}>
                  {say(words.after)}
                </Button>
              )}
            </div>
          </>
        )}
      </Answered>
    </section>
  )
}

function Rows({ rows }: { rows: RebuttalsAnswer['rows'] }) {
  const { say, language } = useWords()
  const pointName = usePointName()
  const heads = [say(words.about), { name: say(words.point), as: 'wide-only' }, say(words.due), { name: say(words.state), as: 'wide-only' }] as const
  const now = useNow()
  const today = now && civilDateAt(now, borderZone)
  return (
    <TableCard heads={heads} caption={say(words.title)} testid="contests" className="stay-table">
      {rows.map(({ id, about, number, document, point, state, dueOn, decidedAt }) => (
        <tr key={id} className="row-link" data-testid="contest-row" data-state={state}>
          <td className="name-cell">
            <Link href={`/stays/contests/${id}`}>
              <strong>{say(rebuttalSubjectWords[about])}</strong>
            </Link>
            {[number && spokenNumber(number), document].map(
              (part) =>
                part !== null && (
                  <span key={part} className="second-line small code soft">
                    {part}
                  </span>
                ),
            )}
            <span className="narrow-only small soft">
              {pointName(point)}
              <span className="second-line">{say(rebuttalStateWords[state])}</span>
            </span>
          </td>
          <td className="wide-only">{pointName(point)}</td>
          <td className="soft">
            {decidedAt === null ? formatDate(dueOn as CivilDate, language) : formatDateTime(decidedAt as Instant, borderZone, language)}
            {decidedAt === null && today !== undefined && dueOn < today && (
              <span className="second-line">
                <span className="badge tone-refer">{say(words.late)}</span>
              </span>
            )}
          </td>
          <td className="wide-only">
            <span className={`badge tone-${state === 'not-accepted' ? 'refer' : state === 'accepted' ? 'admit' : 'quiet'}`}>
              {say(rebuttalStateWords[state])}
            </span>
          </td>
        </tr>
      ))}
    </TableCard>
  )
}
