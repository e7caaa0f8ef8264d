import { Link } from 'wouter'
import { applicationWords } from '../../../words/desk.ts'
import { workWords } from '../../../words/work.ts'
import { useWords } from '../frame/language.tsx'
import { Icon } from '../parts/icon.tsx'
import { MandateFacts } from './mandate-facts.tsx'
import type { StepProps } from './next-step.tsx'

/** Passes are signed on lists: this case stands ticked on the next one. */
export function SignStep({ application }: StepProps) {
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
