import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import type { ApplicationState } from '../../../passes/application.rules.ts'
import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { type Currency, formatMoney } from '../../../words/dates.ts'
import { applicationWords, deskWords } from '../../../words/desk.ts'
import { workWords } from '../../../words/work.ts'
import { isDemonstration } from '../../who.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { useInstrumentTitle } from '../names.ts'
import { ProblemNotice } from '../parts/answered.tsx'
import { Facts } from '../parts/facts.tsx'
import { Icon } from '../parts/icon.tsx'
import { ifShown, NotShown } from '../parts/not-shown.tsx'
import { PageDownload } from '../parts/page-download.tsx'
import { applicationKey, problemOf, useEligibility, useOffices } from '../queries.ts'
import { BecomeNext } from './become-next.tsx'
import { Closing } from './closing.tsx'
import { StepButton } from './step-button.tsx'
import { WaitsFor } from './waits-for.tsx'
import { nextAction } from './whose-step.ts'

export type StepProps = { readonly application: Application; onChanged(application: Application): void }

/** What is done now: as one large button for whoever may, else who does it. After a step the focus stands on the next one's heading, so no key press does two steps. */
export function NextStep({ application, onChanged }: StepProps) {
  const { say } = useWords()
  const { may } = useMe()
  const { state, office } = application
  const heading = useRef<HTMLHeadingElement>(null)
  const first = useRef(state)
  useEffect(() => {
    if (state !== first.current) heading.current?.focus()
    first.current = state
  }, [state])
  const action = nextAction[state]
  const Step = steps[state]
  return (
    <section className="card next-step no-print" aria-labelledby="next-title" data-testid="next-step" data-action={action ?? 'none'}>
      <h2 id="next-title" ref={heading} tabIndex={-1}>
        {say(applicationWords.nextStep)}
      </h2>
      {action === null || may(action, office) ? (
        <Step application={application} onChanged={onChanged} />
      ) : (
        <WaitsFor action={action} application={application} />
      )}
      {action !== null && action !== 'pass.print' && <Closing application={application} onChanged={onChanged} />}
    </section>
  )
}

// A new state does not compile until the desk knows what is done in it.
const steps: Readonly<Record<ApplicationState, (props: StepProps) => ReactNode>> = {
  submitted: PayStep,
  paid: ApproveStep,
  approved: SignStep,
  signed: PrintStep,
  rejected: ClosedStep,
  withdrawn: ClosedStep,
}

function PayStep({ application, onChanged }: StepProps) {
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

function ApproveStep({ application, onChanged }: StepProps) {
  const { say } = useWords()
  return (
    <>
      <p>{say(applicationWords.approveLead)}</p>
      <MandateFacts application={application} />
      <StepButton
        path={`/api/v1/applications/${application.id}/approval`}
        body={{}}
        label={say(applicationWords.approve)}
        icon={<Icon name="stamp" />}
        testid="approve"
        application={application}
        onChanged={onChanged}
      />
    </>
  )
}

/** Passes are signed on lists: this case stands ticked on the next one. */
function SignStep({ application }: StepProps) {
  const { say } = useWords()
  return (
    <>
      <p>{say(applicationWords.signLead)}</p>
      <MandateFacts application={application} />
      <Link href={`/sign?only=${application.id}`} className="button-link button-main" data-testid="to-list">
        <Icon name="pen" />
        {say(workWords.addToList)}
      </Link>
    </>
  )
}

function PrintStep({ application }: StepProps) {
  const { say } = useWords()
  const { may } = useMe()
  const client = useQueryClient()
  const printed = () => void client.invalidateQueries({ queryKey: applicationKey(application.id) })
  return (
    <>
      <p>{say(applicationWords.printLead)}</p>
      {ifShown(application.passNumber, (number) => (
        <PageDownload
          number={number}
          onDone={printed}
          below={(problem) => problem.code.startsWith('authority.') && <BecomeNext action="pass.print" application={application} />}
        />
      ))}
      {isDemonstration && may('application.take') && <NewForPerson />}
    </>
  )
}

function ClosedStep({ application }: StepProps) {
  const { say } = useWords()
  const { may } = useMe()
  return (
    <>
      <p>{say(applicationWords.closedLead)}</p>
      <Facts facts={[[say(deskWords.reason), application.reason]]} />
      {may('application.take') && <NewForPerson />}
    </>
  )
}

function NewForPerson() {
  const { say } = useWords()
  return (
    <Link href="/" className="button-link">
      {say(applicationWords.newForPerson)}
    </Link>
  )
}

/** Whose mandate the step would stand on, as it is now; the server asks again at the step itself. Said to whoever may ask before. */
function MandateFacts({ application }: { application: Application }) {
  const { say } = useWords()
  const instrumentTitle = useInstrumentTitle()
  const { may } = useMe()
  const offices = useOffices()
  const { office, applicant } = application
  const asked = { office, homeArea: applicant.homeArea ?? '', nationality: applicant.nationality ?? '' }
  const eligibility = useEligibility(asked, may('application.take', office))
  const problem = problemOf(eligibility.error)
  if (problem) return <ProblemNotice problem={problem} onRetry={() => void eligibility.refetch()} />
  const mandate = eligibility.data?.mandate
  const instrument = offices.data?.find(({ id }) => id === office)?.instrument
  if (!mandate) return instrument ? <Facts facts={[[say(deskWords.instrument), instrumentTitle(instrument)]]} /> : null
  return (
    <Facts
      facts={[
        [
          say(applicationWords.mandate),
          <span className="code" key="id">
            {mandate.id}
          </span>,
        ],
        [say(applicationWords.holder), mandate.holder],
        [say(deskWords.instrument), instrumentTitle(mandate.instrument)],
      ]}
    />
  )
}
