import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { ProblemCode } from '../../../kernel/problem.ts'
import type { ImportAnswer } from '../../../passes/import/import.api.ts'
import { formatNumber } from '../../../words/dates.ts'
import { importWords } from '../../../words/import.ts'
import { sayProblem } from '../../../words/problems.ts'
import { askFile, type Problem } from '../../api.ts'
import { useWords } from '../frame/language.tsx'
import { Answered, Empty, ProblemNotice } from '../parts/answered.tsx'
import { saveFile } from '../parts/page-download.tsx'
import { importsPath, useReport } from './import-queries.ts'

const rowsShown = 50

/** How often each fault, and the first of them by line and column. */
export function FaultReport({ batch }: { batch: ImportAnswer }) {
  const { say, language } = useWords()
  const report = useReport(batch.id)
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  const { refetch } = report
  // Each batch of rows may have brought some more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the next line and the state are the reason
  useEffect(() => void refetch(), [batch.nextLine, batch.state, refetch])
  const reason = (code: ProblemCode) => sayProblem({ code }, language).title
  async function download() {
    const answer = await askFile(`${importsPath}/${batch.id}/faults.csv`, { language })
    setProblem(answer.ok ? undefined : answer.problem)
    if (answer.ok) saveFile(answer.value, 'faults.csv')
  }
  return (
    <section className="stack" aria-labelledby="report-title">
      <h2 id="report-title">{say(importWords.report)}</h2>
      <Answered query={report}>
        {({ counts, faults }) =>
          counts.length === 0 ? (
            <Empty>{say(importWords.noFaults)}</Empty>
          ) : (
            <>
              <p className="soft">{say(importWords.reportLead)}</p>
              <ul className="fault-counts">
                {counts.map(({ code, n }) => (
                  <li key={code}>
                    <strong>{formatNumber(n, language)}</strong> {reason(code)}
                  </li>
                ))}
              </ul>
              <div className="actions">
                <Button variant="default" onClick={() => void download()} data-testid="faults-download">
                  {say(importWords.download)}
                </Button>
              </div>
              {problem && <ProblemNotice problem={problem} />}
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than a phone is scrolled by keys too */}
              <section className="table-card table-scroll" aria-label={say(importWords.firstRows)} tabIndex={0}>
                <table className="table" data-testid="faults">
                  <thead>
                    <tr>
                      <th scope="col" className="number">
                        {say(importWords.line)}
                      </th>
                      <th scope="col">{say(importWords.column)}</th>
                      <th scope="col">{say(importWords.shape)}</th>
                      <th scope="col">{say(importWords.reason)}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {faults.slice(0, rowsShown).map(({ line, column, code, header, shape }) => (
                      <tr key={`${line}:${column}:${code}`}>
                        <td className="number">{line}</td>
                        <td>{header}</td>
                        <td className="code">{shape}</td>
                        <td>{reason(code)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </section>
            </>
          )
        }
      </Answered>
    </section>
  )
}
