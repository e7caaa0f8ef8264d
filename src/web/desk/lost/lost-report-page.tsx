import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import { spokenNumber } from '../../../passes/follow-number.rules.ts'
import type { LostReportAnswer } from '../../../portal/portal.api.ts'
import { formatDateTime } from '../../../words/dates.ts'
import { lostWords, reportOutcomeWords } from '../../../words/portal.ts'
import { reportDeskWords as words } from '../../../words/resident-cases.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { useOfficeChoice } from '../frame/office.tsx'
import { Answered, Empty } from '../parts/answered.tsx'
import { Facts } from '../parts/facts.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { PassBadge } from '../parts/state-badge.tsx'
import { PassHolder } from '../pass/pass-holder.tsx'
import { PassSteps } from '../pass/pass-steps.tsx'
import { ReplaceLinks } from '../pass/replace-links.tsx'
import { usePass } from '../queries.ts'
import { howOf, Proof } from './lost-reports-page.tsx'
import { reportsKey, useLostReports } from './report-queries.ts'
import { SettleReport } from './settle-report.tsx'

/** One report with the pass beside it: what to do with the pass, and then what came of the report. */
export function LostReportPage({ id }: { id: string }) {
  const { office } = useOfficeChoice()
  const client = useQueryClient()
  const [settled, setSettled] = useState<LostReportAnswer | undefined>(undefined)
  const reports = useLostReports(office?.id ?? '')
  function done(report: LostReportAnswer) {
    setSettled(report)
    void client.invalidateQueries({ queryKey: reportsKey(report.office) })
  }
  return (
    <Answered query={reports}>
      {(found) => {
        const report = settled ?? found.find((each) => each.id === id)
        return report ? <Known report={report} onSettled={done} /> : <Gone />
      }}
    </Answered>
  )
}

function Gone() {
  const { say } = useWords()
  return (
    <>
      <PageHead title={say(words.report)} />
      <Empty>
        <p>{say(words.gone)}</p>
        <BackToList />
      </Empty>
    </>
  )
}

function BackToList() {
  const { say } = useWords()
  return (
    <Link href="/lost-reports" className="button-link" data-testid="back-to-reports">
      {say(words.back)}
    </Link>
  )
}

function Known({ report, onSettled }: { report: LostReportAnswer; onSettled(report: LostReportAnswer): void }) {
  const { say, language } = useWords()
  const { may } = useMe()
  const { number, pass, contact, madeAt, outcome } = report
  return (
    <>
      <PageHead title={say(lostWords[howOf(report)])} lead={pass} />
      <div className="columns columns-even">
        <div className="stack">
          <section className="card" aria-labelledby="report-title">
            <h2 id="report-title">{say(words.report)}</h2>
            <Facts
              facts={[
                [
                  say(words.caseNumber),
                  <span className="code" key="number">
                    {spokenNumber(number)}
                  </span>,
                ],
                [say(words.since), formatDateTime(madeAt as Instant, borderZone, language)],
                [say(words.contact), contact],
              ]}
            />
            <p className="proof-line">
              <Proof report={report} />
            </p>
          </section>
          {outcome === null ? (
            may('lost-report.settle', report.office) && <SettleReport report={report} onSettled={onSettled} />
          ) : (
            <section className="card stack" role="status" data-testid="report-settled" data-outcome={outcome}>
              <p className="problem-title">{say(words.settled, { outcome: say(reportOutcomeWords[outcome]) })}</p>
              <p>
                <BackToList />
              </p>
            </section>
          )}
        </div>
        {pass !== null && may('pass.read', report.office) && <PassBeside number={pass} report={report} />}
      </div>
    </>
  )
}

function PassBeside({ number, report }: { number: string; report: LostReportAnswer }) {
  const pass = usePass(number)
  return (
    <Answered query={pass}>
      {(found) => (
        <div className="stack">
          <p>
            <Link href={`/passes/${number}`} className="code">
              {number}
            </Link>{' '}
            <PassBadge state={found.state} />
          </p>
          <PassHolder pass={found} />
          <PassSteps pass={found} />
          <ReplaceLinks pass={found} wishes={[howOf(report)]} />
        </div>
      )}
    </Answered>
  )
}
