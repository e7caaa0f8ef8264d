import { deskWords } from '../../../words/desk.ts'
import { useWords } from '../frame/language.tsx'

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

/** `of`: "applications/ID" or "passes/NUMBER". */
export function Portrait({ of, person, size }: { of: string; person: Named; size: 'small' | 'large' }) {
  const { say } = useWords()
  return (
    <span className={`portrait portrait-${size}`}>
      <img src={`/api/v1/${of}/photo`} alt={say(deskWords.photoOf, { name: latinName(person) })} loading="lazy" />
    </span>
  )
}
