/** @jsxImportSource preact */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Language } from '../../../kernel/language.ts'
import { spokenNumber } from '../../../passes/follow-number.rules.ts'
import type { FollowAnswer } from '../../../portal/portal.api.ts'
import { inDigitsOf } from '../../../words/dates.ts'
import { fillIn } from '../../../words/fill-in.ts'
import { passEndedWords } from '../../../words/pass-over.ts'
import { phoneExtensionWords } from '../../../words/phone-extension.ts'
import { followWords, portalWords, stageWords } from '../../../words/portal.ts'
import { sayProblem } from '../../../words/problems.ts'
import { publicWords } from '../../../words/public.ts'
import { priceOf } from '../price-card.tsx'
import { BirthDate, By, ContestIt, Form, KeepNumber, PrintButton, Reason, TextField, Trouble } from './parts.tsx'
import { PassCard } from './pass-card.tsx'
import { PayByPhone } from './pay.tsx'
import { ReceiptFile } from './receipt-file.tsx'
import { sayDay, sayInstant } from './say-day.ts'
import { nameIn } from './use-lists.ts'
import { useAsk } from './use-send.ts'

type Known = { readonly number: string; readonly birthDate: string }
const againMs = 6_000
/** The booklet is not in the hand yet with its new page: an extension's is still to be brought, and no further one is offered. */
const bookletStages: readonly FollowAnswer['stage'][] = ['to-pay', 'examined', 'to-sign', 'printed', 'ready']

/** Number and birth date, then where the case stands. */
export function FollowPage({ language }: { language: Language }) {
  const [known, setKnown] = useState<Known>({ number: '', birthDate: '' })
  const [found, setFound] = useState<FollowAnswer | undefined>(undefined)
  const { send, busy, problem } = useAsk<FollowAnswer>(language)
  /** Of an extension that was begun here: a number to keep, whatever becomes of the next request. */
  const [fresh, setFresh] = useState<string | undefined>(undefined)
  const look = async (who = known) => setFound((await send('follow', who)) ?? found)
  const show = (number: string, isFresh: boolean) => {
    const other = { ...known, number }
    setKnown(other)
    if (isFresh) setFresh(number)
    void look(other)
  }
  if (found)
    return (
      <>
        {fresh === known.number && (
          <section class="card">
            <KeepNumber label={phoneExtensionWords.begun[language]} number={fresh} note={portalWords.keepNumber[language]} language={language} />
          </section>
        )}
        <Trouble problem={problem} language={language} />
        <Case key={found.number} found={found} known={known} language={language} onLook={look} onShow={show} />
        <button type="button" class="quiet-button" onClick={() => setFound(undefined)}>
          {portalWords.another[language]}
        </button>
      </>
    )
  return (
    <Form onSend={() => void look()} busy={busy} send={portalWords.show[language]} problem={problem} language={language}>
      <p>{followWords.lead[language]}</p>
      <TextField
        name="follow-number"
        label={portalWords.number[language]}
        hint={portalWords.numberHint[language]}
        value={known.number}
        onValue={(number) => setKnown({ ...known, number })}
        input={{ inputMode: 'numeric', autoComplete: 'off', maxLength: 20 }}
        language={language}
      />
      <BirthDate language={language} onValue={(birthDate) => setKnown((before) => ({ ...before, birthDate }))} />
    </Form>
  )
}

