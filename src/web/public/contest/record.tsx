/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import type { Language } from '../../../kernel/language.ts'
import type { FollowedRecordAnswer } from '../../../stays/contest.api.ts'
import { contestWords as words } from '../../../words/contest.ts'
import { fillIn } from '../../../words/fill-in.ts'
import { portalWords } from '../../../words/portal.ts'
import { KeepNumber, Trouble } from '../residents/parts.tsx'
import { sayDay } from '../residents/say-day.ts'
import { useAsk } from '../residents/use-send.ts'
import { ContestForm } from './contest-form.tsx'
import { DecisionCard } from './decision-card.tsx'
import { MineCard } from './mine-card.tsx'
import { StoppedCard } from './stopped-card.tsx'
import './contest.css'

export type Proof = { readonly number: string } & ({ readonly birthDate: string } | { readonly code: string; readonly issuer?: string })
export type Decision = FollowedRecordAnswer['decisions'][number]
export type Mine = FollowedRecordAnswer['rebuttals'][number]
/** `told`: the end of the pass that is told above. */
type Props = { found: FollowedRecordAnswer; proof: Proof; language: Language; onChanged: () => Promise<unknown>; told?: string }

/** What went against somebody, each to be contested; and what they contested before. */
export function Record({ found, proof, language, onChanged, told }: Props) {
  const [about, setAbout] = useState<Decision | undefined>(undefined)
  const [sent, setSent] = useState<Mine | undefined>(undefined)
  const passes = found.passes.filter(({ end }) => end !== told)
  if (about)
    return (
      <ContestForm
        decision={about}
        proof={proof}
        language={language}
        onBack={() => setAbout(undefined)}
        onSent={(mine) => {
          setSent(mine)
          setAbout(undefined)
          void onChanged()
        }}
      />
    )
  return (
    <>
      {sent && <Sent mine={sent} language={language} />}
      {found.rebuttals.length > 0 && (
        <section class="contest-part" aria-labelledby="mine-title">
          <h2 id="mine-title">{words.mine[language]}</h2>
          {found.rebuttals.map((mine) => (
            <MineCard key={mine.id} mine={mine} language={language} />
          ))}
        </section>
      )}
      <section class="contest-part" aria-labelledby="against-title">
        <h2 id="against-title">{words.against[language]}</h2>
        {passes.map((pass) => (
          <StoppedCard key={`${pass.end} ${pass.state}`} pass={pass} language={language} />
        ))}
        {found.decisions.length === 0 && passes.length === 0 && (
          <p class="card" data-testid="no-decisions">
            {words.none[language]}
          </p>
        )}
        {found.decisions.map((decision) => (
          <DecisionCard
            key={`${decision.movement} ${decision.stay}`}
            decision={decision}
            waits={found.rebuttals.some((mine) => isAbout(mine, decision) && (mine.state === 'received' || mine.state === 'in-hand'))}
            byCode={'code' in proof}
            language={language}
            onContest={() => {
              setSent(undefined)
              setAbout(decision)
            }}
          />
        ))}
      </section>
    </>
  )
}

const isAbout = (mine: Mine, { movement, stay }: Decision): boolean => mine.movement === movement && mine.stay === stay

const Sent = ({ mine, language }: { mine: Mine; language: Language }) => (
  <section class="card" data-testid="contested">
    <p class="stage stage-received" role="status">
      {words.sent[language]}
    </p>
    <p>{fillIn(words.next[language], { day: sayDay(mine.dueOn, language) })}</p>
    {mine.number && <KeepNumber label={words.caseNumber[language]} number={mine.number} note={words.keep[language]} language={language} />}
  </section>
)

/** The same beneath somebody's case, where they have said who they are. */
export function OwnRecord({ proof, language, told }: { proof: Proof; language: Language; told: string }) {
  const [found, setFound] = useState<FollowedRecordAnswer | undefined>(undefined)
  const { send, busy, problem } = useAsk<FollowedRecordAnswer>(language)
  const look = async () => {
    const answer = await send('rebuttals/follow', proof)
    if (answer) setFound(answer)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when it is opened
  useEffect(() => void look(), [])
  if (!found)
    return (
      <>
        {busy && <p role="status">{portalWords.sending[language]}</p>}
        <Trouble problem={problem} language={language} />
      </>
    )
  return <Record found={found} proof={proof} language={language} onChanged={look} told={told} />
}
