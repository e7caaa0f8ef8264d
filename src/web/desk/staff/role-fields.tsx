import { NativeSelect, TextInput } from '@mantine/core'
import type { Action, Role } from '../../../identity/authority-lists.rules.ts'
import { rolePlaces } from '../../../identity/held-roles.rules.ts'
import type { PlaceKind } from '../../../identity/place.rules.ts'
import { formatDate } from '../../../words/dates.ts'
import { formWords } from '../../../words/desk-form.ts'
import { decisionWords } from '../../../words/instruments.ts'
import { placeKindWords, roleWords } from '../../../words/roles.ts'
import { staffWords } from '../../../words/staff.ts'
import { readTypedDate } from '../form/typed-date.ts'
import { useWords } from '../frame/language.tsx'
import { useAccount } from '../queries.ts'
import { useStaffPlaces } from './staff-places.ts'

/** A role as it is being typed. */
export type TypedRole = { readonly role: Role | ''; readonly place: string; readonly from: string; readonly lastDay: string }
export const noRole: TypedRole = { role: '', place: '', from: '', lastDay: '' }

/** What the server is asked for; undefined while something is missing or no real date. */
export function wantedRole({ role, place, from, lastDay }: TypedRole) {
  const [first, last] = [readTypedDate(from), lastDay.trim() === '' ? null : readTypedDate(lastDay)]
  return role !== '' && place.trim() !== '' && first && last !== undefined ? { role, place: place.trim(), from: first, lastDay: last } : undefined
}

type RoleFieldsProps = { readonly typed: TypedRole; readonly action: Action; readonly asked: boolean; change(part: Partial<TypedRole>): void }

/** Only roles this person may give, and only places where they may give them. `asked`: the form was sent, so what is missing is said. */
export function RoleFields({ typed, action, asked, change }: RoleFieldsProps) {
  const { say } = useWords()
  const gives = useAccount().data?.gives ?? []
  const first = readTypedDate(typed.from)
  return (
    <div className="fields">
      <NativeSelect
        label={say(staffWords.role)}
        value={typed.role}
        onChange={(event) => change({ role: event.currentTarget.value as Role | '', place: '' })}
        error={asked && typed.role === '' ? say(staffWords.fillRole) : undefined}
        data={[{ value: '', label: say(formWords.choose) }, ...gives.map((value) => ({ value, label: say(roleWords[value]) }))]}
        data-testid="role"
      />
      <PlaceField typed={typed} action={action} asked={asked} change={change} />
      <DayField
        label={say(staffWords.from)}
        hint={say(formWords.birthDateHint)}
        value={typed.from}
        error={asked && !first ? say(staffWords.fillDate) : undefined}
        onType={(from) => change({ from })}
        testid="from"
      />
      <DayField
        label={say(staffWords.lastDay)}
        hint={say(staffWords.lastDayHint)}
        value={typed.lastDay}
        error={asked && typed.lastDay.trim() !== '' && !readTypedDate(typed.lastDay) ? say(decisionWords.badDate) : undefined}
        onType={(lastDay) => change({ lastDay })}
        testid="last-day"
      />
    </div>
  )
}

function PlaceField({ typed, action, asked, change }: RoleFieldsProps) {
  const { say } = useWords()
  const groups = useStaffPlaces(typed.role === '' ? [] : rolePlaces[typed.role], action)
  const error = asked && typed.place.trim() === '' ? say(staffWords.fillPlace) : undefined
  // Units have no list of their own: they are named by their office and a short name.
  if (typed.role !== '' && (rolePlaces[typed.role] as readonly PlaceKind[]).includes('unit'))
    return (
      <TextInput
        label={say(placeKindWords.unit)}
        description={say(staffWords.unitHint)}
        value={typed.place}
        error={error}
        onChange={(event) => change({ place: event.currentTarget.value })}
        spellCheck={false}
        autoComplete="off"
      />
    )
  return (
    <NativeSelect
      label={say(staffWords.place)}
      value={typed.place}
      error={error}
      disabled={typed.role === ''}
      onChange={(event) => change({ place: event.currentTarget.value })}
      data={[{ value: '', label: say(formWords.choose) }, ...groups]}
      data-testid="place"
    />
  )
}

type DayFieldProps = {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly error: string | undefined
  readonly testid: string
  onType(value: string): void
}

/** A day in either era, read back in words. */
function DayField({ label, hint, value, error, testid, onType }: DayFieldProps) {
  const { language } = useWords()
  const day = readTypedDate(value)
  return (
    <TextInput
      label={label}
      description={day ? <strong className="read-back">{formatDate(day, language)}</strong> : hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      inputMode="numeric"
      autoComplete="off"
      value={value}
      error={error}
      onChange={(event) => onType(event.currentTarget.value)}
      data-testid={testid}
    />
  )
}
