import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { ProblemCode } from '../../../kernel/problem.ts'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import type { PrintBatchAnswer } from '../../../passes/printing/print-batch.api.ts'
import { formatDateTime, formatNumber } from '../../../words/dates.ts'
import { printingWords } from '../../../words/printing.ts'
import { sayProblem } from '../../../words/problems.ts'
import { useWords } from '../frame/language.tsx'
import { FileButton } from './file-button.tsx'
import { isUnderWay } from './use-batch.ts'

type BatchProps = { readonly batch: PrintBatchAnswer; onCancel(): void; onFetched(): void; onAgain(): void }

// A new state does not compile until it has a heading.
const headings = {
  waiting: printingWords.making,
  rendering: printingWords.making,
  ready: printingWords.ready,
  fetched: printingWords.fetched,
  expired: printingWords.expired,
  cancelled: printingWords.cancelled,
  failed: printingWords.failed,
} as const satisfies Record<PrintBatchAnswer['state'], object>

/** How far it is, what came out, what was left out and why. */
export function BatchCard({ batch, onCancel, onFetched, onAgain }: BatchProps) {
  const { say, language } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const { id, state, done, total, failed, fileUntil } = batch
  const count = formatNumber(done, language)
  const words = say(printingWords.progress, { done: count, total: formatNumber(total, language) })
  return (
    <section className="card stack print-batch" aria-labelledby="batch-title" data-testid="print-batch" data-state={state}>
      <h2 id="batch-title" ref={heading} tabIndex={-1} aria-live="polite">
        {say(headings[state])}
      </h2>
      {/* A bar that is full would say that a batch which failed had made its pages. */}
      {(isUnderWay(batch) || state === 'ready') && <progress value={done + failed.length} max={total} aria-labelledby="batch-title batch-count" />}
      <p id="batch-count">{words}</p>
      {fileUntil !== null && <p>{say(printingWords.readyLead, { until: formatDateTime(fileUntil as Instant, borderZone, language) })}</p>}
      <div className="actions">
        {state === 'ready' && (
          <FileButton
            path={`/api/v1/print-batches/${id}/pages.pdf`}
            name={`${batch.office.replace(':', '')}-pages.pdf`}
            label={say(printingWords.download, { count })}
            testid="fetch-batch"
            onDone={onFetched}
          />
        )}
        {(isUnderWay(batch) || state === 'ready') && (
          <Button variant="default" onClick={onCancel} data-testid="cancel-batch">
            {say(printingWords.cancel)}
          </Button>
        )}
        {!isUnderWay(batch) && state !== 'ready' && (
          <Button variant="default" onClick={onAgain} data-testid="another-batch">
            {say(printingWords.again)}
          </Button>
        )}
      </div>
      {failed.length > 0 && <LeftOut failed={failed} />}
    </section>
  )
}

function LeftOut({ failed }: { failed: PrintBatchAnswer['failed'] }) {
  const { say, language } = useWords()
  return (
    <>
      <h3>{say(printingWords.leftOut, { count: formatNumber(failed.length, language) })}</h3>
      <ul className="left-out">
        {failed.map(({ number, code }) => {
          const { title, next } = sayProblem({ code: code as ProblemCode }, language)
          return (
            <li key={number} data-testid="left-out" data-code={code}>
              <span className="code">{number}</span> <strong>{title}</strong> {next}
            </li>
          )
        })}
      </ul>
    </>
  )
}
