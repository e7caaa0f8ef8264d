/** @jsxImportSource preact */
import type { Language } from '../../../kernel/language.ts'
import { publicWords } from '../../../words/public.ts'
import type { ResidentPage } from '../services.tsx'
import { ApplyPage } from './apply.tsx'
import { ComplainPage } from './complain.tsx'
import { FollowPage } from './follow.tsx'
import { Frame } from './frame.tsx'
import { LostPage } from './lost.tsx'
import { NeedsPage } from './needs.tsx'

const NowherePage = ({ language }: { language: Language }) => <p>{publicWords.nowhere[language]}</p>

const pages = { apply: ApplyPage, follow: FollowPage, needs: NeedsPage, lost: LostPage, complain: ComplainPage, nowhere: NowherePage } as const

export const Residents = ({ startLanguage, page }: { startLanguage: Language; page: Exclude<ResidentPage, 'cross' | 'contest'> | 'nowhere' }) => (
  <Frame startLanguage={startLanguage} page={page} Page={pages[page]} />
)
