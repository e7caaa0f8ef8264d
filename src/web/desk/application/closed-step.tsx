import { Link } from 'wouter'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import { showsPhoto } from '../../../passes/fields.rules.ts'
import { formatDateTime } from '../../../words/dates.ts'
import { applicationWords, deskWords } from '../../../words/desk.ts'
import { bookletWords, handOverWords } from '../../../words/office.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { Facts } from '../parts/facts.tsx'
import { useHandName } from './hand-name.ts'
import type { StepProps } from './next-step.tsx'
import { KeepBooklet } from './pass-over.tsx'

export function ClosedStep({ application }: Pick<StepProps, 'application'>) {
  const { say } = useWords()
  return (
    <>
      <p>{say(applicationWords.closedLead)}</p>
      <Facts facts={[[say(deskWords.reason), application.reason]]} />
      {application.state === 'withdrawn' && <KeepBooklet application={application} />}
      <NewForPerson />
    </>
  )
}

/** Handed over: when, by whom, and what the receiver set, to roles that see photos. */
export function CollectedStep({ application: { id, office, booklet, collectedAt, hands } }: StepProps) {
  const { say, language } = useWords()
  const { me } = useMe()
  const nameOf = useHandName(office)
  const seesMark = showsPhoto(me.grants.filter(({ inForce }) => inForce).map(({ role }) => role))
  return (
    <>
      <p className="next-action">{say(handOverWords.collected)}</p>
      <Facts
        facts={[
          [say(handOverWords.when), collectedAt && formatDateTime(collectedAt as Instant, borderZone, language)],
          [say(handOverWords.by), nameOf(hands.collectedBy)],
          [say(bookletWords.booklet), booklet && <span className="code">{booklet}</span>],
        ]}
      />
      {seesMark && (
        <figure className="mark">
          <figcaption className="soft small">{say(handOverWords.mark)}</figcaption>
          <img src={`/api/v1/applications/${id}/hand-over/mark`} alt={say(handOverWords.mark)} data-testid="hand-over-mark" />
        </figure>
      )}
      <NewForPerson />
    </>
  )
}

function NewForPerson() {
  const { say } = useWords()
  const { may } = useMe()
  if (!may('application.take')) return null
  return (
    <Link href="/" className="button-link">
      {say(applicationWords.newForPerson)}
    </Link>
  )
}
