import type { Action } from '../../../identity/authority-lists.rules.ts'
import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { actionWords, roleWords } from '../../../words/roles.ts'
import { workWords } from '../../../words/work.ts'
import { useWords } from '../frame/language.tsx'
import { useAreaName } from '../names.ts'
import { Facts } from '../parts/facts.tsx'
import { BecomeNext } from './become-next.tsx'
import { rolesFor } from './whose-step.ts'

/** What comes next, and who does it: never a dead end. */
export function WaitsFor({ action, application }: { action: Action; application: Application }) {
  const { say } = useWords()
  const areaName = useAreaName()
  const { office } = application
  const names = rolesFor(action, office).map((role) => say(roleWords[role]))
  return (
    <>
      <p className="next-action">{say(actionWords[action])}</p>
      <Facts
        facts={[
          [say(workWords.doneBy), names.join(' · ')],
          [say(workWords.at), areaName(office)],
        ]}
      />
      <p className="soft">{say(workWords.notYours)}</p>
      <BecomeNext action={action} application={application} />
    </>
  )
}
