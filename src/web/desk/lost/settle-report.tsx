import { Button, Radio } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { LostReportAnswer } from '../../../portal/portal.api.ts'
import { type ReportOutcome, reportOutcomes } from '../../../portal/report.rules.ts'
import { reportOutcomeWords } from '../../../words/portal.ts'
import { reportDeskWords as words } from '../../../words/resident-cases.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { ProblemNotice } from '../parts/answered.tsx'

type SettleProps = { readonly report: LostReportAnswer; onSettled(report: LostReportAnswer): void }

/** Says what came of a report; the pass itself is changed by its own steps. */
export function SettleReport({ report, onSettled }: SettleProps) {
  const { say } = useWords()
  const command = useCommand<LostReportAnswer>()
  const [outcome, setOutcome] = useState<ReportOutcome | ''>('')
  const [isMissing, setMissing] = useState(false)
  async function settle(event: FormEvent) {
    event.preventDefault()
    if (outcome === '') {
      setMissing(true)
      return document.getElementById(`outcome-${reportOutcomes[0]}`)?.focus()
    }
    const settled = await command.send(`/api/v1/lost-reports/${report.id}/settlement`, { outcome })
    if (settled) onSettled(settled)
  }
  return (
    <section className="card next-step" aria-labelledby="settle-title">
      <h2 id="settle-title">{say(words.settleTitle)}</h2>
      <p>{say(words.settleLead)}</p>
      <form className="stack" onSubmit={(event) => void settle(event)} noValidate>
        <Radio.Group
          aria-labelledby="settle-title"
          value={outcome}
          onChange={(value) => setOutcome(value as ReportOutcome)}
          error={isMissing && outcome === '' ? say(words.chooseOutcome) : undefined}
        >
          <div className="choices choices-column">
            {reportOutcomes.map((each) => (
              <Radio key={each} id={`outcome-${each}`} value={each} label={say(reportOutcomeWords[each])} data-testid={`outcome-${each}`} />
            ))}
          </div>
        </Radio.Group>
        {command.problem && <ProblemNotice problem={command.problem} />}
        <div>
          <Button type="submit" loading={command.pending} data-testid="settle-report">
            {say(words.settle)}
          </Button>
        </div>
      </form>
    </section>
  )
}
