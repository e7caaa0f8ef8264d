import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { borderZone, type Instant } from '../../../kernel/time.ts'
import type { RevocationAnswer as Revocation } from '../../../passes/mandate.api.ts'
import type { Subject } from '../../../passes/mandates/subject.rules.ts'
import { formatDateTime, formatNumber } from '../../../words/dates.ts'
import { revokeWords } from '../../../words/leaked-keys.ts'
import { deedWords, handledWords, revocationStateWords, signedWords, withdrawWords } from '../../../words/revocations.ts'
import { stateWords } from '../../../words/states.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { useAreaName, useInstrumentTitle } from '../names.ts'
import { Answered, Empty } from '../parts/answered.tsx'
import { passListPaths, useRevocations } from './instrument-queries.ts'
import { SecondPerson } from './second-person.tsx'
import { WithdrawProposal } from './withdraw-proposal.tsx'

const tone = { proposed: 'flag', withdrawn: 'quiet', confirmed: 'river', done: 'refuse' } as const satisfies Record<Revocation['state'], string>

/** What was proposed, by whom and how far it is; the second person confirms here, or either of them withdraws it. Without a subject: of every kind, each saying what it is about. */
export function Revocations({ of }: { of: Subject | undefined }) {
  const { say } = useWords()
  const [isRunning, setRunning] = useState(false)
  const revocations = useRevocations(of, isRunning)
  const runs = revocations.data?.some(({ state }) => state === 'confirmed') ?? false
  if (runs !== isRunning) setRunning(runs)
  const client = useQueryClient()
  const doneCount = revocations.data?.filter(({ state }) => state === 'done').length ?? 0
  // One has ended: what was counted and listed before is old now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: how many are done is the reason
  useEffect(() => {
    void client.invalidateQueries({
      predicate: ({ queryKey: [path] }) => typeof path === 'string' && passListPaths.some((list) => path.startsWith(list)),
    })
  }, [doneCount, client])
  return (
    <section className="stack" aria-labelledby="revocations-title">
      <h2 id="revocations-title" tabIndex={-1}>
        {say(of === undefined || 'instrument' in of ? signedWords.proposals : handledWords.proposals)}
      </h2>
      <Answered query={revocations}>
        {(found) =>
          found.length === 0 ? (
            <Empty>{say(signedWords.noProposals)}</Empty>
          ) : (
            <ul className="revocations">
              {found.map((revocation) => (
                <RevocationCard key={revocation.id} revocation={revocation} saysSubject={of === undefined} />
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  )
}

function RevocationCard({ revocation, saysSubject }: { revocation: Revocation; saysSubject: boolean }) {
  const { say, language } = useWords()
  const { me, may } = useMe()
  const areaName = useAreaName()
  const { state, place, account, deed, from, until, reason, found, total, revoked, proposed, confirmed, withdrawn } = revocation
  const time = (at: string) => formatDateTime(at as Instant, borderZone, language)
  const number = (value: number) => formatNumber(value, language)
  const where = Object.hasOwn(stateWords, place) ? say(stateWords[place as keyof typeof stateWords]) : areaName(place)
  const times = { from: time(from), until: time(until) }
  const mayDecide = state === 'proposed' && account !== me.id && may('mandate.revoke-passes', place)
  const mayConfirm = mayDecide && proposed.account !== me.id
  return (
    <li className="card revocation" data-testid="revocation" data-state={state}>
      <div className="card-head">
        <h3>
          {where} · {say(signedWords.found, { count: number(total ?? found) })}
        </h3>
        <span className={`badge tone-${tone[state]}`}>{say(revocationStateWords[state])}</span>
      </div>
      {saysSubject && <SubjectLink of={revocation} />}
      <p>{reason}</p>
      <p className="small soft">
        {deed ? say(handledWords.betweenTimes, { deed: say(deedWords[deed]), ...times }) : say(signedWords.betweenTimes, times)}
      </p>
      <p className="small">{say(signedWords.proposedBy, { name: proposed.name, at: time(proposed.at) })}</p>
      {confirmed && <p className="small">{say(signedWords.confirmedBy, { name: confirmed.name, at: time(confirmed.at) })}</p>}
      {total !== null && (
        <p className="revocation-progress" role="status">
          <progress value={revoked} max={Math.max(1, total)} aria-label={say(revocationStateWords[state])} />
          <span data-testid="revoked" data-count={revoked}>
            {say(signedWords.progress, { done: number(revoked), total: number(total) })}
          </span>
        </p>
      )}
      {state === 'proposed' && !mayConfirm && <p className="small soft">{say(signedWords.waitsForSecond)}</p>}
      {withdrawn && <p className="small">{say(withdrawWords.by, { ...withdrawn, at: time(withdrawn.at) })}</p>}
      {mayDecide && <Decide revocation={revocation} mayConfirm={mayConfirm} />}
    </li>
  )
}

/** To the page where its passes can be counted and listed. */
function SubjectLink({ of: { instrument, account } }: { of: Revocation }) {
  const { say } = useWords()
  const titleOf = useInstrumentTitle()
  return (
    <p>
      {instrument !== null ? (
        <Link href={`/instruments/${instrument}`}>{say(revokeWords.underInstrument, { instrument: titleOf(instrument) })}</Link>
      ) : (
        <Link href={`/staff/${account}`}>{say(revokeWords.ofPerson)}</Link>
      )}
    </p>
  )
}

function Decide({ revocation, mayConfirm }: { revocation: Revocation; mayConfirm: boolean }) {
  const { say, language } = useWords()
  const client = useQueryClient()
  const command = useCommand<Revocation>()
  const title = say(signedWords.confirmTitle, { count: formatNumber(revocation.found, language) })
  const path = `/api/v1/mass-revocations/${revocation.id}`
  const done = () =>
    client.invalidateQueries({ predicate: ({ queryKey: [asked] }) => typeof asked === 'string' && asked.startsWith('/api/v1/mass-revocations') })
  return (
    <div className="actions">
      {mayConfirm && (
        <SecondPerson
          words={{ button: say(signedWords.confirm), title, lead: say(signedWords.confirmLead) }}
          reason={revocation.reason}
          command={command}
          onConfirm={() => command.send(`${path}/confirmation`, {})}
          onDone={done}
          testId="confirm-revocation"
        />
      )}
      <WithdrawProposal path={`${path}/withdrawal`} onDone={done} />
    </div>
  )
}
