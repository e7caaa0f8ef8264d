import { Button, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { sumOfNotes } from '../../../payments/denominations.rules.ts'
import type { DayCloseAnswer, DayNowAnswer } from '../../../payments/payments.api.ts'
import { commonWords } from '../../../words/common.ts'
import { formatNumber } from '../../../words/dates.ts'
import { closeWords } from '../../../words/till.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useInstrumentTitle } from '../names.ts'
import { ProblemNotice } from '../parts/answered.tsx'
import { Icon } from '../parts/icon.tsx'
import { BankList, type LookedAt, oddOf } from './bank-list.tsx'
import { CountNotes } from './count-notes.tsx'
import { useMoneyWords } from './money.ts'
import { isOfMoney } from './till-queries.ts'

/** Closing: the notes counted, the bank's list looked at, and whatever differs explained. The server counts and asks again. */
export function CloseDay({ office, now, currency }: { office: string; now: DayNowAnswer; currency: string }) {
  const { say } = useWords()
  const client = useQueryClient()
  const [, go] = useLocation()
  const command = useCommand<DayCloseAnswer>()
  const [notes, setNotes] = useState<ReadonlyMap<number, string>>(new Map())
  const [list, setList] = useState<LookedAt | undefined>(undefined)
  const [explanation, setExplanation] = useState('')
  const [isTried, setTried] = useState(false)
  const counted = sumOfNotes(notes)
  const differs = counted !== now.expected || oddOf(list?.found) > 0
  const isMissing = differs && explanation.trim() === ''
  async function close(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (counted === undefined) return document.querySelector<HTMLElement>('.count-notes [aria-invalid="true"]')?.focus()
    if (isMissing) return document.getElementById('close-explanation')?.focus()
    const answer = await command.send('/api/v1/day-closes', {
      office,
      counted,
      ...(explanation.trim() !== '' && { explanation: explanation.trim() }),
      ...(list && { statement: list.text }),
    })
    if (!answer) return
    void client.invalidateQueries({ predicate: isOfMoney })
    go(`/till/${answer.day}/${answer.cashier}`, { state: { notes: [...notes] } })
  }
  return (
    <form className="card stack" aria-labelledby="close-title" onSubmit={(event) => void close(event)} noValidate>
      <h2 id="close-title">{say(closeWords.title)}</h2>
      <CountNotes currency={currency} typed={notes} onType={(note, many) => setNotes(new Map([...notes, [note, many]]))} />
      <Difference office={office} counted={counted} expected={now.expected} currency={currency} />
      <BankList office={office} currency={currency} list={list} onList={setList} />
      <Textarea
        id="close-explanation"
        label={say(closeWords.explanation)}
        description={say(closeWords.explanationHint)}
        rows={3}
        maxLength={1000}
        value={explanation}
        required={differs}
        error={isTried && isMissing ? say(closeWords.explanationNeeded) : undefined}
        onChange={(event) => setExplanation(event.currentTarget.value)}
        data-testid="explanation"
      />
      <Split now={now} />
      {command.problem && <ProblemNotice problem={command.problem} />}
      <p className="small soft">{say(closeWords.final)}</p>
      <Button type="submit" size="lg" fullWidth leftSection={<Icon name="check" />} loading={command.pending} data-testid="close-day">
        {say(closeWords.close)}
      </Button>
    </form>
  )
}

type DifferenceProps = { readonly office: string; readonly counted: number | undefined; readonly expected: number; readonly currency: string }

function Difference({ office, counted, expected, currency }: DifferenceProps) {
  const { say } = useWords()
  const { moneyOf, differenceOf } = useMoneyWords(office)
  const agrees = counted === expected
  return (
    <p
      role="status"
      className={`count-says ${agrees ? 'tone-admit' : 'tone-flag'}`}
      data-testid="difference"
      data-difference={counted === undefined ? 'none' : counted - expected}
    >
      {counted === undefined ? (
        say(closeWords.notNumber)
      ) : (
        <>
          {say(closeWords.counted)}
          {say(commonWords.colon)} <strong>{moneyOf(counted, currency)}</strong> ·{' '}
          {agrees ? say(closeWords.agrees) : `${say(closeWords.difference)}${say(commonWords.colon)} ${differenceOf(counted - expected, currency)}`}
        </>
      )}
    </p>
  )
}

function Split({ now: { split } }: { now: DayNowAnswer }) {
  const { say, language } = useWords()
  const instrumentTitle = useInstrumentTitle()
  return (
    <p className="small">
      {say(closeWords.splitOf, { office: formatNumber(split.office / 10, language), province: formatNumber(split.province / 10, language) })}
      <span className="second-line soft">{instrumentTitle(split.instrument)}</span>
    </p>
  )
}
