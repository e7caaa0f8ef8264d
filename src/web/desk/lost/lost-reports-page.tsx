import { Link } from 'wouter'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import type { LostReportAnswer } from '../../../portal/portal.api.ts'
import { formatDateTime } from '../../../words/dates.ts'
import { deskWords } from '../../../words/desk.ts'
import { lostWords } from '../../../words/portal.ts'
import { reportDeskWords as words } from '../../../words/resident-cases.ts'
import { useWords } from '../frame/language.tsx'
import { useOfficeChoice } from '../frame/office.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { TableSection } from '../parts/table-card.tsx'
import { FoundLent } from './found-lent.tsx'
import { useLostReports } from './report-queries.ts'

/** The office's tasks: passes of which somebody said that they are lost. */
export function LostReportsPage() {
  const { say, language } = useWords()
  const { office } = useOfficeChoice()
  const reports = useLostReports(office?.id ?? '')
  const heads = [say(words.pass), say(words.how), { name: say(words.since), as: 'wide-only' }] as const
  return (
    <>
      <PageHead title={say(deskWords.lostReports)} lead={say(words.lead)} />
      <TableSection id="reports-title" title={say(words.open)} query={reports} empty={say(words.none)} heads={heads} testid="lost-reports">
        {(report) => (
          <tr key={report.id} className="row-link" data-testid="report-row">
            <td className="name-cell">
              <Link href={`/lost-reports/${report.id}`}>
                <strong className="code">{report.pass}</strong>
              </Link>
              <span className="second-line small code soft">{report.number}</span>
            </td>
            <td>
              {say(lostWords[howOf(report)])}
              <span className="second-line">
                <Proof report={report} />
              </span>
            </td>
            <td className="wide-only soft">{formatDateTime(report.madeAt as Instant, borderZone, language)}</td>
          </tr>
        )}
      </TableSection>
      {office && <FoundLent office={office.id} />}
    </>
  )
}

export const howOf = ({ how }: LostReportAnswer): 'lost' | 'stolen' => (how === 'stolen' ? 'stolen' : 'lost')

export function Proof({ report: { proven } }: { report: LostReportAnswer }) {
  const { say } = useWords()
  return <span className={`badge proof tone-${proven ? 'flag' : 'quiet'}`}>{say(proven ? words.proven : words.unproven)}</span>
}
