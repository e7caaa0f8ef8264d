import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { StockAnswer } from '../../../passes/booklets/booklet.api.ts'
import { batchCountMax, numbersOfBatch, parseBookletNumber, readCount } from '../../../passes/booklets/booklet.rules.ts'
import { formatNumber } from '../../../words/dates.ts'
import { formWords } from '../../../words/desk-form.ts'
import { stockWords } from '../../../words/office.ts'
import { problemWords } from '../../../words/problems.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { ProblemNotice } from '../parts/answered.tsx'
import { stockKey } from '../queries.ts'

/** A run of numbers as it comes from the printer's: said as "from, to" before it is taken in. */
export function ReceiveForm({ office }: { office: string }) {
  const { say, language } = useWords()
  const client = useQueryClient()
  const command = useCommand<StockAnswer>()
  const [first, setFirst] = useState('')
  const [count, setCount] = useState('')
  const [isTried, setTried] = useState(false)
  const [isDone, setDone] = useState(false)
  const number = parseBookletNumber(first)
  const pieces = readCount(count, batchCountMax)
  const run = number !== undefined && pieces !== undefined ? numbersOfBatch(number, pieces) : undefined
  const firstError = first.trim() === '' ? say(formWords.needed) : say(problemWords['booklet.number'].title)
  async function receive(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    setDone(false)
    if (!run?.ok) return document.getElementById(number === undefined ? 'stock-first' : 'stock-count')?.focus()
    const stock = await command.send('/api/v1/booklets', { office, first, count: pieces })
    if (!stock) return
    client.setQueryData(stockKey(office), stock)
    setFirst('')
    setCount('')
    setTried(false)
    setDone(true)
  }
  return (
    <section className="card" aria-labelledby="receive-title">
      <h2 id="receive-title">{say(stockWords.receiveTitle)}</h2>
      <form className="stack" onSubmit={(event) => void receive(event)} noValidate>
        <TextInput
          id="stock-first"
          className="code-input"
          label={say(stockWords.first)}
          description={say(stockWords.firstHint)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={first}
          error={isTried && number === undefined ? firstError : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={30}
          onChange={(event) => setFirst(event.currentTarget.value)}
          data-testid="receive-first"
        />
        <TextInput
          id="stock-count"
          label={say(stockWords.count)}
          inputMode="numeric"
          value={count}
          error={isTried && pieces === undefined ? say(stockWords.countBad, { max: formatNumber(batchCountMax, language) }) : undefined}
          autoComplete="off"
          maxLength={6}
          onChange={(event) => setCount(event.currentTarget.value)}
          data-testid="receive-count"
        />
        {run && (
          <p className="problem-title" data-testid="receive-run">
            {run.ok ? say(stockWords.run, { first: run.value[0] ?? '', last: run.value.at(-1) ?? '' }) : say(problemWords['booklet.number'].title)}
          </p>
        )}
        {command.problem && <ProblemNotice problem={command.problem} />}
        <div className="actions">
          <Button type="submit" loading={command.pending} data-testid="receive">
            {say(stockWords.receive)}
          </Button>
          <span role="status" className="small">
            {isDone ? say(stockWords.received) : ''}
          </span>
        </div>
      </form>
    </section>
  )
}
