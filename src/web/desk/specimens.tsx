import { deskWords, specimenWords } from '../../words/desk.ts'
import { useWords } from './frame/language.tsx'
import { Answered } from './parts/answered.tsx'
import { PageHead } from './parts/page-head.tsx'
import { PassQr } from './parts/pass-qr.tsx'
import { useSpecimens } from './queries.ts'

export function Specimens() {
  const { say } = useWords()
  const specimens = useSpecimens()
  return (
    <>
      <PageHead title={say(deskWords.specimens)} lead={say(specimenWords.lead)} />
      <Answered query={specimens}>
        {(found) => (
          <ul className="specimens">
            {found.map(({ kind, qrText }) => (
              <li key={kind} className="card" data-testid={`specimen-${kind}`}>
                <h2>{say(specimenWords[kind])}</h2>
                <p>{say(specimenWords[`${kind}Lead`])}</p>
                <PassQr text={qrText} label={say(specimenWords[kind])} testid={`specimen-text-${kind}`} />
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </>
  )
}
