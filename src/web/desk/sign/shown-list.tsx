import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { borderZone, type CivilDate, type Instant } from '../../../kernel/time.ts'
import type { SigningListAnswer } from '../../../passes/signing.api.ts'
import { formatDate, formatDateTime, formatNumber } from '../../../words/dates.ts'
import { applicationWords, deskWords, passWords } from '../../../words/desk.ts'
import { signingWords } from '../../../words/work.ts'
import type { Problem } from '../../api.ts'
import { isDemonstration } from '../../who.ts'
import { useWords } from '../frame/language.tsx'
import { useAreaName, useInstrumentTitle } from '../names.ts'
import { ProblemNotice } from '../parts/answered.tsx'
import { Facts } from '../parts/facts.tsx'
import { FlagChips } from '../parts/flags.tsx'
import { Icon } from '../parts/icon.tsx'
import { NearOfCase } from '../parts/near-of-case.tsx'
import { PersonName, Portrait } from '../parts/person.tsx'
import type { Stage } from './use-signing.ts'

type ShownProps = {
  readonly list: SigningListAnswer
  readonly stage: Exclude<Stage['type'], 'choosing' | 'asking' | 'signed'>
  readonly problem: Problem | undefined
  onSign(): void
  onBack(): void
}

/** The list as the server made it: what is on this screen is what the gesture signs. */
export function ShownList({ list, stage, problem, onSign, onBack }: ShownProps) {
  const { say, language } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [])
  const isBusy = stage === 'confirming' || stage === 'signing'
  return (
    <div className="stack" data-testid="shown-list">
      <section className="card next-step" aria-labelledby="list-title">
        <h2 id="list-title" ref={heading} tabIndex={-1}>
          {say(signingWords.checkTitle)}
        </h2>
        <p>{say(signingWords.checkLead)}</p>
        <ListFacts list={list} />
        {isDemonstration && <p className="soft small">{say(signingWords.demonstrationGesture)}</p>}
        {problem && <ProblemNotice problem={problem} />}
        {stage === 'stopped' && (
          <p className="notice notice-refuse" role="alert">
            {say(signingWords.stopped)}
          </p>
        )}
        {stage === 'differs' && (
          <p className="notice notice-refuse" role="alert" data-testid="list-differs">
            {say(signingWords.differs)}
          </p>
        )}
        <div className="actions">
          <Button
            size="xl"
            leftSection={<Icon name="pen" />}
            loading={isBusy}
            disabled={stage === 'differs'}
            onClick={onSign}
            data-testid="sign-list"
          >
            {say(signingWords.sign, { count: formatNumber(list.applications.length, language) })}
          </Button>
          <Button size="lg" variant="default" disabled={isBusy} onClick={onBack}>
            {say(signingWords.back)}
          </Button>
        </div>
        <p className="small" role="status">
          {stage === 'confirming' && say(signingWords.confirming)}
          {stage === 'signing' && say(signingWords.signing)}
        </p>
        {isBusy && <progress className="sign-progress" aria-label={say(stage === 'signing' ? signingWords.signing : signingWords.confirming)} />}
      </section>
      <ol className="face-grid" aria-label={say(signingWords.checkTitle)}>
        {list.applications.map((row, index) => (
          <Face key={row.id} row={row} flags={list.flags[index]} />
        ))}
      </ol>
    </div>
  )
}

function ListFacts({ list }: { list: SigningListAnswer }) {
  const { say, language } = useWords()
  const areaName = useAreaName()
  const instrumentTitle = useInstrumentTitle()
  return (
    <Facts
      facts={[
        [say(signingWords.passes), formatNumber(list.applications.length, language)],
        [say(deskWords.office), areaName(list.office)],
        [say(applicationWords.mandate), `${list.mandate.id} · ${instrumentTitle(list.mandate.instrument)}`],
        [
          say(signingWords.fingerprint),
          <span className="fingerprint" key="hash" data-testid="list-hash" data-hash={list.sha256} lang="zxx">
            {(list.sha256.match(/.{8}/g) ?? []).join(' ')}
          </span>,
        ],
        [say(signingWords.until), formatDateTime(list.expiresAt as Instant, borderZone, language)],
      ]}
    />
  )
}

type FaceProps = { readonly row: SigningListAnswer['applications'][number]; readonly flags: SigningListAnswer['flags'][number] | undefined }
function Face({ row, flags }: FaceProps) {
  const { say, language } = useWords()
  const areaName = useAreaName()
  return (
    <li className="card face">
      <Portrait of={`applications/${row.id}`} person={row} size="medium" />
      <div>
        <PersonName person={row} lang={row.localLanguage === 'tha' ? 'th' : 'km'} />
        <span className="small second-line">{formatDate(row.birthDate as CivilDate, language)}</span>
        <span className="small second-line">{areaName(row.homeArea)}</span>
        <span className="soft small second-line">
          {say(passWords.lastDay)} {formatDate(row.lastDay as CivilDate, language)}
        </span>
        <FlagChips flags={flags} />
        <NearOfCase application={row} flags={flags ?? null} />
      </div>
    </li>
  )
}
