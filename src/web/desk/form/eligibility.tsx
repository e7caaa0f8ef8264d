import { Button } from '@mantine/core'
import { type AreaCode, districtOf, provinceOf } from '../../../kernel/code.ts'
import { type Currency, formatMoney } from '../../../words/dates.ts'
import { applicationWords, deskWords } from '../../../words/desk.ts'
import { formWords } from '../../../words/desk-form.ts'
import { useWords } from '../frame/language.tsx'
import { useOfficeChoice } from '../frame/office.tsx'
import { useAreaName, useHeadName, useInstrumentTitle } from '../names.ts'
import { ProblemNotice, ProblemText } from '../parts/answered.tsx'
import { Facts } from '../parts/facts.tsx'
import { Icon } from '../parts/icon.tsx'
import { MandateNumber } from '../parts/mandate-number.tsx'
import { problemOf, useEligibility, useOffices } from '../queries.ts'

/** May this office issue to this address? Said while the form is still being filled. */
export function Eligibility({ office, homeArea, nationality }: { office: string; homeArea: string; nationality: string }) {
  const { say, language } = useWords()
  const instrumentTitle = useInstrumentTitle()
  const headName = useHeadName()
  const asked = useEligibility({ office, homeArea, nationality })
  const problem = problemOf(asked.error)
  if (homeArea === '')
    return (
      <section className="card eligibility" aria-live="polite">
        <h2>{say(formWords.eligibility)}</h2>
        <p className="soft">{say(formWords.eligibilityWait)}</p>
      </section>
    )
  if (problem?.code === 'no-connection') return <ProblemNotice problem={problem} onRetry={() => void asked.refetch()} />
  if (problem)
    return (
      <section className="card eligibility eligibility-no" data-testid="eligibility" data-ok="false" aria-live="polite">
        <h2 className="visually-hidden">{say(formWords.eligibility)}</h2>
        <Icon name="cross" />
        <div>
          <ProblemText problem={problem} />
          <OtherOffice homeArea={homeArea} />
        </div>
      </section>
    )
  if (!asked.data)
    return (
      <section className="card eligibility" aria-live="polite" aria-busy="true">
        <h2>{say(formWords.eligibility)}</h2>
        <p className="soft">{say(deskWords.loading)}</p>
      </section>
    )
  const { fee, mandate } = asked.data
  return (
    <section className="card eligibility eligibility-yes" data-testid="eligibility" data-ok="true" aria-live="polite">
      <Icon name="check" />
      <div>
        <h2>{say(formWords.eligible)}</h2>
        <p className="price">{formatMoney({ amount: fee.amount, currency: fee.currency as Currency }, language)}</p>
        <p className="small">{say(formWords.price)}</p>
        <Facts
          facts={[
            [say(applicationWords.mandate), <MandateNumber key="id" id={mandate.id} />],
            [say(applicationWords.holder), headName(mandate.holder, office)],
            [say(deskWords.instrument), [...new Set([mandate.instrument, fee.instrument])].map(instrumentTitle).join(' · ')],
          ]}
        />
      </div>
    </section>
  )
}

/** The way on: the office of the applicant's own district, or of the province. */
function OtherOffice({ homeArea }: { homeArea: string }) {
  const { say } = useWords()
  const { offices, office, choose } = useOfficeChoice()
  const all = useOffices().data ?? []
  const areaName = useAreaName()
  const near = [districtOf(homeArea as AreaCode), provinceOf(homeArea as AreaCode)].find((area) => all.some(({ id }) => id === area))
  if (!near || near === office?.id) return null
  const isMine = offices.some(({ id }) => id === near)
  if (!isMine) return <p>{say(formWords.servedElsewhere, { office: areaName(near) })}</p>
  return (
    <Button variant="default" onClick={() => choose(near)}>
      {say(formWords.servedBy, { office: areaName(near) })}
    </Button>
  )
}
