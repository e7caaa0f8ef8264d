import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language, Text } from '../../kernel/language.ts'
import { say } from './say.ts'

export const LanguageContext = createContext<Language>('km')

export type Say = (text: Text, values?: Readonly<Record<string, string | number>>) => string

/** The reader's language, and phrases in it. */
export function useWords(): { language: Language; t: Say } {
  const language = useContext(LanguageContext)
  return { language, t: (text, values) => say(text, language, values) }
}
