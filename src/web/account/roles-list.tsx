import type { ReactNode } from 'react'
import type { MemberAnswer } from '../../identity/identity.api.ts'
import { borderZone, type CivilDate, civilDateAt, type Instant } from '../../kernel/time.ts'
import { formatDate, formatDateTime } from '../../words/dates.ts'
import { roleWords } from '../../words/roles.ts'
import { staffWords } from '../../words/staff.ts'
import { useWords } from '../desk/frame/language.tsx'
import { Empty } from '../desk/parts/answered.tsx'
import { useInstance } from '../desk/queries.ts'
import { usePlaceName } from './place-name.ts'

export type HeldRole = MemberAnswer['grants'][number]

/** Roles with their place and their days. `beside` is what may be done about one. */
export function RolesList({ grants, beside }: { grants: readonly HeldRole[]; beside?: (grant: HeldRole) => ReactNode }) {
  const { say } = useWords()
  const placeName = usePlaceName()
  if (grants.length === 0) return <Empty>{say(staffWords.noRole)}</Empty>
  return (
    <ul className="roles">
      {grants.map((grant) => (
        <li key={grant.id} className="role" data-role={grant.role} data-in-force={grant.inForce}>
          <div>
            <strong className="role-name">{say(roleWords[grant.role])}</strong>
            <span>{placeName(grant.place)}</span>
            <RoleDays grant={grant} />
          </div>
          <div className="role-side">
            <RoleState grant={grant} />
            {beside?.(grant)}
          </div>
        </li>
      ))}
    </ul>
  )
}

function RoleDays({ grant: { from, lastDay, revokedAt } }: { grant: HeldRole }) {
  const { say, language } = useWords()
  const day = (date: string) => formatDate(date as CivilDate, language)
  const days = lastDay ? say(staffWords.period, { from: day(from), lastDay: day(lastDay) }) : say(staffWords.noEnd, { from: day(from) })
  const ended = revokedAt && say(staffWords.endedAt, { at: formatDateTime(revokedAt as Instant, borderZone, language) })
  return <span className="soft small">{[days, ended].filter(Boolean).join(' · ')}</span>
}

function RoleState({ grant }: { grant: HeldRole }) {
  const { say } = useWords()
  const state = useStateOfRole()(grant)
  return <span className={`badge tone-${roleTone[state]}`}>{say(staffWords[state])}</span>
}

const roleTone = { inForce: 'admit', notStarted: 'flag', over: 'quiet', withdrawn: 'refuse' } as const
export type RoleState = keyof typeof roleTone

/** The server says what counts now; this only says why something does not. */
export function useStateOfRole(): (grant: HeldRole) => RoleState {
  const now = useInstance().data?.now
  const today = now && civilDateAt(now as Instant, borderZone)
  return ({ inForce, revokedAt, from }) => {
    if (inForce) return 'inForce'
    if (revokedAt !== null) return 'withdrawn'
    return today !== undefined && from > today ? 'notStarted' : 'over'
  }
}
