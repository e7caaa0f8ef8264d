/** @jsxImportSource preact */
import { type Language, languages } from '../../kernel/language.ts'
import { commonWords } from '../../words/common.ts'
import { publicWords } from '../../words/public.ts'
import { languageNames } from '../language.ts'
import { Bridge } from './icons.tsx'

/** The mark and the language switch. */
export function Header({
  language,
  onLanguage,
  skip = publicWords.skip[language],
}: {
  language: Language
  onLanguage: (language: Language) => void
  skip?: string
}) {
  return (
    <>
      <a class="skip-link" href="#points">
        {skip}
      </a>
      <header class="top">
        <div class="top-bar">
          <a class="brand" href="/">
            <Bridge />
            <span>{commonWords.name[language]}</span>
          </a>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend on the screen */}
          <div class="languages" role="group" aria-label={commonWords.language[language]}>
            {languages.map((one) => (
              <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => onLanguage(one)}>
                {languageNames[one]}
              </button>
            ))}
          </div>
        </div>
      </header>
    </>
  )
}
