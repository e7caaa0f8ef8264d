import { useEffect, useState } from 'preact/hooks'
import type { Language } from '../../../kernel/language.ts'

type Choice = { readonly value: string; readonly word: string }

/** The world's states by name, or whose documents there are. Their names are many: only a page that asks for one loads them, and has none until then. */
export function useStates(of: 'stateChoices' | 'issuerChoices', language: Language): readonly Choice[] {
  const [choices, setChoices] = useState<readonly Choice[]>([])
  useEffect(() => {
    let isWanted = true
    void import('../../desk/pick/state-choices.ts').then(
      (lists) => isWanted && setChoices(lists[of](language).map(({ value, label }) => ({ value, word: label }))),
    )
    return () => {
      isWanted = false
    }
  }, [of, language])
  return choices
}
