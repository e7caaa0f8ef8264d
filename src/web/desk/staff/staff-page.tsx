import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { AccountAnswer, MemberAnswer } from '../../../identity/identity.api.ts'
import { formatNumber } from '../../../words/dates.ts'
import { roleWords } from '../../../words/roles.ts'
import { accountStateWords, staffWords } from '../../../words/staff.ts'
import { usePlaceName } from '../../account/place-name.ts'
import { useWords } from '../frame/language.tsx'
import { Answered, Empty } from '../parts/answered.tsx'
import { Icon } from '../parts/icon.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { TableCard } from '../parts/table-card.tsx'
import { useAccount, useAnswer } from '../queries.ts'
import { Invite } from './invite.tsx'
import { useStaffPlaces } from './staff-places.ts'

/** More than this many are found by searching, not by reading. */
const shownMax = 100

/** Who works at the places of the reader's roles. */
export function StaffPage() {
  const { say } = useWords()
  const account = useAccount()
  const [inviting, setInviting] = useState(false)
  const mayInvite = account.data?.may.some(({ action }) => action === 'staff.invite') ?? false
  const mayRead = account.data?.may.some(({ action }) => action === 'staff.read') ?? false
  return (
    <>
      <PageHead title={say(staffWords.title)} lead={say(staffWords.lead)}>
        {mayInvite && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setInviting(true)} data-testid="invite">
            {say(staffWords.invite)}
          </Button>
        )}
      </PageHead>
      <Answered query={account}>{(me) => (mayRead ? <Staff me={me} /> : <NotAllowed />)}</Answered>
      {inviting && <Invite onClose={() => setInviting(false)} />}
    </>
  )
}

function NotAllowed() {
  const { say } = useWords()
  return (
    <Empty>
      <p>{say(staffWords.notAllowed)}</p>
      <a href="/account" className="button-link">
        {say(staffWords.ownAccount)}
      </a>
    </Empty>
  )
}

function Staff({ me }: { me: AccountAnswer }) {
  const { say, language } = useWords()
  const placeName = usePlaceName()
  const [place, setPlace] = useState('')
  const [typed, setTyped] = useState('')
  const staff = useAnswer<MemberAnswer[]>(`/api/v1/staff${place ? `?place=${encodeURIComponent(place)}` : ''}`)
  const places = useStaffPlaces(['state', 'province', 'district', 'point'], 'staff.read')
  const wanted = typed.trim().toLocaleLowerCase()
  const matches = ({ name, home, grants }: MemberAnswer) =>
    [name, placeName(home), ...grants.flatMap(({ role, place }) => [say(roleWords[role]), placeName(place)])].some((text) =>
      text.toLocaleLowerCase().includes(wanted),
    )
  return (
    <>
      <search className="card staff-find">
        <TextInput
          type="search"
          label={say(staffWords.search)}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-testid="staff-search"
        />
        {places.length > 0 && (
          <NativeSelect
            label={say(staffWords.place)}
            value={place}
            onChange={(event) => setPlace(event.currentTarget.value)}
            data={[{ value: '', label: say(staffWords.allPlaces) }, ...places]}
            data-testid="staff-place"
          />
        )}
      </search>
      <Answered query={staff}>
        {(members) => {
          const found = members.filter(matches)
          if (found.length === 0) return <Empty>{say(staffWords.nobody)}</Empty>
          return (
            <>
              <p role="status" className="soft staff-count">
                {say(staffWords.counted, { count: formatNumber(found.length, language) })}
                {found.length > shownMax && ` · ${say(staffWords.firstShown, { count: formatNumber(shownMax, language) })}`}
              </p>
              <Members members={found.slice(0, shownMax)} me={me.id} />
            </>
          )
        }}
      </Answered>
    </>
  )
}

function Members({ members, me }: { members: readonly MemberAnswer[]; me: string }) {
  const { say } = useWords()
  const placeName = usePlaceName()
  return (
    <TableCard
      heads={[
        say(staffWords.name),
        say(staffWords.roles),
        { name: say(staffWords.place), as: 'wide-only' },
        { name: say(staffWords.state), as: 'wide-only' },
      ]}
      testid="staff-table"
      caption={say(staffWords.title)}
    >
      {members.map(({ id, name, home, state, grants }) => (
        <tr key={id} className="row-link" data-testid="member">
          <td className="name-cell">
            <Link href={`/staff/${encodeURIComponent(id)}`}>
              <strong>{name}</strong>
            </Link>
            {id === me && <span className="second-line soft small">{say(staffWords.you)}</span>}
            <span className="narrow-only soft small">{placeName(home)}</span>
            {state !== 'active' && <span className="narrow-only small">{say(accountStateWords[state])}</span>}
          </td>
          <td>{rolesNow(grants, (role) => say(roleWords[role])) || <span className="soft">{say(staffWords.noRole)}</span>}</td>
          <td className="wide-only soft">{placeName(home)}</td>
          <td className="wide-only">
            <span className={`badge tone-${stateTone[state]}`}>{say(accountStateWords[state])}</span>
          </td>
        </tr>
      ))}
    </TableCard>
  )
}

export const stateTone = { invited: 'flag', active: 'admit', closed: 'quiet' } as const satisfies Record<MemberAnswer['state'], string>

const rolesNow = (grants: MemberAnswer['grants'], word: (role: MemberAnswer['grants'][number]['role']) => string): string =>
  grants
    .filter(({ inForce }) => inForce)
    .map(({ role }) => word(role))
    .join(', ')
