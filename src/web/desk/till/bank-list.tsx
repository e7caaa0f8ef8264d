import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import type { Text } from '../../../kernel/language.ts'
import type { StatementAnswer } from '../../../payments/payments.api.ts'
import { commonWords } from '../../../words/common.ts'
import { formatNumber } from '../../../words/dates.ts'
import { closeWords } from '../../../words/till.ts'
import { ask, type Problem } from '../../api.ts'
import { useWords } from '../frame/language.tsx'
import { ProblemNotice } from '../parts/answered.tsx'
import { FileInput } from '../parts/file-input.tsx'
import { useMoneyWords } from './money.ts'

/** The bank's list as it was read from a file, and what the server matched of it. */
export type LookedAt = { readonly text: string; readonly found: StatementAnswer }

const oddKinds = ['different', 'changedSince', 'missingAtBank', 'unknownToUs'] as const
/** What a cashier does about lines of a kind, beside explaining them. */
const nextOf = { different: closeWords.differentNext, changedSince: closeWords.differentNext } as const satisfies { [kind: string]: Text }

/** Lines that must be explained. */
export const oddOf = (found: StatementAnswer | null | undefined): number => (found ? oddKinds.reduce((sum, kind) => sum + found[kind].length, 0) : 0)

/** As the server takes it. */
const charactersMax = 200_000

type BankListProps = {
  readonly office: string
  readonly currency: string
  readonly list: LookedAt | undefined
  onList(list: LookedAt | undefined): void
}

/** The bank's list, read from a file and looked at before anything is closed with it. */
export function BankList({ office, currency, list, onList }: BankListProps) {
  const { say, language } = useWords()
  const id = useId()
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  const [isTooLarge, setTooLarge] = useState(false)
  const [inputKey, setInputKey] = useState(0)
  async function look(file: File | undefined) {
    onList(undefined)
    setProblem(undefined)
    setTooLarge(file !== undefined && file.size > 4 * charactersMax)
    if (!file || file.size > 4 * charactersMax) return
    const text = await file.text()
    const answer = await ask<StatementAnswer>('/api/v1/day/statement', { language, body: { office, statement: text } })
    if (answer.ok) onList({ text, found: answer.value })
    else setProblem(answer.problem)
  }
  function forget() {
    setInputKey(inputKey + 1)
    void look(undefined)
  }
  return (
    <div className="bank-list">
      <label htmlFor={id}>{say(closeWords.bankList)}</label>
      <p className="small soft" id={`${id}-hint`}>
        {say(closeWords.bankListHint)}
      </p>
      <FileInput
        key={inputKey}
        id={id}
        accept=".csv,text/csv"
        aria-describedby={`${id}-hint`}
        onFile={(file) => void look(file)}
        data-testid="bank-list"
      />
      {isTooLarge && (
        <p className="field-error" role="alert">
          {say(closeWords.tooLarge)}
        </p>
      )}
      {problem && <ProblemNotice problem={problem} />}
      {list && (
        <>
          <StatementSays office={office} currency={currency} found={list.found} />
          <Button variant="default" size="compact-sm" onClick={forget}>
            {say(closeWords.forget)}
          </Button>
        </>
      )}
    </div>
  )
}

/** What agrees as a number; each line that does not, with its reference. */
export function StatementSays({ office, currency, found }: { office: string; currency: string; found: StatementAnswer }) {
  const { say, language } = useWords()
  const { moneyOf } = useMoneyWords(office)
  const matched = found.matched.reduce((sum, { amount }) => sum + amount, 0)
  return (
    <div className="statement-says" role="status">
      <p data-testid="statement-matched">
        {say(closeWords.matched)}
        {say(commonWords.colon)} <strong>{formatNumber(found.matched.length, language)}</strong> · {moneyOf(matched, currency)}
        {found.closedEarlier > 0 && ` · ${say(closeWords.closedEarlier)}${say(commonWords.colon)} ${formatNumber(found.closedEarlier, language)}`}
      </p>
      {oddKinds.map((kind) =>
        found[kind].length === 0 ? null : (
          <div key={kind} data-testid={`statement-${kind}`}>
            <p>
              <span className="badge tone-flag">
                {say(closeWords[kind])}
                {say(commonWords.colon)} {formatNumber(found[kind].length, language)}
              </span>
            </p>
            {kind in nextOf && <p className="small soft">{say(nextOf[kind as keyof typeof nextOf])}</p>}
            <ul className="movements-of-money">
              {found[kind].map((line) => (
                <li key={line.reference}>
                  <span className="code reference">{line.reference}</span>
                  <span className="number">
                    {moneyOf(line.amount, currency)}
                    {'bankAmount' in line && ` · ${say(closeWords.bankSays, { money: moneyOf(line.bankAmount, currency) })}`}
                    {'bankLines' in line && line.bankLines > 1 && ` · ${say(closeWords.bankLines, { n: line.bankLines })}`}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
    </div>
  )
}
