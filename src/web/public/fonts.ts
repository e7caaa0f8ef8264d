// Both neighbours' names stand on every card, so every script is declared in the page's own style sheet: a browser fetches only the faces it uses.
import '@fontsource/inter/latin-400.css'
import '@fontsource/inter/latin-700.css'
import '@fontsource/noto-sans-khmer/khmer-400.css'
import '@fontsource/noto-sans-khmer/khmer-700.css'
import '@fontsource/noto-sans-thai/thai-400.css'
import '@fontsource/noto-sans-thai/thai-700.css'

/** For `applyLanguage`: there is nothing left to load. */
export const noFonts = async (): Promise<void> => {}
