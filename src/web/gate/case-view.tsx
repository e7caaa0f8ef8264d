/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { StateCode } from '../../kernel/code.ts'
import { languages } from '../../kernel/language.ts'
import { isOwnNational } from '../../movements/facts.rules.ts'
import type { VerdictOutcome } from '../../movements/verdict-table.rules.ts'
import { slipWords } from '../../words/contest-slip.ts'
import { formatDate } from '../../words/dates.ts'
import { gateWords } from '../../words/gate.ts'
import { workWords } from '../../words/gate-work.ts'
import { outcomeWords } from '../../words/verdicts.ts'
import { useSaid } from '../said-problem.ts'
import { type Case, type Decided, mayGiveWay } from './case.ts'
import { problemOf, signalOf } from './case-words.ts'
import { FindingList } from './finding-list.tsx'
import type { Gate } from './gate.ts'
import { HolderCard } from './holder-card.tsx'
import { Icon, Sign } from './icons.tsx'
import type { Panel } from './lane.tsx'
import { Lazy } from './lazy.tsx'
import { stayEffectOf } from './local-facts.ts'
import type { Register } from './register.ts'
import { useWords } from './use-words.ts'

type CaseProps = { open: Case; gate: Gate; register: Register; onRecord: () => void; onNext: () => void; onPanel: (panel: Panel) => void }

/** One case over the whole screen: colour, sign and word on one side, the person on the other. */
export function CaseView({ open, gate, register, onRecord, onNext, onPanel }: CaseProps) {
  const { language, t } = useWords()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    panel.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [])
  const signal = signalOf(open)
  const problem = useSaid(problemOf(open, language), language)
  // Nobody to show: the panel takes the whole screen.
  const isAlone = open.holder === null && open.passport === null && open.finding.type !== 'decided' && open.finding.type !== 'asking'
  const outcome = problem && open.finding.type !== 'not-a-pass' && open.finding.type !== 'mishap' ? 'problem' : signal
  return (
    <div class="case" data-tone={signal ?? 'asking'} data-alone={isAlone}>
      <section
        class="verdict"
        ref={panel}
        tabIndex={-1}
        aria-label={t(gateWords.check)}
        {...(outcome !== null && { 'data-testid': 'verdict', 'data-outcome': outcome })}
      >
        <div class="verdict-body">
          {signal === null ? (
            <div class="verdict-head">
              <span class="turning" aria-hidden="true" />
              <h2>{t(gateWords.checking)}</h2>
            </div>
          ) : problem ? (
            <div class="problem" data-testid="problem">
              <div class="verdict-head">
                <Sign signal={signal} />
                <h2 class={open.finding.type === 'not-a-pass' ? '' : 'is-sentence'}>{problem.title}</h2>
              </div>
              {problem.next && <p class="verdict-next">{problem.next}</p>}
            </div>
          ) : (
            signal !== 'neutral' &&
            open.finding.type === 'decided' && <VerdictWords open={open} decided={open.finding} outcome={signal} register={register} />
          )}
          <Result open={open} />
          {open.recording.type === 'recorded' && open.recording.answer.verdict.outcome !== 'admit' && (
            <Contest movement={open.recording.answer.id} ours={register.value.state ?? 'KH'} />
          )}
          {open.anotherRead && !mayGiveWay(open) && (
            <p class="verdict-notice" role="alert" data-testid="another-read">
              <Icon name="flag" />
              {t(workWords.anotherRead)}
            </p>
          )}
        </div>
        <Actions open={open} gate={gate} onRecord={onRecord} onNext={onNext} />
      </section>
      {!isAlone && <HolderCard open={open} gate={gate} register={register} onRecord={onRecord} onPanel={onPanel} />}
    </div>
  )
}

const loadSlip = () => import('./contest-slip.tsx').then(({ ContestSlip }) => ContestSlip)

/** What went against somebody can be contested: the slip says where. */
function Contest({ movement, ours }: { movement: string; ours: StateCode }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" class="contest-open" data-testid="how-to-contest" onClick={() => setOpen(true)}>
        {t(slipWords.show)}
      </button>
      {isOpen && <Lazy load={loadSlip} with={{ movement, ours, onClose: () => setOpen(false) }} />}
    </>
  )
}

type VerdictProps = { open: Case; decided: Decided; outcome: VerdictOutcome; register: Register }

