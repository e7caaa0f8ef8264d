/** @jsxImportSource preact */
import type { Language } from '../../../kernel/language.ts'
import { spokenNumber } from '../../../passes/follow-number.rules.ts'
import type { FollowAnswer } from '../../../portal/portal.api.ts'
import { formatNumber, inDigitsOf } from '../../../words/dates.ts'
import { fillIn } from '../../../words/fill-in.ts'
import { sayStopped } from '../../../words/pass-over.ts'
import { phoneExtensionWords } from '../../../words/phone-extension.ts'
import { followWords } from '../../../words/portal.ts'
import { sayProblem } from '../../../words/problems.ts'
import { priceOf } from '../price-card.tsx'
import { By, ContestIt, Reason, Trouble } from './parts.tsx'
import { sayDay } from './say-day.ts'
import { useSend } from './use-send.ts'

type Pass = NonNullable<FollowAnswer['pass']>

type PassCardProps = { pass: Pass; language: Language; isContestTold: boolean } & Begin
/** How long the pass is good, or why it is not, and whether it can be extended: the days left are the large thing. */
export function PassCard({ pass, language, isContestTold, ...begin }: PassCardProps) {
  return (
    <div class="pass-left" data-testid="pass-left">
      <p>
        {followWords.passEnd[language]} <b>…{inDigitsOf(language, pass.end)}</b>
      </p>
      <p class="days-left">{standing(pass, language)}</p>
      <p>
        {followWords.lastDay[language]} {sayDay(pass.lastDay, language)}
      </p>
      {pass.reason && (
        <Reason language={language} testid="why-stopped">
          {sayStopped(pass.reason, language)}
        </Reason>
      )}
      {(pass.state === 'suspended' || pass.state === 'revoked' || pass.state === 'replaced') && !isContestTold && <ContestIt language={language} />}
      {pass.extension && <Extension extension={pass.extension} language={language} {...begin} />}
    </div>
  )
}

function standing({ state, daysLeft }: Pass, language: Language): string {
  if (state === 'suspended') return followWords.passSuspended[language]
  if (state === 'revoked') return followWords.passRevoked[language]
  if (state === 'replaced') return followWords.passReplaced[language]
  return daysLeft > 0 ? fillIn(followWords.daysLeft[language], { days: formatNumber(daysLeft, language) }) : followWords.passOver[language]
}

type Begin = {
  /** Nothing is offered while what was asked for before is still being made. */
  readonly isOffered: boolean
  /** Of the case that is shown. */
  readonly number: string
  readonly known: { readonly number: string; readonly birthDate: string }
  /** The extension has a case: under this number. */
  readonly onShow: (number: string, isFresh: boolean) => void
}
type ExtensionProps = { extension: NonNullable<Pass['extension']>; language: Language } & Begin

/** What an extension costs and gives, and one button to begin it; or why there is none, and what to do instead. */
function Extension({ extension, number, known, language, onShow, isOffered }: ExtensionProps) {
  const { write, busy, problem } = useSend<{ number: string }>(language)
  const { begun, refused } = extension
  const begin = () => write('follow/extension', known).then((answer) => answer && onShow(answer.number, true))
  const said = refused && sayProblem(refused, language)
  if (begun === number) return null
  return (
    <div class="extension" data-testid="extension">
      <h2>{followWords.extension[language]}</h2>
      {extension.newLastDay && extension.fee && (
        <p>
          {fillIn(followWords.extendUntil[language], {
            until: sayDay(extension.until, language),
            newLastDay: sayDay(extension.newLastDay, language),
            price: priceOf(extension.fee, language),
          })}
        </p>
      )}
      {extension.possible && isOffered && (
        <>
          <button type="button" class="button button-full" data-testid="extend" disabled={busy} onClick={() => void begin()}>
            {phoneExtensionWords.extend[language]}
          </button>
          <p class="small">{phoneExtensionWords.extendNote[language]}</p>
        </>
      )}
      <Trouble problem={problem} language={language} />
      {begun ? (
        <>
          <p>{fillIn(phoneExtensionWords.underWay[language], { number: inDigitsOf(language, spokenNumber(begun).replaceAll(' ', '\u00a0')) })}</p>
          <button type="button" class="quiet-button" data-testid="show-begun" onClick={() => onShow(begun, false)}>
            {phoneExtensionWords.showBegun[language]}
          </button>
        </>
      ) : (
        said && (
          <>
            <p data-testid="no-extension">{said.title}</p>
            <p>{said.next}</p>
          </>
        )
      )}
      <By id={extension.instrument} language={language} />
    </div>
  )
}
