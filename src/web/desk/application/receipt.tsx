import { Button } from '@mantine/core'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import { spokenNumber } from '../../../passes/follow-number.rules.ts'
import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { officeOfReceipt } from '../../../passes/receipt.rules.ts'
import { whoWords } from '../../../words/account.ts'
import { commonWords } from '../../../words/common.ts'
import { type Currency, formatDateTime, formatMoney } from '../../../words/dates.ts'
import { applicationWords, deskWords, queueWords } from '../../../words/desk.ts'
import { howWords, payWords } from '../../../words/till.ts'
import { isDemonstration } from '../../who.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { useAreaName, useInstrumentTitle } from '../names.ts'
import { Facts } from '../parts/facts.tsx'
import { Icon } from '../parts/icon.tsx'
import { latinName } from '../parts/person.tsx'
import { FileButton } from '../print/file-button.tsx'
import { useCharge } from '../till/till-queries.ts'

/** What the applicant takes home for the fee. Printed, it is the only thing on the paper. */
export function Receipt({ application, receipt }: { application: Application; receipt: string }) {
  const { say, language } = useWords()
  const areaName = useAreaName()
  const instrumentTitle = useInstrumentTitle()
  const { may } = useMe()
  const { fee, applicant, paidAt } = application
  const taken = officeOfReceipt(receipt) ?? application.office
  // How it was paid is the till's to know; to the other roles the receipt says when.
  const charge = useCharge(application.id, { enabled: may('payment.read', application.office) })
  const payment = charge.data?.payments.findLast(({ settles, reversal }) => settles && reversal === null)
  return (
    <section className="card receipt" aria-labelledby="receipt-title">
      <p className="print-only receipt-head">
        {say(commonWords.name)} · {areaName(taken)}
      </p>
      <h2 id="receipt-title">
        {say(applicationWords.receipt)}{' '}
        <span className="code" data-testid="receipt">
          {receipt}
        </span>
      </h2>
      {fee && <p className="price">{formatMoney({ amount: fee.amount, currency: fee.currency as Currency }, language)}</p>}
      <Facts
        facts={[
          [say(payWords.howPaid), payment && say(howWords[payment.how])],
          [say(payWords.paidAt), paidAt && formatDateTime(paidAt as Instant, borderZone, language)],
          [say(payWords.bankReference), payment?.reference],
          [say(queueWords.applicant), [applicant.localName, latinName(applicant)].filter(Boolean).join(' · ')],
          [say(payWords.applicationNumber), spokenNumber(application.followNumber ?? application.id)],
          [say(deskWords.office), areaName(taken)],
          [say(deskWords.instrument), fee && instrumentTitle(fee.instrument)],
        ]}
      />
      <div className="actions no-print">
        <Button variant="default" size="sm" leftSection={<Icon name="printer" />} onClick={() => window.print()} data-testid="print-receipt">
          {say(applicationWords.printReceipt)}
        </Button>
        <FileButton
          path={`/api/v1/applications/${application.id}/receipt.pdf`}
          name={`${receipt}.pdf`}
          label={say(applicationWords.saveReceipt)}
          variant="default"
          testid="receipt-file"
        />
      </div>
      <p className="print-only signature-line">{say(applicationWords.receivedBy)}</p>
      {isDemonstration && <p className="print-only small">{say(whoWords.demonstration)}</p>}
    </section>
  )
}
