/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import type { Language } from '../../kernel/language.ts'
import { commonWords } from '../../words/common.ts'

/** Lies over a file input with a button in the reader's language; the input stays the control. */
export const FileButton = ({ language, children }: { language: Language; children: ComponentChildren }) => (
  <span class="file-input">
    {children}
    <span class="file-button" aria-hidden="true">
      {commonWords.chooseFile[language]}
    </span>
  </span>
)
