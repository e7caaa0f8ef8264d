import { Checkbox } from '@mantine/core'
import type { Text } from '../../../kernel/language.ts'
import type { MatchReason } from '../../../persons/match.rules.ts'
import { formatYear } from '../../../words/dates.ts'
import { deskWords } from '../../../words/desk.ts'
import { matchReasonWords, nearWords } from '../../../words/near-people.ts'
import { useWords } from '../frame/language.tsx'
import { useAreaName } from '../names.ts'
import { Icon } from '../parts/icon.tsx'
import { latinName, PersonName } from '../parts/person.tsx'
import { dataAddress } from '../photo/photo-file.ts'
import type { NearPerson } from './use-near-people.ts'

export const nearPeopleId = 'near-people'
/** They stand there after the next drawing. */
export const lookAtNearPeople = (): void => void setTimeout(() => document.getElementById(nearPeopleId)?.focus())

type NearPeopleProps = {
  readonly people: readonly NearPerson[]
  /** Address of the applicant's photo. */
  readonly face: string
  readonly others: readonly string[]
  onSay(id: string, isOther: boolean): void
}

/** The faces side by side, with what they have in common in words; of each the clerk says that it is another person, or stops. */
export function NearPeople({ people, face, others, onSay }: NearPeopleProps) {
  const { say } = useWords()
  if (people.length === 0) return null
  const isOpen = people.some(({ id }) => !others.includes(id))
  return (
    <section className="card stack" id={nearPeopleId} tabIndex={-1} aria-labelledby="near-title" data-testid="near-people">
      <h2 id="near-title">{say(nearWords.title)}</h2>
      <p>{say(nearWords.lead)}</p>
      <ul className="face-grid">
        {people.map((person) => (
          <li key={person.id} className="near-person" data-testid="near-person">
            <FacePair person={person} face={face} faceWords={say(nearWords.applicant)} />
            <Described person={person} />
            <Checkbox
              label={say(nearWords.other)}
              checked={others.includes(person.id)}
              onChange={(event) => onSay(person.id, event.currentTarget.checked)}
            />
          </li>
        ))}
      </ul>
      {isOpen && (
        <p className="field-error" role="alert">
          {say(nearWords.notSaid)}
        </p>
      )}
    </section>
  )
}

type Shown = Omit<NearPerson, 'id' | 'score'>

/** The applicant's face and the other one's, side by side. */
export function FacePair({ person, face, faceWords }: { person: Shown; face: string; faceWords: string }) {
  const { say } = useWords()
  return (
    <div className="near-faces">
      <Face address={face} words={faceWords} />
      <Face
        address={person.photo === null ? null : dataAddress(person.photo)}
        words={say(person.photo === null ? nearWords.noPhoto : deskWords.photoOf, { name: latinName(person) })}
      />
    </div>
  )
}

function Face({ address, words }: { address: string | null; words: string }) {
  return (
    <figure>
      <span className="portrait portrait-large">{address ? <img src={address} alt="" /> : <Icon name="person" />}</span>
      <figcaption className="small">{words}</figcaption>
    </figure>
  )
}

/** Who it is, in as little as two people are compared by. */
export function Described({ person }: { person: Shown }) {
  const { say, language } = useWords()
  const areaName = useAreaName()
  const reasonWords: Readonly<Record<MatchReason, Text>> = matchReasonWords
  return (
    <div>
      <PersonName person={person} lang={/[\u0E01-\u0E5B]/.test(person.localName) ? 'th' : 'km'} />
      <p className="small">
        {say(nearWords.born, { year: formatYear(Number(person.birthYear), language) })} · {areaName(person.homeArea)}
      </p>
      <ul className="near-reasons small">
        {person.reasons.map((reason) => (
          <li key={reason}>{say(reasonWords[reason])}</li>
        ))}
      </ul>
    </div>
  )
}