function VerdictWords({ open, decided, outcome, register }: VerdictProps) {
  const { language, t } = useWords()
  const { word, next } = outcomeWords[outcome]
  const recorded = open.recording.type === 'recorded' ? open.recording.answer.verdict : null
  const { findings, lawfulUntil } = recorded ?? decided.verdict
  return (
    <>
      <div class="verdict-head">
        <Sign signal={outcome} />
        <div>
          <h2>{word[language]}</h2>
          <p class="verdict-others">
            {languages
              .filter((each) => each !== language)
              .map((each) => (
                <span key={each} lang={each}>
                  {word[each]}
                </span>
              ))}
          </p>
        </div>
      </div>
      {lawfulUntil && (
        <p class="return-by" data-testid="lawful-until" data-date={lawfulUntil}>
          {t(isOwnNational(decided.facts) ? gateWords.returnBy : gateWords.leaveBy)}
          <strong>{formatDate(lawfulUntil, language, { weekday: true })}</strong>
        </p>
      )}
      {(outcome === 'refer' || (outcome === 'refuse' && recorded === null)) && <p class="verdict-next">{t(next)}</p>}
      {recorded === null && decided.source === 'tablet' && (
        <p class="verdict-notice">
          <Icon name="unlinked" />
          {t(gateWords.onTablet)}
        </p>
      )}
      {recorded === null && decided.differs && (
        <p class="verdict-notice">
          <Icon name="flag" />
          {t(gateWords.differs)}
        </p>
      )}
      <FindingList
        findings={findings}
        facts={decided.facts}
        grants={lawfulUntil !== null}
        code={open.pass?.code}
        isDone={open.recording.type !== 'none'}
        register={register}
      />
    </>
  )
}

const keptWords = {
  waiting: gateWords.notYetNote,
  'signed-out': gateWords.keptSignedOut,
  'not-allowed': gateWords.keptNotAllowed,
  'not-kept': gateWords.notKept,
} as const

/** What became of recording it, in the server's own words. */
function Result({ open: { recording } }: { open: Case }) {
  const { t } = useWords()
  if (recording.type === 'waiting' || recording.type === 'signed-out' || recording.type === 'not-allowed' || recording.type === 'not-kept')
    return (
      <p class="result is-waiting" data-testid="not-recorded">
        <Icon name="tray" />
        <span>
          <strong>{t(gateWords.notYet)}</strong>
          {t(keptWords[recording.type])}
        </span>
      </p>
    )
  if (recording.type === 'refused')
    return (
      <p class="result is-waiting">
        <strong>{t(gateWords.notRecorded)}</strong>
      </p>
    )
  if (recording.type !== 'recorded') return null
  const { stayNumber, verdict, again } = recording.answer
  const effect = stayEffectOf(verdict)
  const stay = { opened: gateWords.stayOpened, closed: gateWords.stayClosed, unmatched: gateWords.stayUnmatched, unchanged: gateWords.stayUnchanged }[
    effect
  ]
  return (
    <p class="result" data-testid="recorded" data-stay={effect} data-stay-number={stayNumber ?? ''}>
      <Icon name="check" />
      <span>
        <strong>{t(again ? gateWords.recordedBefore : gateWords.recorded)}</strong>
        {t(stay, { n: stayNumber ?? '' })}
      </span>
    </p>
  )
}

function Actions({ open: { finding, recording }, gate, onRecord, onNext }: { open: Case; gate: Gate; onRecord: () => void; onNext: () => void }) {
  const { t } = useWords()
  const isOpen = finding.type === 'decided' && (recording.type === 'none' || recording.type === 'not-kept' || recording.type === 'sending')
  if (finding.type !== 'decided' || !isOpen)
    return (
      <div class="actions">
        <button type="button" class={finding.type === 'asking' ? 'quiet' : 'filled'} data-testid="next" onClick={onNext}>
          {t(gateWords.next)}
        </button>
      </div>
    )
  const { outcome } = finding.verdict
  const label = outcome === 'refuse' ? gateWords.recordRefusal : outcome === 'refer' ? gateWords.recordReferral : gateWords.record
  const face = finding.facts.person.photo === 'no-match' ? 'match' : 'no-match'
  const isSending = recording.type === 'sending'
  return (
    <div class="actions">
      <button type="button" class="filled" data-testid="record" disabled={isSending} onClick={onRecord}>
        {t(isSending ? gateWords.recording : recording.type === 'not-kept' ? gateWords.tryAgain : label)}
        <Icon name="enter" />
      </button>
      <button type="button" data-testid={face} disabled={isSending} onClick={() => gate.say({ photo: face })}>
        {t(face === 'no-match' ? gateWords.noMatch : gateWords.match)}
      </button>
      <button type="button" class="quiet" data-testid="next" disabled={isSending} onClick={onNext}>
        {t(gateWords.next)}
      </button>
    </div>
  )
}