type CaseProps = {
  found: FollowAnswer
  known: Known
  language: Language
  onLook: () => Promise<unknown>
  onShow: (number: string, isFresh: boolean) => void
}
function Case({ found, known, language, onLook, onShow }: CaseProps) {
  const [paying, setPaying] = useState(false)
  const { stage, office, fee, pass } = found
  const isDone = stage !== 'to-pay'
  // While a code is shown, the bank's word is waited for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each look asks for the same case
  useEffect(() => {
    if (!paying || isDone) return
    const timer = setInterval(() => void onLook(), againMs)
    return () => clearInterval(timer)
  }, [paying, isDone])
  return (
    <section class="card case" data-testid="case" data-stage={stage}>
      <p class={`stage stage-${stage}`} role="status">
        {stageWords[stage].word[language]}
      </p>
      <p>{stageWords[stage].next[language]}</p>
      {found.kind === 'extension' && bookletStages.includes(stage) && <p data-testid="bring-booklet">{phoneExtensionWords.bringBooklet[language]}</p>}
      {found.reason && <Reason language={language}>{found.reason}</Reason>}
      {contested[stage] && (
        <p data-testid="how-to-contest">
          {followWords[contested[stage]][language]} <a href="/complain">{followWords.complain[language]}</a>
        </p>
      )}
      <PassEnded found={found} language={language} />
      <Reversed found={found} language={language} />
      {found.codeRefused && <p data-testid="not-online">{sayProblem({ code: found.codeRefused }, language).title}</p>}
      {found.payable && !paying && (
        <button type="button" class="button button-full" data-testid="pay-by-phone" onClick={() => setPaying(true)}>
          {followWords.pay[language]}
        </button>
      )}
      {found.payable && paying && <PayByPhone known={known} language={language} />}
      <dl class="facts">
        <Fact word={portalWords.number[language]}>{inDigitsOf(language, spokenNumber(found.number))}</Fact>
        <Fact word={followWords.office[language]}>{nameIn(office.name, language, office.id.slice(0, 2))}</Fact>
        <Fact word={followWords.applied[language]}>{sayInstant(found.submittedAt, language)}</Fact>
        {found.dueOn && (
          <Fact word={followWords.dueOn[language]}>
            {sayDay(found.dueOn, language)}
            {found.provisional && <span class="small"> {followWords.provisional[language]}</span>}
            {found.late && <b class="late"> {followWords.late[language]}</b>}
          </Fact>
        )}
        {fee && <Fact word={followWords.fee[language]}>{priceOf(fee, language)}</Fact>}
        {found.paidAt && <Fact word={followWords.paidOn[language]}>{sayInstant(found.paidAt, language)}</Fact>}
        {found.receipt && <Fact word={followWords.receipt[language]}>{found.receipt}</Fact>}
      </dl>
      {fee && <By id={fee.instrument} language={language} />}
      {found.receipt && <ReceiptFile known={known} receipt={found.receipt} language={language} />}
      {pass && (
        <PassCard
          pass={stage === 'pass-suspended' ? { ...pass, extension: null } : pass}
          language={language}
          number={found.number}
          known={known}
          onShow={onShow}
          isOffered={!bookletStages.includes(stage)}
          isContestTold={endedUngiven.includes(stage)}
        />
      )}
      {pass && <AtTheBorder known={known} language={language} told={pass.end} />}
      <PrintButton language={language} />
    </section>
  )
}

/** What goes against somebody says how to contest it; of a pass that ended, where its end is told. */
const contested: Partial<Record<FollowAnswer['stage'], 'contest' | 'contestPass'>> = {
  'to-correct': 'contestPass',
  refused: 'contest',
  withdrawn: 'contest',
  lapsed: 'contest',
}

/** The payment that the office took back, why, and where the money is. */
function Reversed({ found: { reversed }, language }: { found: FollowAnswer; language: Language }) {
  if (!reversed) return null
  return (
    <div class="told" data-testid="reversed">
      <p>
        <b>{fillIn(followWords.reversed[language], { price: priceOf(reversed, language), day: sayInstant(reversed.at, language) })}</b>
      </p>
      <Reason language={language}>{reversed.reason}</Reason>
      <p>{followWords[reversed.isOwed ? 'owedBack' : 'givenBack'][language]}</p>
      <ContestIt language={language} />
    </div>
  )
}

/** The pass was over before it was handed over. */
const endedUngiven: readonly FollowAnswer['stage'][] = ['pass-over', 'pass-over-closed']

/** How a pass ended before it was handed over, and what its applicant can do. */
function PassEnded({ found: { stage, pass, paidAt }, language }: { found: FollowAnswer; language: Language }) {
  if (!endedUngiven.includes(stage)) return null
  const how = pass?.state
  const isKnown = how === 'revoked' || how === 'replaced' || how === 'expired'
  return (
    <div data-testid="pass-ended">
      <p>
        {isKnown && passEndedWords[how][language]} <a href="/complain">{followWords.complain[language]}</a>
      </p>
      {paidAt && <p class="small">{passEndedWords.fee[language]}</p>}
    </div>
  )
}

/** What was decided against the holder at the border, with the same number and birth date; loaded when it is asked for. */
function AtTheBorder({ known, language, told }: { known: Known; language: Language; told: string }) {
  const [Part, setPart] = useState<ComponentType<{ proof: Known; language: Language; told: string }> | null>(null)
  if (Part) return <Part proof={known} language={language} told={told} />
  const open = () => void import('../contest/record.tsx').then(({ OwnRecord }) => setPart(() => OwnRecord))
  return (
    <button type="button" class="button button-full" data-testid="at-the-border" onClick={open}>
      {publicWords.atTheBorder[language]}
    </button>
  )
}

const Fact = ({ word, children }: { word: string; children: preact.ComponentChildren }) => (
  <div>
    <dt>{word}</dt>
    <dd>{children}</dd>
  </div>
)
