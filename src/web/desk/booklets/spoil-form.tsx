import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { StockAnswer } from '../../../passes/booklets/booklet.api.ts'
import { commonWords } from '../../../words/common.ts'
import { formWords } from '../../../words/desk-form.ts'
import { bookletWords, stockWords } from '../../../words/office.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { ReasonDialog } from '../parts/reason-dialog.tsx'
import { stockKey } from '../queries.ts'

/** A booklet that was never used and cannot be: its number is accounted for, with the reason. */
export function SpoilForm({ office, next }: { office: string; next: string | null }) {
  const { say } = useWords()
  const client = useQueryClient()
  const command = useCommand<StockAnswer>()
  const [number, setNumber] = useState('')
  const [isTried, setTried] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [isDone, setDone] = useState(false)
  function ask(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    setDone(false)
    if (number.trim() === '') return document.getElementById('spoilt-number')?.focus()
    command.forget()
    setAsking(true)
  }
  async function spoil(reason: string) {
    const stock = await command.send('/api/v1/booklets/spoilt', { office, number, reason })
    if (!stock) return
    client.setQueryData(stockKey(office), stock)
    setAsking(false)
    setNumber('')
    setTried(false)
    setDone(true)
  }
  return (
    <section className="card" aria-labelledby="spoil-title">
      <h2 id="spoil-title">{say(stockWords.spoilTitle)}</h2>
      <form className="stack" onSubmit={ask} noValidate>
        <TextInput
          id="spoilt-number"
          className="code-input"
          label={say(bookletWords.number)}
          {...(next !== null && { placeholder: next })}
          value={number}
          error={isTried && number.trim() === '' ? say(formWords.needed) : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={30}
          onChange={(event) => setNumber(event.currentTarget.value)}
          data-testid="spoil-number"
        />
        <div className="actions">
          <Button type="submit" variant="default" data-testid="spoil">
            {say(stockWords.spoil)}
          </Button>
          <span role="status" className="small">
            {isDone ? say(stockWords.spoiltDone) : ''}
          </span>
        </div>
      </form>
      {isAsking && (
        <ReasonDialog
          title={`${say(stockWords.spoil)}${say(commonWords.colon)} ${number.trim().toUpperCase()}`}
          lead={say(bookletWords.spoilLead)}
          action={say(stockWords.spoil)}
          danger
          isTold={false}
          pending={command.pending}
          problem={command.problem}
          onClose={() => setAsking(false)}
          onConfirm={(reason) => void spoil(reason)}
        />
      )}
    </section>
  )
}
