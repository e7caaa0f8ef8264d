import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import type { Language, Text } from '../../../kernel/language.ts'
import { fillIn } from '../../../words/problems.ts'
import { preferredLanguage, applyLanguage as tellDocument } from '../../language.ts'

type About = Readonly<Record<string, string | number>>
type Words = {
  readonly language: Language
  choose(language: Language): void
  /** The phrase in the reader's language, with its {names} filled in. */
  say(text: Text, about?: About): string
}

const Words = createContext<Words | undefined>(undefined)

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, choose] = useState(preferredLanguage)
  useEffect(() => tellDocument(language), [language])
  const say = useCallback((text: Text, about?: About) => fillIn(text[language], about), [language])
  const words = useMemo(() => ({ language, choose, say }), [language, say])
  return <Words value={words}>{children}</Words>
}

export function useWords(): Words {
  const words = use(Words)
  if (!words) throw new Error('useWords outside LanguageProvider')
  return words
}
