import { Button } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useState } from 'react'
import { borderZone, civilDateAt, clockTimeAt, epochMs, type Instant } from '../../../kernel/time.ts'
import { readPaymentCode } from '../../../payments/payment-code.rules.ts'
import type { ChargeAnswer } from '../../../payments/payments.api.ts'
import { formatDate, formatTime } from '../../../words/dates.ts'
import { payWords } from '../../../words/till.ts'
import { ask, type Problem } from '../../api.ts'
import { useWords } from '../frame/language.tsx'
import { ProblemNotice } from '../parts/answered.tsx'
import { Facts } from '../parts/facts.tsx'
import { Icon } from '../parts/icon.tsx'
import { QrPicture } from '../parts/qr-picture.tsx'
import { useInstance } from '../queries.ts'
import { useServerNow } from '../till/till-queries.ts'

type Request = ChargeAnswer['requests'][number]
type PaymentCodeProps = { readonly request: Request; readonly money: string; readonly isMaking: boolean; onNew(): void }

/** The code that the applicant scans, and what their bank will show of it: the sum and the receiver are read back from the code itself. */
export function PaymentCode({ request, money, isMaking, onNew }: PaymentCodeProps) {
  const { say, language } = useWords()
  const now = useServerNow()
  const hasMadeUpBank = useInstance().data?.madeUpBank === true
  const frame = useElementSize()
  const until = request.expiresAt as Instant
  const isOver = request.state !== 'open' || (now !== undefined && now > epochMs(until))
  const read = readPaymentCode(request.payload)
  const day = civilDateAt(until, borderZone)
  const said = request.said ?? ''
  const isSilent = /^(unavailable|unknown)/.test(said)
  return (
    <div className="payment-code" data-testid="payment-code" data-state={isOver ? 'over' : 'open'} ref={frame.ref}>
      {!isOver && <QrPicture text={request.payload} name={say(payWords.code, { money })} widthMax={Math.min(frame.width, codePixels)} large />}
      <div className="stack">
        {!isOver && <p>{say(payWords.scanLead)}</p>}
        <Facts
          facts={[
            [say(payWords.amount), money],
            [say(payWords.receiver), read?.name],
            [say(payWords.account), read?.account],
            [say(payWords.goodUntil), `${formatTime(clockTimeAt(until, borderZone), language)} · ${formatDate(day, language)}`],
            [say(payWords.bill), request.billNumber],
          ]}
        />
        <p role="status" data-testid="payment-said">
          {say(isOver ? payWords.over : isSilent ? payWords.bankSilent : payWords.waiting)}
        </p>
        {isOver ? (
          <Button leftSection={<Icon name="qr" />} loading={isMaking} onClick={onNew} data-testid="new-code">
            {say(payWords.newCode)}
          </Button>
        ) : (
          hasMadeUpBank && <AsBank payload={request.payload} />
        )}
      </div>
    </div>
  )
}

/** As large as a desk's screen gives it beside its facts. */
const codePixels = 380

/** The demonstration's payer. Pressed twice it pays twice, as a person may: the second is owed back. */
function AsBank({ payload }: { payload: string }) {
  const { say, language } = useWords()
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  const [isDone, setDone] = useState(false)
  async function pay() {
    setPending(true)
    const answer = await ask<unknown>('/api/v1/demonstration/transfers', { language, body: { payload } })
    setPending(false)
    setProblem(answer.ok ? undefined : answer.problem)
    setDone(answer.ok)
  }
  return (
    <div className="become-next">
      <p className="small">{say(payWords.payAsBankWhy)}</p>
      {problem && <ProblemNotice problem={problem} />}
      <div className="actions">
        <Button variant="default" loading={pending} onClick={() => void pay()} data-testid="pay-as-bank">
          {say(payWords.payAsBank)}
        </Button>
        <span role="status" className="small">
          {isDone ? say(payWords.asBankDone) : ''}
        </span>
      </div>
    </div>
  )
}
