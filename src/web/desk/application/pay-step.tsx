import { type Currency, formatMoney } from '../../../words/dates.ts'
import { applicationWords, deskWords } from '../../../words/desk.ts'
import { useWords } from '../frame/language.tsx'
import { useInstrumentTitle } from '../names.ts'
import { Facts } from '../parts/facts.tsx'
import { Icon } from '../parts/icon.tsx'
import { NotShown } from '../parts/not-shown.tsx'
import type { StepProps } from './next-step.tsx'
import { StepButton } from './step-button.tsx'

export function PayStep({ application, onChanged }: StepProps) {
  const { say, language } = useWords()
  const instrumentTitle = useInstrumentTitle()
  const { id, fee } = application
  if (!fee) return <NotShown />
  const money = formatMoney({ amount: fee.amount, currency: fee.currency as Currency }, language)
  return (
    <>
      <p className="price">{money}</p>
      <p>{say(applicationWords.payLead)}</p>
      <Facts facts={[[say(deskWords.instrument), instrumentTitle(fee.instrument)]]} />
      <StepButton
        path={`/api/v1/applications/${id}/payment`}
        body={{ amount: fee.amount, currency: fee.currency, method: 'cash' }}
        label={say(applicationWords.pay, { money })}
        icon={<Icon name="cash" />}
        testid="pay"
        application={application}
        onChanged={onChanged}
      />
    </>
  )
}
