import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { passOverWords } from '../../../words/pass-over.ts'
import { registerWords } from '../../../words/verdicts.ts'
import { useWords } from '../frame/language.tsx'
import { isSuspended, isToWithdraw } from './whose-step.ts'

/** Its pass is not in force before it was handed over: why nothing is printed or given, before any step. */
export function PassOver({ application }: { application: Application }) {
  const { say } = useWords()
  const { passState } = application
  const isOver = isToWithdraw(application)
  if (passState === null || !(isOver || isSuspended(application))) return null
  return (
    <>
      <div className={`notice tone-${isOver ? 'refuse' : 'flag'}`} data-testid="pass-over" data-state={passState}>
        <div>
          <p className="problem-title">{say(passOverWords.pass, { state: say(registerWords[passState]) })}</p>
          <p>{say(isOver ? passOverWords.lead : passOverWords.suspended)}</p>
        </div>
      </div>
      {isOver && <KeepBooklet application={application} />}
    </>
  )
}

/** The booklet that nobody is given lies among those that are. */
export function KeepBooklet({ application: { booklet, kind } }: { application: Application }) {
  const { say } = useWords()
  if (booklet === null || kind === 'extension') return null
  return <p data-testid="keep-booklet">{say(passOverWords.keepBooklet, { booklet })}</p>
}
