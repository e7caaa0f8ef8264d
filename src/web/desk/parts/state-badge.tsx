import { type ApplicationState, isSignedNotHanded } from '../../../passes/application.rules.ts'
import type { PassState } from '../../../passes/pass.rules.ts'
import { applicationStateWords } from '../../../words/desk.ts'
import { registerWords } from '../../../words/verdicts.ts'
import { useWords } from '../frame/language.tsx'

const applicationTone = {
  draft: 'quiet',
  submitted: 'flag',
  incomplete: 'refuse',
  paid: 'river',
  'under-review': 'river',
  approved: 'refer',
  signed: 'admit',
  produced: 'admit',
  collected: 'quiet',
  rejected: 'refuse',
  withdrawn: 'quiet',
  lapsed: 'quiet',
} as const satisfies Record<ApplicationState, string>
const passTone = {
  active: 'admit',
  suspended: 'flag',
  revoked: 'refuse',
  replaced: 'quiet',
  expired: 'quiet',
} as const satisfies Record<PassState, string>

type ApplicationBadgeProps = { readonly state: ApplicationState; readonly passState?: PassState | null; readonly testid?: string }
export function ApplicationBadge({ state, passState = null, testid }: ApplicationBadgeProps) {
  const { say } = useWords()
  // Green beside a pass that is stopped would say that all is well.
  const isStopped = isSignedNotHanded(state) && passState !== null && passState !== 'active'
  return (
    <span className={`badge tone-${isStopped ? 'quiet' : applicationTone[state]}`} data-state={state} data-testid={testid}>
      {say(applicationStateWords[state])}
    </span>
  )
}

export function PassBadge({ state }: { state: PassState }) {
  const { say } = useWords()
  return (
    <span className={`badge tone-${passTone[state]}`} data-state={state} data-testid="pass-state">
      {say(registerWords[state])}
    </span>
  )
}
