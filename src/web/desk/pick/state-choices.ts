import { type StateCode, states } from '../../../kernel/code.ts'
import { type Language, languages, type Text } from '../../../kernel/language.ts'
import { everyStateCode } from '../../../passports/state-codes.rules.ts'
import { fillIn } from '../../../words/fill-in.ts'
import { noStateWords, pickWords } from '../../../words/pick.ts'
import { otherStateNames } from '../../../words/state-names.ts'
import { stateNames, stateWords } from '../../../words/states.ts'
import type { Choice } from './find-choice.ts'

const named: Readonly<Record<string, Text>> = { ...stateNames, ...otherStateNames, ...noStateWords }

/** Every code that a passport may bear: those of these borders first, then by name; organisations, which have none here, stand by their code. */
export function stateChoices(language: Language): readonly Choice[] {
  const known = Object.keys(stateNames)
  const choiceOf = (value: string): Choice => {
    const name = named[value]
    return { value, label: name ? `${name[language]} (${value})` : value, names: name ? languages.map((each) => name[each]) : [] }
  }
  const rest = everyStateCode.filter((code) => !known.includes(code)).map(choiceOf)
  const nameless = ({ names }: Choice) => Number(names.length === 0)
  const { compare } = new Intl.Collator(language)
  return [...known.map(choiceOf), ...rest.sort((a, b) => nameless(a) - nameless(b) || compare(a.label, b.label))]
}

/** Who issued a document of any kind: a border pass bears a state's two letters, a passport three. */
export function issuerChoices(language: Language): readonly Choice[] {
  const choiceOf = ({ value, label, names }: Choice, state: string, document: string): Choice => ({
    ...{ value, label: `${fillIn(pickWords.issuedBy[language], { state, document })} (${value})` },
    names: [...names, label, document],
  })
  const passes = states.map((value: StateCode) => {
    const name = stateWords[value]
    return choiceOf({ value, label: name[language], names: Object.values(name) }, name[language], pickWords.borderPass[language])
  })
  const passports = stateChoices(language).map((each) => choiceOf(each, each.label.replace(/ \([A-Z]{3}\)$/, ''), pickWords.passport[language]))
  return [...passes, ...passports]
}
