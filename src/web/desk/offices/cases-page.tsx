import './offices.css'
import { Link, useSearch } from 'wouter'
import type { Text } from '../../../kernel/language.ts'
import type { CivilDate } from '../../../kernel/time.ts'
import type { ApplicationAnswer } from '../../../passes/passes.api.ts'
import { formatDate, formatNumber } from '../../../words/dates.ts'
import { applicationStateWords } from '../../../words/desk.ts'
import { endWords, groundWords, issuedKindWords, officeNumbersWords as words } from '../../../words/office-numbers.ts'
import { useWords } from '../frame/language.tsx'
import { useAreaName } from '../names.ts'
import { Answered, Empty } from '../parts/answered.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { PersonName } from '../parts/person.tsx'
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
  const [detail, day] = [asked.get('detail') ?? undefined, asked.get('day') ?? undefined]
  const cases = useCasesBehind({ office, what, detail, day })
  const name = [whatWords[what], detail === undefined ? undefined : detailWords[detail]].flatMap((text) => (text ? [say(text)] : [])).join(', ')
  const title = day === undefined ? name : `${name} · ${formatDate(day as CivilDate, language)}`
  return (
    <>
      <PageHead title={title} lead={areaName(office)} />
      <p className="no-print">
        <Link href="/offices">{say(words.back)}</Link>
      </p>
      <Answered query={cases}>{(found) => (found.length === 0 ? <Empty>{say(words.casesNone)}</Empty> : <Cases found={found} />)}</Answered>
    </>
  )
}

function Cases({ found }: { found: readonly ApplicationAnswer[] }) {
  const { say, language } = useWords()
  return (
    <>
      <div className="table-card">
        <table className="table" data-testid="cases-behind">
          <caption className="visually-hidden">{say(words.title)}</caption>
          <thead>
            <tr>
              <th scope="col">{say(words.applicant)}</th>
              <th scope="col">{say(words.due)}</th>
              <th scope="col">{say(words.state)}</th>
            </tr>
          </thead>
          <tbody>
            {found.map(({ id, applicant, dueOn, state }) => (
              <tr key={id} className="row-link">
                <td className="name-cell">
                  <Link href={`/applications/${id}`}>
                    <PersonName person={applicant} lang={applicant.localLanguage === 'tha' ? 'th' : 'km'} />
                  </Link>
                </td>
                <td>{dueOn === null ? say(words.none) : formatDate(dueOn as CivilDate, language)}</td>
                <td>{say(applicationStateWords[state])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.length === casesMax && <p className="soft small">{say(words.casesMax, { count: formatNumber(casesMax, language) })}</p>}
    </>
  )
}
