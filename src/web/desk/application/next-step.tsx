import { type ReactNode, useEffect, useRef } from 'react'
import { type ApplicationState, isSignedNotHanded } from '../../../passes/application.rules.ts'
import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { applicationWords } from '../../../words/desk.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { ClosedStep, CollectedStep } from './closed-step.tsx'
import { CorrectEarly, CorrectStep } from './correct-step.tsx'
import { HandOverStep } from './hand-over-step.tsx'
import { PassOver } from './pass-over.tsx'
import { PayStep } from './pay-step.tsx'
import { PrintStep } from './print-step.tsx'
import { ReasonedSteps } from './reasoned-steps.tsx'
import { ReviewStep } from './review-step.tsx'
import { SignStep } from './sign-step.tsx'
import { WaitsFor } from './waits-for.tsx'
import { isSuspended, isToWithdraw, nextActionOf } from './whose-step.ts'

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
  const action = nextActionOf(application)
  // Withdrawing is among the steps with a reason, below; a suspended pass is neither printed nor given.
  const Step = isToWithdraw(application) || isSuspended(application) ? null : steps[state]
  return (
    <section className="card next-step no-print" aria-labelledby="next-title" data-testid="next-step" data-action={action ?? 'none'}>
      <h2 id="next-title" ref={heading} tabIndex={-1}>
        {say(applicationWords.nextStep)}
      </h2>
      {isSignedNotHanded(state) && <PassOver application={application} />}
      {action === null || may(action, office) ? (
        Step && <Step key={state} application={application} onChanged={onChanged} />
      ) : (
        <WaitsFor action={action} application={application} />
      )}
      {state === 'submitted' && <CorrectEarly application={application} />}
      <ReasonedSteps application={application} onChanged={onChanged} />
    </section>
  )
}

// A new state does not compile until the desk knows what is done in it.
const steps: Readonly<Record<ApplicationState, (props: StepProps) => ReactNode>> = {
  draft: CorrectStep,
  submitted: PayStep,
  incomplete: CorrectStep,
  paid: ReviewStep,
  'under-review': ReviewStep,
  approved: SignStep,
  signed: PrintStep,
  produced: HandOverStep,
  collected: CollectedStep,
  rejected: ClosedStep,
  withdrawn: ClosedStep,
  lapsed: ClosedStep,
}
