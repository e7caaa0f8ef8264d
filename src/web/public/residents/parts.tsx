/** @jsxImportSource preact */
import type { ComponentChildren, JSX } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { Language } from '../../../kernel/language.ts'
import { spokenNumber } from '../../../passes/follow-number.rules.ts'
import { commonWords } from '../../../words/common.ts'
import { inDigitsOf } from '../../../words/dates.ts'
import { followWords, portalWords } from '../../../words/portal.ts'
import type { Problem } from '../../api.ts'
import { useSaid } from '../../said-problem.ts'
import { useInstruments } from './use-lists.ts'

type Spoken = { readonly language: Language }

/** A label, what it means, and the input itself. */
export function Field({
  label,
  hint,
  optional,
  language,
  children,
}: Spoken & { label: string; hint?: string; optional?: boolean; children: (ids: { id: string; 'aria-describedby'?: string }) => ComponentChildren }) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>
        {label} {optional && <small>({portalWords.optional[language]})</small>}
      </label>
      {children({ id, ...(hint && { 'aria-describedby': `${id}-hint` }) })}
      {hint && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  )
}

type TextProps = Spoken & {
  label: string
  name: string
  value: string
  onValue: (value: string) => void
  hint?: string
  optional?: boolean
  input?: JSX.IntrinsicElements['input']
}
export const TextField = ({ label, name, value, onValue, input, language, hint, optional }: TextProps) => (
  <Field label={label} language={language} {...(hint && { hint })} {...(optional && { optional })}>
    {(ids) => (
      <input
        {...ids}
        {...input}
        data-testid={name}
        value={value}
        required={!optional}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
    )}
  </Field>
)

/** Day, month, year: phones have digits at hand, and no slash. In either era. */
export function BirthDate({ language, onValue }: Spoken & { onValue: (typed: string) => void }) {
  const [parts, setParts] = useState({ day: '', month: '', year: '' })
  const id = useId()
  const change = (part: Partial<typeof parts>) => {
    const next = { ...parts, ...part }
    setParts(next)
    onValue(next.day && next.month && next.year ? `${next.day.trim()}/${next.month.trim()}/${next.year.trim()}` : '')
  }
  return (
    <fieldset class="birth-date" aria-describedby={`${id}-hint`}>
      <legend>{portalWords.birthDate[language]}</legend>
      {(['day', 'month', 'year'] as const).map((part) => (
        <label key={part}>
          <small>{portalWords[part][language]}</small>
          <input
            inputMode="numeric"
            autoComplete="off"
            required
            size={part === 'year' ? 4 : 2}
            maxLength={part === 'year' ? 4 : 2}
            data-testid={`born-${part}`}
            value={parts[part]}
            onInput={({ currentTarget }) => change({ [part]: currentTarget.value })}
          />
        </label>
      ))}
      <small id={`${id}-hint`}>{portalWords.birthDateHint[language]}</small>
    </fieldset>
  )
}

type LongTextProps = Spoken & { label: string; hint: string; name: string; value: string; onValue: (value: string) => void }
/** As long a text as the server takes. */
const longTextMax = 2000
/** What somebody has to tell, in their own words: always needed. */
export const LongTextField = ({ label, hint, name, value, onValue, language }: LongTextProps) => (
  <Field label={label} hint={hint} language={language}>
    {(ids) => (
      <textarea
        {...ids}
        required
        rows={6}
        maxLength={longTextMax}
        data-testid={name}
        value={value}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
    )}
  </Field>
)

type SelectProps = Spoken & {
  label: string
  name: string
  value: string
  onValue: (value: string) => void
  choices: readonly { readonly value: string; readonly word: string }[]
  /** What it means to choose none of them; left out: one has to be chosen. */
  none?: string
}
export const SelectField = ({ label, name, value, onValue, choices, none, language }: SelectProps) => (
  <Field label={label} language={language}>
    {(ids) => (
      <select {...ids} data-testid={name} value={value} required={none === undefined} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
        <option value="">{none ?? portalWords.choose[language]}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.word}
          </option>
        ))}
      </select>
    )}
  </Field>
)

/** The browser speaks the machine's language, the page its reader's. */
function sayInWords(target: EventTarget | null, language: Language): void {
  const field = target as Partial<HTMLInputElement>
  field.setCustomValidity?.('')
  if (field.validity?.valueMissing) field.setCustomValidity?.(portalWords.needed[language])
}

/** A form that is sent whole, or says what it still lacks. */
export const Form = ({
  onSend,
  busy,
  send,
  problem,
  language,
  children,
}: Spoken & { onSend: () => void; busy: boolean; send: string; problem: Problem | undefined; children: ComponentChildren }) => (
  <form
    class="card resident-form"
    onInvalidCapture={({ target }) => sayInWords(target, language)}
    onInputCapture={({ target }) => (target as Partial<HTMLInputElement>).setCustomValidity?.('')}
    onSubmit={(event) => {
      event.preventDefault()
      if (!busy) onSend()
    }}
  >
    {children}
    <button type="submit" class="button button-full" data-testid="send" disabled={busy}>
      {busy ? portalWords.sending[language] : send}
    </button>
    <Trouble problem={problem} language={language} />
  </form>
)

export function Trouble({ problem, language }: Spoken & { problem: Problem | undefined }) {
  const said = useSaid(problem, language)
  return (
    <div role="alert">
      {problem && (
        <p class="problem" data-testid="problem">
          <span>{problem.code === 'no-connection' ? commonWords.noConnection[language] : `${said?.title} ${said?.next}`}</span>
        </p>
      )}
    </div>
  )
}

/** Why it was decided so, in the words of whoever decided. */
export const Reason = ({ language, children, testid }: Spoken & { children: string; testid?: string }) => (
  <div class="said" data-testid={testid}>
    <b>{followWords.reason[language]}</b>
    <p dir="auto">{children}</p>
  </div>
)

/** Who hears a complaint about what an office decided. */
export const ContestIt = ({ language }: Spoken) => (
  <p>
    {followWords.contestPass[language]} <a href="/complain">{followWords.complain[language]}</a>
  </p>
)

/** A number to keep: large, in groups, to be printed or photographed. */
export const KeepNumber = ({ label, number, note, language }: Spoken & { label: string; number: string; note: string }) => (
  <div class="keep-number">
    <p>{label}</p>
    <p class="number" data-testid="number">
      {inDigitsOf(language, spokenNumber(number))}
    </p>
    <p>{note}</p>
    <PrintButton language={language} />
  </div>
)

export const PrintButton = ({ language }: Spoken) => (
  <button type="button" class="quiet-button" onClick={() => print()}>
    {portalWords.print[language]}
  </button>
)

/** The text behind a rule. */
export function By({ id, language }: Spoken & { id: string }) {
  const title = useInstruments(language).get(id)?.title[language]
  return title ? <blockquote class="by">{title}</blockquote> : null
}
