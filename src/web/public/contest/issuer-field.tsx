/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import type { Language } from '../../../kernel/language.ts'
import { contestWords as words } from '../../../words/contest.ts'
import type { Choice } from '../../desk/pick/find-choice.ts'
import { Field } from '../residents/parts.tsx'
import { useInstance } from '../residents/use-lists.ts'

type Props = { value: string; onValue: (value: string) => void; language: Language }

/** Whose document it is, by name. The names of all states are many: only who needs them loads them. */
export function IssuerField({ value, onValue, language }: Props) {
  const home = useInstance(language)?.state
  const [choices, setChoices] = useState<readonly Choice[]>([])
  useEffect(() => {
    let isWanted = true
    void import('../../desk/pick/state-choices.ts').then(({ issuerChoices }) => isWanted && setChoices(issuerChoices(language)))
    return () => {
      isWanted = false
    }
  }, [language])
  return (
    <Field label={words.issuer[language]} language={language}>
      {(ids) => (
        <select {...ids} data-testid="contest-issuer" value={value} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
          <option value="">{words.issuerOurs[language]}</option>
          {choices
            .filter((each) => each.value !== home)
            .map((each) => (
              <option key={each.value} value={each.value}>
                {each.label}
              </option>
            ))}
        </select>
      )}
    </Field>
  )
}
