import './offices.css'
import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { Link, useSearch } from 'wouter'
import type { Text } from '../../../kernel/language.ts'
import { type CivilDate, parseCivilDate } from '../../../kernel/time.ts'
import type { ApplicationAnswer } from '../../../passes/passes.api.ts'
import { movable } from '../../../passes/province/move.rules.ts'
import { formatDate, formatNumber } from '../../../words/dates.ts'
import { applicationStateWords, deskWords, queueWords } from '../../../words/desk.ts'
import { endWords, groundWords, issuedKindWords, officeNumbersWords as words } from '../../../words/office-numbers.ts'
import { provinceWords } from '../../../words/province.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { useAreaName } from '../names.ts'
import { Answered, Empty } from '../parts/answered.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { PassStopped } from '../parts/pass-stopped.tsx'
import { PersonName } from '../parts/person.tsx'
import { MoveCases } from '../province/move-cases.tsx'
import { useCasesBehind } from './office-queries.ts'

const whatWords: Readonly<Record<string, Text>> = {
  pending: words.waiting,
  late: words.late,
  issued: words.issued,
  rejected: words.rejected,
  ...endWords,
}
const detailWords: Readonly<Record<string, Text>> = { ...applicationStateWords, ...issuedKindWords, ...groundWords }
/** As many as the server gives. */
const casesMax = 200

/** The cases behind a number. */
export function CasesPage({ office, what }: { office: string; what: string }) {
  const { say, language } = useWords()
  const areaName = useAreaName()
  const asked = new URLSearchParams(useSearch())
  const [detail, day] = [asked.get('detail') ?? undefined, parseCivilDate(asked.get('day') ?? '')]
  const cases = useCasesBehind({ office, what, detail, day })
  const { may } = useMe()
  // What is late, or pending and not approved yet, may be given to another office of the province.
  const isMovable = may('application.move', office) && (what === 'late' || (what === 'pending' && detail !== 'signed' && detail !== 'produced'))
  // An address that names no number still has a heading.
  const known = [whatWords[what], detail === undefined ? undefined : detailWords[detail]].flatMap((text) => (text ? [say(text)] : []))
  const name = known.join(' · ') || say(deskWords.notFound)
  const title = day === undefined ? name : `${name} · ${formatDate(day, language)}`
  return (
    <>
      <PageHead title={title} lead={areaName(office)} />
      <p className="way-back no-print">
        <Link href="/offices">{say(words.back)}</Link>
      </p>
      <Answered query={cases}>
        {(found) => <Cases found={found} moving={isMovable ? office : undefined} onMoved={() => void cases.refetch()} />}
      </Answered>
    </>
  )
}

type CasesProps = { readonly found: readonly ApplicationAnswer[]; readonly moving: string | undefined; readonly onMoved: () => void }
function Cases({ found, moving, onMoved }: CasesProps) {
  const { say, language } = useWords()
  const [chosen, choose] = useState<readonly string[]>([])
  // What a move answered is read also where it took the last case away.
  const [hasMoved, setMoved] = useState(false)
  const moved = () => {
    choose([])
    setMoved(true)
    onMoved()
  }
  const toggle = (id: string) => choose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  const isEmpty = found.length === 0
  const isChoosing = moving !== undefined && found.some(({ state }) => movable[state] === 'allowed')
  return (
    <>
      {moving !== undefined && (isChoosing || hasMoved) && <MoveCases office={moving} chosen={chosen} onMoved={moved} />}
      {isEmpty ? <Empty>{say(words.casesNone)}</Empty> : <CasesTable found={found} choosing={isChoosing ? { chosen, toggle } : undefined} />}
      {found.length === casesMax && <p className="soft small">{say(words.casesMax, { count: formatNumber(casesMax, language) })}</p>}
    </>
  )
}

type Choosing = { readonly chosen: readonly string[]; toggle(id: string): void }
function CasesTable({ found, choosing }: { found: readonly ApplicationAnswer[]; choosing: Choosing | undefined }) {
  const { say, language } = useWords()
  return (
    <div className="table-card">
      <table className="table" data-testid="cases-behind">
        <caption className="visually-hidden">{say(words.title)}</caption>
        <thead>
          <tr>
            {choosing && <td />}
            <th scope="col">{say(words.applicant)}</th>
            <th scope="col" className="wide-only">
              {say(words.due)}
            </th>
            <th scope="col">{say(words.state)}</th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ id, applicant, dueOn, dueProvisional, state, passState }) => (
            <tr key={id} className="row-link">
              {choosing && (
                <td className="choice-cell">
                  {movable[state] === 'allowed' && (
                    <Checkbox
                      checked={choosing.chosen.includes(id)}
                      onChange={() => choosing.toggle(id)}
                      aria-label={say(provinceWords.choose, { name: applicant.localName ?? id })}
                      data-testid="choose-case"
                    />
                  )}
                </td>
              )}
              <td className="name-cell">
                <Link href={`/applications/${id}`}>
                  <PersonName person={applicant} lang={applicant.localLanguage === 'tha' ? 'th' : 'km'} />
                </Link>
              </td>
              <td className="wide-only">
                {dueOn === null ? say(words.none) : formatDate(dueOn as CivilDate, language)}
                {dueProvisional && <span className="second-line small soft">{say(queueWords.provisional)}</span>}
              </td>
              <td>
                {say(applicationStateWords[state])}
                <PassStopped application={{ state, passState }} />
                {dueOn !== null && (
                  <span className="narrow-only small soft">
                    {say(queueWords.due, { day: formatDate(dueOn as CivilDate, language, { short: true }).replaceAll(' ', '\u00a0') })}
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
