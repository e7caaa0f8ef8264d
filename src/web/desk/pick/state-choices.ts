import type { Language } from '../../../kernel/language.ts'
import { languages } from '../../../kernel/language.ts'
import { everyStateCode } from '../../../passports/state-codes.rules.ts'
import { twoLettersOf } from '../../../passports/two-letters.rules.ts'
import { noStateWords } from '../../../words/pick.ts'
import { stateNames } from '../../../words/states.ts'
import type { Choice } from './find-choice.ts'

const ofBrowser = new Map(languages.map((language) => [language, new Intl.DisplayNames([language, 'en'], { type: 'region', fallback: 'none' })]))

/** By our own words; the rest of the world by the browser's. Nothing has a name that neither knows. */
function nameOf(code: string, language: Language): string | undefined {
  const words = Object.hasOwn(stateNames, code) ? stateNames[code] : noStateWords[code]
  const two = twoLettersOf.get(code)
  return words?.[language] ?? (two && ofBrowser.get(language)?.of(two))
}

/** Every code that a passport may bear: those of these borders first, then by name. */
export function stateChoices(language: Language): readonly Choice[] {
  const known = Object.keys(stateNames)
  const choiceOf = (value: string): Choice => {
    const name = nameOf(value, language)
    const names = languages.map((each) => nameOf(value, each)).filter((each) => each !== undefined)
    return { value, label: name ? `${name} (${value})` : value, names: [...new Set([...names, twoLettersOf.get(value) ?? value])] }
  }
  const rest = everyStateCode.filter((code) => !known.includes(code)).map(choiceOf)
  const nameless = ({ value, label }: Choice) => Number(value === label)
  const { compare } = new Intl.Collator(language)
  return [...known.map(choiceOf), ...rest.sort((a, b) => nameless(a) - nameless(b) || compare(a.label, b.label))]
}
