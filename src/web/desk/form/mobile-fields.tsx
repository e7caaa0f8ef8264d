import { Checkbox, TextInput } from '@mantine/core'
import type { StateCode } from '../../../kernel/code.ts'
import { readMobile, spokenMobile } from '../../../passes/messages/mobile.rules.ts'
import { mobileWords } from '../../../words/messages.ts'
import { useWords } from '../frame/language.tsx'
import type { Draft, Field } from './draft.ts'

type MobileDraft = Pick<Draft, 'mobile' | 'mobileConsent'>
type EntryProps = {
  readonly draft: MobileDraft
  readonly home: StateCode
  errorOf(field: Field): string | undefined
  change(part: Partial<MobileDraft>): void
}

/** Number and consent: the number is read back as it will be called, since two countries' local forms overlap. */
export function MobileEntries({ draft, home, errorOf, change }: EntryProps) {
  const { say } = useWords()
  const mobile = readMobile(home, draft.mobile)
  return (
    <>
      <TextInput
        id="field-mobile"
        name="mobile"
        label={say(mobileWords.mobile)}
        description={
          mobile ? (
            <strong className="read-back" data-testid="mobile-read">
              {spokenMobile(mobile)}
            </strong>
          ) : (
            say(mobileWords.hint)
          )
        }
        inputMode="tel"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.mobile}
        error={errorOf('mobile')}
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => change({ mobile: event.currentTarget.value })}
      />
      {draft.mobile.trim() !== '' && (
        <Checkbox
          id="field-mobileConsent"
          className="wide"
          label={say(mobileWords.consent)}
          error={errorOf('mobileConsent')}
          checked={draft.mobileConsent === 'yes'}
          onChange={(event) => change({ mobileConsent: event.currentTarget.checked ? 'yes' : '' })}
        />
      )}
    </>
  )
}

/** A card of the form; it may stay empty. */
export function MobileFields(props: EntryProps) {
  const { say } = useWords()
  return (
    <section className="card" aria-labelledby="mobile-title">
      <h2 id="mobile-title">{say(mobileWords.title)}</h2>
      <div className="fields">
        <MobileEntries {...props} />
      </div>
    </section>
  )
}
