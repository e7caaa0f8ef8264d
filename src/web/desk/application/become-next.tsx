import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Action } from '../../../identity/authority-lists.rules.ts'
import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { roleWords } from '../../../words/roles.ts'
import { workWords } from '../../../words/work.ts'
import { ask, type Problem } from '../../api.ts'
import { isDemonstration } from '../../who.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { ProblemNotice } from '../parts/answered.tsx'
import { Icon } from '../parts/icon.tsx'
import { useMadeUpStaff } from '../queries.ts'
import { rolesFor } from './whose-step.ts'

/** The demonstration's way on: one person walks the whole way as one made-up member of staff after the other. */
export function BecomeNext({ action, application: { office }, to }: { action: Action; application: Pick<Application, 'office'>; to?: string }) {
  const { say, language } = useWords()
  const { me } = useMe()
  const staff = useMadeUpStaff(office, isDemonstration)
  const [becoming, setBecoming] = useState<string | undefined>(undefined)
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  if (!isDemonstration || !staff.data) return null
  const others = rolesFor(action, office).flatMap((role) => {
    const member = staff.data.find((one) => one.account !== me.id && one.roles.some((held) => held.role === role && held.place === office))
    return member ? [{ role, member }] : []
  })
  async function become(account: string) {
    setBecoming(account)
    const answer = await ask<unknown>('/api/v1/demonstration/become', { language, body: { account } })
    // A new person sees nothing that the last one's session has read.
    if (answer.ok) return to === undefined ? location.reload() : location.assign(to)
    setBecoming(undefined)
    setProblem(answer.problem)
  }
  if (others.length === 0) return <p className="soft">{say(workWords.nobodyToBecome)}</p>
  return (
    <div className="become-next">
      <p className="small">{say(workWords.becomeWhy)}</p>
      {problem && <ProblemNotice problem={problem} />}
      <div className="actions">
        {others.map(({ role, member }, position) => (
          <Button
            key={role}
            variant={position === 0 ? 'filled' : 'default'}
            leftSection={<Icon name="person" />}
            loading={becoming === member.account}
            disabled={becoming !== undefined && becoming !== member.account}
            onClick={() => void become(member.account)}
            data-testid={`become-${role}`}
          >
            <span>
              {say(workWords.becomeRole, { role: language === 'en' ? say(roleWords[role]).toLowerCase() : say(roleWords[role]) })}
              <span className="become-name">{member.name}</span>
            </span>
          </Button>
        ))}
      </div>
    </div>
  )
}
