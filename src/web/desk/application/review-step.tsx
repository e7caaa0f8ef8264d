import { applicationWords } from '../../../words/desk.ts'
import { reviewWords } from '../../../words/office.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { Icon } from '../parts/icon.tsx'
import { useHandName } from './hand-name.ts'
import { MandateFacts } from './mandate-facts.tsx'
import type { StepProps } from './next-step.tsx'
import { SentBack } from './sent-back.tsx'
import { StepButton } from './step-button.tsx'

/** Approving, by one reviewer at a time: whoever takes the case up has it alone until it is put back. */
export function ReviewStep(props: StepProps) {
  const { say } = useWords()
  const { me } = useMe()
  const { application } = props
  const { id, state, reviewing } = application
  if (state === 'under-review' && reviewing !== me.id) return <OthersReview {...props} />
  const path = `/api/v1/applications/${id}`
  return (
    <>
      {state === 'under-review' && (
        <p className="problem-title" data-testid="mine-under-review">
          {say(reviewWords.mine)}
        </p>
      )}
      <SentBack application={application} />
      <p>{say(applicationWords.approveLead)}</p>
      <MandateFacts application={application} />
      <StepButton
        {...props}
        path={`${path}/approval`}
        body={{}}
        label={say(applicationWords.approve)}
        icon={<Icon name="stamp" />}
        testid="approve"
      />
      {state === 'paid' ? (
        <div className="beside">
          <StepButton
            {...props}
            path={`${path}/review`}
            body={{}}
            label={say(reviewWords.takeUp)}
            icon={<Icon name="person" />}
            testid="take-up"
            isSecond
          />
          <p className="soft small">{say(reviewWords.takeUpLead)}</p>
        </div>
      ) : (
        <Release {...props} />
      )}
    </>
  )
}

function OthersReview(props: StepProps) {
  const { say } = useWords()
  const { may } = useMe()
  const { office, reviewing } = props.application
  const nameOf = useHandName(office)
  return (
    <>
      <p className="next-action" data-testid="others-under-review">
        {say(reviewWords.other, { name: nameOf(reviewing) ?? say(reviewWords.colleague) })}
      </p>
      <p className="soft">{say(reviewWords.otherLead)}</p>
      {may('pass.sign', office) && <Release {...props} />}
    </>
  )
}

function Release(props: StepProps) {
  const { say } = useWords()
  const path = `/api/v1/applications/${props.application.id}/release`
  return <StepButton {...props} path={path} body={{}} label={say(reviewWords.release)} icon={<Icon name="undo" />} testid="release" isSecond />
}
