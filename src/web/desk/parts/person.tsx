import { useState } from 'react'
import { showsPhoto } from '../../../passes/fields.rules.ts'
import { deskWords } from '../../../words/desk.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { Icon } from './icon.tsx'
import { ifShown } from './not-shown.tsx'

/** Names as a role is shown them. */
export type Named = { readonly localName: string | null; readonly familyName: string | null; readonly givenName: string | null }

export const latinName = ({ familyName, givenName }: Named): string => `${familyName ?? ''} ${givenName ?? ''}`.trim().toUpperCase()

/** The person's own script first and large, Latin as the pass writes it below. */
export function PersonName({ person, lang }: { person: Named; lang: string }) {
  return (
    <>
      <span className="local-name" lang={lang}>
        {ifShown(person.localName, (name) => name)}
      </span>
      <span className="latin-name" lang="en">
        {latinName(person)}
      </span>
    </>
  )
}

/** `of`: "applications/ID" or "passes/NUMBER". A role that is not shown the photo sees the sign of a person. */
export function Portrait({ of, person, size }: { of: string; person: Named; size: 'small' | 'medium' | 'large' }) {
  const { say } = useWords()
  const { me } = useMe()
  const [isMissing, setMissing] = useState(!showsPhoto(me.grants.filter(({ inForce }) => inForce).map(({ role }) => role)))
  return (
    <span className={`portrait portrait-${size}`}>
      {isMissing ? (
        <Icon name="person" />
      ) : (
        <img src={`/api/v1/${of}/photo`} alt={say(deskWords.photoOf, { name: latinName(person) })} loading="lazy" onError={() => setMissing(true)} />
      )}
    </span>
  )
}
