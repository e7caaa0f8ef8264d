import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { ApplicationState } from '../../../passes/application.rules.ts'
import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { type Currency, formatMoney } from '../../../words/dates.ts'
import { applicationWords, deskWords } from '../../../words/desk.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useInstrumentTitle } from '../names.ts'
import { ProblemNotice } from '../parts/answered.tsx'
import { Facts } from '../parts/facts.tsx'
import { Icon } from '../parts/icon.tsx'
import { ReasonDialog } from '../parts/reason-dialog.tsx'
import { problemOf, useEligibility } from '../queries.ts'

type StepProps = { readonly application: Application; onChanged(application: Application): void }

/** What is done now, as one large button; after a step the focus stands on the next one's heading, so no key press does two steps. */
export function NextStep({ application, onChanged }: StepProps) {
  const { say } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const first = useRef(application.state)
  useEffect(() => {
    if (application.state !== first.current) heading.current?.focus()
    first.current = application.state
  }, [application.state])
  const Step = steps[application.state]
  return (
    <section className="card next-step no-print" aria-labelledby="next-title">
      <h2 id="next-title" ref={heading} tabIndex={-1}>
        {say(applicationWords.nextStep)}
      </h2>
      <Step application={application} onChanged={onChanged} />
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
        onChanged={onChanged}
      />
      <Closing application={application} onChanged={onChanged} />
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
        onChanged={onChanged}
      />
      <Closing application={application} onChanged={onChanged} />
    </>
  )
}

function SignStep({ application, onChanged }: StepProps) {
  const { say } = useWords()
  return (
    <>
      <p>{say(applicationWords.signLead)}</p>
      <MandateFacts application={application} />
      <StepButton
        path={`/api/v1/applications/${application.id}/signature`}
        body={{}}
        label={say(applicationWords.sign)}
        icon={<Icon name="pen" />}
        testid="sign"
        onChanged={onChanged}
      />
      <Closing application={application} onChanged={onChanged} />
    </>
  )
}

function PrintStep({ application }: StepProps) {
  const { say } = useWords()
  return (
    <>
      <p>{say(applicationWords.printLead)}</p>
      <div className="actions">
        <Button
          component="a"
          size="lg"
          leftSection={<Icon name="printer" />}
          href={`/api/v1/passes/${application.passNumber}/page.pdf`}
          target="_blank"
          rel="noreferrer"
          data-testid="print-page"
        >
          {say(applicationWords.print)}
        </Button>
        <Link href="/" className="button-link">
          {say(applicationWords.newForPerson)}
        </Link>
      </div>
    </>
  )
}

function ClosedStep({ application }: StepProps) {
  const { say } = useWords()
  return (
    <>
      <p>{say(applicationWords.closedLead)}</p>
      <Facts facts={[[say(deskWords.reason), application.reason]]} />
      <Link href="/" className="button-link">
        {say(applicationWords.newForPerson)}
      </Link>
    </>
  )
}

type StepButtonProps = { path: string; body: object; label: string; icon: ReactNode; testid: string; onChanged: StepProps['onChanged'] }

function StepButton({ path, body, label, icon, testid, onChanged }: StepButtonProps) {
  const command = useCommand<Application>()
  async function go() {
    const changed = await command.send(path, body)
    if (changed) onChanged(changed)
  }
  return (
    <>
      {command.problem && <ProblemNotice problem={command.problem} />}
      <Button size="xl" fullWidth leftSection={icon} loading={command.pending} onClick={() => void go()} data-testid={testid}>
        {label}
      </Button>
    </>
  )
}

/** Whose mandate the step would stand on, as it is now; the server asks again at the step itself. */
function MandateFacts({ application }: { application: Application }) {
  const { say } = useWords()
  const instrumentTitle = useInstrumentTitle()
  const { office, applicant } = application
  const eligibility = useEligibility({ office, homeArea: applicant.homeArea, nationality: applicant.nationality })
  const problem = problemOf(eligibility.error)
  if (problem) return <ProblemNotice problem={problem} onRetry={() => void eligibility.refetch()} />
  const mandate = eligibility.data?.mandate
  if (!mandate) return <p className="soft">{say(deskWords.loading)}</p>
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

const closings = {
  reject: { path: 'rejection', title: applicationWords.rejectTitle, action: applicationWords.reject },
  withdraw: { path: 'withdrawal', title: applicationWords.withdrawTitle, action: applicationWords.withdraw },
} as const

function Closing({ application, onChanged }: StepProps) {
  const { say } = useWords()
  const command = useCommand<Application>()
  const [asking, setAsking] = useState<keyof typeof closings | undefined>(undefined)
  async function close(kind: keyof typeof closings, reason: string) {
    const changed = await command.send(`/api/v1/applications/${application.id}/${closings[kind].path}`, { reason })
    if (!changed) return
    setAsking(undefined)
    onChanged(changed)
  }
  function ask(kind: keyof typeof closings) {
    command.forget()
    setAsking(kind)
  }
  return (
    <div className="actions">
      <Button variant="subtle" color="refuse" onClick={() => ask('reject')} data-testid="reject">
        {say(applicationWords.reject)}
      </Button>
      <Button variant="subtle" onClick={() => ask('withdraw')} data-testid="withdraw">
        {say(applicationWords.withdraw)}
      </Button>
      {asking && (
        <ReasonDialog
          title={say(closings[asking].title)}
          lead={say(applicationWords.closeFinal)}
          action={say(closings[asking].action)}
          danger={asking === 'reject'}
          pending={command.pending}
          problem={command.problem}
          onClose={() => setAsking(undefined)}
          onConfirm={(reason) => void close(asking, reason)}
        />
      )}
    </div>
  )
}
