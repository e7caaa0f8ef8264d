import type { NearOfCaseAnswer } from '../../../passes/near-people.api.ts'
import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { nearWords } from '../../../words/near-people.ts'
import { Described, FacePair } from '../form/near-people.tsx'
import { useWords } from '../frame/language.tsx'
import { problemOf, useAnswer } from '../queries.ts'
import { ProblemNotice } from './answered.tsx'
import { latinName } from './person.tsx'

type Props = {
  readonly application: {
    readonly id: string
    readonly localName: string | null
    readonly givenName: string | null
    readonly familyName: string | null
  }
  readonly flags: Application['flags']
}

/** Where a case is flagged that somebody alike is on record: the faces side by side, also of those whom a corrected name no longer finds. */
export function NearOfCase({ application: { id, ...names }, flags }: Props) {
  const { say } = useWords()
  const isLike = flags?.some(({ code }) => code === 'near-duplicate') ?? false
  const near = useAnswer<NearOfCaseAnswer>(`/api/v1/applications/${id}/near-people`, { enabled: isLike, staleTime: 300_000 })
  if (!isLike) return null
  const problem = problemOf(near.error)
  // Who sees the flag and no faces is told by the flag alone.
  if (problem) return problem.code === 'authority.role' ? null : <ProblemNotice problem={problem} />
  return (
    <ul className="near-of-case" aria-label={say(nearWords.title)} data-testid="near-of-case">
      {near.data?.people.map((person) => (
        <li key={person.id} className="near-person" data-testid="near-person">
          <FacePair person={person} face={`/api/v1/applications/${id}/photo`} faceWords={say(nearWords.ofThisCase, { name: latinName(names) })} />
          <div>
            <Described person={person} />
            <p className="small">
              {!person.isStill && <strong>{say(nearWords.correctedAway)} </strong>}
              {say(person.isSaid ? nearWords.clerkSaid : nearWords.clerkSaidNothing)}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
