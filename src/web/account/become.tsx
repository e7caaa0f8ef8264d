import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Static } from 'typebox'
import type { Role } from '../../identity/authority-lists.rules.ts'
import type { demonstrationMember } from '../../identity/identity.api.ts'
import { becomeWords } from '../../words/account.ts'
import { formatNumber } from '../../words/dates.ts'
import { roleWords } from '../../words/roles.ts'
import { ask, type Problem } from '../api.ts'
import { useWords } from '../desk/frame/language.tsx'
import { Answered, Empty, ProblemNotice } from '../desk/parts/answered.tsx'
import { Icon } from '../desk/parts/icon.tsx'
import { PageHead } from '../desk/parts/page-head.tsx'
import { useAccount, useAnswer } from '../desk/queries.ts'
import { usePlaceName } from './place-name.ts'
import { useStep } from './step.ts'
import { ownPath, wayBack, workplaceOf } from './workplace.ts'

type Member = Static<typeof demonstrationMember>

/** More than this many are found by searching, not by reading. */
const shownMax = 60

/** The demonstration's way in: everybody is made up, so anybody may be anybody. */
export function Become() {
  const { say } = useWords()
  const staff = useAnswer<Member[]>('/api/v1/demonstration/staff')
  return (
    <>
      <PageHead title={say(becomeWords.title)} lead={say(becomeWords.lead)} />
      <p className="notice warning" data-testid="demonstration-warning">
        <Icon name="people" />
        <strong>{say(becomeWords.warning)}</strong>
      </p>
      <Answered query={staff}>{(members) => <Choose members={members} />}</Answered>
    </>
  )
}

function Choose({ members }: { members: readonly Member[] }) {
  const { say, language } = useWords()
  const placeName = usePlaceName()
  const [typed, setTyped] = useState('')
  const [role, setRole] = useState('')
  const roles = (Object.keys(roleWords) as Role[]).filter((name) => members.some((member) => member.roles.some((held) => held.role === name)))
  const wanted = typed.trim().toLocaleLowerCase()
  const found = members.filter((member) => {
    if (role !== '' && !member.roles.some((held) => held.role === role)) return false
    const places = [member.home, ...member.roles.map(({ place }) => place)]
    return wanted === '' || [member.name, ...places, ...places.map(placeName)].some((text) => text.toLocaleLowerCase().includes(wanted))
  })
  return (
    <>
      <search className="card become-find">
        <TextInput
          label={say(becomeWords.search)}
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-testid="become-search"
        />
        <NativeSelect
          label={say(becomeWords.role)}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value)}
          data={[{ value: '', label: say(becomeWords.allRoles) }, ...roles.map((value) => ({ value, label: say(roleWords[value]) }))]}
          data-testid="become-role"
        />
      </search>
      <p role="status" className="soft found">
        {say(becomeWords.found, { count: formatNumber(found.length, language) })}
        {found.length > shownMax && ` · ${say(becomeWords.more, { count: formatNumber(shownMax, language) })}`}
      </p>
      {found.length === 0 ? <Empty>{say(becomeWords.none)}</Empty> : <Cards members={found.slice(0, shownMax)} />}
    </>
  )
}

function Cards({ members }: { members: readonly Member[] }) {
  const { say, language } = useWords()
  const placeName = usePlaceName()
  const me = useAccount().data?.id
  const [problem, setProblem] = useState<Problem | undefined>(undefined)
  const { busy, step } = useStep()
  const become = ({ account, roles }: Member) =>
    step(async () => {
      const answer = await ask<unknown>('/api/v1/demonstration/become', { language, body: { account } })
      if (answer.ok)
        location.assign(
          wayBack(ownPath(new URLSearchParams(location.search).get('next'), location.origin), workplaceOf(roles.map(({ role }) => role))),
        )
      else setProblem(answer.problem)
    })
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <ul className="people">
        {members.map((member) => (
          <li key={member.account}>
            <button
              type="button"
              className="person-card"
              disabled={busy}
              onClick={become(member)}
              data-testid="become"
              data-account={member.account}
              data-roles={member.roles.map(({ role, place }) => `${role}@${place}`).join(' ')}
            >
              <strong>{member.name}</strong>
              {member.roles.map(({ role, place }) => (
                <span key={`${role} ${place}`}>
                  <span className="role-name">{say(roleWords[role])}</span> <span className="soft">{placeName(place)}</span>
                </span>
              ))}
              {member.account === me && <span className="badge tone-admit">{say(becomeWords.you)}</span>}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
