import { Button, Radio, TextInput } from '@mantine/core'
import { passWishes } from '../../../passes/about-pass.rules.ts'
import { isOutOfHands, type ReplacementCause } from '../../../passes/application.rules.ts'
import { plainPassNumber } from '../../../passes/pass.rules.ts'
import { recordWords, replacementWords, wishWords } from '../../../words/desk-form.ts'
import type { Problem } from '../../api.ts'
import { useWords } from '../frame/language.tsx'
import { isExtension } from './about-pass.ts'
import type { Draft, Field } from './draft.ts'

type WhichProps = {
  readonly draft: Draft
  readonly isFilling: boolean
  errorOf(field: Field): string | undefined
  change(part: Partial<Draft>): void
  /** Puts into the form what is on record of the pass's holder. */
  onFill(): void
}

/** A first pass, a later last day for one, or one that takes another's place: which, and why. */
export function WhichPass({ draft, isFilling, errorOf, change, onFill }: WhichProps) {
  const { say } = useWords()
  const { cause, replaces } = draft
  return (
    <section className="card" aria-labelledby="which-title">
      <h2 id="which-title">{say(replacementWords.title)}</h2>
      <Radio.Group
        aria-labelledby="which-title"
        value={cause}
        onChange={(value) => change(value === '' ? { cause: '', replaces: '' } : { cause: value })}
        error={errorOf('cause')}
      >
        <div className="choices">
          <Radio id="field-cause" value="" label={say(replacementWords.first)} data-testid="cause-none" />
          {passWishes.map((each) => (
            <Radio key={each} value={each} label={say(wishWords[each])} data-testid={`cause-${each}`} />
          ))}
        </div>
      </Radio.Group>
      {cause !== '' && (
        <TextInput
          id="field-replaces"
          className="code-input replaces"
          label={say(isExtension(cause) ? replacementWords.extendedNumber : replacementWords.number)}
          description={say(effectOf(cause))}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={replaces}
          error={errorOf('replaces')}
          maxLength={16}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => change({ replaces: event.currentTarget.value })}
        />
      )}
      {cause !== '' && (
        <div className="actions">
          <Button
            variant="default"
            size="sm"
            loading={isFilling}
            disabled={plainPassNumber(replaces) === undefined}
            onClick={onFill}
            data-testid="fill-from-record"
          >
            {say(recordWords.fill)}
          </Button>
        </div>
      )}
    </section>
  )
}

/** What becomes of the pass there is. */
function effectOf(wish: string) {
  if (isExtension(wish)) return replacementWords.staysOne
  return isOutOfHands(wish as ReplacementCause) ? replacementWords.deadNow : replacementWords.servesOn
}

/** The person has a pass: one press makes this the application for its extension or replacement. */
export function OfferReplacement({ problem, change }: { problem: Problem; change(part: Partial<Draft>): void }) {
  const { say } = useWords()
  const number = problem.about?.['number']
  if (problem.code !== 'applicant.has-live-pass' || number === undefined) return null
  return (
    <div className="stack" data-testid="offer-replacement">
      <p>{say(replacementWords.offer, { number })}</p>
      <div className="actions">
        {passWishes.map((cause) => (
          <Button
            key={cause}
            variant="default"
            size="sm"
            onClick={() => change({ cause, replaces: String(number) })}
            data-testid={`replace-${cause}`}
          >
            {say(wishWords[cause])}
          </Button>
        ))}
      </div>
    </div>
  )
}
