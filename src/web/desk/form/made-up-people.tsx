import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ApplicantBody } from '../../../passes/passes.api.ts'
import { formWords } from '../../../words/desk-form.ts'
import { useWords } from '../frame/language.tsx'
import { Answered } from '../parts/answered.tsx'
import { PersonName } from '../parts/person.tsx'
import { useMadeUpPeople } from '../queries.ts'

const peopleAtOnce = 6
/** The played day at a crossing uses the first people; the desk begins anywhere above, so that its people seldom have a pass already. */
const firstOfDesk = 1_000_000
const peopleOfDesk = 8_000_000

const photoOf = (index: number) => `/api/v1/made-up/people/${index}/photo`

const fetchPhoto = (index: number): Promise<Blob | undefined> =>
  fetch(photoOf(index))
    .then((response) => (response.ok ? response.blob() : undefined))
    .catch(() => undefined)

export function MadeUpPeople({
  office,
  onChoose,
}: {
  office: string
  onChoose: (applicant: ApplicantBody, photo: Promise<Blob | undefined>) => void
}) {
  const { say } = useWords()
  const [from, setFrom] = useState(() => firstOfDesk + ((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % peopleOfDesk))
  const people = useMadeUpPeople(from, office)
  return (
    <section className="card made-up" aria-labelledby="made-up-title">
      <div className="card-head">
        <h2 id="made-up-title">{say(formWords.madeUp)}</h2>
        <Button variant="default" size="sm" onClick={() => setFrom(from + peopleAtOnce)}>
          {say(formWords.others)}
        </Button>
      </div>
      <Answered query={people}>
        {(found) => (
          <ul className="made-up-list">
            {found.map(({ index, applicant }, position) => (
              <li key={index}>
                <button
                  type="button"
                  className="made-up-person"
                  data-testid={`made-up-${position}`}
                  onClick={() => onChoose(applicant, fetchPhoto(index))}
                >
                  <span className="portrait portrait-small">
                    <img src={photoOf(index)} alt="" />
                  </span>
                  <span>
                    <PersonName person={applicant} lang={applicant.localLanguage === 'tha' ? 'th' : 'km'} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </section>
  )
}
