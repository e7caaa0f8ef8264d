import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import type { Language, Text } from '../../../kernel/language.ts'
import { formatNumber } from '../../../words/dates.ts'
import { fillIn } from '../../../words/fill-in.ts'
import { preferredLanguage, applyLanguage as tellDocument } from '../../language.ts'

type About = Readonly<Record<string, string | number>>
type Words = {
  readonly language: Language
  choose(language: Language): void
  /** The phrase in the reader's language, with its {names} filled in; a number stands in the reader's digits. */
  say(text: Text, about?: About): string
}

const Words = createContext<Words | undefined>(undefined)

const inWords = (about: About, language: Language): About =>
  Object.fromEntries(Object.entries(about).map(([name, value]) => [name, typeof value === 'number' ? formatNumber(value, language) : value]))

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, choose] = useState(preferredLanguage)
  useEffect(() => tellDocument(language), [language])
  const say = useCallback((text: Text, about?: About) => fillIn(text[language], about && inWords(about, language)), [language])
  const words = useMemo(() => ({ language, choose, say }), [language, say])
  return <Words value={words}>{children}</Words>
}

export function useWords(): Words {
  const words = use(Words)
  if (!words) throw new Error('useWords outside LanguageProvider')
  return words
}
