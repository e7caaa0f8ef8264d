/** @jsxImportSource preact */
import type { Language } from '../../../kernel/language.ts'
import { contestWords as words } from '../../../words/contest.ts'
import { Field } from '../residents/parts.tsx'
import { useInstance } from '../residents/use-lists.ts'
import { useStates } from '../residents/use-states.ts'

type Props = { value: string; onValue: (value: string) => void; language: Language }

/** Whose document it is, by name. */
export function IssuerField({ value, onValue, language }: Props) {
  const home = useInstance(language)?.state
  const choices = useStates('issuerChoices', language).filter((each) => each.value !== home)
  return (
    <Field label={words.issuer[language]} language={language}>
      {(ids) => (
        <select {...ids} data-testid="contest-issuer" value={value} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
          <option value="">{words.issuerOurs[language]}</option>
          {choices.map((each) => (
            <option key={each.value} value={each.value}>
              {each.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
