import { useMemo } from 'react'
import { type StateCode, states } from '../../../kernel/code.ts'
import { pickWords } from '../../../words/pick.ts'
import { stateWords } from '../../../words/states.ts'
import { useWords } from '../frame/language.tsx'
import type { Choice } from './find-choice.ts'
import { PickMany, PickOne, type PickProps } from './pick-fields.tsx'
import { stateChoices } from './state-choices.ts'

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

/** Who issued a document of any kind: a border pass bears a state's two letters, a passport three. */
export function PickIssuer(props: One) {
  const { say } = useWords()
  const all = useStates()
  const choiceOf = ({ value, label, names }: Choice, { state, document }: { state: string; document: string }): Choice => ({
    ...{ value, label: `${say(pickWords.issuedBy, { state, document })} (${value})` },
    names: [...names, label, document],
  })
  const passes = states.map((value: StateCode) =>
    choiceOf(
      { value, label: say(stateWords[value]), names: Object.values(stateWords[value]) },
      { state: say(stateWords[value]), document: say(pickWords.borderPass) },
    ),
  )
  const passports = all.map((each) => choiceOf(each, { state: each.label.replace(/ \([A-Z]{3}\)$/, ''), document: say(pickWords.passport) }))
  return <PickOne {...props} choices={[...passes, ...passports]} />
}
