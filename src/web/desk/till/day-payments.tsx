import { Button, Checkbox } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { addDays, type CivilDate } from '../../../kernel/time.ts'
import type { ChargeAnswer, DayPaymentsAnswer } from '../../../payments/payments.api.ts'
import { formatDate, formatNumber } from '../../../words/dates.ts'
import { deskWords } from '../../../words/desk.ts'
import { howWords, tillWords } from '../../../words/till.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { Answered, Empty } from '../parts/answered.tsx'
import { Icon } from '../parts/icon.tsx'
import { ReasonDialog } from '../parts/reason-dialog.tsx'
import { useApplications } from '../queries.ts'
import { shortReference, useMoneyWords } from './money.ts'
import { isOfMoney, useDayPayments } from './till-queries.ts'

type Payment = DayPaymentsAnswer['payments'][number]

/** What the office took on a day, newest first; another hand than the one that took it may reverse it, with a reason. */
export function DayPayments({ office, today }: { office: string; today: CivilDate }) {
  const { say, language } = useWords()
  const { may } = useMe()
  const { moneyOf } = useMoneyWords(office)
  const [day, setDay] = useState(today)
  const payments = useDayPayments(office, day)
  const [reversing, setReversing] = useState<Payment | undefined>(undefined)
  return (
    <section className="stack" aria-labelledby="payments-title">
      <div className="card-head">
        <h2 id="payments-title">{say(tillWords.payments, { day: formatDate(day, language) })}</h2>
        <div className="actions">
          <Button variant="default" size="sm" onClick={() => setDay(addDays(day, -1))} data-testid="day-before">
            {say(tillWords.dayBefore)}
          </Button>
          {day < today && (
            <Button variant="default" size="sm" onClick={() => setDay(addDays(day, 1))} data-testid="day-after">
              {say(tillWords.dayAfter)}
            </Button>
          )}
        </div>
      </div>
      <Answered query={payments}>
        {(found) => (
          <>
            <div className="tiles">
              {found.totals.map(({ how, currency, amount, count }) => (
                <div className="tile" key={`${how} ${currency}`} data-testid={`total-${how}`}>
                  <span>
                    {say(howWords[how])} · {formatNumber(count, language)}
                  </span>
                  <strong>{moneyOf(amount, currency)}</strong>
                </div>
              ))}
            </div>
            {found.payments.length === 0 ? (
              <Empty>{say(tillWords.noPayments)}</Empty>
            ) : (
              <Rows office={office} found={found} {...(may('payment.reverse', office) && { onReverse: setReversing })} />
            )}
          </>
        )}
      </Answered>
      {reversing && <Reverse office={office} payment={reversing} onClose={() => setReversing(undefined)} />}
    </section>
  )
}

function Rows({ office, found, onReverse }: { office: string; found: DayPaymentsAnswer; onReverse?: (payment: Payment) => void }) {
  const { say, language } = useWords()
  const { moneyOf, hourOf, handOf } = useMoneyWords(office)
  // Payments know no applications: names and receipts are the queue's, as far as it reaches.
  const cases = new Map((useApplications(office).data ?? []).map((application) => [application.id, application]))
  return (
    <div className="table-card">
      <table className="table" aria-labelledby="payments-title">
        <thead>
          <tr>
            <th scope="col" className="wide-only">
              {say(tillWords.time)}
            </th>
            <th scope="col">{say(tillWords.what)}</th>
            <th scope="col" className="number">
              {say(tillWords.amount)}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.payments.map((payment) => {
            const { id, subject, how, amount, currency, takenBy, settles, reversal, recordedAt, reference } = payment
            const known = cases.get(subject)
            const counts = settles && reversal === null
            return (
              <tr key={id} data-testid="payment-row" data-how={how} data-counts={counts}>
                <td className="wide-only whole">{hourOf(recordedAt)}</td>
                <td>
                  <Link href={`/applications/${subject}`}>{known?.applicant.localName ?? say(deskWords.application)}</Link>
                  <span className="narrow-only small">{hourOf(recordedAt)}</span>
                  <span className="second-line small">{[say(howWords[how]), takenBy && handOf(takenBy)].filter(Boolean).join(' · ')}</span>
                  {counts && known?.receipt && <span className="second-line small code whole">{known.receipt}</span>}
                  {reference && <span className="second-line small code reference">{shortReference(reference)}</span>}
                  {reversal && (
                    <span className="second-line small">
                      {say(tillWords.reversedBecause, { reason: reversal.reason })} · {handOf(reversal.by)}
                    </span>
                  )}
                  {!settles && <span className="badge tone-flag">{say(tillWords.owedBack)}</span>}
                </td>
                <td className="number">
                  <span className="whole">{counts ? moneyOf(amount, currency) : <del>{moneyOf(amount, currency)}</del>}</span>
                  {counts && onReverse && (
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      leftSection={<Icon name="undo" />}
                      onClick={() => onReverse(payment)}
                      data-testid="reverse"
                    >
                      {say(tillWords.reverse)}
                    </Button>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {found.payments.length < found.count && (
        <p className="soft small table-note">
          {say(tillWords.some, { shown: formatNumber(found.payments.length, language), count: formatNumber(found.count, language) })}
        </p>
      )}
    </div>
  )
}

function Reverse({ office, payment, onClose }: { office: string; payment: Payment; onClose(): void }) {
  const { say } = useWords()
  const { moneyOf } = useMoneyWords(office)
  const client = useQueryClient()
  const command = useCommand<ChargeAnswer>()
  // Asked only where it decides: of a pass that was signed.
  const [asksError, setAsksError] = useState(false)
  const [ownError, setOwnError] = useState(false)
  if (command.problem?.code === 'payment.earned' && !asksError) setAsksError(true)
  async function reverse(reason: string) {
    const charge = await command.send(`/api/v1/charges/${payment.subject}/payments/${payment.id}/reversal`, { reason, ...(ownError && { ownError }) })
    if (!charge) return
    void client.invalidateQueries({ predicate: isOfMoney })
    onClose()
  }
  return (
    <ReasonDialog
      title={say(tillWords.reverseTitle, { money: moneyOf(payment.amount, payment.currency) })}
      lead={say(tillWords.reverseLead)}
      action={say(tillWords.reverse)}
      danger
      pending={command.pending}
      problem={command.problem}
      onClose={onClose}
      onConfirm={(reason) => void reverse(reason)}
    >
      {asksError && (
        <Checkbox
          label={say(tillWords.ownError)}
          checked={ownError}
          onChange={(event) => {
            command.forget()
            setOwnError(event.currentTarget.checked)
          }}
          data-testid="own-error"
        />
      )}
    </ReasonDialog>
  )
}
