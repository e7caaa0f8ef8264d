/** @jsxImportSource preact */
import type { Language } from '../../../kernel/language.ts'
import { contestWords as words } from '../../../words/contest.ts'
import { SelectField } from '../residents/parts.tsx'
import { useInstance } from '../residents/use-lists.ts'
import { useStates } from '../residents/use-states.ts'

type Props = { value: string; onValue: (value: string) => void; language: Language }

/** Whose document it is, by name. */
export function IssuerField({ value, onValue, language }: Props) {
  const home = useInstance(language)?.state
  const choices = useStates('issuerChoices', language).filter((each) => each.value !== home)
  return (
    <SelectField
      name="contest-issuer"
      label={words.issuer[language]}
      none={words.issuerOurs[language]}
      value={value}
      onValue={onValue}
      choices={choices}
      language={language}
    />
  )
}
