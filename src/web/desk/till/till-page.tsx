import { borderZone, type CivilDate, civilDateAt, type Instant } from '../../../kernel/time.ts'
import { formatDate } from '../../../words/dates.ts'
import { deskWords } from '../../../words/desk.ts'
import { tillWords } from '../../../words/till.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { useOfficeChoice } from '../frame/office.tsx'
import { useAreaName } from '../names.ts'
import { Answered } from '../parts/answered.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useInstance } from '../queries.ts'
import { ClosedDays } from './closed-days.tsx'
import { DayPayments } from './day-payments.tsx'
import { MyTill } from './my-till.tsx'
import { Refunds } from './refunds.tsx'

/** An office's money: what was taken, what is owed back, the cashier's own till and the days that were closed. */
export function TillPage() {
  const { office } = useOfficeChoice()
  const instance = useInstance()
  const id = office?.id ?? ''
  return <Answered query={instance}>{({ now }) => <Till office={id} today={civilDateAt(now as Instant, borderZone)} />}</Answered>
}

function Till({ office, today }: { office: string; today: CivilDate }) {
  const { say, language } = useWords()
  const { may } = useMe()
  const areaName = useAreaName()
  return (
    <>
      <PageHead title={say(deskWords.till)} lead={say(tillWords.lead, { office: areaName(office), day: formatDate(today, language) })} />
      <div className="columns">
        <div className="stack">
          {may('payment.read', office) && <DayPayments office={office} today={today} />}
          {may('payment.read', office) && <Refunds office={office} />}
        </div>
        <div className="stack">
          {may('payment.close-day', office) && <MyTill office={office} />}
          {may('payment.read', office) && <ClosedDays office={office} />}
        </div>
      </div>
    </>
  )
}
