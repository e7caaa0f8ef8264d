import { useMemo } from 'react'
import { useWords } from '../frame/language.tsx'
import type { Choice } from './find-choice.ts'
import { PickMany, PickOne, type PickProps } from './pick-fields.tsx'
import { issuerChoices, stateChoices } from './state-choices.ts'

type One = PickProps & { readonly chosen: string; change(chosen: string): void }

const useStates = (): readonly Choice[] => {
  const { language } = useWords()
  return useMemo(() => stateChoices(language), [language])
}

/** Nationalities by the names of their states. */
export function PickNationalities(props: PickProps & { readonly chosen: readonly string[]; change(chosen: string[]): void }) {
  return <PickMany {...props} choices={useStates()} />
}

/** One nationality; or whose passport it is. */
export function PickNationality(props: One) {
  return <PickOne {...props} choices={useStates()} />
}

/** Who issued a document of any kind. */
export function PickIssuer(props: One) {
  const { language } = useWords()
  return <PickOne {...props} choices={useMemo(() => issuerChoices(language), [language])} />
}
