/** @jsxImportSource preact */
import type { ComponentType } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import type { Language } from '../../../kernel/language.ts'
import { commonWords } from '../../../words/common.ts'
import { publicWords } from '../../../words/public.ts'
import { applyLanguage } from '../../language.ts'
import { Header } from '../header.tsx'
import { type ResidentPage, Services } from '../services.tsx'
import './residents.css'
import { useMissing } from './use-lists.ts'

type Props = { startLanguage: Language; page: ResidentPage | 'nowhere'; Page: ComponentType<{ language: Language }> }

/** A resident's page: one thing on it. What was typed stays on it alone, and is gone with it. */
export function Frame({ startLanguage, page, Page }: Props) {
  const [language, setLanguage] = useState(startLanguage)
  const title = publicWords[`${page}Title`][language]
  useLayoutEffect(() => {
    applyLanguage(language, async () => {})
    document.title = `${title} · ${commonWords.name[language]}`
  }, [language, title])
  return (
    <>
      <Header language={language} onLanguage={setLanguage} skip={publicWords.skipContent[language]} />
      <main class="resident-page">
        <Services language={language} here={page} />
        <h1 id="points" tabIndex={-1}>
          {title}
        </h1>
        <Missing language={language} />
        <Page language={language} />
      </main>
    </>
  )
}

/** A list that its choices are made from did not come. */
function Missing({ language }: { language: Language }) {
  const { isMissing, retry } = useMissing()
  return (
    <div role="alert">
      {isMissing && (
        <p class="problem" data-testid="missing">
          <span>{commonWords.noConnection[language]}</span>
          <button type="button" class="quiet-button" onClick={retry}>
            {publicWords.retry[language]}
          </button>
        </p>
      )}
    </div>
  )
}
