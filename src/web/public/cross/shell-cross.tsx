/** @jsxImportSource preact */
import type { Language } from '../../../kernel/language.ts'
import { Frame } from '../residents/frame.tsx'
import { CrossPage } from './cross-page.tsx'

export const Cross = ({ startLanguage }: { startLanguage: Language }) => <Frame startLanguage={startLanguage} page="cross" Page={CrossPage} />
