import { isSignedNotHanded } from '../../../passes/application.rules.ts'
import type { ApplicationAnswer } from '../../../passes/passes.api.ts'
import { passOverWords } from '../../../words/pass-over.ts'
import { registerWords } from '../../../words/verdicts.ts'
import { isToWithdraw } from '../application/whose-step.ts'
import { useWords } from '../frame/language.tsx'

/** In a list: a signed pass that is not in force before it was handed over, and what is to be done with its case. */
export function PassStopped({ application }: { application: Pick<ApplicationAnswer, 'state' | 'passState'> }) {
  const { say } = useWords()
  const { state, passState } = application
  if (!isSignedNotHanded(state) || passState === null || passState === 'active') return null
  return (
    <>
      <span className="second-line">
        <span className={`badge tone-${passState === 'suspended' ? 'flag' : 'refuse'}`} data-testid="pass-stopped" data-state={passState}>
          {say(passOverWords.pass, { state: say(registerWords[passState]) })}
        </span>
      </span>
      {isToWithdraw(application) && <strong className="second-line small">{say(passOverWords.toWithdraw)}</strong>}
    </>
  )
}
