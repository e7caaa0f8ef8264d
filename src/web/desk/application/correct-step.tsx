import { Link } from 'wouter'
import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { reviewWords } from '../../../words/office.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { Icon } from '../parts/icon.tsx'
import type { StepProps } from './next-step.tsx'

/** What is to be put right, large, and the way to do it. */
export function CorrectStep({ application: { id, reason } }: StepProps) {
  const { say } = useWords()
  return (
    <>
      {reason !== null && (
        <div className="notice tone-flag">
          <div>
            <p className="small">{say(reviewWords.incompleteLead)}</p>
            <p className="next-action" data-testid="to-correct">
              {reason}
            </p>
          </div>
        </div>
      )}
      <Link href={`/applications/${id}/correct`} className="button-link button-main" data-testid="correct">
        <Icon name="pen" />
        {say(reviewWords.correct)}
      </Link>
    </>
  )
}

/** Before the fee is taken, whoever takes applications puts a slip right without anybody's return. */
export function CorrectEarly({ application: { id, office } }: { application: Application }) {
  const { say } = useWords()
  const { may } = useMe()
  if (!may('application.take', office)) return null
  return (
    <Link href={`/applications/${id}/correct`} className="button-link" data-testid="correct">
      {say(reviewWords.correctSubmitted)}
    </Link>
  )
}
