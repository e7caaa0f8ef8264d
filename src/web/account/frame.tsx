import type { ReactNode } from 'react'
import { languages } from '../../kernel/language.ts'
import { commonWords } from '../../words/common.ts'
import { deskWords } from '../../words/desk.ts'
import { BridgeMark } from '../desk/frame/bridge-mark.tsx'
import { useWords } from '../desk/frame/language.tsx'
import { languageNames } from '../language.ts'

/** What stands around every page about a person: the mark, the other pages, the language. */
export function Frame({ children }: { children: ReactNode }) {
  const { say, language, choose } = useWords()
  return (
    <>
      <a className="skip-link" href="#content">
        {say(deskWords.skip)}
      </a>
      <header className="top">
        <div className="top-bar">
          <a className="brand" href="/">
            <BridgeMark />
            {say(commonWords.name)}
          </a>
          <nav className="top-pages" aria-label={say(deskWords.otherPages)}>
            <a href="/desk">{say(commonWords.desk)}</a>
            <a href="/gate">{say(commonWords.gate)}</a>
          </nav>
          <fieldset className="languages">
            <legend className="visually-hidden">{say(commonWords.language)}</legend>
            {languages.map((code) => (
              <button key={code} type="button" lang={code} aria-pressed={code === language} onClick={() => choose(code)}>
                {languageNames[code]}
              </button>
            ))}
          </fieldset>
        </div>
      </header>
      <main id="content" className="content" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}
