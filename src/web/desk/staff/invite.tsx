import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { InvitedAnswer } from '../../../identity/identity.api.ts'
import { deskWords } from '../../../words/desk.ts'
import { staffWords } from '../../../words/staff.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { ProblemNotice } from '../parts/answered.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { OneTimeLink } from './one-time-link.tsx'
import { noRole, RoleFields, type TypedRole, wantedRole } from './role-fields.tsx'

/** A new member of staff: the name, the first role, and then the link to hand over. */
export function Invite({ onClose }: { onClose(): void }) {
  const { say } = useWords()
  const queries = useQueryClient()
  const { send, pending, problem } = useCommand<InvitedAnswer>()
  const [person, setPerson] = useState({ name: '', nationalId: '', familyBook: '' })
  const [role, setRole] = useState<TypedRole>(noRole)
  const [asked, setAsked] = useState(false)
  const [invited, setInvited] = useState<InvitedAnswer | undefined>(undefined)
  if (invited) return <OneTimeLink invited={invited} onClose={onClose} />

  const entry = (field: keyof typeof person) => ({
    value: person[field],
    onChange: (event: { currentTarget: { value: string } }) => setPerson({ ...person, [field]: event.currentTarget.value }),
    autoComplete: 'off',
  })
  async function invite(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    const first = wantedRole(role)
    const name = person.name.trim()
    if (!first || name === '') return
    const body = { name, home: first.place, nationalId: person.nationalId.trim() || null, familyBook: person.familyBook.trim() || null, first }
    const answer = await send('/api/v1/staff', body)
    if (!answer) return
    setInvited(answer)
    await queries.invalidateQueries()
  }
  return (
    <Dialog title={say(staffWords.inviteTitle)} onClose={onClose}>
      <form onSubmit={(event) => void invite(event)} className="stack" noValidate>
        <p>{say(staffWords.inviteLead)}</p>
        <TextInput
          data-autofocus
          label={say(staffWords.name)}
          description={say(staffWords.nameHint)}
          maxLength={120}
          error={asked && person.name.trim() === '' ? say(staffWords.fillName) : undefined}
          data-testid="name"
          {...entry('name')}
        />
        <RoleFields typed={role} action="staff.invite" asked={asked} change={(part) => setRole({ ...role, ...part })} />
        <div className="fields">
          <TextInput label={say(staffWords.nationalId)} maxLength={40} {...entry('nationalId')} />
          <TextInput label={say(staffWords.familyBook)} maxLength={40} {...entry('familyBook')} />
          <p className="soft small wide">{say(staffWords.ownCaseHint)}</p>
        </div>
        {problem && <ProblemNotice problem={problem} />}
        <div className="actions actions-end">
          <Button variant="default" onClick={onClose}>
            {say(deskWords.cancel)}
          </Button>
          <Button type="submit" loading={pending} data-testid="make-link">
            {say(staffWords.makeLink)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
