import { isLanguage, type Language, type Text } from '../kernel/language.ts'
import { loadFonts } from './look/fonts.ts'

const storageKey = 'spean.language'

/** The language chosen before on this device, else the first of ours that the browser prefers, else Khmer. */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(storageKey)
  if (chosen && isLanguage(chosen)) return chosen
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'km'
}

/** Remembers the choice, tells the document and loads the script's fonts; the gate brings a smaller choice of them. */
export function applyLanguage(language: Language, load: (language: Language) => Promise<unknown> = loadFonts): void {
  localStorage.setItem(storageKey, language)
  document.documentElement.lang = language
  void load(language)
}

export const languageNames: { readonly [L in Language]: string } = { km: 'ខ្មែរ', th: 'ไทย', en: 'English' }

/** The phrase of a table in one language. */
export const pick = (text: Text, language: Language): string => text[language]
