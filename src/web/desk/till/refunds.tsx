import { Button, Radio, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import type { ChargeAnswer, RefundAnswer } from '../../../payments/payments.api.ts'
import { formatDateTime } from '../../../words/dates.ts'
import { deskWords } from '../../../words/desk.ts'
import { formWords } from '../../../words/desk-form.ts'
import { howWords, refundReasonWords, tillWords } from '../../../words/till.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { Answered, Empty, ProblemNotice } from '../parts/answered.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { TableCard } from '../parts/table-card.tsx'
import { useMoneyWords } from './money.ts'
import { isOfMoney, useRefunds } from './till-queries.ts'

/** What the office owes people back, until somebody has given it: how, to whom, by whose hand. */
export function Refunds({ office }: { office: string }) {
  const { say } = useWords()
  const { may } = useMe()
  const [open, done] = [useRefunds(office, 'open'), useRefunds(office, 'done')]
  const [settling, setSettling] = useState<RefundAnswer | undefined>(undefined)
  return (
    <section className="stack" aria-labelledby="refunds-title">
      <h2 id="refunds-title">{say(tillWords.refunds)}</h2>
      <Answered query={open}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{say(tillWords.noRefunds)}</Empty>
          ) : (
            <Rows office={office} rows={rows} title={say(tillWords.refunds)} {...(may('refund.settle', office) && { onSettle: setSettling })} />
          )
        }
      </Answered>
      {done.data !== undefined && done.data.length > 0 && (
        <details data-testid="refunds-done">
          <summary>{say(tillWords.refundsDone)}</summary>
          <Rows office={office} rows={done.data} title={say(tillWords.refundsDone)} />
        </details>
      )}
      {settling && <Settle office={office} refund={settling} onClose={() => setSettling(undefined)} />}
    </section>
  )
}

type RowsProps = {
  readonly office: string
  readonly rows: readonly RefundAnswer[]
  readonly title: string
  onSettle?: (refund: RefundAnswer) => void
}

function Rows({ office, rows, title, onSettle }: RowsProps) {
  const { say, language } = useWords()
  const { moneyOf, handOf } = useMoneyWords(office)
  const when = (at: string) => formatDateTime(at as Instant, borderZone, language)
  return (
    <TableCard heads={[say(tillWords.what), { name: say(tillWords.amount), as: 'number' }]} caption={title}>
      {rows.map((refund) => (
        <tr key={refund.id} data-testid="refund-row" data-state={refund.state}>
          <td>
            <Link href={`/applications/${refund.subject}`}>{say(refundReasonWords[refund.reason])}</Link>
            <span className="second-line small">{when(refund.openedAt)}</span>
            {refund.done && (
              <span className="second-line small">
                {say(tillWords.settledBy, { name: handOf(refund.done.by), at: when(refund.done.at) })} · {say(howWords[refund.done.how])} ·{' '}
                {refund.done.note}
              </span>
            )}
          </td>
          <td className="number">
            <span className="whole">{moneyOf(refund.amount, refund.currency)}</span>
            {onSettle && (
              <Button variant="default" size="compact-sm" onClick={() => onSettle(refund)} data-testid="settle">
                {say(tillWords.settle)}
              </Button>
            )}
          </td>
        </tr>
      ))}
    </TableCard>
  )
}

const ways = ['cash', 'bank'] as const

function Settle({ office, refund, onClose }: { office: string; refund: RefundAnswer; onClose(): void }) {
  const { say } = useWords()
  const { moneyOf } = useMoneyWords(office)
  const client = useQueryClient()
  const command = useCommand<ChargeAnswer>()
  const [how, setHow] = useState<string>('')
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  async function settle(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (how === '' || note.trim() === '') return
    const charge = await command.send(`/api/v1/charges/${refund.subject}/refunds/${refund.id}/settlement`, { how, note: note.trim() })
    if (!charge) return
    void client.invalidateQueries({ predicate: isOfMoney })
    onClose()
  }
  return (
    <Dialog title={say(tillWords.settleTitle, { money: moneyOf(refund.amount, refund.currency) })} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void settle(event)} noValidate>
        <Radio.Group label={say(tillWords.settleHow)} value={how} onChange={setHow} error={isTried && how === '' ? say(formWords.needed) : undefined}>
          <div className="choices">
            {ways.map((way) => (
              <Radio key={way} value={way} label={say(howWords[way])} data-testid={`settle-${way}`} />
            ))}
          </div>
        </Radio.Group>
        <TextInput
          label={say(tillWords.settleNote)}
          value={note}
          error={isTried && note.trim() === '' ? say(formWords.needed) : undefined}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => setNote(event.currentTarget.value)}
          data-testid="settle-note"
        />
        {command.problem && <ProblemNotice problem={command.problem} />}
        <div className="actions actions-end">
          <Button variant="default" onClick={onClose}>
            {say(deskWords.cancel)}
          </Button>
          <Button type="submit" loading={command.pending} data-testid="confirm">
            {say(tillWords.settle)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
