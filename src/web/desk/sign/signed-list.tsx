import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import type { SignatureAnswer } from '../../../passes/signing.api.ts'
import { formatDateTime, formatNumber } from '../../../words/dates.ts'
import { signingWords } from '../../../words/work.ts'
import { BecomeNext } from '../application/become-next.tsx'
import { useWords } from '../frame/language.tsx'
import { Icon } from '../parts/icon.tsx'
import { PersonName, Portrait } from '../parts/person.tsx'

type SignedProps = { readonly answer: SignatureAnswer; readonly found: readonly Application[]; onAgain(): void }

/** What the gesture made: each pass with its number. */
export function SignedList({ answer, found, onAgain }: SignedProps) {
  const { say, language } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [])
  return (
    <div className="stack" data-testid="signed-list">
      <section className="card signed-card" aria-labelledby="signed-title">
        <Icon name="check" />
        <div className="stack">
          <h2 id="signed-title" ref={heading} tabIndex={-1}>
            {say(signingWords.done, { count: formatNumber(answer.passes.length, language) })}
          </h2>
          <p className="soft small">{formatDateTime(answer.signedAt as Instant, borderZone, language)}</p>
          <p>{say(signingWords.doneLead)}</p>
          <div className="actions">
            <Button variant="default" onClick={onAgain}>
              {say(signingWords.more)}
            </Button>
          </div>
        </div>
      </section>
      <ol className="face-grid">
        {answer.passes.map(({ application, number }) => (
          <SignedPass key={number} number={number} application={found.find(({ id }) => id === application)} id={application} />
        ))}
      </ol>
      <BecomeNext action="pass.print" application={answer} to="/desk/queue" />
    </div>
  )
}

function SignedPass({ number, application, id }: { number: string; application: Application | undefined; id: string }) {
  return (
    <li className="card face">
      {application && <Portrait of={`applications/${id}`} person={application.applicant} size="medium" />}
      <div>
        {application && <PersonName person={application.applicant} lang={application.applicant.localLanguage === 'tha' ? 'th' : 'km'} />}
        <Link href={`/applications/${id}`} className="code face-number" data-testid="signed-number">
          {number}
        </Link>
      </div>
    </li>
  )
}
