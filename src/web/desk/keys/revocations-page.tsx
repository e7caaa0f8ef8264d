import { useState } from 'react'
import { Link } from 'wouter'
import { borderZone, civilDateAt, type Instant } from '../../../kernel/time.ts'
import { leakWords, revokeWords as words } from '../../../words/leaked-keys.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { Revocations } from '../instruments/revocations.tsx'
import { Answered } from '../parts/answered.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useInstance } from '../queries.ts'
import { DeclareLeak } from './declare-leak.tsx'
import { leakStateOf, useSigningKeys } from './key-queries.ts'
import { LeakList } from './leak-list.tsx'

/** Everything that two people decide together: passes revoked by many, and a signing key that others have. */
export function RevocationsPage() {
  const { say } = useWords()
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.lead)} />
      <div className="stack">
        <Ways />
        <Revocations of={undefined} />
        <Keys />
      </div>
    </>
  )
}

/** Where each kind of revocation begins: beside what it is about. */
function Ways() {
  const { say } = useWords()
  const { may } = useMe()
  return (
    <section className="card" aria-labelledby="ways-title">
      <h2 id="ways-title">{say(words.ways)}</h2>
      <ul className="ways">
        <li>{may('pass.read') ? <Link href="/passes">{say(words.one)}</Link> : say(words.one)}</li>
        <li>
          <Link href="/instruments">{say(words.byInstrument)}</Link>
        </li>
        <li>{may('staff.read') ? <Link href="/staff">{say(words.byPerson)}</Link> : say(words.byPerson)}</li>
        <li>
          <a href="#leak-title">{say(words.byKey)}</a>
        </li>
      </ul>
    </section>
  )
}

function Keys() {
  const { say } = useWords()
  const instance = useInstance()
  const [isRunning, setRunning] = useState(false)
  const keys = useSigningKeys(isRunning)
  const runs = keys.data?.some((key) => leakStateOf(key) === 'confirmed' || key.filter?.settled === false) ?? false
  if (runs !== isRunning) setRunning(runs)
  return (
    <section className="stack" aria-labelledby="leak-title">
      <h2 id="leak-title" tabIndex={-1}>
        {say(leakWords.title)}
      </h2>
      <p className="soft">{say(leakWords.lead)}</p>
      <Answered query={keys}>
        {(found) => (
          <>
            <Answered query={instance}>{({ now }) => <DeclareLeak keys={found} today={civilDateAt(now as Instant, borderZone)} />}</Answered>
            <LeakList keys={found} />
          </>
        )}
      </Answered>
    </section>
  )
}
