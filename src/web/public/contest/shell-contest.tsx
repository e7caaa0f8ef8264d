/** @jsxImportSource preact */
import type { Language } from '../../../kernel/language.ts'
import { Frame } from '../residents/frame.tsx'
import { ContestPage } from './contest-page.tsx'

export const Contest = ({ startLanguage }: { startLanguage: Language }) => <Frame startLanguage={startLanguage} page="contest" Page={ContestPage} />
