import { deskWords } from '../../../words/desk.ts'
import { useWords } from '../frame/language.tsx'
import { Icon } from './icon.tsx'

type Named = { readonly localName: string; readonly familyName: string; readonly givenName: string }

export const latinName = ({ familyName, givenName }: Named): string => `${familyName} ${givenName}`.trim().toUpperCase()

/** The person's own script first and large, Latin as the pass writes it below. */
export function PersonName({ person, lang }: { person: Named; lang: string }) {
  return (
    <>
      <span className="local-name" lang={lang}>
        {person.localName}
      </span>
      <span className="latin-name" lang="en">
        {latinName(person)}
      </span>
    </>
  )
}

/** The face, once a pass carries it; a drawn head before. */
export function Portrait({ passNumber, person, size }: { passNumber: string | null; person: Named; size: 'small' | 'large' }) {
  const { say } = useWords()
  return (
    <span className={`portrait portrait-${size}`}>
      {passNumber === null ? (
        <Icon name="person" />
      ) : (
        <img src={`/api/v1/passes/${passNumber}/photo`} alt={say(deskWords.photoOf, { name: latinName(person) })} loading="lazy" />
      )}
    </span>
  )
}
