import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { v7 as newCommandId } from 'uuid'
import type { ProblemCode } from '../../../kernel/problem.ts'
import type { ImportAnswer } from '../../../watchlist/watch.api.ts'
import { watchColumns } from '../../../watchlist/watch-row.rules.ts'
import { formatNumber } from '../../../words/dates.ts'
import { importWords } from '../../../words/import.ts'
import { problemWords, sayProblem } from '../../../words/problems.ts'
import { watchWords } from '../../../words/watchlist.ts'
import { ask, type Problem } from '../../api.ts'
import { isAnswered } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { ProblemNotice } from '../parts/answered.tsx'
import { Facts } from '../parts/facts.tsx'
import { FileField } from '../parts/file-input.tsx'
import { isOfWatchlist, watchPath } from './watch-queries.ts'

const timeoutMs = 180_000
const faultsShown = 20

/** A file of entries: tried first, then taken in with the same bytes. */
export function ImportFile({ place }: { place: string }) {
  const { say, language } = useWords()
  const client = useQueryClient()
  const unanswered = useRef<string | undefined>(undefined)
  const [file, setFile] = useState<File | undefined>(undefined)
  const [pending, setPending] = useState(false)
  const [answer, setAnswer] = useState<ImportAnswer | undefined>(undefined)
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  async function send(dryRun: boolean) {
    if (!file || pending) return
    setPending(true)
    unanswered.current ??= newCommandId()
    const body = { requestId: unanswered.current, place, dryRun, file: await base64Of(file) }
    const sent = await ask<ImportAnswer>(`${watchPath}/imports`, { language, body, timeoutMs })
    if (isAnswered(sent)) unanswered.current = undefined
    setPending(false)
    setAnswer(sent.ok ? sent.value : undefined)
    setProblem(sent.ok ? undefined : sent.problem)
    if (sent.ok && !dryRun) void client.invalidateQueries({ predicate: isOfWatchlist })
  }
  function choose(chosen: File | undefined) {
    setFile(chosen)
    setAnswer(undefined)
    setProblem(undefined)
    unanswered.current = undefined
  }
  return (
    <section className="card" aria-labelledby="watch-file-title">
      <h2 id="watch-file-title">{say(watchWords.file)}</h2>
      <div className="import-form">
        <p className="small">
          {say(watchWords.fileLead)} <span className="code watch-columns">{watchColumns.join(', ')}</span>
        </p>
        <FileField label={say(importWords.file)} accept=".csv,.txt,.tsv,.xlsx" onFile={choose} data-testid="watch-file" />
        <div className="actions">
          <Button variant="default" disabled={!file} loading={pending} onClick={() => void send(true)} data-testid="watch-try">
            {say(watchWords.tryFile)}
          </Button>
          {answer?.dryRun && answer.entered > 0 && (
            <Button loading={pending} onClick={() => void send(false)} data-testid="watch-import">
              {say(watchWords.takeIn, { count: formatNumber(answer.entered, language) })}
            </Button>
          )}
        </div>
      </div>
      {problem && <ProblemNotice problem={problem} />}
      <div role="status">{answer && <Result answer={answer} />}</div>
    </section>
  )
}

function Result({ answer: { dryRun, rows, entered, unchanged, refused, faults } }: { answer: ImportAnswer }) {
  const { say, language } = useWords()
  const number = (value: number) => formatNumber(value, language)
  return (
    <div className="stack" data-testid="watch-imported" data-dry={dryRun}>
      <Facts
        facts={[
          [say(importWords.rows), number(rows)],
          [say(dryRun ? watchWords.wouldCome : watchWords.cameIn), <strong key="n">{number(entered)}</strong>],
          [say(importWords.unchanged), number(unchanged)],
          [say(importWords.refused), number(refused)],
        ]}
      />
      {faults.length > 0 && (
        <ul className="watch-notes">
          {faults.slice(0, faultsShown).map(({ line, column, code }) => (
            <li key={`${line}:${column}:${code}`} data-testid="watch-fault">
              {say(importWords.line)} {number(line)}
              {column > 0 && ` · ${say(importWords.column)} ${number(column)}`}: {isCode(code) ? sayProblem({ code }, language).title : code}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const isCode = (code: string): code is ProblemCode => Object.hasOwn(problemWords, code)

/** In pieces, since a whole file is too many arguments for one call. */
async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const pieces: string[] = []
  // Divisible by three, so that each piece ends without padding.
  for (let from = 0; from < bytes.length; from += 24_000) pieces.push(btoa(String.fromCharCode(...bytes.subarray(from, from + 24_000))))
  return pieces.join('')
}
