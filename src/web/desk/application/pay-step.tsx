import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import type { ChargeAnswer } from '../../../payments/payments.api.ts'
import { type Currency, formatMoney } from '../../../words/dates.ts'
import { applicationWords, deskWords } from '../../../words/desk.ts'
import { sayProblem } from '../../../words/problems.ts'
import { payWords } from '../../../words/till.ts'
import { ask } from '../../api.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { useInstrumentTitle } from '../names.ts'
import { ProblemNotice } from '../parts/answered.tsx'
import { Facts } from '../parts/facts.tsx'
import { Icon } from '../parts/icon.tsx'
import { NotShown } from '../parts/not-shown.tsx'
import { chargeKey, useCharge } from '../till/till-queries.ts'
import { BecomeNext } from './become-next.tsx'
import type { StepProps } from './next-step.tsx'
import { PaymentCode } from './payment-code.tsx'

/** Somebody stands at the desk and waits for the answer; and the fee may be paid from a phone, without a code on this screen. */
const askEveryMs = 2_000

export function PayStep(props: StepProps) {
  return props.application.fee ? <Pay {...props} fee={props.application.fee} /> : <NotShown />
}

/** The set price, in cash or by a code that any bank's app reads; the step is over when the server says that it is paid, by whichever way. */
function Pay({ application, onChanged, fee }: StepProps & { fee: NonNullable<Application['fee']> }) {
  const { say, language } = useWords()
  const { may } = useMe()
  const client = useQueryClient()
  const instrumentTitle = useInstrumentTitle()
  const { id, office } = application
  const [cash, code] = [useCommand<ChargeAnswer>(), useCommand<ChargeAnswer>()]
  const charge = useCharge(id, { enabled: may('payment.read', office), everyMs: askEveryMs })
  const shown = charge.data?.requests.find(({ state }) => state === 'open' || state === 'expired')
  const isPaid = charge.data?.state === 'paid' || charge.data?.state === 'settled'
  const answers = charge.dataUpdatedAt
  useEffect(() => {
    if (!isPaid || answers === 0) return
    // Asked again with each answer about the charge, until the case itself has come.
    void ask<Application>(`/api/v1/applications/${id}`, { language }).then((answer) => answer.ok && onChanged(answer.value))
  }, [isPaid, answers, id, language, onChanged])
  const send = async (command: typeof cash, path: string, body: object) => {
    const answer = await command.send(`/api/v1/charges/${id}/${path}`, body)
    if (answer) client.setQueryData(chargeKey(id), answer)
  }
  const money = formatMoney({ amount: fee.amount, currency: fee.currency as Currency }, language)
  const problem = cash.problem ?? code.problem
  return (
    <>
      <p className="price">{money}</p>
      <p>{say(applicationWords.payLead)}</p>
      <Facts facts={[[say(deskWords.instrument), instrumentTitle(fee.instrument)]]} />
      {problem && <ProblemNotice problem={problem} />}
      {problem?.code.startsWith('authority.') && <BecomeNext action="payment.take" application={application} />}
      {shown && !isPaid && (
        <PaymentCode request={shown} money={money} isMaking={code.pending} onNew={() => void send(code, 'payment-requests', {})} />
      )}
      <p role="status" className="pay-said">
        {isPaid ? say(payWords.paid) : ''}
      </p>
      <Button
        size="xl"
        fullWidth
        leftSection={<Icon name="cash" />}
        variant={shown ? 'default' : 'filled'}
        loading={cash.pending}
        disabled={isPaid}
        onClick={() => void send(cash, 'cash', { amount: fee.amount, currency: fee.currency })}
        data-testid="pay"
      >
        {say(applicationWords.pay, { money })}
      </Button>
      {charge.data?.codeRefused && !isPaid && (
        <p className="small" data-testid="not-online">
          {sayProblem({ code: charge.data.codeRefused, about: { office } }, language).title}
        </p>
      )}
      {!shown && charge.data?.codeRefused === null && may('payment.request', office) && (
        <Button
          size="xl"
          fullWidth
          variant="default"
          leftSection={<Icon name="qr" />}
          loading={code.pending}
          disabled={isPaid}
          onClick={() => void send(code, 'payment-requests', {})}
          data-testid="pay-by-code"
        >
          {say(payWords.showCode)}
        </Button>
      )}
    </>
  )
}
