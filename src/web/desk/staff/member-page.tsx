import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Static } from 'typebox'
import { Link } from 'wouter'
import type { MemberAnswer, readsAnswer, StaffEventAnswer } from '../../../identity/identity.api.ts'
import { deskWords } from '../../../words/desk.ts'
import { roleWords } from '../../../words/roles.ts'
import { accountStateWords, staffWords } from '../../../words/staff.ts'
import { EventsList, ReadsList } from '../../account/events-list.tsx'
import { usePlaceName } from '../../account/place-name.ts'
import { type HeldRole, RolesList, useStateOfRole } from '../../account/roles-list.tsx'
import { useMayAtPlace } from '../../account/who-am-i.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { Answered } from '../parts/answered.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useAccount, useAnswer } from '../queries.ts'
import { HandledPasses, hasHands } from './handled-passes.tsx'
import { MemberActions } from './member-actions.tsx'
import { stateTone } from './staff-page.tsx'
import { StepDialog } from './step-dialog.tsx'

/** One member of staff: their roles, what may be done about them, and for their chief what is on record. */
export function MemberPage({ id }: { id: string }) {
  const { say } = useWords()
  const member = useAnswer<MemberAnswer>(`/api/v1/staff/${encodeURIComponent(id)}`)
  return (
    <>
      <p className="back">
        <Link href="/staff">{say(staffWords.back)}</Link>
      </p>
      <Answered query={member} title={say(deskWords.staff)}>
        {(found) => <Member member={found} onChanged={() => void member.refetch()} />}
      </Answered>
    </>
  )
}

function Member({ member, onChanged }: { member: MemberAnswer; onChanged(): void }) {
  const { say } = useWords()
  const placeName = usePlaceName()
  const may = useMayAtPlace()
  const me = useMe()
  return (
    <>
      <PageHead title={member.name} lead={placeName(member.home)}>
        <div className="head-badges">
          <span className={`badge tone-${stateTone[member.state]}`}>{say(accountStateWords[member.state])}</span>
          {member.madeUp && <span className="badge tone-quiet">{say(staffWords.madeUp)}</span>}
        </div>
      </PageHead>
      <div className="columns">
        <div className="stack">
          <Roles member={member} onChanged={onChanged} />
          {may('staff.events', member.home) && <OnRecord id={member.id} />}
        </div>
        <MemberActions member={member} onChanged={onChanged} />
      </div>
      {me.may('mandate.passes') && hasHands(member) && <HandledPasses member={member} />}
    </>
  )
}

function Roles({ member, onChanged }: { member: MemberAnswer; onChanged(): void }) {
  const { say } = useWords()
  const may = useMayAtPlace()
  const account = useAccount().data
  const [ending, setEnding] = useState<HeldRole | undefined>(undefined)
  const stateOf = useStateOfRole()
  const isOver = (grant: HeldRole) => ['over', 'withdrawn'].includes(stateOf(grant))
  const now = member.grants.filter((grant) => !isOver(grant))
  const past = member.grants.filter(isOver)
  const mayEnd = ({ role, place }: HeldRole) => member.id !== account?.id && account?.gives.includes(role) === true && may('staff.grant', place)
  return (
    <section className="card" aria-labelledby="member-roles">
      <h2 id="member-roles">{say(staffWords.roles)}</h2>
      <RolesList
        grants={now}
        beside={(grant) =>
          mayEnd(grant) && (
            <Button variant="default" size="sm" onClick={() => setEnding(grant)} data-testid="end-role">
              {say(staffWords.endRole)}
            </Button>
          )
        }
      />
      {past.length > 0 && (
        <details className="after">
          <summary>{say(staffWords.pastRoles)}</summary>
          <RolesList grants={past} />
        </details>
      )}
      {ending && (
        <StepDialog
          title={say(staffWords.endRoleTitle, { role: say(roleWords[ending.role]) })}
          lead={say(staffWords.endRoleLead, { name: member.name })}
          action={say(staffWords.endRole)}
          danger
          path={`/api/v1/staff/${encodeURIComponent(member.id)}/grants/${ending.id}/end`}
          onClose={() => setEnding(undefined)}
          onDone={onChanged}
        />
      )}
    </section>
  )
}

function OnRecord({ id }: { id: string }) {
  const { say } = useWords()
  const events = useAnswer<StaffEventAnswer[]>(`/api/v1/staff/${encodeURIComponent(id)}/events?limit=40`)
  const reads = useAnswer<Static<typeof readsAnswer>>(`/api/v1/staff/${encodeURIComponent(id)}/reads`)
  return (
    <>
      <section className="card" aria-labelledby="member-events">
        <h2 id="member-events">{say(staffWords.events)}</h2>
        <Answered query={events}>{(found) => <EventsList events={found} />}</Answered>
      </section>
      <section className="card" aria-labelledby="member-reads">
        <h2 id="member-reads">{say(staffWords.reads)}</h2>
        <p className="soft small before">{say(staffWords.readsLead)}</p>
        <Answered query={reads}>{(found) => <ReadsList reads={found} />}</Answered>
      </section>
    </>
  )
}
