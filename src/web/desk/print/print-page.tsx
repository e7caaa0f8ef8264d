import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import type { PrintQueueAnswer } from '../../../passes/printing/print-batch.api.ts'
import { formatDateTime, formatNumber } from '../../../words/dates.ts'
import { passOverWords } from '../../../words/pass-over.ts'
import { printingWords } from '../../../words/printing.ts'
import { useWords } from '../frame/language.tsx'
import { useOfficeChoice } from '../frame/office.tsx'
import { useAreaName } from '../names.ts'
import { Answered, Empty, ProblemNotice } from '../parts/answered.tsx'
import { Icon } from '../parts/icon.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { PassStopped } from '../parts/pass-stopped.tsx'
import { BatchCard } from './batch-card.tsx'
import { FileButton } from './file-button.tsx'
import { batchMax, useBatch, usePrintQueue } from './use-batch.ts'

/** A printer's work: what is signed, one file of all its pages, and what was left out and why. */
export function PrintPage() {
  const { say, language } = useWords()
  const { office } = useOfficeChoice()
  const areaName = useAreaName()
  const id = office?.id ?? ''
  const queue = usePrintQueue(id)
  const batch = useBatch(id)
  return (
    <>
      <PageHead title={say(printingWords.title)} lead={say(printingWords.lead, { office: areaName(id), max: formatNumber(batchMax, language) })}>
        <FileButton path="/api/v1/booklet-cover.pdf" name="cover.pdf" label={say(printingWords.cover)} variant="default" testid="print-cover" />
      </PageHead>
      {batch.problem && <ProblemNotice problem={batch.problem} />}
      {batch.batch ? (
        <BatchCard batch={batch.batch} onCancel={() => void batch.cancel()} onFetched={batch.look} onAgain={() => void batch.forget()} />
      ) : (
        <Answered query={queue}>
          {(found) => (
            <div className="stack">
              {found.waiting === 0 ? (
                <Empty>{say(printingWords.none)}</Empty>
              ) : (
                <Choose found={found} isStarting={batch.isStarting} onStart={(numbers) => void batch.start(numbers)} />
              )}
              {found.stopped.length > 0 && <Stopped stopped={found.stopped} />}
            </div>
          )}
        </Answered>
      )}
    </>
  )
}

type ChooseProps = { readonly found: PrintQueueAnswer; readonly isStarting: boolean; onStart(numbers: readonly string[] | undefined): void }

function Choose({ found, isStarting, onStart }: ChooseProps) {
  const { say, language } = useWords()
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set())
  const numbers = found.passes.map(({ number }) => number)
  const ticked = numbers.filter((number) => !unticked.has(number))
  const isAll = ticked.length === numbers.length
  const count = isAll ? Math.min(found.waiting, batchMax) : ticked.length
  return (
    <div className="stack">
      <div className="sign-bar">
        <div className="tiles">
          <Tile name={say(printingWords.waiting)} count={found.waiting} />
          <Tile name={say(printingWords.ticked)} count={count} />
        </div>
        <Button
          size="xl"
          leftSection={<Icon name="printer" />}
          disabled={count === 0}
          loading={isStarting}
          onClick={() => onStart(isAll ? undefined : ticked)}
          data-testid="start-batch"
        >
          {say(printingWords.start, { count: formatNumber(count, language) })}
        </Button>
      </div>
      <div className="actions">
        <Button variant="default" size="sm" onClick={() => setUnticked(new Set(isAll ? numbers : []))} data-testid="tick-all">
          {say(isAll ? printingWords.untickAll : printingWords.tickAll)}
        </Button>
      </div>
      {found.waiting > numbers.length && <p className="soft small">{say(printingWords.oldest, { count: formatNumber(numbers.length, language) })}</p>}
      <Rows
        found={found}
        isTicked={(number) => !unticked.has(number)}
        onTick={(number, on) => setUnticked(new Set(on ? [...unticked].filter((each) => each !== number) : [...unticked, number]))}
      />
    </div>
  )
}

type RowsProps = { readonly found: PrintQueueAnswer; isTicked(number: string): boolean; onTick(number: string, on: boolean): void }

function Rows({ found, isTicked, onTick }: RowsProps) {
  const { say, language } = useWords()
  return (
    <div className="table-card">
      <table className="table">
        <caption className="visually-hidden">{say(printingWords.title)}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{say(printingWords.ticked)}</span>
            </th>
            <th scope="col">{say(printingWords.number)}</th>
            <th scope="col">{say(printingWords.signedAt)}</th>
          </tr>
        </thead>
        <tbody>
          {found.passes.map(({ number, application, signedAt }) => (
            <tr key={number} data-testid="print-row">
              <td>
                <Checkbox
                  size="md"
                  checked={isTicked(number)}
                  onChange={(event) => onTick(number, event.currentTarget.checked)}
                  aria-label={say(printingWords.tick, { number })}
                />
              </td>
              <td>
                <Link href={`/applications/${application}`} className="code">
                  {number}
                </Link>
              </td>
              <td className="soft">{formatDateTime(signedAt as Instant, borderZone, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Signed, and neither printed nor bound: each with why, and what is done with it. */
function Stopped({ stopped }: { stopped: PrintQueueAnswer['stopped'] }) {
  const { say } = useWords()
  return (
    <section className="card" aria-labelledby="stopped-title" data-testid="print-stopped">
      <h2 id="stopped-title">{say(passOverWords.notPrinted)}</h2>
      <ul className="left-out">
        {stopped.map(({ number, application, state }) => (
          <li key={number}>
            <Link href={`/applications/${application}`} className="code">
              {number}
            </Link>{' '}
            <PassStopped application={{ state: 'signed', passState: state }} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Tile({ name, count }: { name: string; count: number }) {
  const { language } = useWords()
  return (
    <div className="tile">
      <span>{name}</span>
      <strong>{formatNumber(count, language)}</strong>
    </div>
  )
}
