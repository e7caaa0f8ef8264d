import type { Language } from '../../kernel/language.ts'

/** Loads the faces of one script, and Latin: a page carries the fonts of the language it is read in, and fetches another's when that is chosen. */
const loaders: { readonly [L in Language]: () => Promise<unknown> } = {
  km: () => Promise.all([import('@fontsource/noto-sans-khmer/khmer-400.css'), import('@fontsource/noto-sans-khmer/khmer-700.css')]),
  th: () => Promise.all([import('@fontsource/noto-sans-thai/thai-400.css'), import('@fontsource/noto-sans-thai/thai-700.css')]),
  en: () => Promise.resolve(),
}

export async function loadFonts(language: Language): Promise<void> {
  await Promise.all([import('@fontsource/inter/latin-400.css'), import('@fontsource/inter/latin-700.css'), loaders[language]()])
}
