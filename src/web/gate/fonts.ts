import type { Language } from '../../kernel/language.ts'

/** The gate's first load carries one script; Latin stands in the tablet's own face, except for readers of English. */
const ownScript: { readonly [L in Language]: () => Promise<unknown> } = {
  km: () => Promise.all([import('@fontsource/noto-sans-khmer/khmer-400.css'), import('@fontsource/noto-sans-khmer/khmer-700.css')]),
  th: () => Promise.all([import('@fontsource/noto-sans-thai/thai-400.css'), import('@fontsource/noto-sans-thai/thai-700.css')]),
  en: () => Promise.all([import('@fontsource/inter/latin-400.css'), import('@fontsource/inter/latin-700.css')]),
}

/** For the neighbour's names and words: one weight each. */
const others: { readonly [L in Language]: () => Promise<unknown> } = {
  km: () => import('@fontsource/noto-sans-khmer/khmer-400.css'),
  th: () => import('@fontsource/noto-sans-thai/thai-400.css'),
  en: () => Promise.resolve(),
}

export const loadOwnScript = (language: Language): Promise<unknown> => ownScript[language]()
export const loadOtherScripts = (): Promise<unknown> => Promise.all(Object.values(others).map((load) => load()))
