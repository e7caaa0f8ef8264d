import { useQueryClient } from '@tanstack/react-query'
import { borderZone, type CivilDate, type Instant } from '../../../kernel/time.ts'
import type { SigningKeyAnswer } from '../../../passes/leaked-keys/signing-key.api.ts'
import type { LeakAnswer } from '../../../passes/mandate.api.ts'
import { formatDate, formatDateTime, formatNumber } from '../../../words/dates.ts'
import { leakStateWords, leakWords as words } from '../../../words/leaked-keys.ts'
import { signedWords, withdrawWords } from '../../../words/revocations.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { SecondPerson } from '../instruments/second-person.tsx'
import { WithdrawProposal } from '../instruments/withdraw-proposal.tsx'
import { useAreaName } from '../names.ts'
import { Empty } from '../parts/answered.tsx'
import { type LeakState, leakStateOf, signingKeysPath } from './key-queries.ts'

const tone = { proposed: 'flag', withdrawn: 'quiet', confirmed: 'river', published: 'refuse' } as const satisfies Record<LeakState, string>
type Declared = SigningKeyAnswer & { readonly leak: LeakAnswer }

/** What was said of keys, by whom and how far it is; the second person confirms here, or either of them withdraws it. What was withdrawn stands below. */
export function LeakList({ keys }: { keys: readonly SigningKeyAnswer[] }) {
  const { say } = useWords()
  const declared = keys.filter((key): key is Declared => key.leak !== null)
  const withdrawn = keys.flatMap((key) => key.withdrawn.map((leak): Declared => ({ ...key, leak })))
  return (
    <>
      <h3 id="declared-title" tabIndex={-1}>
        {say(words.declared)}
      </h3>
      {declared.length + withdrawn.length === 0 ? (
        <Empty>{say(words.none)}</Empty>
      ) : (
        <ul className="revocations" aria-labelledby="declared-title">
          {declared.map((key) => (
            <LeakCard key={key.kid} of={key} state={leakStateOf(key) ?? 'proposed'} />
          ))}
          {withdrawn.map((key) => (
            <LeakCard key={key.leak.id} of={key} state="withdrawn" />
          ))}
        </ul>
      )}
    </>
  )
}

function LeakCard({ of, state }: { of: Declared; state: LeakState }) {
  const { say, language } = useWords()
  const { me, may } = useMe()
  const areaName = useAreaName()
  const { kid, office, leak } = of
  const time = (at: string) => formatDateTime(at as Instant, borderZone, language)
  const mayDecide = state === 'proposed' && may('mandate.revoke-passes', office)
  const mayConfirm = mayDecide && leak.proposed.account !== me.id
  return (
    <li className="card revocation" data-testid="leak" data-kid={kid} data-state={state}>
      <div className="card-head">
        <h4>
          {say(words.key)} {areaName(office)} · <span className="code">{kid}</span>
        </h4>
        <span className={`badge tone-${tone[state]}`}>{say(leakStateWords[state])}</span>
      </div>
      <p>{leak.reason}</p>
      <p className="small soft">{say(words.leakedSince, { day: formatDate(leak.leakedOn as CivilDate, language) })}</p>
      <p className="small">{say(signedWords.proposedBy, { name: leak.proposed.name, at: time(leak.proposed.at) })}</p>
      {leak.confirmed && <p className="small">{say(signedWords.confirmedBy, { name: leak.confirmed.name, at: time(leak.confirmed.at) })}</p>}
      {leak.confirmed && <Progress of={of} />}
      {leak.withdrawn && <p className="small">{say(withdrawWords.by, { ...leak.withdrawn, at: time(leak.withdrawn.at) })}</p>}
      {state === 'proposed' && !mayConfirm && <p className="small soft">{say(signedWords.waitsForSecond)}</p>}
      {mayDecide && <Decide of={of} mayConfirm={mayConfirm} />}
    </li>
  )
}

/** From the second person's word to what the gates do. */
function Progress({ of: { filter, successor } }: { of: Declared }) {
  const { say, language } = useWords()
  return (
    <div role="status">
      <p className="small">
        <strong>{say(words.progress)}</strong>
      </p>
      <ul className="said-points small" data-testid="leak-progress">
        <li data-testid="leak-filter" data-count={filter?.passes}>
          {filter ? say(words.published, { count: formatNumber(filter.passes, language) }) : say(words.publishing)}
        </li>
        {filter && <li>{say(filter.settled ? words.settled : words.settling)}</li>}
        <li>{successor === null ? say(words.noSuccessor) : say(words.successor, { kid: successor })}</li>
        {filter && <li>{say(words.gates)}</li>}
        {filter && <li>{say(words.others)}</li>}
      </ul>
    </div>
  )
}

function Decide({ of: { kid, office, leak }, mayConfirm }: { of: Declared; mayConfirm: boolean }) {
  const { say } = useWords()
  const areaName = useAreaName()
  const client = useQueryClient()
  const command = useCommand<LeakAnswer>()
  async function done() {
    await client.invalidateQueries({ queryKey: [signingKeysPath] })
    document.getElementById('declared-title')?.focus()
  }
  return (
    <div className="actions">
      {mayConfirm && (
        <SecondPerson
          words={{ button: say(words.confirm), title: say(words.confirmTitle, { office: areaName(office) }), lead: say(words.confirmLead) }}
          reason={leak.reason}
          command={command}
          onAsk={command.forget}
          onConfirm={() => command.send(`/api/v1/leaked-keys/${kid}/confirmation`, { proposal: leak.id })}
          onDone={done}
          testId="confirm-leak"
        />
      )}
      <WithdrawProposal path={`/api/v1/leaked-keys/${kid}/withdrawal`} body={{ proposal: leak.id }} onDone={done} />
    </div>
  )
}
