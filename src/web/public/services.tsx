/** @jsxImportSource preact */
import type { Language } from '../../kernel/language.ts'
import { publicWords } from '../../words/public.ts'

/** The pages beside the crossings; each is loaded when it is opened. */
export const residentPages = ['cross', 'apply', 'follow', 'needs', 'lost', 'complain', 'contest'] as const
export type ResidentPage = (typeof residentPages)[number]

/** The page that an address names; undefined: the crossings. Nothing of anybody stands in an address. */
export const pageOf = (path: string): ResidentPage | 'nowhere' | undefined =>
  path === '/' ? undefined : (residentPages.find((page) => path === `/${page}`) ?? 'nowhere')

/** One tap to each of them, from everywhere. */
export const Services = ({ language, here }: { language: Language; here: ResidentPage | 'crossings' | 'nowhere' }) => (
  <nav class="services" aria-label={publicWords.services[language]}>
    <a href="/" aria-current={here === 'crossings' ? 'page' : undefined}>
      {publicWords.crossings[language]}
    </a>
    {residentPages.map((page) => (
      <a key={page} href={`/${page}`} data-testid={`to-${page}`} aria-current={here === page ? 'page' : undefined}>
        {publicWords[page][language]}
      </a>
    ))}
  </nav>
)
