import { Button, Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { ProblemCode } from '../../../kernel/problem.ts'
import { borderZone, type CivilDate, type Instant } from '../../../kernel/time.ts'
import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { commonWords } from '../../../words/common.ts'
import { formatDate, formatDateTime, formatNumber } from '../../../words/dates.ts'
import { queueWords } from '../../../words/desk.ts'
import { reviewWords } from '../../../words/office.ts'
import { sayProblem } from '../../../words/problems.ts'
import { signingWords } from '../../../words/work.ts'
import type { Problem } from '../../api.ts'
import { useWords } from '../frame/language.tsx'
import { useAreaName, useHeadName } from '../names.ts'
import { ProblemNotice } from '../parts/answered.tsx'
import { FlagChips } from '../parts/flags.tsx'
import { Icon } from '../parts/icon.tsx'
import { NearOfCase } from '../parts/near-of-case.tsx'
import { ifShown } from '../parts/not-shown.tsx'
import { latinName, PersonName, Portrait } from '../parts/person.tsx'
import { RowFlags } from './row-flags.tsx'
import { listMax } from './use-signing.ts'

type ChooseProps = {
  readonly waiting: readonly Application[]
  readonly ticked: readonly Application[]
  readonly held: ReadonlyMap<string, ProblemCode>
  readonly problem: Problem | undefined
  readonly isAsking: boolean
  onTicks(ids: readonly string[]): void
  onShow(): void
  onHoldBack(application: Application): void
}

/** Who waits, with a tick for each that goes on the list. */
export function ChooseList({ waiting, ticked, held, problem, isAsking, onTicks, onShow, onHoldBack }: ChooseProps) {
  const { say, language } = useWords()
  const count = formatNumber(ticked.length, language)
  const chosen = ticked.map(({ id }) => id)
  const free = waiting.map(({ id }) => id).filter((id) => !held.has(id))
  const areAll = chosen.length === Math.min(free.length, listMax)
  return (
    <div className="stack">
      <div className="sign-bar">
        <div className="tiles">
          <Tile name={say(signingWords.waiting)}>{formatNumber(waiting.length, language)}</Tile>
          <Tile name={say(signingWords.ticked)}>{count}</Tile>
          {held.size > 0 && <Tile name={say(signingWords.held)}>{formatNumber(held.size, language)}</Tile>}
        </div>
        <Button
          size="xl"
          leftSection={<Icon name="pen" />}
          disabled={chosen.length === 0}
          loading={isAsking}
          onClick={onShow}
          data-testid="show-list"
        >
          {say(signingWords.sign, { count })}
        </Button>
      </div>
      {problem &&
        (held.size > 0 ? (
          <p className="notice tone-flag" role="alert" data-testid="held-back">
            {say(signingWords.someHeld, { count: formatNumber(held.size, language) })}
          </p>
        ) : (
          <ProblemNotice problem={problem} />
        ))}
      <div className="actions">
        <Button variant="default" size="sm" onClick={() => onTicks(areAll ? [] : free.slice(0, listMax))} data-testid="tick-all">
          {say(areAll ? signingWords.untickAll : signingWords.tickAll)}
        </Button>
      </div>
      <ul className="sign-list">
        {waiting.map((application) => (
          <Row
            key={application.id}
            application={application}
            code={held.get(application.id)}
            isTicked={chosen.includes(application.id)}
            isFull={chosen.length >= listMax}
            onTick={(on) => onTicks(on ? [...chosen, application.id] : chosen.filter((id) => id !== application.id))}
            onHoldBack={() => onHoldBack(application)}
          />
        ))}
      </ul>
    </div>
  )
}

function Tile({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="tile">
      <span>{name}</span>
      <strong>{children}</strong>
    </div>
  )
}

type RowProps = {
  readonly application: Application
  readonly code: ProblemCode | undefined
  readonly isTicked: boolean
  readonly isFull: boolean
  onTick(on: boolean): void
  onHoldBack(): void
}

function Row({ application, code, isTicked, isFull, onTick, onHoldBack }: RowProps) {
  const { say, language } = useWords()
  const areaName = useAreaName()
  const headName = useHeadName()
  const { id, office, applicant, approvedAt, approvedBy } = application
  return (
    <li className="sign-row" data-held={code !== undefined} data-testid="sign-row" data-application={id}>
      <Checkbox
        size="lg"
        checked={isTicked}
        disabled={code !== undefined || (isFull && !isTicked)}
        onChange={(event) => onTick(event.currentTarget.checked)}
        aria-label={say(signingWords.tick, { name: latinName(applicant) })}
      />
      <Portrait of={`applications/${id}`} person={applicant} size="medium" />
      <div className="sign-person">
        <Link href={`/applications/${id}`}>
          <PersonName person={applicant} lang={applicant.localLanguage === 'tha' ? 'th' : 'km'} />
        </Link>
        <span className="small">{ifShown(applicant.birthDate, (date) => formatDate(date as CivilDate, language))}</span>
      </div>
      <div className="sign-facts small">
        <span>{ifShown(applicant.homeArea, areaName)}</span>
        <span className="soft">
          {say(signingWords.approvedBy)} {approvedBy && headName(approvedBy, office)}
          {approvedAt && ` · ${formatDateTime(approvedAt as Instant, borderZone, language)}`}
        </span>
        <span className="soft">
          {say(queueWords.fee)} {application.receipt ?? say(queueWords.notPaid)}
        </span>
      </div>
      <Button
        variant="default"
        size="sm"
        className="sign-hold"
        onClick={onHoldBack}
        aria-label={`${say(reviewWords.holdBack)}${say(commonWords.colon)} ${latinName(applicant)}`}
        data-testid="hold-back"
      >
        {say(reviewWords.holdBack)}
      </Button>
      <div className="row-flags">
        <RowFlags application={application} />
        <FlagChips flags={application.flags} without={['replaces', 'returned']} />
        <NearOfCase application={{ id, ...applicant }} flags={application.flags} />
      </div>
      {code && <HeldBack code={code} />}
    </li>
  )
}

function HeldBack({ code }: { code: ProblemCode }) {
  const { say, language } = useWords()
  const { title, next } = sayProblem({ code }, language)
  return (
    <p className="sign-held" data-code={code}>
      <span className="badge tone-flag">{say(signingWords.held)}</span> <strong>{title}</strong> {next}
    </p>
  )
}
